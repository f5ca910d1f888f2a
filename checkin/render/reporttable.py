"""Draws the numbers of a report as a table, its head again on each page."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from checkin.domain.reportnumbers import Figures, ReportNumbers
from checkin.render.flow import Block
from checkin.render.paperpen import PaperPen

_ROW, _NAME_WIDTH, _LETTERS, _HEAD_LETTERS = 6.2, 46.0, 3.2, 2.4
_SHADE, _LINE = "#e9edf2", "#4d5866"
_NOT_TOLD = "–"

_Tell = Callable[[Figures], int]
_COLUMNS: tuple[tuple[str, _Tell], ...] = (
    ("Registered", lambda one: one.registered),
    ("People", lambda one: one.people),
    ("No-shows", lambda one: one.no_shows),
    ("Walk-ins", lambda one: one.walk_ins),
    ("Organisations", lambda one: one.organisations),
    ("Small or medium", lambda one: one.small_and_medium),
    ("Partners", lambda one: one.partners),
    ("People from elsewhere", lambda one: one.external_people),
)
# Nobody is expected in a session that nobody booked.
_OF_THE_EXPECTED = {"Registered", "No-shows"}


def table_blocks(pen: PaperPen, numbers: ReportNumbers) -> Iterator[Block]:
    """Yield the table: the whole event, its days and its sessions."""
    names = [name for name, _ in _COLUMNS]
    head = _row(pen, "", names, head=True)
    yield Block(head.height, head.draw, leads=True)
    for name, figures, bold in _rows(numbers):
        row = _row(pen, name, _texts(figures), bold=bold)
        yield Block(row.height, row.draw, again=head)


def _rows(numbers: ReportNumbers) -> Iterator[tuple[str, Figures, bool]]:
    yield "The whole event", numbers.whole, True
    for day in numbers.days:
        yield f"{day.day:%A} {day.day.day} {day.day:%B}", day.figures, False
    for one in numbers.sessions:
        yield one.session.name, one.figures, False


def _texts(figures: Figures) -> list[str]:
    return [
        str(tell(figures)) if figures.registered or name not in _OF_THE_EXPECTED else _NOT_TOLD
        for name, tell in _COLUMNS
    ]


def _row(
    pen: PaperPen, name: str, texts: Sequence[str], *, head: bool = False, bold: bool = False
) -> Block:
    size = _HEAD_LETTERS if head else _LETTERS

    def draw(painter: QPainter, area: QRectF) -> None:
        if head or bold:
            painter.fillRect(area, QColor(_SHADE))
        room = QRectF(area.left() + 1, area.top(), _NAME_WIDTH - 2, area.height())
        pen.write(painter, name, room, _LETTERS, bold=bold)
        width = (area.width() - _NAME_WIDTH) / len(texts)
        for number, text in enumerate(texts):
            left = area.left() + _NAME_WIDTH + number * width
            box = QRectF(left + 0.5, area.top(), width - 1.5, area.height())
            pen.write(
                painter, text, box, size, bold=head or bold, lines=2 if head else 1, across=1.0
            )
        painter.fillRect(QRectF(area.left(), area.bottom() - 0.1, area.width(), 0.1), QColor(_LINE))

    return Block(2 * _ROW if head else _ROW, draw)
