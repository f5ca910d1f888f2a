"""The print log: whose badge came out when and by whom, the newest first, to be printed again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from checkin.domain.text import fold
from checkin.services.desk import Desk
from checkin.services.printlog import Print, prints
from checkin.ui.badges import phrases
from checkin.ui.bench import Bench
from checkin.ui.dates import moment
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label, tip
from checkin.ui.steering import Steering

_WIDTH, _HEIGHT = 640, 230
_MOST_SHOWN = 500
_WHO = Qt.ItemDataRole.UserRole


class LogDialog(Dialog):
    """Accepted, `chosen` is the id of who is to be printed again."""

    def __init__(self, parent: QWidget, bench: Bench) -> None:
        super().__init__(parent, _WIDTH)
        self.entitle(self.tr("Print log"), self.tr("Print again…  Enter"))
        self.cancel_button.setText(self.tr("Close  Esc"))
        self._event, self._now = bench.programme().event, bench.outside.now()
        self._prints: Sequence[Print] = ()
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find by name, or by who printed"))
        self.field.setAccessibleName(self.tr("Find a print"))
        self.field.setClearButtonEnabled(True)
        self.list = QListWidget()
        Steering(self.field, self.list)
        self.list.setAccessibleName(self.tr("Prints, the newest first"))
        self.list.setMinimumHeight(_HEIGHT)
        self._count = label("…", "quiet")
        for part in (self.field, self.list, self._count):
            self.body.addWidget(part)
        self.accept_button.setEnabled(False)
        self.field.textChanged.connect(lambda _: self._show())
        self.list.currentRowChanged.connect(lambda at: self.accept_button.setEnabled(at >= 0))
        self.field.setFocus()
        bench.reading.ask(_prints, self._on_read)

    @property
    def chosen(self) -> str:
        """Who is marked, by id; empty for nobody."""
        item = self.list.currentItem()
        return str(item.data(_WHO)) if item else ""

    def accept(self) -> None:
        if self.chosen:
            super().accept()

    def _on_read(self, found: Sequence[Print]) -> None:
        if not self.over:
            self._prints = found
            self._show()

    def _show(self) -> None:
        words = fold(self.field.text()).split()
        found = [
            one
            for one in self._prints
            if all(word in fold(f"{one.name} {one.operator}") for word in words)
        ]
        self.list.clear()
        for one in found[:_MOST_SHOWN]:
            self.list.addItem(self._item(one))
        self.list.setCurrentRow(0 if words and found else -1)
        if not self._prints:
            self._count.setText(self.tr("Nothing was printed yet."))
        else:
            self._count.setText(phrases.prints(len(found)))

    def _item(self, one: Print) -> QListWidgetItem:
        parts = [moment(one.at, self._event, self._now), one.name, one.operator]
        if not one.first:
            parts.append(self.tr("again"))
        text = " · ".join(filter(None, parts))
        item = QListWidgetItem(text)
        item.setToolTip(tip(text))
        item.setData(_WHO, one.attendee)
        return item


def _prints(desk: Desk) -> Sequence[Print]:
    return prints(desk.store, desk.operator)
