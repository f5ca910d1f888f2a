"""A day's programme as a table of rooms and minutes: what stands beside what, and what clashes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from checkin.domain.event import Event
from checkin.domain.session import Session, in_order
from checkin.domain.text import fold

STEP = 5
_HOUR, _DAY = 60, 24 * 60
_USUAL = 8 * _HOUR, 18 * _HOUR


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session stands: its day, minutes after that day's midnight, and its room."""

    day: date
    begin: int
    end: int
    room: str


@dataclass(frozen=True, slots=True)
class Block:
    """A session in a room's column, in one of so many lanes beside others of the same time.

    `clashes` are the sessions that are held in the same room at the same time.
    """

    session: Session
    begin: int
    end: int
    column: int
    lane: int = 0
    lanes: int = 1
    clashes: tuple[Session, ...] = ()


@dataclass(frozen=True, slots=True)
class Timetable:
    """A day from the minute `first` to the minute `last`: its sessions, an hour around them.

    `rooms` name the columns, the same on every day; an empty one is of sessions without a room.
    """

    day: date
    rooms: tuple[str, ...]
    blocks: tuple[Block, ...]
    first: int
    last: int

    def block_of(self, identity: str) -> Block | None:
        """Return where the session with an id stands, None if it is not of this day."""
        return next((one for one in self.blocks if one.session.id == identity), None)

    def column_of(self, room: str) -> int:
        """Return the column of a room, the last where it has none."""
        wanted = fold(room)
        found = (at for at, one in enumerate(self.rooms) if fold(one) == wanted)
        return next(found, len(self.rooms) - 1)

    def reaching(self, place: Place) -> "Timetable":
        """Return the table with as many more hours as bring a place into it."""
        first = min(self.first, place.begin // _HOUR * _HOUR)
        last = max(self.last, -(-place.end // _HOUR) * _HOUR)
        return replace(self, first=first, last=last)


def minute_of(event: Event, clock_time: time) -> int:
    """Return minutes after an event day's midnight; before the boundary it is the night after."""
    next_day, hour = event.hour_of(clock_time)
    return next_day * _DAY + hour.hour * _HOUR + hour.minute


def clock_of(minute: int) -> time:
    """Return the time of day of a minute after midnight."""
    hour, rest = divmod(minute % _DAY, _HOUR)
    return time(hour, rest)


def place_of(event: Event, session: Session) -> Place:
    """Return where a session stands now."""
    begin, end = (minute_of(event, one) for one in (session.starts, session.ends))
    return Place(session.day, begin, end, session.room)


def timetable(event: Event, day: date, sessions: Sequence[Session]) -> Timetable:
    """Return the table of one day of a programme."""
    rooms = _rooms(sessions)
    made = Timetable(day, rooms, (), *_USUAL)
    of_day = in_order((one for one in sessions if one.day == day), event)
    columns: list[list[Session]] = [[] for _ in rooms]
    for one in of_day:
        columns[made.column_of(one.room)].append(one)
    blocks = tuple(block for at, some in enumerate(columns) for block in _laid_out(event, at, some))
    if blocks:
        first = (min(one.begin for one in blocks) // _HOUR - 1) * _HOUR
        last = (-(-max(one.end for one in blocks) // _HOUR) + 1) * _HOUR
        made = replace(made, blocks=blocks, first=min(made.first, first), last=max(made.last, last))
    return made


def moved(event: Event, place: Place, minutes: int) -> Place:
    """Return a place so many minutes later, or earlier, as far as its day reaches."""
    first, last = _reach(event, place)
    length = place.end - place.begin
    begin = min(max(_stepped(place.begin + minutes), first), last - length)
    return replace(place, begin=begin, end=begin + length)


def stretched(event: Event, place: Place, minutes: int) -> Place:
    """Return a place that ends so many minutes later, or earlier, but after it begins."""
    _, last = _reach(event, place)
    return replace(place, end=min(max(_stepped(place.end + minutes), place.begin + STEP), last))


def clashes_of(event: Event, sessions: Iterable[Session]) -> list[tuple[Session, Session]]:
    """Return each two sessions that are held in one room at the same time, in order of time."""
    ordered = in_order((one for one in sessions if one.room), event)
    spans = [one.span(event) for one in ordered]
    found = []
    for at, one in enumerate(ordered):
        for after in range(at + 1, len(ordered)):
            if spans[after][0] >= spans[at][1]:
                break
            if fold(ordered[after].room) == fold(one.room):
                found.append((one, ordered[after]))
    return found


def _reach(event: Event, place: Place) -> tuple[int, int]:
    """Return the minutes between which a session may lie.

    The day's boundary itself is the next day's, so that one ends a step before it at the latest.
    """
    boundary = event.day_boundary.hour * _HOUR + event.day_boundary.minute
    return -(-boundary // STEP) * STEP, max((boundary + _DAY - 1) // STEP * STEP, place.end)


def _stepped(minute: int) -> int:
    return round(minute / STEP) * STEP


def _rooms(sessions: Sequence[Session]) -> tuple[str, ...]:
    """Return the rooms by name, each as it is first written; at last none, if it is needed."""
    written: dict[str, str] = {}
    for one in sessions:
        written.setdefault(fold(one.room), one.room)
    named = sorted((name for key, name in written.items() if key), key=str.casefold)
    return (*named, "") if "" in written or not named else tuple(named)


def _laid_out(event: Event, column: int, sessions: Iterable[Session]) -> list[Block]:
    """Return a column's sessions, those that touch in time shared out over lanes."""
    blocks: list[Block] = []
    group: list[Block] = []
    group_end = 0
    for session in sessions:
        place = place_of(event, session)
        if group and place.begin >= group_end:
            blocks += _shared_out(group)
            group = []
        group_end = max(group_end, place.end) if group else place.end
        group.append(Block(session, place.begin, place.end, column))
    return blocks + _shared_out(group)


def _shared_out(group: Sequence[Block]) -> list[Block]:
    ends: list[int] = []
    lanes: list[int] = []
    for block in group:
        free = (lane for lane, end in enumerate(ends) if end <= block.begin)
        lane = next(free, len(ends))
        ends[lane : lane + 1] = [block.end]
        lanes.append(lane)
    return [
        replace(block, lane=lane, lanes=len(ends), clashes=_clashing(block, group))
        for block, lane in zip(group, lanes, strict=True)
    ]


def _clashing(block: Block, group: Sequence[Block]) -> tuple[Session, ...]:
    if not block.session.room:
        return ()
    return tuple(
        other.session
        for other in group
        if other is not block and other.begin < block.end and block.begin < other.end
    )
