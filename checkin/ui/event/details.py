"""What the event is: title, days, venue, time zone, and when people are to be forgotten."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from checkin.domain.event import Event
from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.services.events import EventChanges, change_event
from checkin.ui.bench import Bench
from checkin.ui.newevent import day_field, day_of, timezone_field
from checkin.ui.parts import ActionButton, Card, label, row
from checkin.ui.words import sentence

_FORGET_AFTER_YEARS = 5


class DetailsCard(Card):
    """Edited in place; `settled` tells that saving came to its end, well or not."""

    settled = Signal()

    def __init__(self, bench: Bench, save: QAction, discard: QAction) -> None:
        super().__init__()
        self._bench = bench
        self._save_action, self._discard_action = save, discard
        self._event = bench.programme().event
        self.title, self.venue = QLineEdit(), QLineEdit()
        today = QDate.currentDate()
        self.first_day, self.last_day = day_field(today), day_field(today)
        self.forget_day = day_field(today)
        self.timezone = timezone_field()
        self.wrong = label(role="wrong", wraps=True)
        self.wrong.hide()
        self._lay_out()
        for signal in (
            *(field.textChanged for field in (self.title, self.venue)),
            *(field.dateChanged for field in (self.first_day, self.last_day, self.forget_day)),
            self.timezone.editTextChanged,
        ):
            signal.connect(self._look)
        save.triggered.connect(self.save)
        discard.triggered.connect(self.discard)
        self.discard()

    def changes(self) -> EventChanges:
        """Return what differs from the event as it is."""
        event = self._event
        wanted = {
            "title": self.title.text().strip(),
            "first_day": day_of(self.first_day),
            "last_day": day_of(self.last_day),
            "timezone": self.timezone.currentText().strip(),
            "venue": self.venue.text().strip(),
            "forget_day": day_of(self.forget_day),
        }
        shown = {name: getattr(event, name) for name in wanted} | {"forget_day": forget_day(event)}
        changed = {name: value for name, value in wanted.items() if value != shown[name]}
        return EventChanges(**changed)  # type: ignore[arg-type]

    @property
    def unsaved(self) -> bool:
        """Tell whether anything was written that is not saved."""
        return self.changes() != EventChanges()

    def follow(self) -> None:
        """Show the event as it is now, but leave alone what somebody is writing."""
        self._show(self._bench.programme().event, self.changes())

    def discard(self) -> None:
        """Show the event as it is."""
        self._show(self._bench.programme().event, EventChanges())
        self.title.setCursorPosition(0)

    def _show(self, event: Event, written: EventChanges) -> None:
        """Show the event, except in the fields that somebody has written something else in."""
        self._event = event
        for text, word, own in (
            (self.title, event.title, written.title),
            (self.venue, event.venue, written.venue),
        ):
            if own is None and text.text() != word:
                text.setText(word)
        for field, day, wish in (
            (self.first_day, event.first_day, written.first_day),
            (self.last_day, event.last_day, written.last_day),
            (self.forget_day, forget_day(event), written.forget_day),
        ):
            if wish is None:
                field.setDate(QDate(day.year, day.month, day.day))
        if written.timezone is None:
            self.timezone.setCurrentText(event.timezone)
        self._look()

    def save(self) -> None:
        """Save what was changed."""
        changes = self.changes()

        def work(desk: Desk) -> Event:
            return change_event(desk.store, desk.operator, changes)

        def done(event: Event) -> None:
            # What was written on meanwhile stays; what was saved is shown as it was taken.
            self._show(event, EventChanges() if self.changes() == changes else self.changes())
            self._bench.notices.done(self.tr("Saved."))
            self.settled.emit()

        def failed(error: Exception) -> None:
            if isinstance(error, CheckinError):
                self.wrong.setText(sentence(error))
                self.wrong.show()
                self._field_of(error).setFocus()
            else:
                self._bench.notices.fail(error)
            self.settled.emit()

        if self.unsaved:
            self._bench.door.ask(work, done, failed)

    def _lay_out(self) -> None:
        self.inside.addWidget(label(self.tr("Event"), "heading"))
        form = QFormLayout()
        form.setSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, field in (
            (self.tr("Title"), self.title),
            (self.tr("First day"), self.first_day),
            (self.tr("Last day"), self.last_day),
            (self.tr("Venue"), self.venue),
            (self.tr("Time zone"), self.timezone),
            (self.tr("Forget people from"), self.forget_day),
        ):
            words = label(name)
            words.setBuddy(field)
            field.setAccessibleName(name)
            form.addRow(words, field)
        self.inside.addLayout(form)
        self.inside.addWidget(
            label(
                self.tr(
                    "From that day on the program asks to forget who came; nothing goes by itself."
                ),
                "quiet",
                wraps=True,
            )
        )
        self.inside.addWidget(self.wrong)
        discard = ActionButton(self._discard_action)
        self.inside.addLayout(row(None, discard, ActionButton(self._save_action, primary=True)))

    def _field_of(self, error: CheckinError) -> QWidget:
        venue_too_long = error.facts.get("field") == "venue"
        return {
            "unknown-timezone": self.timezone,
            "days-reversed": self.last_day,
            "too-many-days": self.last_day,
            "day-in-use": self.last_day,
            "forget-day-too-early": self.forget_day,
        }.get(error.code, self.venue if venue_too_long else self.title)

    def _look(self) -> None:
        self.wrong.hide()
        for one in (self._save_action, self._discard_action):
            one.setEnabled(self.unsaved)


def forget_day(event: Event) -> date:
    """Return from when on people are to be forgotten: five years later unless set."""
    if event.forget_day:
        return event.forget_day
    last = event.last_day
    leap = (last.month, last.day) == (2, 29)
    year = min(last.year + _FORGET_AFTER_YEARS, date.max.year)
    return last.replace(year=year, day=28 if leap else last.day)
