"""Asks for a check-in list's name, day and rules; an empty field is no rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from checkin.domain.event import CheckInList
from checkin.domain.text import clean, fold
from checkin.errors import CheckinError
from checkin.services.lists import LONGEST_NAME, ListRules
from checkin.ui.dates import day_name
from checkin.ui.dialog import Dialog
from checkin.ui.reading import read_places, read_time

# What a choice of entries means: several entries, entry after exit.
_ENTRIES = ((False, True), (False, False), (True, True))


@dataclass(frozen=True, slots=True)
class ListWords:
    """What somebody wants a list to be."""

    name: str
    day: date
    rules: ListRules


class ListDialog(Dialog):
    """`known` is the list that is being changed; its day stays."""

    def __init__(
        self,
        parent: QWidget | None,
        days: Sequence[date],
        lists: Sequence[CheckInList],
        known: CheckInList | None = None,
    ) -> None:
        super().__init__(parent)
        title = self.tr("Change list") if known else self.tr("Add list")
        self.entitle(title, self.tr("Save  Enter"))
        self._days, self._lists, self._known = days, lists, known
        self.name, self.categories = QLineEdit(), QLineEdit()
        self.opens, self.closes, self.capacity = QLineEdit(), QLineEdit(), QLineEdit()
        self.day, self.entries = QComboBox(), QComboBox()
        self.day.addItems([day_name(day) for day in days])
        self.entries.addItems(
            [
                self.tr("Once, and again after leaving"),
                self.tr("Once"),
                self.tr("As often as one likes"),
            ]
        )
        self.categories.setPlaceholderText(self.tr("everybody; or speaker, press"))
        self.opens.setPlaceholderText(self.tr("any time; or 08:30"))
        self.closes.setPlaceholderText(self.tr("any time; or 17:00"))
        self.capacity.setPlaceholderText(self.tr("no limit"))
        self.add_field(self.tr("Name"), self.name)
        self.add_field(self.tr("Day"), self.day)
        self.add_field(self.tr("Lets in"), self.entries)
        self.add_field(self.tr("Admits only"), self.categories)
        self.add_field(self.tr("Opens"), self.opens)
        self.add_field(self.tr("Closes"), self.closes)
        self.add_field(self.tr("Places"), self.capacity)
        if known:
            self._show(known)

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        days: Sequence[date],
        lists: Sequence[CheckInList],
        known: CheckInList | None = None,
    ) -> ListWords | None:
        """Return what somebody wants saved, or None."""
        dialog = cls(parent, days, lists, known)
        return dialog.words() if dialog.exec() else None

    def words(self) -> ListWords:
        """Return what the fields say; CheckinError for one that is not understood."""
        several, again = _ENTRIES[self.entries.currentIndex()]
        names = (clean(name) for name in self.categories.text().split(","))
        given = {
            "opens": read_time(self.opens.text()),
            "closes": read_time(self.closes.text()),
            "capacity": read_places(self.capacity.text()),
        }
        rules = ListRules(
            several_entries=several,
            entry_after_exit=again,
            categories=tuple(name for name in names if name),
            cleared=frozenset(name for name, value in given.items() if value is None),
            **given,  # type: ignore[arg-type]
        )
        day = self._known.day if self._known else self._days[self.day.currentIndex()]
        return ListWords(clean(self.name.text()), day, rules)

    def accept(self) -> None:
        name = clean(self.name.text())
        others = [one for one in self._lists if one != self._known]
        if not name:
            self.fail(CheckinError("list-name-missing"), self.name)
        elif len(name) > LONGEST_NAME:
            self.fail(CheckinError("text-too-long", field="name", most=LONGEST_NAME), self.name)
        elif any(fold(one.name) == fold(name) for one in others):
            self.fail(CheckinError("list-name-taken", list=name), self.name)
        elif self._understood():
            super().accept()

    def _understood(self) -> bool:
        for field, read in (
            (self.opens, read_time),
            (self.closes, read_time),
            (self.capacity, read_places),
        ):
            try:
                read(field.text())
            except CheckinError as error:
                self.fail(error, field)
                return False
        return True

    def _show(self, known: CheckInList) -> None:
        self.name.setText(known.name)
        self.day.setCurrentIndex(self._days.index(known.day) if known.day in self._days else -1)
        self.day.setEnabled(False)
        entries = (True, True) if known.several_entries else (False, known.entry_after_exit)
        self.entries.setCurrentIndex(_ENTRIES.index(entries))
        self.categories.setText(", ".join(known.categories))
        self.opens.setText(f"{known.opens:%H:%M}" if known.opens else "")
        self.closes.setText(f"{known.closes:%H:%M}" if known.closes else "")
        self.capacity.setText(str(known.capacity) if known.capacity else "")
