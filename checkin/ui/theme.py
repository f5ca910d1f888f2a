"""The colours of the window, in light and in dark."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette


class Choice(StrEnum):
    """What somebody may set. Values are stored: never rename one."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Tone:
    """What one kind of message is drawn in: letters and lines on paper."""

    ink: str
    paper: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour as `#rrggbb`. A name ending in `ink` is drawn on the one before it.

    `window` lies behind the cards, `line` is around them, `accent` marks what comes next.
    """

    window: str
    card: str
    line: str
    control_line: str
    hover: str
    ink: str
    quiet_ink: str
    accent: str
    accent_hover: str
    accent_ink: str
    selection: str
    bar: str
    bar_selected: str
    bar_ink: str
    bar_quiet_ink: str
    good: Tone
    careful: Tone
    bad: Tone
    calm: Tone


LIGHT = Theme(
    window="#f4f6f9",
    card="#ffffff",
    line="#dfe4ea",
    control_line="#c3ccd6",
    hover="#eef2f7",
    ink="#16202c",
    quiet_ink="#55616f",
    accent="#1f5eea",
    accent_hover="#174cc4",
    accent_ink="#ffffff",
    selection="#dbe7ff",
    bar="#11202f",
    bar_selected="#1f3b57",
    bar_ink="#ffffff",
    bar_quiet_ink="#b4c2d0",
    good=Tone("#0a7038", "#e1f5e9"),
    careful=Tone("#8a4f00", "#fff1d6"),
    bad=Tone("#b01218", "#fde7e9"),
    calm=Tone("#55616f", "#ffffff"),
)
DARK = Theme(
    window="#12181f",
    card="#1a222c",
    line="#2a3542",
    control_line="#435163",
    hover="#222c38",
    ink="#eaf0f6",
    quiet_ink="#a3b0be",
    accent="#2f66e6",
    accent_hover="#3a6fe8",
    accent_ink="#ffffff",
    selection="#24406f",
    bar="#0b1016",
    bar_selected="#1d3146",
    bar_ink="#ffffff",
    bar_quiet_ink="#a3b0be",
    good=Tone("#6fdc9c", "#10301f"),
    careful=Tone("#f5bd62", "#35270c"),
    bad=Tone("#ff9a9d", "#3d171b"),
    calm=Tone("#a3b0be", "#1a222c"),
)


def theme_for(choice: Choice) -> Theme:
    """Return the theme chosen; `SYSTEM` is what the desktop says, light if it says nothing."""
    if choice is Choice.SYSTEM:
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
    return DARK if choice is Choice.DARK else LIGHT


def palette_of(theme: Theme) -> QPalette:
    """Return the palette for what no style sheet reaches, such as text cursors and dialogs."""
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.ink),
        (role.Base, theme.card),
        (role.AlternateBase, theme.hover),
        (role.Text, theme.ink),
        (role.Button, theme.card),
        (role.ButtonText, theme.ink),
        (role.PlaceholderText, theme.quiet_ink),
        (role.ToolTipBase, theme.card),
        (role.ToolTipText, theme.ink),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.accent_ink),
        (role.Link, theme.accent),
        (role.Mid, theme.line),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.quiet_ink))
    return palette
