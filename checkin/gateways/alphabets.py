"""Letters beyond ASCII of each language, to tell a right reading of bytes from a wrong one."""

import re
from collections.abc import Mapping

# Country endings of e-mail addresses and web sites, as a hint which languages a list speaks.
ALPHABETS: Mapping[str, frozenset[str]] = {
    "lv": frozenset("āčēģīķļņšūžōŗ"),
    "lt": frozenset("ąčęėįšųūž"),
    "ee": frozenset("äõöüšž"),
    "pl": frozenset("ąćęłńóśźż"),
    "de": frozenset("äöüß"),
    "se": frozenset("åäöé"),
    "fi": frozenset("äöåšž"),
    "no": frozenset("æøåéòóôâ"),
    "dk": frozenset("æøåé"),
    "is": frozenset("áðéíóúýþæö"),
    "cz": frozenset("áčďéěíňóřšťúůýž"),
    "sk": frozenset("áäčďéíĺľňóôŕšťúýž"),
    "hu": frozenset("áéíóöőúüű"),
    "ro": frozenset("ăâîşţșț"),
    "hr": frozenset("čćđšž"),
    "fr": frozenset("àâæçéèêëîïôœùûüÿ"),
    "es": frozenset("áéíñóúü"),
    "pt": frozenset("áâãàçéêíóôõúü"),
    "it": frozenset("àèéìíîòóùú"),
    "nl": frozenset("áéëïóöüè"),
    "ie": frozenset("áéíóú"),
    # A small İ is an i with a dot of its own.
    "tr": frozenset("âçğıiöşüû\u0307"),
    "ru": frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    "ua": frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'"),
    "by": frozenset("абвгдеёжзійклмнопрстуўфхцчшыьэюя"),
    "rs": frozenset("абвгдђежзијклљмнњопрстћуфхцчџш"),
    "gr": frozenset("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"),
    "il": frozenset("אבגדהוזחטיכךלמםנןסעפףצץקרשת"),
    "ae": frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيپچژگ"),
}
# Letters that are in hardly any name of the languages that have them.
RARE = frozenset("ĺŕŗōÿ")
# Countries of other languages than their own ending's.
SPOKEN: Mapping[str, tuple[str, ...]] = {
    "at": ("de",),
    "ch": ("de", "fr", "it"),
    "be": ("fr", "nl"),
    "lu": ("fr", "de"),
    "br": ("pt",),
    "mx": ("es",),
    "cy": ("gr",),
}
# Scripts of too many letters to list; Vietnamese by the letters that no other language has.
SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "vn": re.compile("(?=.*[ĩũơưạ-ỹ])[àáảãạăâèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýđạ-ỹ]+"),
    "th": re.compile("[\u0e01-\u0e5b]+"),
    "kr": re.compile("[\uac00-\ud7a3]+"),
    "cjk": re.compile("[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\U00020000-\U0003134f]+"),
}
# Letters of an alphabet and which of them are vowels.
VOWELS = (
    (re.compile("[\u0400-\u045f]+"), frozenset("аеёиоуыэюяєіїў")),
    (re.compile("[\u0386-\u03ce]+"), frozenset("αεηιουωάέήίόύώϊϋΐΰ")),
)
# Marks that people type in lists beside letters; the first ones inside words too.
IN_WORDS = frozenset("‘’‚´`–—\xad\xa0")
QUOTES = frozenset("“”„«»‹›")
SIGNS = frozenset("…•°§№€£¨©®™½²³×")
