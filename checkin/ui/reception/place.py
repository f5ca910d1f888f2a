"""Which list the door checks against: today's entrance by itself, another by choice."""

from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.event import CheckInList, Event
from checkin.domain.hours import offered
from checkin.domain.questions import Question
from checkin.domain.verdict import Direction
from checkin.ui.bench import Bench
from checkin.ui.dates import day_name
from checkin.ui.page import Page
from checkin.ui.reception.doorway import Doorway
from checkin.ui.reception.lists import ListDialog
from checkin.ui.reception.listwords import list_name, offer_words, warning_words
from checkin.ui.reception.placenotes import PlaceNotes

_LOOK_AT_CLOCK_MS = 20_000


class Place(QObject):
    """`moved` tells what the page is to be called now, and what to say until the first scan.

    `notes` are shown while the list is not for now, or another may be wanted. A list chosen by hand
    is kept until another is.
    """

    moved = Signal(str, str)

    def __init__(self, bench: Bench, doorway: Doorway, page: Page) -> None:
        super().__init__(page)
        self._bench = bench
        self._doorway = doorway
        self._page = page
        self._chosen = ""
        self._day: date | None = None
        self._known: tuple[Event, tuple[Question, ...]] | None = None
        self.notes = PlaceNotes(page)
        self.notes.go.triggered.connect(self._go_to_offered)
        self.notes.back.triggered.connect(self._go_back)
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
        else:
            self._show_notes()

    def choose(self) -> None:
        """Ask which list, and stand there."""
        current = self._doorway.list.id if self._doorway.list else ""
        if chosen := ListDialog.ask(self._page, self._bench, current):
            self._choose(chosen)

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
        self._show_notes()
        self.moved.emit(self._title(one), self.hint())

    def _title(self, one: CheckInList | None) -> str:
        if one is None:
            return self.tr("No list for today")
        title = f"{day_name(one.day)} — {list_name(one)}"
        if self._doorway.direction is Direction.EXIT:
            return self.tr("{title} · people leaving").format(title=title)
        return title

    def _show_notes(self) -> None:
        """Say what somebody at this list should know now."""
        event, now = self._bench.programme().event, self._bench.outside.now()
        one, entrance = self._doorway.list, self._todays_entrance()
        leaving = self._doorway.direction is Direction.EXIT
        warning = words = ""
        if one:
            warning, words = warning_words(event, one, now, leaving=leaving)
        if others := self._offered():
            words = offer_words(event, others, now)
        several = self.tr("Choose one") if len(others) > 1 else self.tr("Check in there")
        self.notes.show_notes(
            warning,
            words,
            go=several if others else "",
            may_go_back=None not in {one, entrance} and one != entrance,
        )

    def _offered(self) -> list[CheckInList]:
        programme, now = self._bench.programme(), self._bench.outside.now()
        found = offered(programme.event, programme.lists, now)
        here = self._doorway.list
        return [] if here and here.id in {one.id for one in found} else found

    def _go_to_offered(self) -> None:
        found = self._offered()
        if len(found) == 1:
            self._choose(found[0])
        elif found:
            self.choose()

    def _go_back(self) -> None:
        if entrance := self._todays_entrance():
            self._choose(entrance)

    def _choose(self, one: CheckInList) -> None:
        self._chosen = one.id if one != self._todays_entrance() else ""
        self._stand_at(one)

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
        else:
            self._show_notes()
