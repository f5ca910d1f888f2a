"""Chooses what the door scans against."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from checkin.domain.event import CheckInList
from checkin.ui.dates import day_name
from checkin.ui.dialog import Dialog

_LIST = Qt.ItemDataRole.UserRole


class ListDialog(Dialog):
    """Today's lists stand first; the one in use is marked."""

    def __init__(
        self, parent: QWidget | None, lists: Sequence[CheckInList], current: str, today: date
    ) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Which list does this door check against?"), self.tr("Choose  Enter"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Check-in lists"))
        self.list.setMinimumHeight(280)
        for one in sorted(lists, key=lambda one: one.day != today):
            when = self.tr("today") if one.day == today else day_name(one.day)
            item = QListWidgetItem(f"{one.name}\n{when}")
            item.setData(_LIST, one)
            self.list.addItem(item)
            if one.id == current:
                self.list.setCurrentItem(item)
        if not self.list.currentItem():
            self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.body.addWidget(self.list)
        self.list.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget, lists: Sequence[CheckInList], current: str, today: date
    ) -> CheckInList | None:
        """Return the list chosen, or None."""
        dialog = cls(parent, lists, current, today)
        return dialog.chosen() if dialog.exec() else None

    def chosen(self) -> CheckInList | None:
        """Return the list that is marked."""
        item = self.list.currentItem()
        return item.data(_LIST) if item else None
