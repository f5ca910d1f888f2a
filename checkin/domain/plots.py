"""What the plots of an event show: arrivals, rooms, each day, and where people are from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checkin.domain.arrivals import Arrivals, arrivals, minute_of
from checkin.domain.event import CheckInList, Event, Exits
from checkin.domain.reckoning import DayRecord, Record
from checkin.domain.reportnumbers import Origin
from checkin.domain.session import Session, in_order
from checkin.domain.spans import Span

_MINUTE_MS = 60_000


class PlotKind(StrEnum):
    """Which plot. Values name files and are typed: never rename one."""

    ARRIVALS = "arrivals"
    ROOMS = "rooms"
    DAYS = "days"
    KINDS = "kinds"
    COUNTRIES = "countries"


@dataclass(frozen=True, slots=True)
class Room:
    """How many were in one room: each step is a minute of the day and how many from then on.

    `most` is the largest number; `capacity` None has no limit.
    """

    name: str
    steps: tuple[tuple[int, int], ...]
    capacity: int | None = None

    @property
    def most(self) -> int:
        """How many were there at most."""
        return max((count for _, count in self.steps), default=0)


@dataclass(frozen=True, slots=True)
class DayBars:
    """How many were registered for a day, came, and were there in each half of it."""

    day: date
    registered: int
    came: int
    morning: int
    afternoon: int


Shown = Arrivals | tuple[Room, ...] | tuple[DayBars, ...] | tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """One plot; those of a single day have a `day`."""

    kind: PlotKind
    shown: Shown
    day: date | None = None

    @property
    def name(self) -> str:
        """What its file is called, such as `arrivals-2026-06-02`."""
        return f"{self.kind}-{self.day}" if self.day else self.kind.value


def plots_of(
    event: Event,
    lists: Sequence[CheckInList],
    sessions: Sequence[Session],
    records: Sequence[Record],
    origins: Mapping[PlotKind, Sequence[Origin]],
    now: int,
) -> tuple[Plot, ...]:
    """Return every plot of an event as it is known `now` (Unix ms)."""
    return (
        *(_arrivals(event, place, records) for place in range(len(event.days))),
        *(
            Plot(PlotKind.ROOMS, tuple(_rooms(event, place, lists, sessions, records, now)), day)
            for place, day in enumerate(event.days)
        ),
        Plot(
            PlotKind.DAYS, tuple(_day(place, day, records) for place, day in enumerate(event.days))
        ),
        *(Plot(kind, tuple(bars)) for kind, bars in origins.items()),
    )


def _arrivals(event: Event, place: int, records: Iterable[Record]) -> Plot:
    day = event.days[place]
    firsts = (record.days[place].first_in for record in records)
    minutes = [minute_of(event.local(at), day) for at in firsts if at is not None]
    return Plot(PlotKind.ARRIVALS, arrivals(minutes), day)


def _day(place: int, day: date, records: Iterable[Record]) -> DayBars:
    there = [record.days[place] for record in records]
    return DayBars(
        day=day,
        registered=sum(one.expected for one in there),
        came=sum(one.first_in is not None for one in there),
        morning=sum(one.morning > 0 for one in there),
        afternoon=sum(one.afternoon > 0 for one in there),
    )


def _rooms(
    event: Event,
    place: int,
    lists: Sequence[CheckInList],
    sessions: Sequence[Session],
    records: Iterable[Record],
    now: int,
) -> Iterator[Room]:
    """Yield the entrance, then rooms in order of their first session, then lists besides."""
    day = event.days[place]
    here = [one for one in in_order(sessions, event) if one.day == day]
    known = {one.id for one in here}
    doors = [one for one in lists if one.day == day and one.id not in known]
    named: dict[str, list[str]] = {one.name: [one.id] for one in doors if one.entrance}
    limits = {one.name: one.capacity for one in doors}
    for session in here:
        name = session.room or session.name
        named.setdefault(name, []).append(session.id)
        limits[name] = max(limits.get(name) or 0, session.capacity or 0) or None
    named |= {one.name: [one.id] for one in doors if not one.entrance}
    by_own_door = {one.id for one in here if one.own_door} | {one.id for one in doors}
    ends = {one.id: min(one.span(event)[1], now) for one in here if event.exits is Exits.SESSION}
    changes = _changes((record.days[place] for record in records), by_own_door, ends, now)
    minutes = _Minutes(event, day)
    for name, ids in named.items():
        steps = tuple(_steps([changes[one] for one in ids if one in changes], minutes))
        yield Room(name, steps, limits.get(name))


def _changes(
    days: Iterable[DayRecord], by_own_door: set[str], ends: Mapping[str, int], now: int
) -> dict[str, dict[int, int]]:
    """Return for each list by how many more or fewer were there from a moment on.

    `ends` tells when those were over that are empty then; no room is told beyond `now`.
    """
    found: defaultdict[str, defaultdict[int, int]] = defaultdict(lambda: defaultdict(int))

    def add(door: str, spans: Iterable[Span]) -> None:
        last = ends.get(door, now)
        for start, end in spans:
            if start < last:
                found[door][start] += 1
                found[door][min(end, last)] -= 1

    for day in days:
        for door, spans in day.stays.items():
            if door in by_own_door:
                add(door, spans)
        for session, spans in day.proofs.items():
            if session not in by_own_door:
                add(session, spans)
    return {door: dict(changes) for door, changes in found.items()}


def _steps(changes: Iterable[Mapping[int, int]], minutes: "_Minutes") -> Iterator[tuple[int, int]]:
    """Yield how many are there from each minute on in which that changes."""
    summed: defaultdict[int, int] = defaultdict(int)
    for one in changes:
        for at, change in one.items():
            summed[minutes.of(at)] += change
    count = 0
    for minute in sorted(summed):
        if summed[minute]:
            count += summed[minute]
            yield minute, count


class _Minutes:
    """Tells minutes of a day; each is looked up once, however many moments fall into it."""

    def __init__(self, event: Event, day: date) -> None:
        self._event, self._day = event, day
        self._known: dict[int, int] = {}

    def of(self, at: int) -> int:
        key = at // _MINUTE_MS
        if key not in self._known:
            self._known[key] = minute_of(self._event.local(at), self._day)
        return self._known[key]
