"""The colours of a timetable: one for each kind of session, in light and in dark."""

from collections.abc import Mapping

from PySide6.QtGui import QGuiApplication, QPalette

from checkin.domain.session import SessionKind
from checkin.ui.theme import DARK, LIGHT, Theme, Tone

_DARK_BELOW = 128
_LIGHT_KINDS: Mapping[SessionKind, Tone] = {
    SessionKind.PLENARY: Tone("#174cc4", "#e3ecff"),
    SessionKind.WORKSHOP: Tone("#6b2fa8", "#f1e7fd"),
    SessionKind.BREAK: Tone("#4d5966", "#e9edf2"),
    SessionKind.OTHER: Tone("#0b6363", "#dcf2f0"),
}
_DARK_KINDS: Mapping[SessionKind, Tone] = {
    SessionKind.PLENARY: Tone("#a9c4ff", "#1d2f58"),
    SessionKind.WORKSHOP: Tone("#d6b4ff", "#372452"),
    SessionKind.BREAK: Tone("#b4c0cc", "#2a3542"),
    SessionKind.OTHER: Tone("#86dad6", "#143c3d"),
}


def theme_shown() -> Theme:
    """Return the theme whose palette the application wears."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < _DARK_BELOW else LIGHT


def tone_of(kind: SessionKind, theme: Theme) -> Tone:
    """Return what a kind of session is drawn in."""
    return (_DARK_KINDS if theme is DARK else _LIGHT_KINDS)[kind]
