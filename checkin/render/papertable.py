"""Lays a table out on A4 pages, page by page, so that ten thousand rows take no more memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QLineF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from checkin.render.page import Progress, tell
from checkin.render.paperpen import PaperPen, draw_lines
from checkin.render.pdf import MILLIMETRES_AN_INCH, PdfFile

PORTRAIT, LANDSCAPE = QSizeF(210, 297), QSizeF(297, 210)
MARGIN, TOP, BOTTOM = 12.0, 10.0, 15.0
_HEADING, _HEADING_SIZE = 6.5, 2.9
_INSIDE = 1.2
_SHADE = "#e9edf2"


@dataclass(frozen=True, slots=True)
class Column:
    """A column so many millimetres wide, its letters as large as `size`; `across` as in writing."""

    heading: str
    width: float
    size: float = 3.6
    bold: bool = False
    lines: int = 1
    across: float = 0.0


Cells = Sequence[str]


class TableContent(Protocol):
    """What stands on the pages around a table, and in it."""

    row_height: float
    head_height: float
    count: int

    @property
    def columns(self) -> Sequence[Column]: ...

    def cells(self, place: int) -> Cells:
        """Return the texts of a row, counted from 0."""

    def draw_row(self, painter: QPainter, place: int, area: QRectF) -> None:
        """Draw what a row has besides its texts."""

    def draw_head(self, painter: QPainter, area: QRectF, page: int) -> None:
        """Draw what stands above the table on a page, counted from 1."""

    def footer(self) -> str:
        """Return what stands below, at the left."""


class PaperTable:
    """A table on paper of one size; `pages` are how many it takes."""

    def __init__(self, pen: PaperPen, size: QSizeF, content: TableContent) -> None:
        self._pen = pen
        self._size = size
        self._content = content
        self._top = TOP + content.head_height
        room = size.height() - self._top - _HEADING - BOTTOM
        self._per_page = max(int(room / content.row_height), 1)
        self.pages = max(-(-content.count // self._per_page), 1)

    def write(self, path: Path, title: str, progress: Progress | None = None) -> None:
        """Write all pages to a new PDF. Raises `OSError`, and `DrawingStoppedError` if stopped."""
        pages = PdfFile(path, self._size, title)
        try:
            for page in range(1, self.pages + 1):
                if page > 1:
                    pages.new_page()
                self.draw_page(pages.painter, page)
                tell(progress, min(page * self._per_page, self._content.count))
        finally:
            pages.close()

    def picture(self, page: int, dpi: int) -> QImage:
        """Return a page, counted from 1, as a picture."""
        dots = dpi / MILLIMETRES_AN_INCH
        size = (self._size * dots).toSize()
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(dots, dots)
            self.draw_page(painter, page)
        finally:
            painter.end()
        return image

    def draw_page(self, painter: QPainter, page: int) -> None:
        """Draw a page, counted from 1, on a painter in millimetres."""
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        content = self._content
        width = self._size.width() - 2 * MARGIN
        content.draw_head(painter, QRectF(MARGIN, TOP, width, content.head_height), page)
        self._draw_headings(painter)
        first = (page - 1) * self._per_page
        shown = range(first, min(first + self._per_page, content.count))
        top = self._top + _HEADING
        for place in shown:
            area = QRectF(MARGIN, top, width, content.row_height)
            self._draw_cells(painter, content.cells(place), area)
            content.draw_row(painter, place, area)
            top += content.row_height
        self._draw_grid(painter, len(shown))
        self._draw_footer(painter, page)

    def column_area(self, number: int, row: QRectF) -> QRectF:
        """Return where a column, counted from 0, is within a row."""
        left = row.left() + sum(one.width for one in self._content.columns[:number])
        return QRectF(left, row.top(), self._content.columns[number].width, row.height())

    def _draw_headings(self, painter: QPainter) -> None:
        row = QRectF(MARGIN, self._top, self._size.width() - 2 * MARGIN, _HEADING)
        painter.fillRect(row, QColor(_SHADE))
        for number, column in enumerate(self._content.columns):
            area = self.column_area(number, row).adjusted(_INSIDE, 0, -_INSIDE, 0)
            self._pen.write(
                painter, column.heading, area, _HEADING_SIZE, bold=True, across=column.across
            )

    def _draw_cells(self, painter: QPainter, cells: Cells, row: QRectF) -> None:
        for number, (column, text) in enumerate(zip(self._content.columns, cells, strict=True)):
            if text:
                area = self.column_area(number, row).adjusted(_INSIDE, 0.4, -_INSIDE, -0.4)
                self._pen.write(
                    painter,
                    text,
                    area,
                    column.size,
                    bold=column.bold,
                    lines=column.lines,
                    across=column.across,
                )

    def _draw_grid(self, painter: QPainter, rows: int) -> None:
        content = self._content
        left, right = MARGIN, self._size.width() - MARGIN
        end = self._top + _HEADING + rows * content.row_height
        heights = [
            self._top,
            *(self._top + _HEADING + n * content.row_height for n in range(rows + 1)),
        ]
        lines = [QLineF(left, height, right, height) for height in heights]
        for column in (None, *content.columns):
            left += column.width if column else 0
            lines.append(QLineF(left, self._top, left, end))
        draw_lines(painter, lines)

    def _draw_footer(self, painter: QPainter, page: int) -> None:
        area = QRectF(MARGIN, self._size.height() - BOTTOM + 3, 0, 5)
        area.setWidth(self._size.width() - 2 * MARGIN)
        of = f"Page {page} of {self.pages}"
        beside = self._pen.width(of, 3.2) + 4
        self._pen.write(painter, of, area, 3.2, across=1.0)
        self._pen.write(painter, self._content.footer(), area.adjusted(0, 0, -beside, 0), 3.0)
