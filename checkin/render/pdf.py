"""Makes PDF pages of exactly the size asked for, which Qt rounds to whole points."""

import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QFile, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

DOTS_AN_INCH = 1200
MILLIMETRES_AN_INCH = 25.4
POINTS_AN_INCH = 72
# What is read at once of a file that is put right.
_WINDOW = 1 << 20


class _Pages:
    """Pages of a `size` on a device; `painter` draws in millimetres from the upper left corner."""

    def __init__(self, device: QIODevice, size: QSizeF, title: str) -> None:
        self._writer = QPdfWriter(device)
        self._writer.setTitle(title)
        self._writer.setCreator("Check-in")
        self._writer.setResolution(DOTS_AN_INCH)
        exact = QPageSize.SizeMatchPolicy.ExactMatch
        self._writer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter, "", exact))
        self._writer.setPageMargins(QMarginsF())
        self._size = size
        self.painter = QPainter(self._writer)
        self._scale()

    def new_page(self) -> None:
        self._writer.newPage()

    def _scale(self) -> None:
        dots = DOTS_AN_INCH / MILLIMETRES_AN_INCH
        self.painter.scale(dots, dots)

    def _boxes(self) -> list[tuple[bytes, bytes]]:
        """Return the page boxes as Qt writes them, each with what it has to be, as long.

        Qt measures from the top of the rounded page, so what is too much comes off below and at
        the right. They keep their length, because the file says where each object begins.
        """
        points = POINTS_AN_INCH / MILLIMETRES_AN_INCH
        rounded = self._writer.pageLayout().fullRectPoints().size()
        width, height = self._size.width() * points, self._size.height() * points
        old = f"[0 0 {rounded.width():.6f} {rounded.height():.6f}]"
        new = f"[0 {rounded.height() - height:.3f} {width:.3f} {rounded.height()}"
        new = f"{new:<{len(old) - 1}}]"
        return [
            (f"/{box} {old}".encode(), f"/{box} {new}".encode()) for box in ("MediaBox", "TrimBox")
        ]


class PdfPages(_Pages):
    """A short PDF in memory.

    Call `close` whatever happens: Qt ends the program if a painter outlives its paper.
    """

    def __init__(self, size: QSizeF, title: str) -> None:
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        super().__init__(self._buffer, size, title)

    def close(self) -> bytes:
        """End the document and return it."""
        self.painter.end()
        document = bytes(self._buffer.data().data())
        for rounded, exact in self._boxes():
            document = document.replace(rounded, exact)
        return document


class PdfFile(_Pages):
    """A PDF of any length, of which only one page is in memory at a time; call `close` likewise.

    Raises `OSError` where there can be no new file at `path`.
    """

    def __init__(self, path: Path, size: QSizeF, title: str) -> None:
        self._path = path
        self._file = QFile(str(path))
        self._file.open(QIODevice.OpenModeFlag.WriteOnly | QIODevice.OpenModeFlag.NewOnly)
        self._refuse_trouble()
        super().__init__(self._file, size, title)

    def close(self) -> None:
        """End the document and wait until the disk has it. Raises `OSError`."""
        self.painter.end()
        self._file.close()
        self._refuse_trouble()
        with self._path.open("r+b") as file:
            boxes = self._boxes()
            for start in range(0, self._path.stat().st_size, _WINDOW):
                file.seek(start)
                found = made = file.read(_WINDOW + len(boxes[0][0]))
                for rounded, exact in boxes:
                    made = made.replace(rounded, exact)
                if made != found:
                    file.seek(start)
                    file.write(made)
            file.flush()
            os.fsync(file.fileno())

    def _refuse_trouble(self) -> None:
        if self._file.error() is not QFile.FileError.NoError:
            raise OSError(None, self._file.errorString())
