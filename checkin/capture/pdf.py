"""Reads the QR codes on the pages of a PDF, such as badges or tickets that somebody sent."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, QSizeF

from checkin.capture.decode import decode_image
from checkin.capture.drawn import decode_drawn
from checkin.capture.picture import LARGEST_FILE
from checkin.errors import CheckinError

Progress = Callable[[int, int], bool]
"""Hears how many of how many pages are read, and answers whether to go on."""

MOST_PAGES = 500
_DOTS_A_POINT = 300 / 72
# A4 at that, and a little more: a page as large as a wall is drawn smaller.
_MOST_PIXELS = 10_000_000
_MARK, _MARK_WITHIN = b"%PDF-", 1024


def is_pdf(path: Path) -> bool:
    """Tell whether a file says that it is a PDF; one that cannot be read does not."""
    try:
        # A pipe would keep whoever opens it waiting.
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return _MARK in file.read(_MARK_WITHIN)
    except (OSError, ValueError):
        return False


def decode_file(path: Path, progress: Progress) -> list[str]:
    """Return the texts of the QR codes in a PDF or a picture, in order, each text once.

    Raises CheckinError as `decode_pdf` and `decode_image` do.
    """
    return decode_pdf(path, progress) if is_pdf(path) else decode_image(path)


def decode_pdf(path: Path, progress: Progress) -> list[str]:
    """Return the texts of the QR codes on all pages, in order, each text once.

    Raises CheckinError: pdf-damaged, pdf-locked, pdf-too-long, pdf-too-large, canceled.
    """
    from PySide6.QtPdf import QPdfDocument

    if path.stat().st_size > LARGEST_FILE:
        raise CheckinError("pdf-too-large", path=path, megabytes=LARGEST_FILE // 2**20)
    document = QPdfDocument()
    try:
        fault = document.load(str(path))
        if fault in {
            QPdfDocument.Error.IncorrectPassword,
            QPdfDocument.Error.UnsupportedSecurityScheme,
        }:
            raise CheckinError("pdf-locked", path=path)
        if fault is not QPdfDocument.Error.None_ or not document.pageCount():
            raise CheckinError("pdf-damaged", path=path)
        pages = document.pageCount()
        if pages > MOST_PAGES:
            raise CheckinError("pdf-too-long", path=path, pages=pages, most=MOST_PAGES)
        found: dict[str, None] = {}
        for page in range(pages):
            drawn = document.render(page, _pixels(document.pagePointSize(page)))
            found |= dict.fromkeys(decode_drawn(drawn))
            if not progress(page + 1, pages):
                raise CheckinError("canceled")
        return list(found)
    finally:
        document.close()


def _pixels(points: QSizeF) -> QSize:
    """Return how large to draw a page of so many points."""
    size = points * _DOTS_A_POINT
    area = size.width() * size.height()
    if area > _MOST_PIXELS:
        size *= (_MOST_PIXELS / area) ** 0.5
    return size.toSize().expandedTo(QSize(1, 1))
