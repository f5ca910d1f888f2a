"""Which list the door checks against: today's entrance by itself, another by choice."""

from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from checkin.domain.event import CheckInList, Event
from checkin.domain.questions import Question
from checkin.domain.verdict import Direction
from checkin.ui.bench import Bench
from checkin.ui.dates import day_name
from checkin.ui.parts import label
from checkin.ui.reception.doorway import Doorway
from checkin.ui.reception.lists import ListDialog

_LOOK_AT_CLOCK_MS = 20_000


class Place(QObject):
    """`moved` tells what the page is to be called now, and what to say until the first scan.

    `warning` is shown while the list is not today's.
    """

    moved = Signal(str, str)

    def __init__(self, bench: Bench, doorway: Doorway, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._doorway = doorway
        self._page = page
        self._chosen = ""
        self._day: date | None = None
        self._known: tuple[Event, tuple[Question, ...]] | None = None
        self.warning = QFrame()
        self.warning.setObjectName("notice")
        self.warning.setProperty("tone", "careful")
        self._words = label(wraps=True)
        inside = QHBoxLayout(self.warning)
        inside.setContentsMargins(14, 8, 14, 8)
        inside.addWidget(self._words)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look_at_clock)

    def start(self) -> None:
        """Stand at today's entrance, and go on to tomorrow's when the day changes."""
        self._stand_at(self._wanted())
        self._timer.start(_LOOK_AT_CLOCK_MS)

    def follow_programme(self) -> None:
        """Stand at the same list, with its rules and the event as they are now."""
        wanted = self._wanted()
        now = self._bench.programme()
        if wanted != self._doorway.list or (now.event, now.questions) != self._known:
            self._stand_at(wanted)

    def choose(self) -> None:
        """Ask which list, and stand there."""
        lists = self._bench.programme().lists
        current = self._doorway.list.id if self._doorway.list else ""
        chosen = ListDialog.ask(self._page, lists, current, self._today())
        if chosen:
            self._chosen = chosen.id if chosen != self._todays_entrance() else ""
            self._stand_at(chosen)

    def turn(self, direction: Direction) -> None:
        """Scan people who come, or who go."""
        self._stand_at(self._doorway.list, direction)

    def hint(self) -> str:
        """Return what is to be done before somebody can be checked in; empty if nothing is."""
        if self._doorway.list:
            return ""
        return self.tr(
            "Today, {day}, is not a day of this event. Choose a list with Ctrl+L."
        ).format(day=day_name(self._today()))

    def _stand_at(self, one: CheckInList | None, direction: Direction | None = None) -> None:
        now = self._bench.programme()
        self._day, self._known = self._today(), (now.event, now.questions)
        self._doorway.stand_at(one, direction or self._doorway.direction)
        self._warn(one)
        self.moved.emit(self._title(one), self.hint())

    def _title(self, one: CheckInList | None) -> str:
        if one is None:
            return self.tr("No list for today")
        where = self.tr("Entrance") if one.entrance else one.name
        title = f"{day_name(one.day)} — {where}"
        if self._doorway.direction is Direction.EXIT:
            return self.tr("{title} · people leaving").format(title=title)
        return title

    def _warn(self, one: CheckInList | None) -> None:
        other_day = one is not None and one.day != self._today()
        self.warning.setVisible(other_day)
        if one and other_day:
            self._words.setText(
                self.tr(
                    "This list is for {day}, and today is {today}. Ctrl+L chooses another."
                ).format(day=day_name(one.day), today=day_name(self._today()))
            )

    def _wanted(self) -> CheckInList | None:
        lists = {one.id: one for one in self._bench.programme().lists}
        return lists.get(self._chosen) or self._todays_entrance()

    def _todays_entrance(self) -> CheckInList | None:
        return self._bench.programme().entrance_at(self._bench.outside.now())

    def _today(self) -> date:
        return self._bench.programme().event.day_of(self._bench.outside.now())

    def _look_at_clock(self) -> None:
        if self._today() != self._day:
            self._stand_at(self._wanted())
