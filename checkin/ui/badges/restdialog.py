"""Asks which sheets did not come out of the printer, so that the rest alone is printed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from checkin.ui.badges import phrases
from checkin.ui.badges.bringing import Outcome
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label

_SHEET = Qt.ItemDataRole.UserRole
_HEIGHT = 240


class RestDialog(Dialog):
    """`out` is how many badges somebody says are out."""

    def __init__(self, parent: QWidget, outcome: Outcome) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Which is the first sheet missing?"), self.tr("Print the rest  Enter"))
        words = self.tr("It and those after it are printed again; what is out stays as it is.")
        self.body.addWidget(label(words, "quiet", wraps=True))
        self._outcome = outcome
        self.sheets = QListWidget()
        self.sheets.setAccessibleName(self.tr("Sheets"))
        self.sheets.setFixedHeight(_HEIGHT)
        for sheet in range(outcome.sheets):
            self.sheets.addItem(self._item(sheet))
        self.sheets.setCurrentRow(outcome.sheets - 1)
        self.body.addWidget(self.sheets)
        self.sheets.setFocus()

    @property
    def out(self) -> int:
        """How many badges are out."""
        return self._outcome.plan.on_page(self.sheets.currentRow(), self._outcome.badges).start

    def _item(self, sheet: int) -> QListWidgetItem:
        people = self._outcome.people_on(sheet)
        first, last = people[0][1], people[-1][1]
        words = (
            self.tr("Sheet {sheet}: {first} – {last}")
            if first != last
            else self.tr("Sheet {sheet}: {first}")
        )
        number = phrases.number(sheet + 1)
        return QListWidgetItem(words.format(sheet=number, first=first, last=last))
