"""Attendance of people: stays on each list, proven sessions, hours and share.

Every rule is written down for a funder in the guide, with an example that is a test.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from checkin.domain.attendance import expected_on
from checkin.domain.people import Attendee
from checkin.domain.schedule import DaySchedule, Schedule
from checkin.domain.spans import Span, length, meet, union

Scan = tuple[int, str, bool]
"""When (Unix ms), on which list, and whether out: of an accepted check-in that still counts."""

Stays = Mapping[str, Sequence[Span]]


@dataclass(frozen=True, slots=True)
class DayRecord:
    """One attendee on one day: moments in Unix milliseconds, lengths in milliseconds.

    `lists` are those entered, in order. `stays` are the presences on each list, `proofs` those in
    each session, whether it counts or not, and `counted` is the time that makes up the hours,
    of which `morning` is before midday. `programme` is what the day holds for them, 0 on a day
    they are not registered for. `without_exit` are the lists they were not scanned out of.
    """

    day: date
    expected: bool
    first_in: int | None = None
    last_out: int | None = None
    lists: tuple[str, ...] = ()
    stays: Stays = field(default_factory=dict)
    proofs: Stays = field(default_factory=dict)
    counted: Sequence[Span] = ()
    hours: int = 0
    morning: int = 0
    programme: int = 0
    without_exit: tuple[str, ...] = ()

    @property
    def afternoon(self) -> int:
        """How long they attended what counts after midday."""
        return self.hours - self.morning

    @property
    def share(self) -> float | None:
        """Return hours of programme hours; None where the day holds nothing for them."""
        return self.hours / self.programme if self.programme else None

    def half_days(self, plan: DaySchedule, threshold: int) -> tuple[bool | None, bool | None]:
        """Tell whether they reach so many per cent of the morning, and of the afternoon.

        None for a half that holds nothing, for them or for anybody.
        """
        if not self.programme:
            return None, None
        halves = (self.morning, plan.morning), (self.afternoon, plan.afternoon)
        morning, afternoon = (
            had * 100 >= threshold * whole if whole else None for had, whole in halves
        )
        return morning, afternoon

    def attended(self, session: str) -> int:
        """Return how long they were in a session."""
        return length(self.proofs.get(session, ()))


@dataclass(frozen=True, slots=True)
class Record:
    """One attendee at the event; `days` has a place for each day of it."""

    attendee: Attendee
    days: tuple[DayRecord, ...]

    @property
    def present(self) -> bool:
        """Tell whether they came at all."""
        return any(day.first_in is not None for day in self.days)

    @property
    def hours(self) -> int:
        """How long they attended what counts, in milliseconds."""
        return sum(day.hours for day in self.days)

    @property
    def programme(self) -> int:
        """How long the programme of their days is, in milliseconds."""
        return sum(day.programme for day in self.days)

    @property
    def share(self) -> float | None:
        """Return hours of programme hours, for showing; None without any programme."""
        return self.hours / self.programme if self.programme else None

    def reaches(self, threshold: int) -> bool:
        """Tell whether they have so many per cent of their programme hours, nothing rounded."""
        return self.programme > 0 and self.hours * 100 >= threshold * self.programme


def reckon(
    schedule: Schedule, attendees: Iterable[Attendee], scans: Mapping[str, Sequence[Scan]]
) -> Iterator[Record]:
    """Yield the record of each attendee, whose `scans` are in order of time, by their id."""
    for attendee in attendees:
        days: list[list[Scan]] = [[] for _ in schedule.days]
        for scan in scans.get(attendee.id, ()):
            place = schedule.day_of.get(scan[1])
            if place is not None:
                days[place].append(scan)
        found = zip(schedule.days, days, strict=True)
        yield Record(attendee, tuple(_record(schedule, attendee, *one) for one in found))


def _record(
    schedule: Schedule, attendee: Attendee, day: DaySchedule, scans: Sequence[Scan]
) -> DayRecord:
    expected = expected_on(attendee.status, attendee.days, day.day)
    programme = day.programme if not attendee.days or day.day in attendee.days else 0
    entries = [scan for scan in scans if not scan[2]]
    if not entries:
        return DayRecord(day.day, expected, programme=programme)
    stays, without_exit = stays_of(day, scans, one_room=schedule.event.one_room)
    proofs = _proofs(day, stays)
    counted = _counted(day, stays, proofs)
    exits = [scan[0] for scan in scans if scan[2] and scan[0] >= entries[0][0]]
    return DayRecord(
        day=day.day,
        expected=expected,
        first_in=entries[0][0],
        last_out=exits[-1] if exits else None,
        lists=tuple(dict.fromkeys(scan[1] for scan in entries)),
        stays=stays,
        proofs=proofs,
        counted=counted,
        hours=length(counted),
        morning=length(meet(counted, [day.before_midday])),
        programme=programme,
        without_exit=without_exit,
    )


def stays_of(
    day: DaySchedule, scans: Iterable[Scan], *, one_room: bool
) -> tuple[dict[str, list[Span]], tuple[str, ...]]:
    """Return the presence on each list of a day, and the lists that were never left.

    An entry while in and an exit while out change nothing; an exit at an entrance ends all stays.
    """
    parallel = {one.id: one.parallel for one in day.sessions} if one_room else {}
    spans: dict[str, list[Span]] = {}
    inside: dict[str, int] = {}

    def leave(door: str, at: int) -> None:
        if (since := inside.pop(door, None)) is not None:
            spans.setdefault(door, []).append((since, at))

    for at, door, gone in scans:
        if not gone:
            for other in parallel.get(door, ()):
                leave(other, at)
            inside.setdefault(door, at)
        elif door in day.opening:
            for other in tuple(inside):
                leave(other, at)
        else:
            leave(door, at)
    without_exit = tuple(inside)
    for door in without_exit:
        leave(door, day.ends[door])
    whole = [day.whole]
    return {door: meet(union(some), whole) for door, some in spans.items()}, without_exit


def _proofs(day: DaySchedule, stays: Stays) -> dict[str, list[Span]]:
    """Return the time in each session: proved by its own list, or else by the entrance."""
    entrance = union(span for door in day.opening for span in stays.get(door, ()))
    proofs = {}
    for session in day.sessions:
        proof = stays.get(session.id, ()) if session.own_door else entrance
        if proof and (met := meet(proof, [session.span])):
            proofs[session.id] = met
    return proofs


def _counted(day: DaySchedule, stays: Stays, proofs: Stays) -> list[Span]:
    """Return the time that counts: in counted sessions, or at an open entrance without any."""
    if day.sessions:
        return union(span for one in day.sessions if one.counted for span in proofs.get(one.id, ()))
    return union(
        span for door, hours in day.opening.items() for span in meet(stays.get(door, ()), [hours])
    )
