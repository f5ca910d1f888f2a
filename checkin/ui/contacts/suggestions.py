"""Whom somebody might want to meet, each with why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from checkin.domain.contacts import Suggestion
from checkin.domain.people import Attendee
from checkin.services.contacts import suggest
from checkin.services.desk import Desk
from checkin.ui.attendees.wording import breakable
from checkin.ui.bench import Bench
from checkin.ui.contacts.wording import reason_words
from checkin.ui.parts import column, label
from checkin.ui.scrolling import scrolling

_WIDTH, _LEAST_HEIGHT, _MOST = 280, 120, 5


class Suggestions(QWidget):
    """Those for one person, once they are found; what is added to `whole` stands below."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._person: Attendee | None = None
        self.setFixedWidth(_WIDTH)
        self.title = label(role="heading", wraps=True)
        self.names = [label(role="question", wraps=True) for _ in range(_MOST)]
        self.reasons = [label(role="quiet", wraps=True) for _ in range(_MOST)]
        inner = QWidget()
        inside = column(gap=2)
        inner.setLayout(inside)
        for name, reasons in zip(self.names, self.reasons, strict=True):
            inside.addWidget(name)
            inside.addWidget(reasons)
            inside.addSpacing(8)
        inside.addStretch(1)
        scroll = scrolling(inner)
        scroll.setMinimumHeight(_LEAST_HEIGHT)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(self.tr("Worth meeting"))
        self.whole = column(self.title, scroll, gap=8)
        self.whole.setStretch(1, 1)
        self.setLayout(self.whole)
        self.show_nobody()

    def show_nobody(self) -> None:
        """Wait for somebody."""
        self._person = None
        self.title.setText(self.tr("Worth meeting"))
        self._fill(())

    def look_for(self, person: Attendee) -> None:
        """Show whom somebody might want to meet, as soon as they are found."""
        self._person = person

        def work(desk: Desk) -> list[Suggestion]:
            return suggest(desk.store, desk.operator, person)[:_MOST]

        def found(some: Sequence[Suggestion]) -> None:
            if self._person is person:
                self.show_some(person, some)

        # Whoever withdrew meanwhile is suggested nobody.
        self._bench.reading.ask(work, found, lambda _: found([]))

    def show_some(self, person: Attendee, some: Sequence[Suggestion]) -> None:
        """Show those for somebody."""
        whose = self.tr("Worth meeting for {name}") if some else self.tr("Nobody fits {name} yet")
        self.title.setText(whose.format(name=person.name))
        self._fill(some)

    def _fill(self, some: Sequence[Suggestion]) -> None:
        shown = [(one.attendee, "\n".join(reason_words(one))) for one in some]
        for at, (name, reasons) in enumerate(zip(self.names, self.reasons, strict=True)):
            there = at < len(shown)
            person = shown[at][0] if there else None
            origin = (person.name, person.organisation) if person else ()
            name.setText(breakable(" · ".join(part for part in origin if part)))
            reasons.setText(breakable(shown[at][1]) if there else "")
            name.setVisible(there)
            reasons.setVisible(there)
