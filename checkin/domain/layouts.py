"""Keyboard layouts by name: what each key types, to tell which one a scanner or computer is set to.

As the X keyboard data (xkeyboard-config 2.35) have them. `keyboards` is what reads badge codes, and
needs fewer keys of more layouts.
"""

from collections.abc import Iterator, Mapping

# What stands on the keys of a US keyboard, in the order of the rows below.
US_KEYS = "`1234567890-=QWERTYUIOP[]ASDFGHJKL;'\\ZXCVBNM,./"

# What all keys type, and the first thirteen with Shift; a blank for nothing, or for a dead key.
LAYOUTS: Mapping[str, tuple[str, str]] = {
    "English, Polish or Latvian": (
        "`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./",
        "~!@#$%^&*()_+",
    ),
    "English of the United Kingdom": (
        "`1234567890-=qwertyuiop[]asdfghjkl;'#zxcvbnm,./",
        '¬!"£$%^&*()_+',
    ),
    "Lithuanian": (
        "`ąčęėįšųū„“-žqwertyuiop[]asdfghjkl;'\\zxcvbnm,./",
        "~ĄČĘĖĮŠŲŪ()_Ž",
    ),
    "Lithuanian standard": (
        "`!-/;:,.=()?xąžertyuiopįwasdšghjklųėqzūcvbnmčfę",
        "~1234567890+X",
    ),
    "Latvian adapted": (
        "`1234567890-=šēertāuiopūņasdfghjklī'\\zķcvbnm,.ļ",
        "~!ČčŽž^&*()_+",
    ),
    "Estonian": (
        " 1234567890+ qwertyuiopüõasdfghjklöä'zxcvbnm,.-",
        ' !"#¤%&/()=? ',
    ),
    "German": (
        " 1234567890ß qwertzuiopü+asdfghjklöä#yxcvbnm,.-",
        '°!"§$%&/()=? ',
    ),
    "Swiss": (
        "§1234567890' qwertzuiopü asdfghjklöä$yxcvbnm,.-",
        '°+"*ç%&/()=? ',
    ),
    "Swedish or Finnish": (
        "§1234567890+ qwertyuiopå asdfghjklöä'zxcvbnm,.-",
        '½!"#¤%&/()=? ',
    ),
    "Danish": (
        "½1234567890+ qwertyuiopå asdfghjklæø'zxcvbnm,.-",
        '§!"#¤%&/()=? ',
    ),
    "Norwegian": (
        "|1234567890+\\qwertyuiopå asdfghjkløæ'zxcvbnm,.-",
        '§!"#¤%&/()=? ',
    ),
    "French": (
        "²&é\"'(-è_çà)=azertyuiop $qsdfghjklmù*wxcvbn,;:!",
        "~1234567890°+",
    ),
    "Belgian": (
        "²&é\"'(§è!çà)-azertyuiop $qsdfghjklmùµwxcvbn,;:=",
        "³1234567890°_",
    ),
    "Spanish": (
        "º1234567890'¡qwertyuiop +asdfghjklñ çzxcvbnm,.-",
        'ª!"·$%&/()=?¿',
    ),
    "Portuguese": (
        "\\1234567890'«qwertyuiop+ asdfghjklçº zxcvbnm,.-",
        '|!"#$%&/()=?»',
    ),
    "Italian": (
        "\\1234567890'ìqwertyuiopè+asdfghjklòàùzxcvbnm,.-",
        '|!"£$%&/()=?^',
    ),
    "Czech": (
        ";+ěščřžýáíé= qwertzuiopú)asdfghjklů§ yxcvbnm,.-",
        " 1234567890% ",
    ),
    "Slovak": (
        ";+ľščťžýáíé= qwertzuiopúäasdfghjklô§ňyxcvbnm,.-",
        " 1234567890% ",
    ),
    "Hungarian": (
        "0123456789öüóqwertzuiopőúasdfghjkléáűyxcvbnm,.-",
        "§'\"+!%/=()ÖÜÓ",
    ),
    "Croatian or Slovenian": (
        "`1234567890'+qwertzuiopšđasdfghjklčćžyxcvbnm,.-",
        '~!"#$%&/()=?*',
    ),
    "Turkish Q": (
        '"1234567890*-qwertyuıopğüasdfghjklşi,zxcvbnmöç.',
        "é!'^+%&/()=?_",
    ),
    "Turkish F": (
        "+1234567890/-fgğıodrnhpqwuieaütkmlyşxjövcçzsb.,",
        "*!\"^$%&'()=?_",
    ),
    "Russian": (
        "ё1234567890-=йцукенгшщзхъфывапролджэ\\ячсмитьбю.",
        'Ё!"№;%:?*()_+',
    ),
    "Ukrainian": (
        "'1234567890-=йцукенгшщзхїфівапролджєґячсмитьбю.",
        'ʼ!"№;%:?*()_+',
    ),
    "Belarusian": (
        "ё1234567890-=йцукенгшўзх'фывапролджэ\\ячсмітьбю.",
        'Ё!"№;%:?*()_+',
    ),
    "Bulgarian": (
        "(1234567890-.,уеишщксдзц;ьяаожгтнвмч„юйъэфхпрлб",
        ')!?+"%=:/–№$€',
    ),
    "Serbian": (
        "`1234567890'+љњертзуиопшђасдфгхјклчћжжџцвбнм,.-",
        '~!"#$%&/()=?*',
    ),
    "Greek": (
        "`1234567890-=;ςερτυθιοπ[]ασδφγηξκλ '\\ζχψωβνμ,./",
        "~!@#$%^&*()_+",
    ),
    "Hebrew": (
        ";1234567890-=/'קראטוןםפ][שדגכעיחלךף,\\זסבהנמצתץ.",
        "~!@#$%^&*)(_+",
    ),
    "Arabic": (
        "ذ1234567890-=ضصثقفغعهخحجدشسيبلاتنمكط\\ئءؤرﻻىةوزظ",
        "ّ!@#$%^&*)(_+",
    ),
    "Dvorak": (
        "`1234567890[]',.pyfgcrl/=aoeuidhtns-\\;qjkxbmwvz",
        "~!@#$%^&*(){}",
    ),
}


def keys_for(layout: str, text: str) -> str:
    """Return the keys, as they are called on a US keyboard, that type `text` on a layout.

    Empty where the layout has no key for one of its characters.
    """
    keys = _keys_by_sign(layout)
    return (
        "".join(keys[one] for one in text.casefold()) if set(text.casefold()) <= keys.keys() else ""
    )


def types(layout: str, key: str, text: str) -> bool:
    """Tell whether a key types a text on a layout, with Shift or without."""
    plain, shifted = LAYOUTS[layout]
    place = US_KEYS.find(key)
    signs = {plain[place].casefold(), *shifted[place : place + 1]}
    return place >= 0 and text.casefold() in signs


def _keys_by_sign(layout: str) -> dict[str, str]:
    keys: dict[str, str] = {}
    for key, sign in _signs(layout):
        keys.setdefault(sign.casefold(), key)
    return keys


def _signs(layout: str) -> Iterator[tuple[str, str]]:
    for row in LAYOUTS[layout]:
        yield from zip(US_KEYS, row, strict=False)
