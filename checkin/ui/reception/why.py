"""Asks why somebody is admitted, or a check-in annulled, all the same; kept with the person."""

from collections.abc import Sequence
from typing import Self

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from checkin.errors import CheckinError
from checkin.services.explaining import LONGEST_WHY
from checkin.ui.dialog import Dialog


class WhyDialog(Dialog):
    """One may choose a usual reason or write another."""

    def __init__(
        self, parent: QWidget | None, title: str, accept: str, usual: Sequence[str]
    ) -> None:
        super().__init__(parent)
        self.entitle(title, accept)
        self.why = QComboBox()
        self.why.setEditable(True)
        self.why.addItems(list(usual))
        if line := self.why.lineEdit():
            line.setMaxLength(LONGEST_WHY)
        self.add_field(self.tr("Why"), self.why)

    @classmethod
    def of_admitting(cls, parent: QWidget | None, name: str) -> Self:
        """Ask why somebody is let in against an objection."""
        title = _tr("Admit {name} anyway?").format(name=name)
        usual = [
            _tr("Checked at the desk"),
            _tr("The organizer agreed"),
            _tr("Went out without being scanned"),
            _tr("Paid at the desk"),
        ]
        return cls(parent, title, _tr("Admit anyway  Enter"), usual)

    @classmethod
    def of_undoing(cls, parent: QWidget | None) -> Self:
        """Ask why a check-in is annulled that is another's, or old."""
        usual = [_tr("Somebody else's badge was scanned"), _tr("Scanned by mistake")]
        title = _tr("Why undo another's or an earlier check-in?")
        return cls(parent, title, _tr("Undo  Enter"), usual)

    def words(self) -> str:
        """Show the dialog; return why, empty if somebody thought better of it."""
        return self.why.currentText().strip() if self.exec() else ""

    def accept(self) -> None:
        if not self.why.currentText().strip():
            self.fail(CheckinError("why-missing"), self.why)
            return
        super().accept()


def _tr(text: str) -> str:
    return QCoreApplication.translate("WhyDialog", text)
