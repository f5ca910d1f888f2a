"""Draws the page of test codes for a rehearsal: each code, and beside it what it is to show."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from checkin.render.fonts import load_fonts
from checkin.render.lettering import draw_setting as draw
from checkin.render.lettering import ladder, set_text
from checkin.render.pdf import PdfPages
from checkin.render.qr import matrix_of, runs
from checkin.render.wholefile import write_whole

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
COLUMNS = 2
_LEFT, _TOP, _WIDTH, _HEIGHT = 15.0, 54.0, 90.0, 46.0
_CODE, _BESIDE = 30.0, 34.0
# What is printed of a torn code; two of its three finding marks are gone.
_LEFT_OF_TORN = 0.45
_REGULAR, _BOLD = QFont.Weight.Normal, QFont.Weight.Bold


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """One code and the words beside it; a `torn` one is drawn in part. `text` is capitals."""

    text: str
    heading: str
    shows: str
    advice: str
    torn: bool = False


@dataclass(frozen=True, slots=True)
class PracticePage:
    """What stands above the cards, and the cards."""

    title: str
    event: str
    advice: str
    cards: Sequence[PracticeCard]


def area_of(place: int) -> tuple[float, float, float, float]:
    """Return left, top, width and height of the card at a place, from 0, in millimetres."""
    down, across = divmod(place, COLUMNS)
    return _LEFT + across * _WIDTH, _TOP + down * _HEIGHT, _WIDTH, _HEIGHT


def write_practice_page(path: Path, page: PracticePage) -> None:
    """Write the page to a PDF; needs a `QGuiApplication`. Raises `font-missing`, `cannot-write`."""
    pen = _Pen(load_fonts())
    pages = PdfPages(QSizeF(PAGE_WIDTH, PAGE_HEIGHT), page.title)
    try:
        # Hundredths of a millimetre, as lettering measures.
        pages.painter.scale(0.01, 0.01)
        pages.painter.setPen(QPen(QColor("black")))
        pen.draw(pages.painter, page)
    finally:
        document = pages.close()
    write_whole(path, document)


class _Pen:
    """Writes and draws in one font; what it is told in millimetres it draws in hundredths."""

    def __init__(self, family: str) -> None:
        self._family = family

    def draw(self, painter: QPainter, page: PracticePage) -> None:
        width, top = PAGE_WIDTH - 2 * _LEFT, 14.0
        for text, weight, size in (
            (page.title, _BOLD, 8.0),
            (page.event, _REGULAR, 5.0),
            (page.advice, _REGULAR, 4.2),
        ):
            top += self._write(painter, text, weight, size, (_LEFT, top, width)) + 2.0
        for place, card in enumerate(page.cards):
            self._draw_card(painter, card, *area_of(place)[:2])

    def _draw_card(self, painter: QPainter, card: PracticeCard, left: float, top: float) -> None:
        _draw_code(painter, card, left, top)
        beside, width = left + _BESIDE, _WIDTH - _BESIDE - 3.0
        for text, weight, size in (
            (card.heading, _BOLD, 4.4),
            (card.shows, _BOLD, 4.4),
            (card.advice, _REGULAR, 3.6),
        ):
            top += self._write(painter, text, weight, size, (beside, top, width)) + 1.0

    def _write(
        self,
        painter: QPainter,
        text: str,
        weight: QFont.Weight,
        size: float,
        at: tuple[float, float, float],
    ) -> float:
        """Write a text of at most two lines at left, top and width; return how high it is."""
        left, top, width = (100 * one for one in at)
        sizes = [round(100 * size * share) for share in (1, 0.9, 0.8, 0.7)]
        setting = set_text(text, ladder(self._family, weight, sizes), width, 300 * size, sizes[0])
        box = QRectF(left, top, width, setting.height)
        draw(painter, setting, box, top + setting.rise)
        return setting.height / 100


def _draw_code(painter: QPainter, card: PracticeCard, left: float, top: float) -> None:
    rows = matrix_of(card.text)
    module = _CODE / len(rows)
    kept = _LEFT_OF_TORN * _CODE if card.torn else _CODE
    black = QColor("black")
    for x, y, wide, high in runs(rows):
        width = min(wide * module, kept - x * module)
        if width > 0:
            area = (left + x * module, top + y * module, width, high * module)
            painter.fillRect(QRectF(*(100 * one for one in area)), black)
