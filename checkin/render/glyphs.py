"""Tells before printing which badges hold letters that no font here can draw."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import astuple

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

from checkin.render.face import BadgeFace
from checkin.render.fonts import load_fonts
from checkin.render.texts import printable

_NO_GLYPH, _BOX = 0, 1
# Names of letters in Unicode begin with the writing system, such as in GEORGIAN LETTER AN.
_OF_A_SCRIPT = re.compile(
    r"(?:HALFWIDTH |FULLWIDTH )?([A-Z][A-Z -]*?) (?:CAPITAL |SMALL )?(?:LETTER|SYLLABLE|SYLLABICS|"
    r"SIGN|VOWEL|CONSONANT|IDEOGRAPH|CHARACTER|IDEOGRAM|HIEROGLYPH|LIGATURE|MARK|DIGIT|TONE|POINT)"
)
_IN_WORDS = {
    "Cjk Unified": "Chinese",
    "Cjk Compatibility": "Chinese",
    "Bopomofo": "Chinese",
    "Hangul": "Korean",
    "Hiragana": "Japanese",
    "Katakana": "Japanese",
    "Katakana-Hiragana Prolonged Sound": "Japanese",
    "Oriya": "Odia",
}
_SIGNS, _ACCENTS = "signs", "accents"


def missing_letters(badges: Sequence[Iterable[str]]) -> dict[int, dict[str, str]]:
    """Return what would be empty boxes: for the index of each badge, its letters by script.

    A badge is the texts that are drawn on it; a script is in words, such as `Georgian`, and
    `signs` for what belongs to none. Needs a `QGuiApplication`. Raises `font-missing`.
    """
    texts = ["".join(dict.fromkeys(printable(" ".join(badge)))) for badge in badges]
    font = QFont(load_fonts())
    metrics = QFontMetricsF(font)
    lacking = {
        letter: writing_system(letter)
        for letter in set().union(*texts)
        if _has_a_shape(letter) and not _is_drawn(letter, font, metrics)
    }
    found: dict[int, dict[str, str]] = {}
    for index, text in enumerate(texts):
        for letter in text:
            if letter in lacking:
                scripts = found.setdefault(index, {})
                scripts[lacking[letter]] = scripts.get(lacking[letter], "") + letter
    return found


def missing_in(texts: Iterable[str]) -> dict[str, str]:
    """Return the same of the texts of one badge: the letters that would be boxes, by script."""
    return missing_letters([texts]).get(0, {})


def letters_missing(faces: Sequence[BadgeFace]) -> dict[int, str]:
    """Return, for the index of each badge concerned, the letters that would be empty boxes.

    Needs a `QGuiApplication`. Raises `font-missing`.
    """
    found = missing_letters([astuple(face) for face in faces])
    return {index: "".join(scripts.values()) for index, scripts in found.items()}


def writing_system(letter: str) -> str:
    """Return the name of a letter's script as people say it, `signs` or `accents` for none."""
    found = _OF_A_SCRIPT.match(unicodedata.name(letter, ""))
    if found and found[1] not in {"COMBINING", "MODIFIER"}:
        name = found[1].title()
        return _IN_WORDS.get(name, name)
    return _ACCENTS if unicodedata.category(letter)[0] == "M" else _SIGNS


def _has_a_shape(letter: str) -> bool:
    return unicodedata.category(letter) != "Cf" and not "\ufe00" <= letter <= "\ufe0f"


def _is_drawn(letter: str, font: QFont, metrics: QFontMetricsF) -> bool:
    """Tell whether any font has a letter, whole, put together of its parts, or as an emoji."""
    if metrics.inFontUcs4(ord(letter)):
        return True
    layout = QTextLayout(letter, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    # No run may be asked for its font here: Qt crashes where it has none but draws boxes.
    glyphs = {index for run in layout.glyphRuns() for index in run.glyphIndexes()}
    return bool(glyphs) and not glyphs & {_NO_GLYPH, _BOX}
