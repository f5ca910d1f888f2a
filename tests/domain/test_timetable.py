"""A day's timetable: columns, lanes, clashes, and where a session can be moved to."""

from datetime import date, time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.event import CheckInList, Event
from checkin.domain.session import Session
from checkin.domain.timetable import (
    Place,
    clashes_of,
    clock_of,
    minute_of,
    moved,
    place_of,
    stretched,
    timetable,
)

DAY, NEXT = date(2026, 6, 2), date(2026, 6, 3)
EVENT = Event("e", "Clusters", DAY, NEXT, "Europe/Riga")


def session(name: str, hours: str, room: str = "Hall", day: date = DAY) -> Session:
    starts, ends = (time.fromisoformat(one) for one in hours.split("-"))
    return Session(CheckInList(name, name, day), starts, ends, room)


def lanes(*sessions: Session) -> dict[str, tuple[int, int]]:
    """Return each session's lane and of how many, by name."""
    return {b.session.name: (b.lane, b.lanes) for b in timetable(EVENT, DAY, sessions).blocks}


def test_rooms_are_columns_by_name_and_those_without_a_room_come_last():
    found = timetable(
        EVENT,
        DAY,
        [
            session("Walk", "17:00-18:00", ""),
            session("B", "09:00-10:00", "linden Room"),
            session("A", "09:00-10:00", "Amber Room"),
            session("C", "10:00-11:00", "Linden room"),
            session("Tomorrow", "10:00-11:00", "Zoo", NEXT),
        ],
    )
    assert found.rooms == ("Amber Room", "linden Room", "Zoo", "")
    assert {b.session.name: b.column for b in found.blocks} == {"A": 0, "B": 1, "C": 1, "Walk": 3}
    assert (found.first, found.last) == (8 * 60, 19 * 60)


def test_an_empty_day_is_a_working_day_with_one_column():
    found = timetable(EVENT, DAY, [])
    assert (found.rooms, found.first, found.last) == (("",), 8 * 60, 18 * 60)


def test_a_table_reaches_as_far_as_something_is_moved():
    found = timetable(EVENT, DAY, [session("A", "09:00-10:00")])
    assert found.reaching(Place(DAY, 540, 600, "Hall")) == found
    further = found.reaching(Place(DAY, 425, 1145, "Hall"))
    assert (further.first, further.last) == (7 * 60, 20 * 60)


def test_what_runs_at_once_shares_the_column_and_what_touches_does_not():
    assert lanes(session("A", "09:00-10:00"), session("B", "10:00-11:00")) == {
        "A": (0, 1),
        "B": (0, 1),
    }
    assert lanes(
        session("A", "09:00-12:00"), session("B", "09:30-10:00"), session("C", "10:00-11:00")
    ) == {"A": (0, 2), "B": (1, 2), "C": (1, 2)}


def test_two_sessions_in_one_room_at_once_clash_and_without_a_room_they_do_not():
    one, other = session("A", "09:00-10:30"), session("B", "10:00-11:00", "HALL")
    free = [session("C", "09:00-10:00", ""), session("D", "09:00-10:00", "")]
    assert clashes_of(EVENT, [one, other, *free]) == [(one, other)]
    blocks = timetable(EVENT, DAY, [one, other, *free]).blocks
    assert [b.session.name for b in blocks if b.clashes] == ["A", "B"]


def test_a_session_after_midnight_belongs_to_the_night_of_its_day():
    party = session("Party", "22:00-01:30")
    assert place_of(EVENT, party) == Place(DAY, 22 * 60, 25 * 60 + 30, "Hall")
    assert timetable(EVENT, DAY, [party]).last == 27 * 60


@pytest.mark.parametrize(
    ("minutes", "begin", "end"),
    [(7, 545, 605), (-5, 535, 595), (10_000, 1615, 1675), (-10_000, 240, 300)],
)
def test_moving_goes_by_steps_and_stays_within_the_day(minutes, begin, end):
    at = moved(EVENT, Place(DAY, 540, 600, "Hall"), minutes)
    assert (at.begin, at.end) == (begin, end)


def test_an_end_stays_after_the_start_and_before_the_day_boundary():
    place = Place(DAY, 540, 600, "Hall")
    assert stretched(EVENT, place, 12).end == 610
    assert stretched(EVENT, place, -500).end == 545
    assert stretched(EVENT, place, 5000).end == 27 * 60 + 55


@given(
    st.integers(240, 1670), st.integers(1, 300), st.integers(-2000, 2000), st.integers(-2000, 2000)
)
def test_wherever_a_session_is_moved_its_times_are_those_of_its_day(begin, length, by, longer):
    place = Place(DAY, begin, min(begin + length, 1679), "Hall")
    at = stretched(EVENT, moved(EVENT, place, by), longer)
    starts, ends = clock_of(at.begin), clock_of(at.end)
    assert (minute_of(EVENT, starts), minute_of(EVENT, ends)) == (at.begin, at.end)
    assert EVENT.hour_of(starts) < EVENT.hour_of(ends)


@given(
    st.lists(
        st.tuples(st.integers(48, 250), st.integers(1, 40), st.sampled_from(["", "Hall", "Attic"])),
        max_size=12,
    )
)
def test_no_two_sessions_are_drawn_over_one_another(drawn):
    sessions = [
        session(f"{number}", f"{clock_of(start * 5)}-{clock_of((start + length) * 5)}", room)
        for number, (start, length, room) in enumerate(drawn)
    ]
    blocks = timetable(EVENT, DAY, sessions).blocks
    assert len(blocks) == len(sessions)
    for one, other in combinations(blocks, 2):
        if one.begin < other.end and other.begin < one.end and one.column == other.column:
            assert one.lanes == other.lanes
            assert one.lane != other.lane
