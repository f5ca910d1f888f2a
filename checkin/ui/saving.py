"""Where files are proposed to be saved, and what is said once they are."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from checkin.domain.filenames import file_name as file_name
from checkin.ui.notices import Notices


def documents() -> Path:
    """Return the folder that people look for their documents in."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())


def with_ending(name: str, ending: str, *others: str) -> Path:
    """Return a file somebody named, `ending` added unless it ends in that or in one of `others`.

    Not with_suffix: what follows a dot may be part of a name, as in "Seminar 2.6".
    """
    path = Path(name)
    ends_well = path.suffix.lower() in (ending, *others)
    return path if ends_well else path.with_name(path.name + ending)


def open_folder(path: Path) -> None:
    """Show a folder in the desktop's own way."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def say_saved(notices: Notices, text: str, path: Path) -> None:
    """Say that a file is there, and offer to show its folder."""
    words = QCoreApplication.translate("Saving", "Open folder")
    notices.done(text, (words, lambda: open_folder(path.parent)))
