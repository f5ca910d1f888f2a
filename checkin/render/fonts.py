"""Finds the one font shipped with the program and makes it known to Qt."""

from importlib.resources import files

from PySide6.QtGui import QFontDatabase

from checkin.errors import CheckinError

FAMILY = "Source Sans Pro"
_STYLES = ("Regular", "Semibold", "Bold")


def load_fonts() -> str:
    """Return the family to draw with; scripts it lacks are drawn with the system's fonts.

    Needs a `QGuiApplication`. Raises `font-missing` where the package that carries the font is
    not installed or its files cannot be read.
    """
    known = set(QFontDatabase.styles(FAMILY))
    for style in _STYLES:
        if style not in known:
            _register(style)
    return FAMILY


def _register(style: str) -> None:
    name = f"SourceSansPro-{style}.ttf"
    try:
        content = (files("font_source_sans_pro") / "files" / name).read_bytes()
    except (ModuleNotFoundError, OSError) as error:
        raise CheckinError("font-missing", font=name) from error
    if QFontDatabase.addApplicationFontFromData(content) < 0:
        raise CheckinError("font-missing", font=name)
