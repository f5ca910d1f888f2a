"""Who was there on a day: first in and last out, hours, and how many of each organisation."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from checkin.domain.people import Attendee, Status
from checkin.domain.verdict import Direction

NOT_EXPECTED = frozenset({Status.CANCELED, Status.BLOCKED})


@dataclass(frozen=True, slots=True)
class Counted:
    """An accepted check-in that is not annulled; `at` is Unix milliseconds."""

    attendee: str
    list: str
    direction: Direction
    at: int
    station: str
    operator: str


@dataclass(frozen=True, slots=True)
class Presence:
    """One attendee on one day, in event time; `first_in` is None for an absentee.

    `hours` and `programme`, what the day holds for them, are milliseconds.
    """

    attendee: Attendee
    first_in: datetime | None
    last_out: datetime | None
    lists: tuple[str, ...]
    hours: int = 0
    programme: int = 0

    @property
    def share(self) -> float | None:
        """Return hours of programme hours; None where the day holds nothing for them."""
        return self.hours / self.programme if self.programme else None


@dataclass(frozen=True, slots=True)
class DayAttendance:
    """One day: everybody expected or present; `registered` counts those who were expected."""

    day: date
    registered: int
    presences: tuple[Presence, ...]

    @property
    def present(self) -> int:
        """How many were there."""
        return sum(1 for presence in self.presences if presence.first_in)

    def by_organisation(self) -> list[tuple[str, str, int, int]]:
        """Return (organisation, kind, expected or present, present), the largest presence first."""
        listed: Counter[tuple[str, str]] = Counter()
        present: Counter[tuple[str, str]] = Counter()
        for presence in self.presences:
            origin = presence.attendee.organisation, presence.attendee.organisation_kind
            listed[origin] += 1
            present[origin] += presence.first_in is not None
        return sorted(
            ((name, kind, count, present[name, kind]) for (name, kind), count in listed.items()),
            key=lambda row: (-row[3], -row[2], row[0].casefold()),
        )


def is_expected(attendee: Attendee, day: date) -> bool:
    """Tell whether an attendee is registered for a day and neither canceled nor blocked."""
    return expected_on(attendee.status, attendee.days, day)


def expected_on(status: Status, days: Sequence[date], day: date) -> bool:
    """Tell the same of a status and the days somebody is registered for, none meaning all."""
    return status not in NOT_EXPECTED and (not days or day in days)
