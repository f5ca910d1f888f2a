"""Letters beyond ASCII of each language, to tell a right reading of 8-bit text from a wrong one."""

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
    "tr": frozenset("âçğıiöşüû"),
    "ru": frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    "ua": frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'"),
    "by": frozenset("абвгдеёжзійклмнопрстуўфхцчшыьэюя"),
}
# Marks that people type in lists beside letters; the first ones inside words too.
IN_WORDS = frozenset("‘’‚´`–—\xad\xa0")
QUOTES = frozenset("“”„«»‹›")
SIGNS = frozenset("…•°§№€£¨©®™½²³×")
