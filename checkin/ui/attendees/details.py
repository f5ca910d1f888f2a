"""Who is chosen: what is known of them, what happened, and what can be done about it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from checkin.domain.code import printed
from checkin.domain.event import Event
from checkin.domain.people import Attendee, Status
from checkin.domain.session import Session
from checkin.services.history import Happening
from checkin.ui.attendees.happenings import HistoryBlock, printed_at
from checkin.ui.attendees.wording import (
    breakable,
    capital,
    consent_words,
    days_words,
    status_words,
)
from checkin.ui.dates import moment
from checkin.ui.parts import Card, label, rule
from checkin.ui.photo import squared

_FACT_WIDTH, _PHOTO_SIDE = 92, 96


class DetailsCard(Card):
    """`shown` tells who is shown, whenever anything about them may have changed.

    `buttons` stand below, and are of use only while somebody is chosen.
    """

    shown = Signal(object)

    def __init__(self, buttons: QWidget) -> None:
        super().__init__(margin=16, gap=6)
        self._name = label(role="heading", wraps=True)
        self._photo = label()
        self._origin, self._email = label(wraps=True), label(role="quiet", wraps=True)
        self._facts = QGridLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(10)
        self._facts.setVerticalSpacing(5)
        self._facts.setColumnMinimumWidth(0, _FACT_WIDTH)
        self._facts.setColumnStretch(1, 1)
        self._desk, self._desk_title = label(wraps=True), label(self.tr("At the desk"), "quiet")
        self._first = label(wraps=True)
        self._first_title = label(self.tr("Before they are let in"), "quiet")
        self._history = HistoryBlock()
        self._buttons = buttons
        self._nobody = label(self.tr("Choose somebody to see more of them."), "quiet", wraps=True)
        self._scroll = self._scroller()
        self.inside.addWidget(self._nobody)
        self.inside.addWidget(self._scroll, 1)
        self.inside.addStretch(0)
        self.inside.addWidget(buttons)
        self.person: Attendee | None = None
        self._booked = ""
        self.show_nobody()

    def show_nobody(self) -> None:
        """Show that nobody is chosen."""
        self.person = None
        self._show_parts(there=False)

    def show_person(self, person: Attendee, event: Event, sessions: Sequence[Session]) -> None:
        """Show what is known of somebody; what happened to them follows.

        `sessions` are those of the event, to name which they booked.
        """
        if self.person is None or self.person.id != person.id:
            self._history.show_nothing()
            self._scroll.verticalScrollBar().setValue(0)
            self.show_photo(QImage())
        self.person = person
        self._booked = "\n".join(one.name for one in sessions if one.id in person.bookings)
        _show(self._name, breakable(person.name))
        origin = (person.organisation, person.job_title)
        _show(self._origin, breakable(" · ".join(part for part in origin if part)))
        _show(self._email, breakable(person.email))
        _show(self._desk, breakable(person.notes))
        self._desk_title.setVisible(bool(person.notes))
        _show(self._first, breakable(person.instruction))
        self._first_title.setVisible(bool(person.instruction))
        self._show_facts(list(self._facts_of(person, "")))
        self._show_parts(there=True)
        self.shown.emit(person)

    def show_photo(self, photo: QImage) -> None:
        """Show the photo of who is shown, null for none."""
        self._photo.setVisible(not photo.isNull())
        if not photo.isNull():
            self._photo.setPixmap(squared(photo, _PHOTO_SIDE, self.devicePixelRatioF()))

    def show_history(
        self, person: Attendee, history: Sequence[Happening], event: Event, now: int
    ) -> None:
        """Show what happened to who is shown, and when their badge was printed."""
        if self.person is None or self.person.id != person.id:
            return
        at = printed_at(history, person.badge)
        when = self.tr("not printed") if at is None else self.tr("printed {when}")
        badge = when.format(when=moment(at, event, now) if at is not None else "")
        self._show_facts(list(self._facts_of(person, badge if person.badge else "")))
        self._history.show_history(history, event, now)

    def _scroller(self) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("inner")
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 6, 0)
        inside.setSpacing(6)
        for part in (self._photo, self._name, self._origin, self._email):
            inside.addWidget(part)
        inside.addSpacing(4)
        for part in (self._first_title, self._first, self._desk_title, self._desk):
            inside.addWidget(part)
        inside.addSpacing(2)
        inside.addLayout(self._facts)
        inside.addSpacing(4)
        inside.addWidget(rule())
        inside.addWidget(self._history)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Details"))
        scroll.setWidget(inner)
        return scroll

    def _facts_of(self, person: Attendee, badge: str) -> Iterator[tuple[str, str]]:
        if person.status is not Status.REGISTERED:
            yield self.tr("Status"), status_words(person.status)
        yield self.tr("Category"), capital(person.category)
        yield self.tr("Kind"), capital(person.organisation_kind)
        yield self.tr("Country"), person.country
        yield self.tr("Days"), days_words(person.days)
        parts = [printed(person.badge), badge]
        yield self.tr("Booked"), self._booked
        yield self.tr("Badge"), "\n".join(one for one in parts if one) or self.tr("none")
        yield self.tr("Number"), person.registration
        yield self.tr("Contacts"), consent_words(person.contacts)
        yield self.tr("Offers"), person.offers
        yield self.tr("Seeks"), person.seeks
        yield from person.custom.items()

    def _show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        shown = [(name, value) for name, value in facts if value]
        for number in range(max(len(shown), self._facts.rowCount())):
            for column in (0, 1):
                text = breakable(shown[number][column]) if number < len(shown) else ""
                _show(self._fact(number, column), text)

    def _fact(self, number: int, column: int) -> QLabel:
        """Return a label of the grid, made the first time it is needed."""
        if (item := self._facts.itemAtPosition(number, column)) is not None:
            found = item.widget()
            assert isinstance(found, QLabel)
            return found
        made = label(role="" if column else "quiet", wraps=True)
        made.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        if not column:
            made.setMaximumWidth(_FACT_WIDTH + 20)
        self._facts.addWidget(made, number, column)
        return made

    def _show_parts(self, *, there: bool) -> None:
        self._nobody.setVisible(not there)
        self._scroll.setVisible(there)
        self._buttons.setVisible(there)


def _show(part: QLabel, text: str) -> None:
    part.setText(text)
    part.setVisible(bool(text))
