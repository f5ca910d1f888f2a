"""The tick that says whether a badge is printed at once, and on which printer."""

from PySide6.QtWidgets import QCheckBox, QDialog

from checkin.ui.parts import action, literal


class PrintTick(QCheckBox):
    """Ticked unless somebody said no; of no use, and it says why, where no printer was chosen."""

    def __init__(self, dialog: QDialog, printer: str, *, wanted: bool = True) -> None:
        super().__init__()
        if printer:
            words = self.tr("Print the badge at once, on {printer}  Ctrl+P")
        else:
            words = self.tr("No printer was chosen yet: the badge can be saved as a PDF after")
        self.setText(literal(words.format(printer=printer)))
        self.setChecked(bool(printer) and wanted)
        self.setEnabled(bool(printer))
        turn = action(dialog, self.tr("Print the badge at once"), "Ctrl+P", "print at once")
        turn.triggered.connect(self.click)
