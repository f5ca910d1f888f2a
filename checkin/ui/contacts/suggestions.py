"""Whom somebody might want to meet, each with why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from checkin.domain.contacts import Suggestion
from checkin.domain.people import Attendee
from checkin.services.contacts import suggest
from checkin.services.desk import Desk
from checkin.ui.bench import Bench
from checkin.ui.contacts.wording import reason_words
from checkin.ui.parts import column, label, tip

_WIDTH, _MOST = 280, 5


class Suggestions(QWidget):
    """Those for one person, once they are found."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._person: Attendee | None = None
        self.setFixedWidth(_WIDTH)
        self.title = label(role="heading", wraps=True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Worth meeting"))
        whole = column(self.title, self.list, gap=8)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.show_nobody()

    def show_nobody(self) -> None:
        """Wait for somebody."""
        self._person = None
        self.title.setText(self.tr("Worth meeting"))
        self.list.clear()

    def look_for(self, person: Attendee) -> None:
        """Show whom somebody might want to meet, as soon as they are found."""
        self._person = person

        def work(desk: Desk) -> list[Suggestion]:
            return suggest(desk.store, desk.operator, person)[:_MOST]

        def found(some: Sequence[Suggestion]) -> None:
            if self._person is person:
                self._show(person, some)

        # Whoever withdrew meanwhile is suggested nobody.
        self._bench.reading.ask(work, found, lambda _: found([]))

    def _show(self, person: Attendee, some: Sequence[Suggestion]) -> None:
        whose = self.tr("Worth meeting for {name}") if some else self.tr("Nobody fits {name} yet")
        self.title.setText(whose.format(name=person.name))
        self.list.clear()
        for one in some:
            origin = (one.attendee.name, one.attendee.organisation)
            head = " · ".join(part for part in origin if part)
            words = "\n".join([head, *reason_words(one)])
            item = QListWidgetItem(words)
            item.setToolTip(tip(words))
            self.list.addItem(item)
