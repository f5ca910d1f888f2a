"""Draws the slip with a recovery code, to be kept on paper: into a PDF or on a printer."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter

from checkin.domain.stock import A4_EIGHT
from checkin.render.fonts import load_fonts
from checkin.render.lettering import draw_setting as draw
from checkin.render.lettering import ladder, set_text
from checkin.render.pdf import PdfPages
from checkin.render.printing import PrinterPages, lay_out
from checkin.render.sheetplaces import page_size
from checkin.render.wholefile import write_whole

# Hundredths of a millimetre, as lettering measures.
_LEFT, _TOP, _WIDTH = 2500, 3000, 16000
_LINE = 1200


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands on the paper: what it is, of which event, the code, what it is good for."""

    heading: str
    event: str
    code: str
    advice: str


def write_slip(path: Path, slip: Slip) -> None:
    """Write the slip to a PDF; needs a `QGuiApplication`. Raises `font-missing`, `cannot-write`."""
    family = load_fonts()
    pages = PdfPages(page_size(A4_EIGHT), slip.heading)
    try:
        _draw(pages.painter, slip, family)
    finally:
        document = pages.close()
    write_whole(path, document)


def print_slip(printer: QPrinter, slip: Slip) -> None:
    """Print the slip. Raises `font-missing`, `printer-refused`."""
    family = load_fonts()
    lay_out(printer)
    pages = PrinterPages(printer)
    try:
        _draw(pages.painter, slip, family)
    finally:
        pages.painter.end()


def _draw(painter: QPainter, slip: Slip, family: str) -> None:
    painter.scale(0.01, 0.01)
    painter.setPen(QPen(QColor("black")))
    regular, bold = QFont.Weight.Normal, QFont.Weight.Bold
    top = float(_TOP)
    for text, weight, size in (
        (slip.heading, bold, 800),
        (slip.event, regular, 500),
        (slip.code, bold, 900),
        (slip.advice, regular, 420),
    ):
        setting = set_text(text, ladder(family, weight, (size, size * 3 // 4)), _WIDTH, 3 * size)
        box = QRectF(_LEFT, top, _WIDTH, setting.height)
        draw(painter, setting, box, top + setting.rise)
        top += setting.height + _LINE / 2
