"""Chooses what the door scans against."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QListWidgetItem, QWidget

from checkin.domain.event import CheckInList
from checkin.domain.hours import nearest_first
from checkin.domain.text import fold
from checkin.services.desk import Desk
from checkin.services.programme import Programme
from checkin.services.reception import entered
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.reception.listwords import when_words

_LIST = Qt.ItemDataRole.UserRole
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class ListDialog(Dialog):
    """What runs now stands first, then what begins next; typing keeps those that fit."""

    def __init__(
        self, parent: QWidget | None, programme: Programme, current: str, now: int
    ) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Which list does this door check against?"), self.tr("Choose  Enter"))
        self._event, self._now = programme.event, now
        self._lists = nearest_first(programme.event, programme.lists, now)
        self._entered: Mapping[str, int] = {}
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Type a part of its name or its time"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.textChanged.connect(lambda _: self._show(self._marked()))
        self.filter.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Check-in lists"))
        self.list.setMinimumHeight(280)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.body.addWidget(self.filter)
        self.body.addWidget(self.list)
        self._show(current)
        self.filter.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, bench: Bench, current: str) -> CheckInList | None:
        """Return the list chosen, or None."""
        dialog = cls(parent, bench.programme(), current, bench.outside.now())

        def work(desk: Desk) -> dict[str, int]:
            return entered(desk.store, desk.operator)

        bench.reading.ask(work, dialog.show_entered)
        return dialog.chosen() if dialog.exec() else None

    def show_entered(self, entered: Mapping[str, int]) -> None:
        """Show how many have entered each list, by its id."""
        if not self.over:
            self._entered = entered
            self._show(self._marked())

    def chosen(self) -> CheckInList | None:
        """Return the list that is marked."""
        item = self.list.currentItem()
        return item.data(_LIST) if item else None

    def accept(self) -> None:
        if self.chosen():
            super().accept()

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """Move in the list with the arrows while somebody types."""
        moves = isinstance(event, QKeyEvent) and event.key() in _MOVES
        if moves and event.type() is QEvent.Type.KeyPress:
            QApplication.sendEvent(self.list, event)
        return moves

    def _marked(self) -> str:
        one = self.chosen()
        return one.id if one else ""

    def _show(self, marked: str) -> None:
        self.list.clear()
        wanted = fold(self.filter.text())
        for one in self._lists:
            lines = one.name, self._words(one)
            if any(wanted in fold(line) for line in lines):
                item = QListWidgetItem("\n".join(lines))
                item.setData(_LIST, one)
                self.list.addItem(item)
                if one.id == marked:
                    self.list.setCurrentItem(item)
        if not self.list.currentItem():
            self.list.setCurrentRow(0)

    def _words(self, one: CheckInList) -> str:
        count = self._entered.get(one.id, 0)
        came = self.tr("{count} came").format(count=count) if count else ""
        return " · ".join(part for part in (when_words(self._event, one, self._now), came) if part)
