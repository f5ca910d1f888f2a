"""Says what happens at a seminar in the words of those who run it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from checkin.domain.details import Details
from checkin.domain.event import CheckInList
from checkin.domain.people import Attendee
from checkin.domain.roles import Operator, Role
from checkin.domain.session import Session
from checkin.domain.times import to_ms
from checkin.domain.verdict import Direction, Verdict
from checkin.services.admission import Door
from checkin.services.badges import badge_of
from checkin.services.events import create_event
from checkin.services.lists import ListRules, change_list, find_list
from checkin.services.registration import register
from checkin.services.sessions import SessionWords, add_session
from checkin.store.stations import StationBook
from checkin.store.store import Store

RIGA = ZoneInfo("Europe/Riga")
DAY_ONE, DAY_TWO = date(2026, 6, 2), date(2026, 6, 3)
RECEPTION = Operator("Elīna", Role.RECEPTION)
COORDINATOR = Operator("Māris", Role.COORDINATOR)


class Clock:
    """A clock that stands still until it is told."""

    def __init__(self) -> None:
        self.now = datetime(2026, 6, 2, 9, 0, tzinfo=RIGA)

    def __call__(self) -> int:
        return to_ms(self.now)

    def set(self, text: str) -> None:
        """Set the clock to a moment such as 2026-06-02 09:15."""
        self.now = datetime.fromisoformat(text).replace(tzinfo=RIGA)


class World:
    """One laptop with one event of two days open, at nine on the first morning."""

    def __init__(self, path: Path, book: StationBook, clock: Clock) -> None:
        self.path = path
        self.book = book
        self.clock = clock
        self.operator = COORDINATOR
        self.store = Store.open(path, book, clock)

    @classmethod
    def new(cls, folder: Path) -> "World":
        """Make the event and open it."""
        clock, book = Clock(), StationBook(folder / "installation")
        path = folder / "seminar.checkin"
        create_event(
            path,
            book,
            clock,
            COORDINATOR,
            title="Clusters go international",
            first_day=DAY_ONE,
            last_day=DAY_TWO,
            timezone="Europe/Riga",
            venue="Riga",
        )
        return cls(path, book, clock)

    def close(self) -> None:
        self.store.close()

    def later(self, **delta: float) -> None:
        """Let time pass."""
        self.clock.now += timedelta(**delta)

    def register(self, name: str, days: tuple[date, ...] | None = None, **texts: str) -> Attendee:
        """Register somebody."""
        added, _ = register(self.store, self.operator, Details({"name": name, **texts}, days))
        return added

    def code(self, attendee: Attendee) -> str:
        """Return the letters in somebody's QR."""
        return badge_of(self.store, attendee).code

    def list(self, name: str | None = None) -> CheckInList:
        """Return a list by name, else the entrance of the day it is."""
        return find_list(self.store, name, self.clock())

    def session(self, name: str, hours: str, day: date = DAY_ONE, **words: object) -> Session:
        """Put a session on the programme, such as 09:00-10:30."""
        starts, ends = map(time.fromisoformat, hours.split("-"))
        said = SessionWords(name, day, starts, ends, **words)  # type: ignore[arg-type]
        return add_session(self.store, self.operator, said)

    def rules(self, name: str | None = None, **rules: object) -> CheckInList:
        """Change the rules of a list."""
        return change_list(
            self.store,
            self.operator,
            self.list(name),
            ListRules(**rules),  # type: ignore[arg-type]
        )

    def scan(
        self,
        who: Attendee | str,
        *,
        door: str | None = None,
        leaving: bool = False,
        at: str | None = None,
        force: str = "",
    ) -> Verdict:
        """Hold somebody's badge, or any text, to a door."""
        text = who if isinstance(who, str) else self.code(who)
        direction = Direction.EXIT if leaving else Direction.ENTRY
        moment = to_ms(datetime.fromisoformat(at).replace(tzinfo=RIGA)) if at else None
        return Door(self.store, self.operator, self.list(door), direction).scan(
            text, at=moment, force=force
        )

    @contextmanager
    def other_laptop(self, name: str = "other") -> Iterator["World"]:
        """Give a second laptop that was handed a copy of the event as it is now."""
        from checkin.services.safekeeping import backup

        folder = self.path.parent / name
        folder.mkdir()
        copy = folder / "seminar.checkin"
        backup(self.store, COORDINATOR, copy)
        other = World(copy, StationBook(folder / "installation"), self.clock)
        try:
            yield other
        finally:
            other.close()
