"""Tells before printing which badges hold letters that no font here can draw."""

import unicodedata
from collections.abc import Sequence
from dataclasses import astuple

from PySide6.QtGui import QFont, QFontMetricsF

from checkin.render.face import BadgeFace
from checkin.render.fonts import load_fonts
from checkin.render.texts import printable


def letters_missing(faces: Sequence[BadgeFace]) -> dict[int, str]:
    """Return, for the index of each badge concerned, the letters that would be empty boxes.

    Needs a `QGuiApplication`. Raises `font-missing`.
    """
    metrics = QFontMetricsF(QFont(load_fonts()))
    texts = ["".join(dict.fromkeys(printable("".join(astuple(face))))) for face in faces]
    lacking = {
        letter
        for letter in set().union(*texts)
        if _has_a_shape(letter) and not metrics.inFontUcs4(ord(letter))
    }
    found = ("".join(letter for letter in text if letter in lacking) for text in texts)
    return {index: letters for index, letters in enumerate(found) if letters}


def _has_a_shape(letter: str) -> bool:
    return unicodedata.category(letter) != "Cf" and not "\ufe00" <= letter <= "\ufe0f"
