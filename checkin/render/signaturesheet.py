"""Draws signature sheets: to PDF, and a page as a picture to look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from checkin.domain.sheetcode import page_text, printed_code
from checkin.domain.signaturesheet import SheetRow, SignatureSheet
from checkin.render.images import draw_logos
from checkin.render.page import Progress
from checkin.render.paperpen import PaperPen, draw_code
from checkin.render.papertable import LANDSCAPE, MARGIN, PORTRAIT, Column, PaperTable

_ROW, _HEAD_LOWER = 11.0, 30.0
_LOGO_HEIGHT, _LOGO_WIDTH, _LOGO_GAP = 14.0, 42.0, 6.0
_CODE, _BESIDE_CODE = 22.0, 8.0
_WALK_IN = "+"
_NAME_SIZE = 3.6
# Of this many rows it is asked whether they fit on upright paper.
_ASKED = 2_000
_TOO_LONG = 0.1
# Number, name, organisation, in, out; the signature has what is left.
_UPRIGHT, _ACROSS = (11.0, 50.0, 44.0, 14.0, 14.0), (13.0, 74.0, 78.0, 18.0, 18.0)


@dataclass(frozen=True, slots=True)
class Drawn:
    """How many pages there are, and what does not stand there as it is.

    `cut` are texts that no letters were small enough for, `boxed` those with letters that no font
    of this computer has.
    """

    pages: int
    cut: tuple[str, ...] = ()
    boxed: tuple[str, ...] = ()


def write_sheet(path: Path, sheet: SignatureSheet, progress: Progress | None = None) -> Drawn:
    """Write a sheet to a new PDF.

    Needs a `QGuiApplication`. Raises `font-missing`, `OSError`, and `DrawingStoppedError`.
    """
    pen = PaperPen()
    table = _table(pen, sheet)
    table.write(path, f"{sheet.title}: {sheet.session}", progress)
    return Drawn(table.pages, tuple(dict.fromkeys(pen.cut)), tuple(dict.fromkeys(pen.boxed)))


def first_page(sheet: SignatureSheet, dpi: int = 110) -> QImage:
    """Return the first page as a picture. Needs a `QGuiApplication`. Raises `font-missing`."""
    table = _table(PaperPen(), sheet)
    return table.picture(1, dpi)


def _table(pen: PaperPen, sheet: SignatureSheet) -> PaperTable:
    size = _paper(pen, sheet.rows)
    return PaperTable(pen, size, _Content(pen, sheet, size))


def _paper(pen: PaperPen, rows: Sequence[SheetRow]) -> QSizeF:
    """Return upright paper unless one name or organisation in ten is too long for it."""
    _, name, organisation, *_ = _UPRIGHT
    asked = long = 0
    for row in islice(rows, _ASKED):
        asked += 1
        long += pen.width(row.name, _NAME_SIZE, bold=True) > name * 1.2 or (
            pen.width(row.organisation, _NAME_SIZE) > organisation * 1.6
        )
    return LANDSCAPE if long > _TOO_LONG * asked else PORTRAIT


class _Content:
    """What stands on the pages of a sheet."""

    row_height = _ROW

    def __init__(self, pen: PaperPen, sheet: SignatureSheet, size: QSizeF) -> None:
        self._pen = pen
        self._sheet = sheet
        # Decoded once, so that the PDF holds each once.
        decoded = (QImage.fromData(one) for one in sheet.logos)
        self._logos = [one for one in decoded if not one.isNull()]
        self.count = len(sheet.rows) + sheet.blank
        self.head_height = _HEAD_LOWER + (_LOGO_HEIGHT if self._logos else 0)
        self.columns = _columns(size)

    def cells(self, place: int) -> Sequence[str]:
        """Return the texts of a row."""
        rows = self._sheet.rows
        if place >= len(rows):
            return (_WALK_IN, "", "", "", "", "")
        row = rows[place]
        return (str(place + 1), row.name, row.organisation, row.came, row.left, "")

    def draw_row(self, painter: QPainter, place: int, area: QRectF) -> None:
        """Draw nothing more."""

    def draw_head(self, painter: QPainter, area: QRectF, page: int) -> None:
        """Draw logos, what is signed for, and the code of the page."""
        sheet, write = self._sheet, self._pen.write
        beside = QRectF(area)
        beside.setRight(area.right() - _CODE - _BESIDE_CODE)
        self._draw_logos(painter, beside)
        top = area.top() + (_LOGO_HEIGHT + 1 if self._logos else 0)
        for text, size, bold, lines in (
            (sheet.title, 5.6, True, 2),
            (_joined(sheet.place, sheet.day), 3.8, False, 1),
            (_joined(sheet.session, sheet.hours), 4.2, True, 1),
            (_joined(*sheet.organizers, sheet.recorded), 3.0, False, 1),
        ):
            room = QRectF(beside.left(), top, beside.width(), size * 1.25)
            top += write(painter, text, room, size, bold=bold, lines=lines, down=0) + 0.6
        if sheet.code:
            self._draw_code(painter, area, page)

    def footer(self) -> str:
        """Return what sheet this is, and the seal of its day."""
        sheet = self._sheet
        named = f"Signature sheet {printed_code(sheet.code)}" if sheet.code else "Signature sheet"
        return _joined(named, f"sealed: {sheet.fingerprint}" if sheet.fingerprint else "")

    def _draw_code(self, painter: QPainter, area: QRectF, page: int) -> None:
        sheet = self._sheet
        place = QRectF(area.right() - _CODE, area.top(), _CODE, _CODE)
        draw_code(painter, page_text(sheet.code, page, sheet.fingerprint), place)
        words = place.translated(0, _CODE + 1).adjusted(-4, 0, 0, 4 - _CODE)
        self._pen.write(painter, printed_code(sheet.code), words, 3.6, bold=True, across=1.0)

    def _draw_logos(self, painter: QPainter, area: QRectF) -> None:
        room = QRectF(area.left(), area.top(), area.width(), _LOGO_HEIGHT - 2)
        draw_logos(painter, room, self._logos, _LOGO_WIDTH, _LOGO_GAP)


def _columns(size: QSizeF) -> tuple[Column, ...]:
    number, name, organisation, came, left = _UPRIGHT if size is PORTRAIT else _ACROSS
    rest = size.width() - 2 * MARGIN - number - name - organisation - came - left
    return (
        Column("No.", number, 3.4, across=1.0),
        Column("Name", name, _NAME_SIZE, bold=True, lines=5),
        Column("Organisation", organisation, 3.2, lines=5),
        Column("In", came, 3.6, across=0.5),
        Column("Out", left, 3.6, across=0.5),
        Column("Signature", rest),
    )


def _joined(*texts: str) -> str:
    return " · ".join(text for text in texts if text)
