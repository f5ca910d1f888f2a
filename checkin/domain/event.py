"""The event and its check-in lists: days, opening hours, who is admitted and how often."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from checkin.domain.times import from_ms, to_ms

MOST_DAYS = 31
DAY_BOUNDARY = time(4)
MIDDAY = time(13)
THRESHOLD = 80


class Exits(StrEnum):
    """When a room empties. Values are stored: never rename one."""

    SESSION = "session"
    DOOR = "door"


def known_exits(text: str | None) -> Exits:
    """Return when rooms empty, the usual for what only a newer version knows."""
    return Exits.DOOR if text == Exits.DOOR else Exits.SESSION


@dataclass(frozen=True, slots=True)
class Event:
    """A seminar of one or more days in one time zone.

    `shown_fields` are what a door shows of a person beside the name; see `domain.questions`.
    `template` is the id of a template of the event, or the name of one that comes along. Who has
    `threshold` per cent of their programme hours has a certificate; `midday` parts half days. With
    `one_room` an entry to one session ends stays in others. `exits` tells whether a room is empty
    once its session is over, or only of those who were scanned out.
    """

    id: str
    title: str
    first_day: date
    last_day: date
    timezone: str
    venue: str = ""
    day_boundary: time = DAY_BOUNDARY
    forget_day: date | None = None
    shown_fields: tuple[str, ...] = ()
    template: str = ""
    threshold: int = THRESHOLD
    midday: time = MIDDAY
    one_room: bool = False
    exits: Exits = Exits.SESSION

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the event, in order."""
        length = (self.last_day - self.first_day).days + 1
        return tuple(self.first_day + timedelta(days=n) for n in range(length))

    def local(self, at_ms: int) -> datetime:
        """Return Unix milliseconds as a moment in the event's zone."""
        return from_ms(at_ms, self.timezone)

    def moment(self, day: date, clock_time: time) -> int:
        """Return a time of a day in Unix milliseconds; before the boundary it is after midnight.

        Of a time that the clock shows twice it is the first.
        """
        late = timedelta(days=1 if clock_time < self.day_boundary else 0)
        return to_ms(datetime.combine(day + late, clock_time, ZoneInfo(self.timezone)))

    def span_of(self, day: date) -> tuple[int, int]:
        """Return when a day begins and ends, at its boundary, in Unix milliseconds."""
        boundary = self.day_boundary
        return self.moment(day, boundary), self.moment(day + timedelta(days=1), boundary)

    def day_of(self, at_ms: int) -> date:
        """Return the event day a moment belongs to: one runs from boundary to boundary."""
        local = self.local(at_ms)
        return local.date() - timedelta(days=1 if local.time() < self.day_boundary else 0)

    def hour_of(self, clock_time: time) -> tuple[int, time]:
        """Return a time of day as it is ordered within a day that starts at the boundary."""
        return (1 if clock_time < self.day_boundary else 0), clock_time


@dataclass(frozen=True, slots=True)
class CheckInList:
    """What a door scans against. `opens` and `closes` are None for no limit of hours.

    `categories` empty admits every category; `capacity` None has no limit.
    """

    id: str
    name: str
    day: date
    entrance: bool = False
    several_entries: bool = False
    entry_after_exit: bool = True
    categories: tuple[str, ...] = ()
    opens: time | None = None
    closes: time | None = None
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class Organizer:
    """Who holds the event, in order of `position`; `picture` is their logo, empty for none."""

    id: str
    name: str
    position: int
    picture: bytes = b""
