"""Prints badges at their true size, whatever the printer's dots and unprintable edges."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from checkin.domain.design import Design
from checkin.domain.stock import A4_EIGHT, USUAL_PLAN, SheetPlan, Stock, TwoSided
from checkin.errors import CheckinError
from checkin.render.drawer import Drawer
from checkin.render.face import BadgeFace
from checkin.render.page import DrawingStoppedError, Progress, draw_pages, refuse_none
from checkin.render.pdf import MILLIMETRES_AN_INCH
from checkin.render.sheetplaces import page_size

_DUPLEX = {
    TwoSided.NO: QPrinter.DuplexMode.DuplexNone,
    TwoSided.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    TwoSided.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}
# Printers tell their paper in whole points.
_SAME = 0.5


def lay_out(printer: QPrinter, stock: Stock = A4_EIGHT, two_sided: TwoSided = TwoSided.NO) -> None:
    """Make pages exactly the stock's, and without margins, since badges lie by the paper's edge."""
    size, orientation = paper_for(stock, QPrinterInfo(printer).supportedPageSizes())
    printer.setPageSize(size)
    printer.setPageOrientation(orientation)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF())
    printer.setDuplex(_DUPLEX[two_sided])


def paper_for(
    stock: Stock, papers: Sequence[QPageSize]
) -> tuple[QPageSize, QPageLayout.Orientation]:
    """Return which paper a printer that has `papers` is told to take, and how it lies.

    One that knows a stock's paper only upright prints across it.
    """
    size = page_size(stock)
    known = [paper.size(QPageSize.Unit.Millimeter) for paper in papers]
    if not _is_among(size, known) and _is_among(size.transposed(), known):
        return _exactly(size.transposed()), QPageLayout.Orientation.Landscape
    return _exactly(size), QPageLayout.Orientation.Portrait


def _exactly(size: QSizeF) -> QPageSize:
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    return QPageSize(size, QPageSize.Unit.Millimeter, "", exact)


def _is_among(size: QSizeF, known: Sequence[QSizeF]) -> bool:
    return any(
        abs(one.width() - size.width()) < _SAME and abs(one.height() - size.height()) < _SAME
        for one in known
    )


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
    lay_out(printer, plan.stock, plan.two_sided)
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
