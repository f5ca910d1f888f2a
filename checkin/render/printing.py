"""Prints badges at their true size, whatever the printer's dots and unprintable edges."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from checkin.domain.design import Design
from checkin.domain.stock import A4_EIGHT, USUAL_PLAN, SheetPlan, Stock
from checkin.errors import CheckinError
from checkin.render.drawer import Drawer
from checkin.render.face import BadgeFace
from checkin.render.page import DrawingStoppedError, Progress, draw_pages, page_size, refuse_none
from checkin.render.pdf import MILLIMETRES_AN_INCH


def lay_out(printer: QPrinter, stock: Stock = A4_EIGHT) -> None:
    """Make pages the stock's, upright and without margins, since badges lie by the paper's edge."""
    printer.setPageSize(QPageSize(page_size(stock), QPageSize.Unit.Millimeter))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF())


def print_sheets(
    printer: QPrinter,
    faces: Sequence[BadgeFace],
    design: Design,
    plan: SheetPlan = USUAL_PLAN,
    progress: Progress | None = None,
) -> int:
    """Print the badges and return how many: when stopped, those the printer had taken already.

    Needs a `QGuiApplication`; any thread will do. Raises `no-badges`, `font-missing`,
    `printer-refused`.
    """
    refuse_none(faces)
    drawer = Drawer(design)
    lay_out(printer, plan.stock)
    pages = PrinterPages(printer)
    try:
        draw_pages(pages, faces, plan, drawer, progress)
    except DrawingStoppedError as stopped:
        return 0 if printer.abort() else stopped.done
    finally:
        pages.painter.end()
    if printer.printerState() is QPrinter.PrinterState.Error:
        raise _refused(printer)
    return len(faces)


class PrinterPages:
    """Pages of a printer, drawn on in millimetres from the corner of the paper."""

    def __init__(self, printer: QPrinter) -> None:
        self._printer = printer
        self.painter = QPainter()
        if not self.painter.begin(printer):
            raise _refused(printer)
        # Where a printer insists on margins, its first dot lies inside them.
        origin = printer.pageLayout().paintRectPixels(printer.resolution()).topLeft()
        self.painter.translate(-origin)
        self.painter.scale(
            printer.logicalDpiX() / MILLIMETRES_AN_INCH, printer.logicalDpiY() / MILLIMETRES_AN_INCH
        )

    def new_page(self) -> None:
        if not self._printer.newPage():
            raise _refused(self._printer)


def _refused(printer: QPrinter) -> CheckinError:
    return CheckinError("printer-refused", printer=printer.printerName())
