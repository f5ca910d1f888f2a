"""The printers of this computer: which there are, how they are set, and badges drawn on one."""

from collections.abc import Sequence

from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from checkin.domain.design import Design
from checkin.domain.stock import SheetPlan
from checkin.errors import CheckinError
from checkin.render.face import BadgeFace
from checkin.render.page import Progress
from checkin.render.printing import lay_out, print_sheets
from checkin.ui.badges.bringing import Draw, HaltedError


def names() -> list[str]:
    """Return the printers this computer knows, its usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name))


def has_printer() -> bool:
    """Tell whether this computer knows any printer."""
    return bool(names())


def ask_printer(parent: QWidget, title: str) -> QPrinter | None:
    """Return the printer somebody chooses in the system's dialog, or None."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    lay_out(printer)
    return printer if set_up(parent, printer, title) else None


def set_up(parent: QWidget, printer: QPrinter, title: str) -> bool:
    """Let somebody set a printer, or choose another, in the system's dialog; return whether so."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    for option in (
        QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
        QAbstractPrintDialog.PrintDialogOption.PrintSelection,
        QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage,
        QAbstractPrintDialog.PrintDialogOption.PrintShowPageSize,
    ):
        dialog.setOption(option, False)
    return bool(dialog.exec())


def chosen_before(name: str, title: str) -> QPrinter:
    """Return the printer of that name without asking anybody; CheckinError where it is not there.

    The codes are `printer-unset` for an empty name, `printer-gone` for one not known any more.
    """
    if not name:
        raise CheckinError("printer-unset")
    if name not in names():
        raise CheckinError("printer-gone", printer=name)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    printer.setDocName(title)
    lay_out(printer)
    return printer


def draw_on(printer: QPrinter, plan: SheetPlan) -> Draw:
    """Return what draws badges on a printer."""

    def draw(faces: Sequence[BadgeFace], design: Design, progress: Progress) -> int:
        sure = _Sure(progress)
        try:
            return print_sheets(printer, faces, design, plan, sure.hear)
        except CheckinError as error:
            if sure.out:
                raise HaltedError(sure.out, error) from error
            raise

    return draw


class _Sure:
    """Knows of `out` badges that they are on paper, whatever becomes of the page just drawn.

    A printer that is gone says so when the next page begins, or at the end, and nobody knows then
    how far it came with the one before.
    """

    def __init__(self, progress: Progress) -> None:
        self.out = 0
        self._drawn = 0
        self._progress = progress

    def hear(self, done: int) -> bool:
        self.out, self._drawn = self._drawn, done
        return self._progress(done)
