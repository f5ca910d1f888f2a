"""Tells before printing which badges hold letters that no font here can draw."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

from checkin.render.fonts import load_fonts
from checkin.render.texts import is_tame, printable

_NO_GLYPH, _BOX = 0, 1
_BOX_SIGN = "\u2610"
# Names of letters in Unicode begin with the writing system, such as in GEORGIAN LETTER AN.
_OF_A_SCRIPT = re.compile(
    r"(?:HALFWIDTH |FULLWIDTH )?([A-Z][A-Z -]*?) (?:CAPITAL |SMALL )?(?:LETTER|SYLLABLE|SYLLABICS|"
    r"SIGN|VOWEL|CONSONANT|IDEOGRAPH|CHARACTER|IDEOGRAM|HIEROGLYPH|LIGATURE|MARK|DIGIT|TONE|POINT)"
)
_IN_WORDS = {
    "Cjk Unified": "Chinese",
    "Cjk Compatibility": "Chinese",
    "Bopomofo": "Chinese",
    "Georgian Mtavruli": "Georgian",
    "Hangul": "Korean",
    "Hiragana": "Japanese",
    "Katakana": "Japanese",
    "Katakana-Hiragana Prolonged Sound": "Japanese",
    "Oriya": "Odia",
    "Modifier": "Latin",
}
_SIGNS, _ACCENTS = "signs", "accents"


class Shapes:
    """What the fonts of this computer can draw, remembered letter by letter.

    Needs a `QGuiApplication`. Raises `font-missing`.
    """

    def __init__(self) -> None:
        self._font = QFont(load_fonts())
        self._metrics = QFontMetricsF(self._font)
        self._lacking: dict[str, bool] = {}

    def lack(self, letter: str) -> bool:
        """Tell whether no font has a letter; what has no shape of its own is never lacking."""
        lacking = self._lacking.get(letter)
        if lacking is None:
            lacking = _has_a_shape(letter) and not self._draw(letter)
            self._lacking[letter] = lacking
        return lacking

    def drawable(self, text: str) -> str:
        """Return `text` with a box in place of each letter that no font has.

        Qt itself paints the whole text black in a PDF where no font has its script.
        """
        if is_tame(text):
            return text
        return "".join(self._stand_in(letter) if self.lack(letter) else letter for letter in text)

    @staticmethod
    def _stand_in(letter: str) -> str:
        return "" if unicodedata.category(letter).startswith("M") else _BOX_SIGN

    def _draw(self, letter: str) -> bool:
        """Tell whether a font has a letter, whole, put together of its parts, or as an emoji."""
        if self._metrics.inFontUcs4(ord(letter)):
            return True
        layout = QTextLayout(letter, self._font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        # No run may be asked for its font here: Qt crashes where it has none but draws boxes.
        glyphs = {index for run in layout.glyphRuns() for index in run.glyphIndexes()}
        return bool(glyphs) and not glyphs & {_NO_GLYPH, _BOX}


def missing_letters(badges: Sequence[Iterable[str]]) -> dict[int, dict[str, str]]:
    """Return what would be empty boxes: for the index of each badge, its letters by script.

    A badge is the texts that are drawn on it; a script is in words, such as `Georgian`, and
    `signs` for what belongs to none. Needs a `QGuiApplication`. Raises `font-missing`.
    """
    shapes = Shapes()
    found: dict[int, dict[str, str]] = {}
    for index, badge in enumerate(badges):
        for letter in dict.fromkeys("".join(map(printable, badge))):
            if shapes.lack(letter):
                scripts = found.setdefault(index, {})
                script = writing_system(letter)
                scripts[script] = scripts.get(script, "") + letter
    return found


def writing_system(letter: str) -> str:
    """Return the name of a letter's script as people say it, `signs` or `accents` for none."""
    name, kind = unicodedata.name(letter, ""), unicodedata.category(letter)[0]
    if name.startswith("COMBINING "):
        return _ACCENTS
    found = _OF_A_SCRIPT.match(name)
    if not found and kind not in {"L", "M"}:
        return _SIGNS
    script = (found[1] if found else name.partition(" ")[0]).title()
    return _IN_WORDS.get(script, script)


def _has_a_shape(letter: str) -> bool:
    return unicodedata.category(letter) != "Cf" and not "\ufe00" <= letter <= "\ufe0f"
