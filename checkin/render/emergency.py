"""Draws the emergency list, to be worked with by hand, and keeps it in a folder as PDF."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from checkin.domain.sheetcode import printed_code
from checkin.domain.signaturesheet import Emergency, EmergencyList
from checkin.render.page import Progress
from checkin.render.paperpen import PaperPen, draw_box
from checkin.render.papertable import MARGIN, PORTRAIT, Column, PaperTable
from checkin.render.signaturesheet import write_sheet
from checkin.render.wholefile import whole_file

_ROW, _HEAD = 8.0, 25.0
_BOX = 4.2
_FIRST_BOX = 4
_COLUMNS = (
    Column("Name", 58.0, 3.4, bold=True, lines=3),
    Column("Organisation", 50.0, 3.0, lines=3),
    Column("Badge", 31.0, 3.2),
    Column("In now", 17.0, 3.4, across=0.5),
    Column("In", 10.0, across=0.5),
    Column("Out", 10.0, across=0.5),
    Column("Note", PORTRAIT.width() - 2 * MARGIN - 176.0, 2.4, lines=3),
)


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """Where the emergency list is, and the signature sheet that goes with it."""

    people: Path
    sheet: Path


def write_emergency(
    folder: Path, emergency: Emergency, progress: Progress | None = None
) -> KeptFiles:
    """Write both files, each whole or not at all, in place of older ones.

    Needs a `QGuiApplication`. Raises `font-missing`, `cannot-write`, and `DrawingStoppedError`.
    """
    people, name = emergency.people, emergency.name
    files = KeptFiles(
        folder / f"{name} emergency list.pdf", folder / f"{name} emergency signature sheet.pdf"
    )
    with whole_file(files.people) as beside:
        _table(people).write(beside, f"{people.title}: emergency list", progress)
    with whole_file(files.sheet) as beside:
        write_sheet(beside, emergency.sheet, progress)
    return files


def _table(people: EmergencyList) -> PaperTable:
    pen = PaperPen()
    return PaperTable(pen, PORTRAIT, _Content(pen, people))


class _Content:
    """What stands on the pages of the list."""

    row_height, head_height = _ROW, _HEAD
    columns = _COLUMNS

    def __init__(self, pen: PaperPen, people: EmergencyList) -> None:
        self._pen = pen
        self._people = people
        self.count = len(people.rows)

    def cells(self, place: int) -> Sequence[str]:
        """Return the texts of a row."""
        row = self._people.rows[place]
        return (row.name, row.organisation, row.badge, row.inside, "", "", row.note)

    def draw_row(self, painter: QPainter, place: int, area: QRectF) -> None:
        """Draw the two boxes to be ticked."""
        left = area.left() + sum(column.width for column in _COLUMNS[:_FIRST_BOX])
        for column in _COLUMNS[_FIRST_BOX : _FIRST_BOX + 2]:
            box = QRectF(0, 0, _BOX, _BOX)
            box.moveCenter(QRectF(left, area.top(), column.width, area.height()).center())
            draw_box(painter, box)
            left += column.width

    def draw_head(self, painter: QPainter, area: QRectF, page: int) -> None:
        """Draw what this is, of when, and how many are in."""
        people, top = self._people, area.top()
        counts = f"{len(people.rows)} registered or in · {people.inside} in now"
        where = " · ".join(text for text in (people.title, people.place, people.day) if text)
        for text, size, bold in (
            ("Emergency list", 6.0, True),
            (where, 3.8, False),
            (f"As of {people.as_of} · {counts}", 4.0, True),
        ):
            room = QRectF(area.left(), top, area.width(), size * 1.25)
            top += self._pen.write(painter, text, room, size, bold=bold, down=0) + 0.6

    def footer(self) -> str:
        """Return what to do with it."""
        sheet = self._people.sheet
        beside = f" Signature sheet: {printed_code(sheet)}." if sheet else ""
        return f"Tick who comes and who leaves; type it in afterwards.{beside}"
