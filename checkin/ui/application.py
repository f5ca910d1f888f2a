"""The Qt application: one look on every machine."""

import sys
from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from checkin.errors import CheckinError
from checkin.render.fonts import load_fonts

_TEXT_PIXELS = 15


def application(arguments: Sequence[str] = ()) -> QApplication:
    """Return the one application, made if there is none yet, drawn alike everywhere."""
    running = QApplication.instance()
    made = (
        running if isinstance(running, QApplication) else QApplication([*sys.argv[:1], *arguments])
    )
    made.setApplicationName("Check-in")
    made.setStyle("Fusion")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    with suppress(CheckinError):
        # Without the font that comes along, the desktop's own is no reason to stop.
        font = QFont(load_fonts())
        font.setPixelSize(_TEXT_PIXELS)
        made.setFont(font)
    return made
