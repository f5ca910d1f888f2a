"""Asks which printer is meant, or takes the one chosen before."""

from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from checkin.errors import CheckinError
from checkin.render.printing import lay_out


def has_printer() -> bool:
    """Tell whether this computer knows any printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask_printer(parent: QWidget, title: str, last: str) -> QPrinter | None:
    """Return the printer somebody chooses, `last` being offered first, or None."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if last in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(last)
    printer.setDocName(title)
    lay_out(printer)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    for option in (
        QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
        QAbstractPrintDialog.PrintDialogOption.PrintSelection,
        QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage,
        QAbstractPrintDialog.PrintDialogOption.PrintShowPageSize,
    ):
        dialog.setOption(option, False)
    return printer if dialog.exec() else None


def chosen_before(name: str, title: str) -> QPrinter:
    """Return the printer of that name without asking anybody; CheckinError where it is not there.

    The codes are `printer-unset` for an empty name, `printer-gone` for one not known any more.
    """
    if not name:
        raise CheckinError("printer-unset")
    if name not in QPrinterInfo.availablePrinterNames():
        raise CheckinError("printer-gone", printer=name)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    printer.setDocName(title)
    lay_out(printer)
    return printer
