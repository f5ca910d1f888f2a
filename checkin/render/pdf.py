"""Makes PDF pages of exactly the size asked for, which Qt rounds to whole points."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QFile, QFileDevice, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

DOTS_AN_INCH = 1200
MILLIMETRES_AN_INCH = 25.4
POINTS_AN_INCH = 72

_BOXES = ("MediaBox", "TrimBox")
_PART = 1 << 12


class PdfPages:
    """A PDF of pages of a `size`; `painter` draws in millimetres from the upper left corner.

    It goes to a `device`, if one is given, that is open. Call `close` whatever happens: Qt ends the
    program if a painter outlives its paper.
    """

    def __init__(self, size: QSizeF, title: str, device: QIODevice | None = None) -> None:
        self._size = size
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(device or self._buffer)
        self._writer.setTitle(title)
        self._writer.setCreator("Check-in")
        self._writer.setResolution(DOTS_AN_INCH)
        exact = QPageSize.SizeMatchPolicy.ExactMatch
        self._writer.setPageSize(QPageSize(self._size, QPageSize.Unit.Millimeter, "", exact))
        self._writer.setPageMargins(QMarginsF())
        self.painter = QPainter(self._writer)
        self._scale()

    def new_page(self) -> None:
        self._writer.newPage()

    def close(self) -> bytes:
        """End the document and return it, or nothing of what went to a device."""
        self.painter.end()
        document = bytes(self._buffer.data().data())
        for old, new in self.boxes():
            document = document.replace(old, new)
        return document

    def boxes(self) -> list[tuple[bytes, bytes]]:
        """Return how the boxes of pages are written, and how at their true size.

        Qt measures from the top of the rounded page, so what is too much comes off below and at the
        right. The text keeps its length, because the file says where each object begins.
        """
        rounded = self._writer.pageLayout().fullRectPoints().size()
        points = POINTS_AN_INCH / MILLIMETRES_AN_INCH
        width, height = self._size.width() * points, self._size.height() * points
        old = f"[0 0 {rounded.width():.6f} {rounded.height():.6f}]"
        new = f"[0 {rounded.height() - height:.3f} {width:.3f} {rounded.height()}"
        new = f"{new:<{len(old) - 1}}]"
        return [(f"/{box} {old}".encode(), f"/{box} {new}".encode()) for box in _BOXES]

    def _scale(self) -> None:
        dots = DOTS_AN_INCH / MILLIMETRES_AN_INCH
        self.painter.scale(dots, dots)


def write_pages(path: Path, size: QSizeF, title: str, draw: Callable[[PdfPages], None]) -> None:
    """Write what is drawn straight to a new file, however many pages that are.

    Raises `OSError`, and whatever `draw` does; the file may then be there in part.
    """
    device = QFile(str(path))
    if not device.open(QIODevice.OpenModeFlag.WriteOnly | QIODevice.OpenModeFlag.NewOnly):
        raise OSError(0, device.errorString())
    try:
        pages = PdfPages(size, title, device)
        try:
            draw(pages)
        finally:
            pages.close()
        # Qt goes on when a disk is full, and says so only here.
        if not device.flush() or device.error() is not QFileDevice.FileError.NoError:
            raise OSError(0, device.errorString())
    finally:
        device.close()
    _set_boxes(path, pages.boxes())


def _set_boxes(path: Path, boxes: list[tuple[bytes, bytes]]) -> None:
    # Parts overlap, since a box may begin in one and end in the next.
    overlap = max(len(old) for old, _ in boxes)
    with path.open("r+b") as file:
        start, part = 0, file.read(_PART)
        while part:
            changed = part
            for old, new in boxes:
                changed = changed.replace(old, new)
            if changed != part:
                file.seek(start)
                file.write(changed)
            start += _PART - overlap
            file.seek(start)
            part = file.read(_PART) if len(part) == _PART else b""
