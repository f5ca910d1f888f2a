"""Measures how the reckoning of attendance grows with the people, three days of thirty sessions."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from random import Random
from time import process_time

from checkin.domain.event import CheckInList, Event
from checkin.domain.people import Attendee
from checkin.domain.reckoning import Scan, reckon
from checkin.domain.schedule import Schedule
from checkin.domain.session import Session
from tests.benchmarks.figures import Rows, Work, best_in_turn

PEOPLE, DAYS, SESSIONS_A_DAY = 5_000, 3, 10
_FIRST = date(2026, 6, 2)
_MINUTE = 60_000


def rows() -> Rows:
    """Return what was measured, the figure, and the bar it is held to."""
    schedule = _schedule()
    few, many = (_told(schedule, count) for count in (PEOPLE // 10, PEOPLE))
    small, large = best_in_turn(3, few, many)
    what = f"attendance of {PEOPLE:,} people, {DAYS} days, {DAYS * SESSIONS_A_DAY} sessions"
    return [(f"{what}, against a tenth of the people", f"{large / small:.1f} ×", "≤ 12")]


def _schedule() -> Schedule:
    event = Event("e" * 32, "Large", _FIRST, _FIRST + timedelta(days=DAYS - 1), "Europe/Riga")
    doors = [CheckInList(f"door {day}", f"Door {day}", day, entrance=True) for day in event.days]
    sessions = [
        Session(
            CheckInList(f"{day} {number}", f"{day} {number}", day),
            time(8 + number),
            time(9 + number),
            own_door=number % 2 == 1,
        )
        for day in event.days
        for number in range(SESSIONS_A_DAY)
    ]
    return Schedule.of(event, [*doors, *(one.list for one in sessions)], sessions)


def _told(schedule: Schedule, count: int) -> Work:
    people = [Attendee(str(number), f"Person {number}") for number in range(count)]
    scans = _scans(schedule, people)

    def work() -> Sequence[float]:
        started = process_time()
        assert sum(record.hours > 0 for record in reckon(schedule, people, scans)) == count
        return [process_time() - started]

    return work


def _scans(schedule: Schedule, people: Sequence[Attendee]) -> Mapping[str, list[Scan]]:
    """Let everybody in each morning, into every other session, and out in the evening."""
    chance = Random(0)
    found: dict[str, list[Scan]] = {}
    for one in people:
        mine: list[Scan] = []
        for day in schedule.days:
            door = f"door {day.day}"
            come = day.sessions[0].span[0] - chance.randrange(30) * _MINUTE
            mine.append((come, door, False))
            for session in day.sessions:
                if session.own_door:
                    mine.append(
                        (session.span[0] + chance.randrange(9) * _MINUTE, session.id, False)
                    )
            mine.append((day.sessions[-1].span[1], door, True))
        found[one.id] = mine
    return found
