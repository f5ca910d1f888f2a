"""Who was there: first in and last out of each day, computed from the check-ins that count."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from checkin.domain.event import CheckInList, Event
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
    """One attendee on one day, in event time; `first_in` is None for an absentee."""

    attendee: Attendee
    first_in: datetime | None
    last_out: datetime | None
    lists: tuple[str, ...]


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


def attendance_of_days(
    event: Event,
    lists: Sequence[CheckInList],
    attendees: Sequence[Attendee],
    counted: Iterable[Counted],
) -> list[DayAttendance]:
    """Return each day of the event; a check-in belongs to the day of its list.

    Present is whoever has an entry on any of the day's `lists`; check-ins on other lists are left
    out. `attendees` are given in the order in which they are to be listed.
    """
    scans: dict[tuple[date, str], list[Counted]] = defaultdict(list)
    day_of = {one.id: one.day for one in lists}
    for check_in in counted:
        if check_in.list in day_of:
            scans[day_of[check_in.list], check_in.attendee].append(check_in)
    names = {one.id: one.name for one in lists}
    return [
        _day(
            event,
            day,
            attendees,
            {who: s for (when, who), s in scans.items() if when == day},
            names,
        )
        for day in event.days
    ]


def _day(
    event: Event,
    day: date,
    attendees: Sequence[Attendee],
    scans: dict[str, list[Counted]],
    names: dict[str, str],
) -> DayAttendance:
    presences = []
    registered = 0
    for attendee in attendees:
        presence = _presence(event, attendee, scans.get(attendee.id, []), names)
        expected = is_expected(attendee, day)
        registered += expected
        if expected or presence.first_in:
            presences.append(presence)
    return DayAttendance(day, registered, tuple(presences))


def _presence(
    event: Event, attendee: Attendee, scans: Sequence[Counted], names: dict[str, str]
) -> Presence:
    entries = [scan for scan in scans if scan.direction is Direction.ENTRY]
    exits = [scan.at for scan in scans if scan.direction is Direction.EXIT]
    if not entries:
        return Presence(attendee, None, None, ())
    return Presence(
        attendee,
        first_in=event.local(min(scan.at for scan in entries)),
        last_out=event.local(max(exits)) if exits else None,
        lists=tuple(dict.fromkeys(names[scan.list] for scan in entries)),
    )
