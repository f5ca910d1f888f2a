"""Asks for what a new event needs: title, days, time zone, and the file it will be."""

from datetime import date
from pathlib import Path
from zoneinfo import available_timezones

from PySide6.QtCore import QDate, Qt, QTimeZone
from PySide6.QtWidgets import QComboBox, QDateEdit, QFileDialog, QLineEdit, QPushButton, QWidget

from checkin.domain.event import MOST_DAYS
from checkin.errors import CheckinError
from checkin.ui.dialog import Dialog
from checkin.ui.outside import NewEvent
from checkin.ui.saving import documents, file_name, with_ending

SUFFIX = ".checkin"
_LONGEST_TEXT = 200


class NewEventDialog(Dialog):
    """The file's name follows the title until somebody writes one."""

    def __init__(self, parent: QWidget | None, folder: Path, today: QDate) -> None:
        super().__init__(parent)
        self.entitle(self.tr("New event"), self.tr("Make event  Enter"))
        self._folder = folder
        self.title, self.venue = QLineEdit(), QLineEdit()
        self.first_day, self.last_day = day_field(today), day_field(today.addDays(1))
        self.first_day.dateChanged.connect(self._keep_order)
        self.timezone = timezone_field()
        self.file = QLineEdit()
        self._browse = QPushButton(self.tr("Choose…"))
        self._browse.setAutoDefault(False)
        self._browse.clicked.connect(self._choose_file)
        self.title.textChanged.connect(self._name_file)
        self.add_field(self.tr("Title"), self.title)
        self.add_field(self.tr("First day"), self.first_day)
        self.add_field(self.tr("Last day"), self.last_day)
        self.add_field(self.tr("Venue"), self.venue)
        self.add_field(self.tr("Time zone"), self.timezone)
        self.add_field(self.tr("File"), self.file)
        self.form.addRow("", self._browse)
        self._name_file("")

    @classmethod
    def ask(cls, parent: QWidget) -> NewEvent | None:
        """Return what somebody wants made, or None."""
        dialog = cls(parent, documents(), QDate.currentDate())
        return dialog.wanted() if dialog.exec() else None

    def wanted(self) -> NewEvent:
        """Return what the fields say."""
        return NewEvent(
            path=Path(self.file.text().strip()).expanduser(),
            title=self.title.text().strip(),
            first_day=day_of(self.first_day),
            last_day=day_of(self.last_day),
            timezone=self.timezone.currentText().strip(),
            venue=self.venue.text().strip(),
        )

    def accept(self) -> None:
        wanted = self.wanted()
        if not wanted.title:
            self.fail(CheckinError("title-missing"), self.title)
        elif len(wanted.title) > _LONGEST_TEXT:
            # Said rather than cut off unseen.
            error = CheckinError("text-too-long", field=self.tr("Title"), most=_LONGEST_TEXT)
            self.fail(error, self.title)
        elif len(wanted.venue) > _LONGEST_TEXT:
            error = CheckinError("text-too-long", field=self.tr("Venue"), most=_LONGEST_TEXT)
            self.fail(error, self.venue)
        elif wanted.last_day < wanted.first_day:
            first, last = wanted.first_day, wanted.last_day
            self.fail(CheckinError("days-reversed", first=first, last=last), self.last_day)
        elif (wanted.last_day - wanted.first_day).days >= MOST_DAYS:
            self.fail(CheckinError("too-many-days", most=MOST_DAYS), self.last_day)
        elif wanted.timezone not in available_timezones():
            self.fail(CheckinError("unknown-timezone", timezone=wanted.timezone), self.timezone)
        elif wanted.path.exists():
            self.fail(CheckinError("file-exists", path=wanted.path), self.file)
        elif not wanted.path.parent.is_dir():
            self.fail(CheckinError("folder-missing", path=wanted.path.parent), self.file)
        else:
            super().accept()

    def _keep_order(self, first: QDate) -> None:
        if self.last_day.date() < first:
            self.last_day.setDate(first)

    def _name_file(self, title: str) -> None:
        if not self.file.isModified():
            name = file_name(title, self.tr("Seminar"))
            self.file.setText(str(self._folder / f"{name}{SUFFIX}"))

    def _choose_file(self) -> None:
        pattern = self.tr("Events") + f" (*{SUFFIX})"
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Where to keep the event"), self.file.text(), pattern
        )
        if name:
            self.file.setText(str(with_ending(name, SUFFIX)))
            self.file.setModified(True)


def day_field(day: QDate) -> QDateEdit:
    """Return a field for a day, with a calendar."""
    field = QDateEdit(day)
    field.setCalendarPopup(True)
    field.setDisplayFormat("ddd d MMMM yyyy")
    return field


def day_of(field: QDateEdit) -> date:
    """Return the day a field holds."""
    day = field.date()
    return date(day.year(), day.month(), day.day())


def timezone_field(chosen: str = "") -> QComboBox:
    """Return a field for a time zone: one may type any part of its name. Ours if none is given."""
    field = QComboBox()
    field.setEditable(True)
    field.addItems(sorted(available_timezones()))
    field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    if completer := field.completer():
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(completer.CompletionMode.PopupCompletion)
    field.setCurrentText(chosen or bytes(QTimeZone.systemTimeZoneId().data()).decode())
    return field
