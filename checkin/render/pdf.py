"""Makes PDF pages of exactly the size asked for, which Qt rounds to whole points."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

DOTS_AN_INCH = 1200
MILLIMETRES_AN_INCH = 25.4
POINTS_AN_INCH = 72


class PdfPages:
    """A PDF of pages of a `size`; `painter` draws in millimetres from the upper left corner.

    Call `close` whatever happens: Qt ends the program if a painter outlives its paper.
    """

    def __init__(self, size: QSizeF, title: str) -> None:
        self._size = size
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
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
        """End the document and return it."""
        self.painter.end()
        rounded = self._writer.pageLayout().fullRectPoints().size()
        document = bytes(self._buffer.data().data())
        return _with_exact_pages(document, (rounded.width(), rounded.height()), self._size)

    def _scale(self) -> None:
        dots = DOTS_AN_INCH / MILLIMETRES_AN_INCH
        self.painter.scale(dots, dots)


def _with_exact_pages(document: bytes, rounded: tuple[int, int], size: QSizeF) -> bytes:
    """Return `document` with the page boxes at their true size.

    Qt measures from the top of the rounded page, so what is too much comes off below and at the
    right. The text keeps its length, because the file says where each object begins.
    """
    points = POINTS_AN_INCH / MILLIMETRES_AN_INCH
    width, height = size.width() * points, size.height() * points
    old = f"[0 0 {rounded[0]:.6f} {rounded[1]:.6f}]"
    new = f"[0 {rounded[1] - height:.3f} {width:.3f} {rounded[1]}"
    new = f"{new:<{len(old) - 1}}]"
    for box in ("MediaBox", "TrimBox"):
        document = document.replace(f"/{box} {old}".encode(), f"/{box} {new}".encode())
    return document
