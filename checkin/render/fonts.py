"""Makes the one font shipped with the program known to Qt, and which fonts help it out."""

from importlib.resources import files

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase

from checkin.errors import CheckinError
from checkin.render.systemfonts import families_for_emoji, families_for_letters

FAMILY = "Source Sans Pro"
_STYLES = ("Regular", "Semibold", "Bold")


def load_fonts() -> str:
    """Return the family to draw with; letters it lacks are drawn with the system's fonts.

    Needs a `QGuiApplication`. Raises `font-missing` where the package that carries the font is
    not installed or its files cannot be read.
    """
    known = set(QFontDatabase.styles(FAMILY))
    for style in _STYLES:
        if style not in known:
            _register(style)
    if not known:
        _choose_helpers()
    return FAMILY


def _register(style: str) -> None:
    name = f"SourceSansPro-{style}.ttf"
    try:
        content = (files("font_source_sans_pro") / "files" / name).read_bytes()
    except (ModuleNotFoundError, OSError) as error:
        raise CheckinError("font-missing", font=name) from error
    if QFontDatabase.addApplicationFontFromData(content) < 0:
        raise CheckinError("font-missing", font=name)


def _choose_helpers() -> None:
    """Have Qt look for a letter in our choice of fonts before any other of the computer."""
    installed = set(QFontDatabase.families())
    QFont.insertSubstitutions(FAMILY, families_for_letters(installed))
    QFontDatabase.setApplicationEmojiFontFamilies(families_for_emoji(installed))
    # Else it tells the terminal of every font it passes by on the way to one for Devanagari.
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
