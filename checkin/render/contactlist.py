"""Draws the list of those whose contact may be passed on, as pages to hand out."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QLineF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from checkin.domain.event import Event
from checkin.domain.people import Attendee
from checkin.render.faces import days_in_words
from checkin.render.fonts import load_fonts
from checkin.render.glyphs import Shapes
from checkin.render.lettering import Ladder, Setting, draw_setting, ladder, set_text
from checkin.render.pdf import PdfFile
from checkin.render.texts import printable, reads_leftwards
from checkin.render.wholefile import whole_file

# All lengths are hundredths of a millimetre, as lettering measures.
WIDTH, HEIGHT = 21_000, 29_700
_LEFT, _TOP, _BOTTOM = 1_500, 1_400, 28_200
_FIRST_ROW = 4_300
_GUTTER, _BETWEEN = 500, 260
_COLUMNS = (5_400, 5_600, 6_000)
_BOLD, _REGULAR = QFont.Weight.Bold, QFont.Weight.Normal
_NAME, _SIZE, _SMALL, _TITLE = 400, 340, 290, 620
_MOST_LINES = 12
_INK, _GREY, _RULE = QColor("#17202c"), QColor("#5a6472"), QColor("#c9ced6")


@dataclass(frozen=True, slots=True)
class ListWords:
    """What stands on each page, in the language it is read in; `page` has {page} and {pages}."""

    title: str = "Contacts"
    offers: str = "Offers"
    seeks: str = "Seeks"
    advice: str = "Those named here agreed that those named here may reach them; nobody else may."
    page: str = "Page {page} of {pages}"


@dataclass(frozen=True, slots=True)
class _Row:
    """Somebody as they are drawn: what stands in each column, line under line."""

    columns: tuple[tuple[tuple[Setting, QColor], ...], ...]

    @property
    def height(self) -> float:
        return max(sum(one.height for one, _ in column) for column in self.columns)


def write_contact_list(
    path: Path, event: Event, people: Sequence[Attendee], words: ListWords | None = None
) -> int:
    """Write people to a PDF of A4 pages and return how many pages; needs a `QGuiApplication`.

    Raises `font-missing`, `cannot-write`.
    """
    pen = _Pen(event, words or ListWords())
    pages = _paged([pen.row(one) for one in people])
    size = QSizeF(WIDTH / 100, HEIGHT / 100)
    title = f"{event.title} – {pen.words.title}"
    with whole_file(path) as beside, closing(PdfFile(beside, size, title)) as file:
        file.painter.scale(0.01, 0.01)
        for number, rows in enumerate(pages, start=1):
            if number > 1:
                file.new_page()
            pen.draw(file.painter, rows, number, len(pages))
    return len(pages)


def _paged(rows: Sequence[_Row]) -> list[list[_Row]]:
    pages: list[list[_Row]] = [[]]
    room = _BOTTOM - _FIRST_ROW
    for row in rows:
        if pages[-1] and row.height > room:
            pages.append([])
            room = _BOTTOM - _FIRST_ROW
        pages[-1].append(row)
        room -= int(row.height) + 2 * _BETWEEN
    return pages


class _Pen:
    """Sets and draws in one font."""

    def __init__(self, event: Event, words: ListWords) -> None:
        self.words = words
        self._event = event
        self._family = load_fonts()
        self._shapes = Shapes()
        self._ladder = lru_cache(maxsize=None)(self._made)

    def row(self, one: Attendee) -> _Row:
        words = self.words
        lines = (
            ((one.name, _BOLD, _NAME, _INK), (one.job_title, _REGULAR, _SIZE, _GREY)),
            (
                (one.organisation, _REGULAR, _SIZE, _INK),
                (one.country, _REGULAR, _SIZE, _GREY),
                (one.email, _REGULAR, _SIZE, _INK),
            ),
            (
                (_said(words.offers, one.offers), _REGULAR, _SIZE, _INK),
                (_said(words.seeks, one.seeks), _REGULAR, _SIZE, _INK),
            ),
        )
        return _Row(
            tuple(
                tuple(
                    (self._set(text, weight, size, width), ink)
                    for text, weight, size, ink in column
                    if printable(text)
                )
                for column, width in zip(lines, _COLUMNS, strict=True)
            )
        )

    def draw(self, painter: QPainter, rows: Sequence[_Row], number: int, pages: int) -> None:
        """Draw one page."""
        self._draw_head(painter)
        top = float(_FIRST_ROW)
        for row in rows:
            left = _LEFT
            for column, width in zip(row.columns, _COLUMNS, strict=True):
                self._draw_column(painter, column, QRectF(left, top, width, row.height))
                left += width + _GUTTER
            top += row.height + _BETWEEN
            _draw_rule(painter, top)
            top += _BETWEEN
        told = self.words.page.format(page=number, pages=pages)
        self._write(painter, self.words.advice, _SMALL, _GREY, (_LEFT, _BOTTOM + 300, 14_500))
        self._write(painter, told, _SMALL, _GREY, (WIDTH - _LEFT - 3_000, _BOTTOM + 300, 3_000), 1)

    def _draw_head(self, painter: QPainter) -> None:
        event, width = self._event, WIDTH - 2 * _LEFT
        where = " · ".join(part for part in (days_in_words(event), event.venue) if part)
        self._write(painter, event.title, _TITLE, _INK, (_LEFT, _TOP, width), weight=_BOLD)
        below = (_LEFT, _TOP + 900, width)
        self._write(painter, f"{self.words.title} · {where}", _NAME, _GREY, below)
        _draw_rule(painter, _FIRST_ROW - _BETWEEN)

    def _write(
        self,
        painter: QPainter,
        text: str,
        size: int,
        ink: QColor,
        at: tuple[int, int, int],
        share: float = 0.0,
        weight: QFont.Weight = _REGULAR,
    ) -> None:
        """Write one line at left, top and width, as small as it has to be."""
        left, top, width = at
        steps = self._ladder(weight, *(round(size * part) for part in (1, 0.85, 0.7)))
        shown = self._shapes.drawable(printable(text))
        setting = set_text(shown, steps, width, 2 * size, lines=1)
        painter.setPen(QPen(ink))
        box = QRectF(left, top, width, setting.height)
        draw_setting(painter, setting, box, top + setting.rise, share)

    @staticmethod
    def _draw_column(
        painter: QPainter, column: Sequence[tuple[Setting, QColor]], box: QRectF
    ) -> None:
        top = box.top()
        for setting, ink in column:
            painter.setPen(QPen(ink))
            share = 1.0 if reads_leftwards(setting.lines[0]) else 0.0
            area = QRectF(box.left(), top, box.width(), setting.height)
            draw_setting(painter, setting, area, top + setting.rise, share)
            top += setting.height

    def _set(self, text: str, weight: QFont.Weight, size: int, width: int) -> Setting:
        shown = self._shapes.drawable(printable(text))
        # One size for all: what does not fit on the lines there are ends in an ellipsis.
        return set_text(shown, self._ladder(weight, size), width, 99 * size, lines=_MOST_LINES)

    def _made(self, weight: QFont.Weight, *sizes: int) -> Ladder:
        return ladder(self._family, weight, sizes)


def _said(what: str, topics: str) -> str:
    return f"{what}: {topics}" if topics else ""


def _draw_rule(painter: QPainter, top: float) -> None:
    painter.setPen(QPen(_RULE, 18))
    painter.drawLine(QLineF(_LEFT, top, WIDTH - _LEFT, top))
