"""Which list somebody at a door wants now, by the clock of the event."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.event import CheckInList, Event
from checkin.domain.hours import Stage, nearest_first, offered, stage
from checkin.domain.rules import Facts, objections
from checkin.domain.times import to_ms
from checkin.domain.verdict import Direction, Reason
from tests.world import DAY_ONE, DAY_TWO, RIGA

EVENT = Event("0" * 32, "Seminar", DAY_ONE, DAY_TWO, "Europe/Riga")


def a_list(name: str, opens: str = "", closes: str = "", **rules: object) -> CheckInList:
    hours = {"opens": opens, "closes": closes}
    read = {key: time.fromisoformat(text) for key, text in hours.items() if text}
    return CheckInList(name, name, rules.pop("day", DAY_ONE), **read, **rules)  # type: ignore


def at(text: str, day: date = DAY_ONE) -> int:
    return to_ms(datetime.combine(day, time.fromisoformat(text), RIGA))


ENTRANCE = a_list("Entrance", entrance=True)
A, B = a_list("Workshop A", "11:00", "12:30"), a_list("Workshop B", "11:00", "12:30")
PLENARY = a_list("Plenary", "12:00", "13:00")
PARTY = a_list("Party", "22:00", "02:00")
TOMORROW = a_list("Workshop C", "11:00", "12:30", day=DAY_TWO)
LISTS = [ENTRANCE, A, B, PLENARY, PARTY, TOMORROW]


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("10:29:59", Stage.LATER),
        ("10:30", Stage.SOON),
        ("10:59:59", Stage.SOON),
        ("11:00", Stage.RUNNING),
        ("12:30", Stage.RUNNING),
        ("12:30:01", Stage.OVER),
    ],
)
def test_a_list_opens_and_closes(clock, expected):
    assert stage(EVENT, A, at(clock)) is expected


def test_hours_after_midnight_belong_to_the_evening():
    assert stage(EVENT, PARTY, at("01:30", DAY_TWO)) is Stage.RUNNING
    assert stage(EVENT, PARTY, at("02:30", DAY_TWO)) is Stage.OVER
    assert stage(EVENT, PARTY, at("04:30", DAY_TWO)) is Stage.OTHER_DAY


@pytest.mark.parametrize(
    ("clock", "names"),
    [
        ("09:00", []),
        ("10:35", ["Workshop A", "Workshop B"]),
        ("11:15", ["Workshop A", "Workshop B"]),
        ("11:40", ["Plenary"]),
        ("12:10", ["Plenary"]),
        ("13:01", []),
        ("21:45", ["Party"]),
    ],
)
def test_what_begins_next_is_offered_and_what_runs_while_nothing_does(clock, names):
    assert [one.name for one in offered(EVENT, LISTS, at(clock))] == names


def test_the_nearest_stands_first():
    names = [one.name for one in nearest_first(EVENT, LISTS, at("11:40"))]
    assert names == ["Entrance", "Workshop A", "Workshop B", "Plenary", "Party", "Workshop C"]


TIMES = st.none() | st.times().map(lambda one: one.replace(microsecond=0))


@given(TIMES, TIMES, st.integers(-1, 3 * 86_400))
def test_a_list_runs_just_when_its_door_lets_people_in(opens, closes, seconds):
    door = CheckInList("1", "List", DAY_ONE, opens=opens, closes=closes)
    start = datetime.combine(DAY_ONE, time(0), RIGA)
    now = to_ms(start + timedelta(seconds=seconds))
    refused = Reason.INVALID_TIME in objections(Facts(EVENT, door, Direction.ENTRY, now))
    assert (stage(EVENT, door, now) is Stage.RUNNING) == (not refused)
