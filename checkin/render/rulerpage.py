"""Draws the page on which it is measured how far a printer is off, with the outlines of a stock."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter

from checkin.domain.ruler import cross_distance, crosses
from checkin.domain.stock import UNITS_A_MILLIMETRE, Stock
from checkin.render.fonts import load_fonts
from checkin.render.lettering import Setting, draw_setting, ladder, set_text
from checkin.render.pdf import PdfPages
from checkin.render.printing import PrinterPages, lay_out
from checkin.render.sheetplaces import area_of, page_size
from checkin.render.slot import restoring
from checkin.render.wholefile import write_whole

_THIN, _HAIR = 0.15, 0.08
_TICK, _TICK_FIVE, _TICK_TEN = 1.5, 2.5, 3.5
# A ruler runs from the paper's edge this much further than its cross.
_BEYOND = 10
_RING = 1.5
_NUMBER, _SLOT_NUMBER, _NUMBER_ASIDE = 2.4, 6.0, 8.0
_WORDS_WIDTH, _WORDS_ROOM, _BETWEEN = 90.0, 4.0, 1.5
_LINE_ROOM, _LINE_AWAY = 60.0, 10.0
_LEAST_FOR_WORDS = 200.0
_MOST_LINES = 12
_QUIET = "#9aa4b1"
_REGULAR, _BOLD = QFont.Weight.Normal, QFont.Weight.Bold


@dataclass(frozen=True, slots=True)
class RulerPage:
    """The stock the page is for, and what stands on it where there is room: title and steps."""

    stock: Stock
    title: str
    steps: Sequence[str]


def write_ruler_page(path: Path, page: RulerPage) -> None:
    """Write the page to a PDF; needs a `QGuiApplication`. Raises `font-missing`, `cannot-write`."""
    pen = _Pen(load_fonts())
    pages = PdfPages(page_size(page.stock), page.title)
    try:
        pen.draw(pages.painter, page)
    finally:
        document = pages.close()
    write_whole(path, document)


def print_ruler_page(printer: QPrinter, page: RulerPage) -> None:
    """Print the page without any adjustment. Raises `font-missing`, `printer-refused`."""
    pen = _Pen(load_fonts())
    lay_out(printer, page.stock)
    pages = PrinterPages(printer)
    try:
        pen.draw(pages.painter, page)
    finally:
        pages.painter.end()


class _Pen:
    """Draws in millimetres, and writes in one font."""

    def __init__(self, family: str) -> None:
        self._family = family

    def draw(self, painter: QPainter, page: RulerPage) -> None:
        self._draw_outlines(painter, page.stock)
        painter.setPen(QPen(QColor("black"), _THIN, c=Qt.PenCapStyle.FlatCap))
        size, away = page_size(page.stock), cross_distance(page.stock) / UNITS_A_MILLIMETRE
        for x, y in crosses(page.stock):
            cross = QPointF(x, y) / UNITS_A_MILLIMETRE
            painter.drawEllipse(cross, _RING, _RING)
            right, low = cross.x() > size.width() / 2, cross.y() > size.height() / 2
            across = QPointF(-1 if right else 1, 0)
            down = QPointF(0, -1 if low else 1)
            for way in (across, down):
                start = cross - way * away
                self._draw_ruler(painter, start, way, int(away) + _BEYOND, numbered=False)
        if min(_sides(size)) >= _LEAST_FOR_WORDS:
            self._draw_words(painter, page)

    def _draw_outlines(self, painter: QPainter, stock: Stock) -> None:
        """Draw where badges come and which slot is which, to be held against a sheet of labels."""
        corner = stock.corner / UNITS_A_MILLIMETRE
        middle = page_size(stock).width() / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for slot in range(1, stock.badges_a_page + 1):
            area = area_of(stock, slot)
            painter.setPen(QPen(QColor(_QUIET), _HAIR))
            painter.drawRoundedRect(area, corner, corner)
            if stock.badges_a_page > 1:
                # At the outer side, where no words come.
                outer = _NUMBER_ASIDE if area.center().x() <= middle else -_NUMBER_ASIDE
                edge = area.left() if outer > 0 else area.right()
                place = QPointF(edge + outer, area.center().y())
                self._write(painter, str(slot), _SLOT_NUMBER, place, _QUIET)

    def _draw_ruler(
        self, painter: QPainter, start: QPointF, step: QPointF, count: int, numbered: bool = True
    ) -> None:
        """Draw a ruler of so many millimetres from `start` on, `step` being the first."""
        aside = QPointF(step.y(), step.x())
        painter.drawLine(QLineF(start, start + step * count))
        painter.drawLines([_tick(start + step * at, aside, at) for at in range(count + 1)])
        for at in range(10, count + 1, 10) if numbered else ():
            middle = start + step * at + aside * (_TICK_TEN + _NUMBER)
            self._write(painter, str(at), _NUMBER, middle)

    def _draw_words(self, painter: QPainter, page: RulerPage) -> None:
        """Write what to do in the middle, and draw a ruler each way to tell lengths by."""
        size = page_size(page.stock)
        middle = QPointF(size.width() / 2, size.height() / 2)
        texts = [(page.title, _BOLD, 6.0), *((step, _REGULAR, 3.8) for step in page.steps)]
        settings = [self._set(*text) for text in texts]
        height = sum(one.height / UNITS_A_MILLIMETRE + _BETWEEN for one in settings)
        box = QRectF(0, 0, _WORDS_WIDTH + 2 * _WORDS_ROOM, height + 2 * _WORDS_ROOM)
        box.moveCenter(middle)
        painter.fillRect(box, QColor("white"))
        left, top = box.left() + _WORDS_ROOM, box.top() + _WORDS_ROOM
        for setting in settings:
            self._put(painter, setting, QRectF(left, top, _WORDS_WIDTH, 0))
            top += setting.height / UNITS_A_MILLIMETRE + _BETWEEN
        across, down = (int(side - _LINE_ROOM) // 50 * 50 for side in _sides(size))
        beside = QPointF(box.left() - _LINE_AWAY, middle.y() - down / 2)
        below = QPointF(middle.x() - across / 2, beside.y() + down + _LINE_AWAY)
        for start, step, length in (
            (below, QPointF(1, 0), across),
            (beside, QPointF(0, 1), down),
        ):
            self._draw_ruler(painter, start, step, length)

    def _set(self, text: str, weight: QFont.Weight, size: float) -> Setting:
        """Set a text of so many millimetres on as many lines as it takes."""
        steps = ladder(self._family, weight, [round(size * UNITS_A_MILLIMETRE)])
        width = _WORDS_WIDTH * UNITS_A_MILLIMETRE
        return set_text(text, steps, width, _MOST_LINES * width, lines=_MOST_LINES)

    def _write(
        self, painter: QPainter, text: str, size: float, middle: QPointF, colour: str = "black"
    ) -> None:
        """Write a few figures around a place."""
        setting = self._set(text, _REGULAR, size)
        area = QRectF(0, 0, _WORDS_WIDTH, 0)
        area.moveCenter(middle - QPointF(0, setting.height / UNITS_A_MILLIMETRE / 2))
        self._put(painter, setting, area, colour, share=0.5)

    @staticmethod
    def _put(
        painter: QPainter,
        setting: Setting,
        area: QRectF,
        colour: str = "black",
        share: float = 0.0,
    ) -> None:
        """Draw a text from the top of `area` down."""
        with restoring(painter):
            painter.setPen(QColor(colour))
            painter.scale(1 / UNITS_A_MILLIMETRE, 1 / UNITS_A_MILLIMETRE)
            box = QRectF(area.topLeft() * UNITS_A_MILLIMETRE, area.size() * UNITS_A_MILLIMETRE)
            draw_setting(painter, setting, box, box.top() + setting.rise, share)


def _sides(size: QSizeF) -> tuple[float, float]:
    return size.width(), size.height()


def _tick(at: QPointF, aside: QPointF, count: int) -> QLineF:
    length = _TICK_TEN if count % 10 == 0 else _TICK_FIVE if count % 5 == 0 else _TICK
    return QLineF(at, at + aside * length)
