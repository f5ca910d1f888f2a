"""Who will fall below the threshold unless they come for the rest of the day."""

from collections.abc import Iterable
from dataclasses import dataclass

from checkin.domain.attendance import NOT_EXPECTED
from checkin.domain.reckoning import Record
from checkin.domain.schedule import Schedule
from checkin.domain.spans import length, meet

_FOR_EVER = 1 << 62


@dataclass(frozen=True, slots=True)
class Risk:
    """Somebody at risk, lengths in milliseconds.

    `hours` they have by now, `needed` is what they must still have today, `rest` what today holds.
    """

    record: Record
    hours: int
    needed: int
    rest: int


def at_risk(schedule: Schedule, records: Iterable[Record], now: int) -> list[Risk]:
    """Return who reaches the event's threshold only by coming today from `now` on (Unix ms).

    Who is inside is there already. Who cannot reach it any more is not listed: see `out_of_reach`.
    """
    found = [risk for record in records if (risk := risk_of(schedule, record, now))]
    return sorted(found, key=lambda one: (-one.needed, one.record.attendee.name))


def risk_of(schedule: Schedule, record: Record, now: int) -> Risk | None:
    """Return the risk that somebody is at, None for who is at none, or cannot reach it any more."""
    standing = _standing(schedule, record, now)
    if not standing or _is_inside(record, now):
        return None
    hours, rest, later = standing
    missing = _wanted(schedule, record) - hours - later
    return Risk(record, hours, missing, rest) if 0 < missing <= rest else None


def out_of_reach(schedule: Schedule, records: Iterable[Record], now: int) -> list[Record]:
    """Return who cannot reach the threshold any more, even by coming to all that is left."""
    found = []
    for record in records:
        standing = _standing(schedule, record, now)
        if standing and sum(standing) < _wanted(schedule, record):
            found.append(record)
    return found


def _wanted(schedule: Schedule, record: Record) -> int:
    """Return how many milliseconds are the threshold, rounded up."""
    return -(-record.programme * schedule.event.threshold // 100)


def _standing(schedule: Schedule, record: Record, now: int) -> tuple[int, int, int] | None:
    """Return the hours by now, what is left of today, and what later days hold for somebody."""
    if not record.programme or record.attendee.status in NOT_EXPECTED:
        return None
    hours = rest = later = 0
    for day, plan in zip(record.days, schedule.days, strict=True):
        hours += length(meet(day.counted, [(0, now)]))
        if not day.programme:
            continue
        ahead = length(meet(plan.counted, [(now, _FOR_EVER)]))
        if plan.whole[0] <= now < plan.whole[1]:
            rest += ahead
        elif now < plan.whole[0]:
            later += ahead
    return hours, rest, later


def _is_inside(record: Record, now: int) -> bool:
    return any(
        start <= now < end
        for day in record.days
        for door in day.without_exit
        for start, end in day.stays.get(door, ())
    )
