"""Asks why somebody is admitted all the same; the words are kept with the person."""

from PySide6.QtWidgets import QComboBox, QWidget

from checkin.errors import CheckinError
from checkin.ui.dialog import Dialog

_LONGEST_WHY = 500


class WhyDialog(Dialog):
    """One may choose a usual reason or write another."""

    def __init__(self, parent: QWidget | None, name: str) -> None:
        super().__init__(parent)
        self.entitle(
            self.tr("Admit {name} anyway?").format(name=name), self.tr("Admit anyway  Enter")
        )
        self.why = QComboBox()
        self.why.setEditable(True)
        self.why.addItems(
            [
                self.tr("Checked at the desk"),
                self.tr("The organizer agreed"),
                self.tr("Went out without being scanned"),
                self.tr("Paid at the desk"),
            ]
        )
        if line := self.why.lineEdit():
            line.setMaxLength(_LONGEST_WHY)
        self.add_field(self.tr("Why"), self.why)

    @classmethod
    def ask(cls, parent: QWidget, name: str) -> str:
        """Return why, empty if somebody thought better of it."""
        dialog = cls(parent, name)
        return dialog.why.currentText().strip() if dialog.exec() else ""

    def accept(self) -> None:
        if not self.why.currentText().strip():
            self.fail(CheckinError("why-missing"), self.why)
            return
        super().accept()
