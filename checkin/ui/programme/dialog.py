"""Asks what a session is: its name, when and where, for how many, and what it counts for."""

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QWidget

from checkin.domain.session import Session, SessionKind, counts_by_default, has_door_by_default
from checkin.domain.text import clean, fold
from checkin.domain.timetable import Place, clock_of
from checkin.errors import CheckinError
from checkin.services.lists import LONGEST_NAME
from checkin.services.programme import Programme
from checkin.services.sessions import LONGEST_TEXT, SessionWords, rooms
from checkin.ui.dates import day_name
from checkin.ui.dialog import Dialog
from checkin.ui.programme.fields import Fields, line
from checkin.ui.programme.phrases import kind_words
from checkin.ui.reading import read_places, read_time

_KINDS = tuple(SessionKind)


class SessionDialog(Dialog):
    """`known` is the session that is being changed; a new one begins at `place`."""

    def __init__(
        self,
        parent: QWidget | None,
        programme: Programme,
        place: Place,
        known: Session | None = None,
    ) -> None:
        super().__init__(parent, 640)
        title = self.tr("Change session") if known else self.tr("Add session")
        self.entitle(title, self.tr("Save  Enter"))
        self._programme, self._known, self._event = programme, known, programme.event
        self.name, self.room = line(), line()
        self.starts, self.ends = line("09:30"), line("11:00")
        self.places = line(self.tr("no limit"))
        self.topic = line(self.tr("what certificates name"))
        self.categories = line(self.tr("everybody; or speaker, press"))
        self.day, self.kind = QComboBox(), QComboBox()
        self.day.addItems([day_name(day) for day in self._event.days])
        self.kind.addItems([kind_words(kind) for kind in _KINDS])
        self.counted = QCheckBox(self.tr("Counts as programme hours"))
        self.own_door = QCheckBox(self.tr("Has its own door: who is there is scanned there"))
        self.fields = Fields()
        self._lay_out()
        self._show(place)
        self.kind.currentIndexChanged.connect(self._follow_kind)
        self.name.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget, programme: Programme, place: Place, known: Session | None = None
    ) -> SessionWords | None:
        """Return what somebody wants saved, or None."""
        dialog = cls(parent, programme, place, known)
        return dialog.words() if dialog.exec() else None

    def words(self) -> SessionWords:
        """Return what the fields say; CheckinError for one that is not understood."""
        return SessionWords(
            name=clean(self.name.text()),
            day=self._event.days[self.day.currentIndex()],
            starts=_needed(self.starts),
            ends=_needed(self.ends),
            room=clean(self.room.text()),
            kind=_KINDS[self.kind.currentIndex()],
            capacity=read_places(self.places.text()) or 0,
            counted=self.counted.isChecked(),
            own_door=self.own_door.isChecked(),
            topic=clean(self.topic.text()),
            categories=tuple(
                name for name in map(clean, self.categories.text().split(",")) if name
            ),
        )

    def accept(self) -> None:
        self.fields.clear()
        faults = self._faults()
        for field, error in faults.items():
            self.fields.say(field, error)
        if faults:
            next(iter(faults)).setFocus()
            self.adjustSize()
        else:
            super().accept()

    def _faults(self) -> dict[QLineEdit, CheckinError]:
        """Return what cannot be so of which field, in the order of the form."""
        found: dict[QLineEdit, CheckinError] = {}
        for field, check in (
            (self.name, self._check_name),
            (self.starts, _needed),
            (self.ends, self._check_end),
            (self.room, lambda one: _check_length(one, "room", LONGEST_TEXT)),
            (self.places, lambda one: read_places(one.text())),
            (self.topic, lambda one: _check_length(one, "topic", LONGEST_TEXT)),
        ):
            try:
                check(field)
            except CheckinError as error:
                found[field] = error
        return found

    def _check_name(self, field: QLineEdit) -> None:
        name, own = clean(field.text()), self._known.id if self._known else ""
        if not name:
            raise CheckinError("session-name-missing")
        _check_length(field, "name", LONGEST_NAME)
        if any(fold(one.name) == fold(name) and one.id != own for one in self._programme.lists):
            raise CheckinError("list-name-taken", list=name)

    def _check_end(self, field: QLineEdit) -> None:
        ends = _needed(field)
        try:
            starts = _needed(self.starts)
        except CheckinError:
            return
        if self._event.hour_of(ends) <= self._event.hour_of(starts):
            start, end, boundary = (
                f"{one:%H:%M}" for one in (starts, ends, self._event.day_boundary)
            )
            raise CheckinError("session-ends-first", starts=start, ends=end, boundary=boundary)

    def _follow_kind(self, number: int) -> None:
        """A kind brings what is usual for it; both boxes can be ticked otherwise after."""
        self.counted.setChecked(counts_by_default(_KINDS[number]))
        self.own_door.setChecked(has_door_by_default(_KINDS[number]))

    def _lay_out(self) -> None:
        suggested = QCompleter(rooms(self._programme.sessions), self)
        suggested.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        suggested.setFilterMode(Qt.MatchFlag.MatchContains)
        self.room.setCompleter(suggested)
        fields = self.fields
        fields.add(self.tr("Name"), self.name)
        fields.add_two(self.tr("Kind"), self.kind, self.tr("Day"), self.day)
        fields.add_two(self.tr("Starts"), self.starts, self.tr("Ends"), self.ends)
        fields.add_two(self.tr("Room"), self.room, self.tr("Places"), self.places)
        fields.add(self.tr("Topic"), self.topic)
        fields.add(self.tr("Admits only"), self.categories)
        fields.add_boxes(self.counted, self.own_door)
        self.body.addLayout(fields)

    def _show(self, place: Place) -> None:
        known = self._known
        kind = known.kind if known else SessionKind.PLENARY
        self.kind.setCurrentIndex(_KINDS.index(kind))
        self.day.setCurrentIndex(self._event.days.index(place.day))
        self.starts.setText(f"{clock_of(place.begin):%H:%M}")
        self.ends.setText(f"{clock_of(place.end):%H:%M}")
        self.room.setText(place.room)
        self._follow_kind(self.kind.currentIndex())
        if known:
            self.name.setText(known.name)
            self.places.setText(str(known.capacity or ""))
            self.topic.setText(known.topic)
            self.categories.setText(", ".join(known.list.categories))
            self.counted.setChecked(known.counted)
            self.own_door.setChecked(known.own_door)


def _needed(field: QLineEdit) -> time:
    """Return the time of day in a field that may not be empty."""
    read = read_time(field.text())
    if read is None:
        raise CheckinError("session-time-missing")
    return read


def _check_length(field: QLineEdit, name: str, most: int) -> None:
    if len(clean(field.text())) > most:
        raise CheckinError("text-too-long", field=name, most=most)
