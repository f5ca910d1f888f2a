"""Programme: the sessions of a day as a timetable, to be made, moved and watched."""

from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from checkin.domain.arrivals import minute_of
from checkin.domain.roles import Action
from checkin.domain.session import Session
from checkin.domain.timetable import Place, Timetable, place_of, timetable
from checkin.services.bookings import Bookings
from checkin.services.watching import Changed
from checkin.ui.bench import Bench
from checkin.ui.page import Page
from checkin.ui.parts import ActionButton, Card, ElidedLabel, column, label, row
from checkin.ui.programme.changing import Changing
from checkin.ui.programme.days import DaySwitch
from checkin.ui.programme.dialog import SessionDialog
from checkin.ui.programme.facts import FactsLine, booking_facts, clash_facts
from checkin.ui.programme.importing import ImportDesk
from checkin.ui.programme.keys import Keys
from checkin.ui.programme.live import Live
from checkin.ui.programme.rules import RulesDesk
from checkin.ui.programme.view import TimetableView
from checkin.ui.trust import may

_NARROW = 820
_MORNING, _HOUR = 9 * 60, 60


class ProgrammePage(Page):
    """A timetable of one day, what does not fit above it, what is marked below."""

    reads = Changed.EVENT | Changed.LISTS | Changed.CHECK_INS | Changed.ATTENDEES

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench, self.tr("Programme"))
        event = bench.programme().event
        self.days = DaySwitch(event.days)
        self.days.show_day(event.day_of(bench.outside.now()))
        self.changing, self.live = Changing(bench, self), Live(bench, self)
        self.view = TimetableView(event, self._table())
        self.keys, self.rules = Keys(self), RulesDesk(bench, self)
        self.importing = ImportDesk(bench, self, self.changing.keep)
        self.facts, self._bookings = FactsLine(self), Bookings((), ())
        self.marked, self.said = ElidedLabel(), ElidedLabel("quiet")
        self._lay_out()
        self._connect()
        self._follow()

    def first_focus(self) -> QWidget:
        return self.view if self._stack.currentIndex() else self._go

    def refresh(self, changed: Changed) -> None:
        if changed & (Changed.EVENT | Changed.LISTS):
            self.days.show_days(self.bench.programme().event.days)
            self._follow()
        if changed & (Changed.EVENT | Changed.LISTS | Changed.ATTENDEES):
            self.live.ask_bookings()
        self.live.ask()

    def add_next(self) -> None:
        """Ask for another session, after the one that is marked and in its room."""
        table, known = self.view.table, self.view.selected
        block = table.block_of(known.id) if known else None
        begin = block.end if block else _MORNING
        self.add(Place(table.day, begin, begin + _HOUR, known.room if known else ""))

    def add(self, place: Place) -> None:
        """Ask for another session at a place."""
        if may(self.bench, Action.CHANGE_PROGRAMME):
            words = SessionDialog.ask(self, self.bench.programme(), place)
            if words:
                self.changing.add(words)

    def edit(self) -> None:
        """Change the session that is marked."""
        known = self.view.selected
        if not known or not may(self.bench, Action.CHANGE_PROGRAMME):
            return
        programme = self.bench.programme()
        place = place_of(programme.event, known)
        if words := SessionDialog.ask(self, programme, place, known):
            self.changing.change(known, words)

    def remove(self) -> None:
        """Remove the session that is marked, which can be undone."""
        known = self.view.selected
        if known and may(self.bench, Action.CHANGE_PROGRAMME):
            self.changing.remove(known)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.live.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self.live.watch(False)
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for button in self._buttons:
            button.show_keys(event.size().width() >= _NARROW)
        super().resizeEvent(event)

    def _table(self) -> Timetable:
        programme = self.bench.programme()
        return timetable(programme.event, self.days.day, programme.sessions)

    def _place(self, session: Session, place: Place) -> None:
        if may(self.bench, Action.CHANGE_PROGRAMME):
            self.changing.place(session, place)
            # A session that went to another day is looked for there.
            self.days.show_day(place.day)
            self.view.select(session.id)

    def _drag_over(self, where: QPoint) -> None:
        day = self.days.day_under(where)
        if day and day != self.days.day:
            self.days.show_day(day)
            self.view.drag_over_day(day)

    def _show_added(self, identity: str, day: date) -> None:
        self.days.show_day(day)
        self.view.select(identity)

    def _show_done(self, said: str) -> None:
        self.said.show_text(said)
        self.keys.undo.setEnabled(self.changing.undoable)

    def _follow(self) -> None:
        """Show the day as it is now."""
        programme = self.bench.programme()
        self._follow_time()
        self.view.show_table(programme.event, self._table())
        there = bool(self.view.table.blocks or programme.sessions)
        self._stack.setCurrentIndex(int(there))
        self.keys.enable(self.view.selected is not None)
        self._show_facts()

    def _show_bookings(self, found: Bookings) -> None:
        self._bookings = found
        self._show_facts()

    def _show_facts(self) -> None:
        clashes = clash_facts(self.bench.programme())
        self.facts.show_facts([*clashes, *booking_facts(self._bookings)])

    def _follow_time(self) -> None:
        event, now = self.bench.programme().event, self.bench.outside.now()
        day = self.days.day
        today = event.day_of(now) == day
        self.view.show_now(minute_of(event.local(now), day) if today else None)

    def _show_marked(self, words: str) -> None:
        self.marked.show_text(words)
        self.keys.enable(self.view.selected is not None)

    def _connect(self) -> None:
        view, changing = self.view, self.changing
        self.days.chosen.connect(lambda _: self._follow())
        self.live.counted.connect(view.show_counts)
        self.live.booked.connect(self._show_bookings)
        self.live.ticked.connect(self._follow_time)
        view.chosen.connect(self._show_marked)
        view.edit_wanted.connect(self.edit)
        view.add_wanted.connect(self.add)
        view.placed.connect(self._place)
        view.dragged.connect(self._drag_over)
        changing.added.connect(self._show_added)
        changing.done.connect(self._show_done)

    def _lay_out(self) -> None:
        keys = self.keys
        first = ActionButton(keys.add, primary=True)
        self._buttons = [
            *(ActionButton(one) for one in (self.importing.action, self.rules.action)),
            first,
        ]
        self.head.addWidget(self.days, 1)
        for button in self._buttons:
            self.head.addWidget(button)
        below = [ActionButton(one) for one in (keys.undo, keys.edit, keys.remove)]
        self._buttons += below
        card = Card(margin=2, gap=0)
        card.inside.addWidget(self.view)
        words = column(self.marked, self.said, gap=0)
        line = row(gap=8)
        line.addLayout(words, 1)
        for button in below:
            line.addWidget(button)
        there = QWidget()
        inside = column(self.facts, card, gap=8)
        inside.addLayout(line)
        inside.setStretch(1, 1)
        inside.setContentsMargins(0, 0, 0, 0)
        there.setLayout(inside)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing())
        self._stack.addWidget(there)
        self.body.addWidget(self._stack, 1)

    def _nothing(self) -> QWidget:
        """What is shown while there is no session at all."""
        self._go = ActionButton(self.keys.add, primary=True)
        card = Card()
        card.inside.addWidget(label(self.tr("There are no sessions yet."), "heading"))
        said = self.tr(
            "Add plenaries, workshops and breaks: the timetable shows who is in which room, and"
            " counted sessions make up the hours of attendance."
        )
        card.inside.addWidget(label(said, wraps=True))
        card.inside.addLayout(row(self._go, ActionButton(self.importing.action), None))
        empty = QWidget()
        empty.setLayout(column(card, None))
        return empty
