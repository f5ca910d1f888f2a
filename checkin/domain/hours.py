"""Where a check-in list stands at a moment: running, about to begin, over, or of another day."""

from collections.abc import Sequence
from datetime import time
from enum import IntEnum

from checkin.domain.event import CheckInList, Event

SOON_MINUTES = 30


class Stage(IntEnum):
    """How near a list is to its hours, the nearest first."""

    RUNNING = 0
    SOON = 1
    LATER = 2
    OVER = 3
    OTHER_DAY = 4


def stage(event: Event, one: CheckInList, at: int) -> Stage:
    """Return where a list stands at a moment (Unix ms); without hours it runs all its day."""
    if event.day_of(at) != one.day:
        return Stage.OTHER_DAY
    hour = event.hour_of(event.local(at).time())
    if one.opens is not None and hour < event.hour_of(one.opens):
        return Stage.SOON if minutes_until(event, one.opens, at) <= SOON_MINUTES else Stage.LATER
    if one.closes is not None and hour > event.hour_of(one.closes):
        return Stage.OVER
    return Stage.RUNNING


def minutes_until(event: Event, clock_time: time, at: int) -> int:
    """Return how many minutes it is to a time of the day that a moment belongs to, rounded up."""
    now = event.local(at).time()
    seconds = _seconds(event, clock_time) - _seconds(event, now)
    return -(-seconds // 60)


def nearest_first(event: Event, lists: Sequence[CheckInList], at: int) -> list[CheckInList]:
    """Return lists as somebody at a door wants them at a moment: running, next, today, others.

    Of those alike, an entrance comes first, then whichever begins first.
    """

    def order(one: CheckInList) -> tuple[object, ...]:
        begins = event.hour_of(one.opens) if one.opens else (-1, time.min)
        return stage(event, one, at), one.day, not one.entrance, begins, one.name

    return sorted(lists, key=order)


def offered(event: Event, lists: Sequence[CheckInList], at: int) -> list[CheckInList]:
    """Return the lists with hours of their own that people may come for at a moment.

    Several only if they begin together: the next to begin, else those that began last.
    """
    timed = [one for one in nearest_first(event, lists, at) if one.opens and not one.entrance]
    soon = [one for one in timed if stage(event, one, at) is Stage.SOON]
    running = [one for one in timed if stage(event, one, at) is Stage.RUNNING]
    first = soon[0] if soon else running[-1] if running else None
    return [one for one in soon or running if first and one.opens == first.opens]


def _seconds(event: Event, clock_time: time) -> int:
    next_day, hour = event.hour_of(clock_time)
    return ((24 * next_day + hour.hour) * 60 + hour.minute) * 60 + hour.second
