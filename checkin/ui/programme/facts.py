"""What does not fit in the programme, in a line above it and as a list: facts, not errors."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QWidget

from checkin.domain.session import Session
from checkin.domain.timetable import clashes_of
from checkin.services.bookings import Bookings
from checkin.services.programme import Programme
from checkin.ui.dates import short_day
from checkin.ui.dialog import Dialog
from checkin.ui.parts import ActionButton, ElidedLabel, action


class FactsLine(QWidget):
    """Shows itself only where there is anything to say."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.facts: Sequence[str] = ()
        self._words = ElidedLabel("wrong")
        self.show_all = action(page, self.tr("Show what does not fit"), "Alt+F", "facts")
        self.show_all.triggered.connect(lambda: FactsDialog(page, self.facts).exec())
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._words, 1)
        inside.addWidget(ActionButton(self.show_all))

    def show_facts(self, facts: Sequence[str]) -> None:
        """Say what does not fit."""
        self.facts = facts
        more = len(facts) - 1
        words = facts[0] if facts else ""
        if more > 0:
            words = self.tr("{fact} And {count} more.").format(fact=words, count=more)
        self._words.show_text(words)
        self.show_all.setEnabled(bool(facts))
        self.setVisible(bool(facts))


class FactsDialog(Dialog):
    """Every fact, a line each."""

    def __init__(self, parent: QWidget, facts: Sequence[str]) -> None:
        super().__init__(parent, 620)
        self.entitle(self.tr("What does not fit in the programme"), self.tr("Close  Enter"))
        self.cancel_button.hide()
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems(list(facts))
        self.list.setCurrentRow(0)
        self.body.addWidget(self.list)


def clash_facts(programme: Programme) -> list[str]:
    """Return who has the same room at the same time as whom."""
    found = clashes_of(programme.event, programme.sessions)
    return [_clash_words(one, other) for one, other in found]


def booking_facts(found: Bookings) -> list[str]:
    """Return which sessions are overbooked, and who booked two at once."""
    over = QCoreApplication.translate("Programme", "{session}: {count} booked, {places} places.")
    twice = QCoreApplication.translate("Programme", "{name} booked two at once: {one}, {other}.")
    return [
        *(
            over.format(session=one.session.name, count=one.count, places=one.session.capacity)
            for one in found.booked
            if one.over
        ),
        *(
            twice.format(name=one.attendee.name, one=one.one.name, other=one.other.name)
            for one in found.clashes
        ),
    ]


def _clash_words(one: Session, other: Session) -> str:
    words = QCoreApplication.translate(
        "Programme", "Clash in {room}, {day}: {one} {hours}, {other} {others}."
    )
    hours, others = (f"{s.starts:%H:%M}–{s.ends:%H:%M}" for s in (one, other))
    return words.format(
        room=one.room,
        day=short_day(one.day),
        one=one.name,
        hours=hours,
        other=other.name,
        others=others,
    )
