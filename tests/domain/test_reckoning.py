"""Attendance as the guide tells it: every rule by an example, and all of them minute by minute."""

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.event import CheckInList, Event
from checkin.domain.people import Attendee
from checkin.domain.reckoning import Record, Scan, reckon
from checkin.domain.risk import at_risk, out_of_reach
from checkin.domain.schedule import Schedule
from checkin.domain.session import Session
from checkin.domain.times import to_ms

DAY_ONE, DAY_TWO = date(2026, 6, 2), date(2026, 6, 3)
ZONE = ZoneInfo("Europe/Riga")
EVENT = Event("e" * 32, "Clusters", DAY_ONE, DAY_TWO, "Europe/Riga")
DOOR = CheckInList("d1", "Entrance", DAY_ONE, entrance=True)
DOOR_TWO = CheckInList("d2", "Entrance 2", DAY_TWO, entrance=True)
ADA = Attendee("ada", "Ada")
MINUTE, HOUR = 60_000, 3_600_000


def session(name: str, hours: str, day: date = DAY_ONE, **rest: object) -> Session:
    starts, ends = map(time.fromisoformat, hours.split("-"))
    return Session(CheckInList(name, name, day), starts, ends, **rest)  # type: ignore[arg-type]


def at(text: str, day: date = DAY_ONE) -> int:
    return to_ms(datetime.combine(day, time.fromisoformat(text), ZONE))


def scans(words: str, day: date = DAY_ONE) -> list[Scan]:
    """Read `in d1 09:00, out d1 12:00`."""
    read = [word.split() for word in words.split(", ") if word]
    return [(at(clock, day), door, way == "out") for way, door, clock in read]


def record(
    words: str,
    *sessions: Session,
    event: Event = EVENT,
    who: Attendee = ADA,
    lists: Sequence[CheckInList] = (DOOR, DOOR_TWO),
    second: str = "",
) -> Record:
    schedule = Schedule.of(event, [*lists, *(one.list for one in sessions)], sessions)
    every = [*scans(words), *scans(second, DAY_TWO)]
    (found,) = reckon(schedule, [who], {who.id: every})
    return found


def hours(*given: object, **rest: object) -> float:
    return record(*given, **rest).hours / HOUR  # type: ignore[arg-type]


PLENARY = session("plenary", "09:00-10:30")
COFFEE = session("coffee", "10:30-11:00", counted=False)
LASERS = session("lasers", "11:00-12:30", own_door=True)
ROBOTS = session("robots", "11:00-12:30", own_door=True)
CLOSING = session("closing", "13:30-15:00")
WHOLE_DAY = (PLENARY, COFFEE, LASERS, ROBOTS, CLOSING)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("", 0.0, id="absent"),
        pytest.param("in d1 08:30", 3.0, id="the entrance proves what has no door of its own"),
        pytest.param("in d1 08:30, in lasers 10:55", 4.5, id="its own list proves a workshop"),
        pytest.param("in d1 09:30, out d1 14:00", 1.5, id="late and early"),
        pytest.param("in d1 09:30, out d1 10:00", 0.5, id="half an hour of the plenary"),
        pytest.param("in d1 09:30, out d1 10:00, in d1 10:15", 2.25, id="out and in again"),
        pytest.param("in d1 09:00, in d1 10:00, out d1 10:15", 1.25, id="in while in: nothing"),
        pytest.param("in d1 09:00, out d1 10:00, out d1 10:15", 1.0, id="out while out: nothing"),
        pytest.param("out d1 09:30", 0.0, id="an exit without an entry"),
        pytest.param("in lasers 11:10, out d1 12:00", 5 / 6, id="leaving the house ends all"),
        pytest.param("in lasers 11:00", 1.5, id="a workshop without an exit lasts to its end"),
        pytest.param("in lasers 12:31", 0.0, id="an entry after its end"),
        pytest.param("in lasers 11:00, in robots 11:30", 1.5, id="parallel ones count once"),
        pytest.param("in coffee 10:30", 0.0, id="a break does not count"),
    ],
)
def test_hours_are_what_is_proved_of_the_programme(words: str, expected: float) -> None:
    assert hours(words, *WHOLE_DAY) == pytest.approx(expected)


def test_four_hundred_entries_of_one_person_are_one_stay() -> None:
    every = ", ".join(f"in d1 09:{number * 60 // 400:02d}" for number in range(400))
    found = record(f"{every}, out d1 10:00", PLENARY)
    assert (found.hours, len(found.days[0].stays["d1"])) == (HOUR, 1)


def test_who_is_only_in_a_workshop_is_present() -> None:
    assert record("in lasers 11:05", *WHOLE_DAY).days[0].first_in == at("11:05")


def test_a_scan_after_midnight_is_of_the_day_of_its_list() -> None:
    night = session("night", "23:00-03:30")
    found = record("", night, second="in d1 01:30")
    assert found.days[0].first_in == at("01:30", DAY_TWO)
    assert (found.days[0].hours, found.days[1].first_in) == (2 * HOUR, None)


def test_programme_hours_count_parallel_sessions_once_and_only_ones_own_days() -> None:
    second = session("second", "09:00-12:00", DAY_TWO)
    assert record("", *WHOLE_DAY, second).programme == 7.5 * HOUR
    one_day = Attendee("ada", "Ada", days=(DAY_ONE,))
    assert record("", *WHOLE_DAY, second, who=one_day).programme == 4.5 * HOUR


def test_a_day_without_sessions_counts_the_opening_hours_of_its_entrance() -> None:
    assert record("in d1 08:00").hours == 8 * HOUR
    assert record("in d1 08:00").days[0].programme == 8 * HOUR
    late = CheckInList("d1", "Entrance", DAY_ONE, entrance=True, opens=time(18), closes=time(1))
    found = record("in d1 19:30", lists=[late, DOOR_TWO])
    assert (found.hours, found.days[0].programme) == (5.5 * HOUR, 7 * HOUR)


def test_a_stay_at_the_entrance_lasts_to_its_closing_or_to_the_last_counted_session() -> None:
    evening = session("evening", "18:00-20:00")
    assert hours("in d1 17:30", evening) == 2.0
    closed = CheckInList("d1", "Entrance", DAY_ONE, entrance=True, closes=time(12))
    assert hours("in d1 09:00", PLENARY, lists=[closed, DOOR_TWO]) == 1.5


def test_nothing_counts_past_the_day_boundary_and_night_belongs_to_the_day_before() -> None:
    night = session("night", "23:00-03:30")
    found = record("in d1 22:00", night)
    assert found.hours == 4.5 * HOUR
    assert found.days[0].hours == found.hours


@pytest.mark.parametrize(("day", "length"), [(date(2026, 3, 29), 2.0), (date(2026, 10, 25), 4.0)])
def test_an_hour_that_the_clocks_leave_out_or_repeat_is_counted_as_it_passed(
    day: date, length: float
) -> None:
    event = Event("e" * 32, "Night", day, day, "Europe/Riga", day_boundary=time(0))
    door = CheckInList("d1", "Entrance", day, entrance=True)
    night = session("night", "01:00-04:00", day)
    schedule = Schedule.of(event, [door, night.list], [night])
    entry = to_ms(datetime.combine(day, time(0, 30), ZONE)), "d1", False
    (found,) = reckon(schedule, [ADA], {"ada": [entry]})
    assert found.hours == length * HOUR


def test_entering_a_workshop_ends_a_parallel_one_where_the_event_says_so() -> None:
    one_room = Event("e" * 32, "Clusters", DAY_ONE, DAY_TWO, "Europe/Riga", one_room=True)
    words = "in lasers 11:00, in robots 11:30, out robots 12:00"
    assert hours(words, LASERS, ROBOTS) == 1.5
    assert hours(words, LASERS, ROBOTS, event=one_room) == 1.0
    assert record(words, LASERS, ROBOTS, event=one_room).days[0].attended("lasers") == 30 * MINUTE


def test_half_days_part_at_midday() -> None:
    noon = Event("e" * 32, "Clusters", DAY_ONE, DAY_TWO, "Europe/Riga", midday=time(12))
    day = record("in d1 09:00, in lasers 11:00", *WHOLE_DAY, event=noon).days[0]
    assert (day.morning, day.afternoon) == (2.5 * HOUR, 2 * HOUR)


def test_a_share_is_compared_unrounded() -> None:
    five = session("five", "09:00-14:00")
    one_day = Attendee("ada", "Ada", days=(DAY_ONE,))
    assert record("in d1 10:00", five, who=one_day).reaches(80)
    assert not record("in d1 10:01", five, who=one_day).reaches(80)
    almost = record("in d1 10:00, out d1 13:59", five, who=one_day)
    assert round(almost.share or 0, 1) == 0.8
    assert not almost.reaches(80)


def test_without_any_programme_there_is_no_share() -> None:
    only_coffee = record("in d1 09:00", COFFEE, who=Attendee("ada", "Ada", days=(DAY_ONE,)))
    assert only_coffee.share is None
    assert not only_coffee.reaches(80)


def test_an_exit_before_the_first_entry_is_no_last_out() -> None:
    day = record("out d1 08:00, in d1 09:00", PLENARY).days[0]
    assert (day.first_in, day.last_out) == (at("09:00"), None)
    assert record("in d1 09:00, out d1 10:00", PLENARY).days[0].last_out == at("10:00")


def test_who_has_no_exit_is_said() -> None:
    day = record("in d1 09:00, in lasers 11:00, out lasers 12:00", *WHOLE_DAY).days[0]
    assert day.without_exit == ("d1",)


def risks(words: str, now: str, *sessions: Session) -> tuple[list[float], int]:
    schedule = Schedule.of(EVENT, [DOOR, DOOR_TWO, *(s.list for s in sessions)], sessions)
    found = list(reckon(schedule, [ADA], {"ada": scans(words)}))
    named = [one.needed / HOUR for one in at_risk(schedule, found, at(now))]
    return named, len(out_of_reach(schedule, found, at(now)))


def test_at_risk_is_who_must_come_this_afternoon() -> None:
    morning, afternoon = session("a", "09:00-12:00"), session("b", "13:00-16:00")
    tomorrow = session("c", "09:00-13:00", DAY_TWO)
    programme = morning, afternoon, tomorrow
    # 10 hours, 8 are needed: 4 tomorrow, 3 this morning, so 1 this afternoon.
    assert risks("in d1 09:00, out d1 12:00", "12:30", *programme) == ([1.0], 0)
    assert risks("in d1 09:00", "12:30", *programme) == ([], 0)
    assert risks("in d1 11:00, out d1 12:00", "12:30", *programme) == ([3.0], 0)
    assert risks("in d1 11:30, out d1 12:00", "12:30", *programme) == ([], 1)
    assert risks("", "08:00", *programme) == ([4.0], 0)


CLOCKS = st.integers(7 * 60, 18 * 60)
DOORS = st.sampled_from(["d1", "plenary", "coffee", "lasers", "robots", "closing"])


@given(st.lists(st.tuples(CLOCKS, DOORS, st.booleans()), max_size=14), st.booleans())
def test_minute_by_minute_it_is_the_same(
    drawn: list[tuple[int, str, bool]], one_room: bool
) -> None:
    event = Event("e" * 32, "C", DAY_ONE, DAY_TWO, "Europe/Riga", one_room=one_room)
    midnight = at("00:00")
    every = sorted((midnight + minute * MINUTE, door, gone) for minute, door, gone in drawn)
    schedule = Schedule.of(event, [DOOR, *(one.list for one in WHOLE_DAY)], WHOLE_DAY)
    (found,) = reckon(schedule, [ADA], {"ada": every})
    counted = 0
    for minute in range(4 * 60, 28 * 60):
        now = midnight + minute * MINUTE
        inside = _inside(every, now, one_room)
        running = [one for one in WHOLE_DAY if _runs(one, now)]
        counted += any(
            one.counted and (one.id if one.own_door else "d1") in inside for one in running
        )
    assert found.hours == (counted * MINUTE if any(not gone for _, _, gone in every) else 0)


def _runs(one: Session, now: int) -> bool:
    starts, ends = one.span(EVENT)
    return starts <= now < ends


def _inside(every: list[Scan], now: int, one_room: bool) -> set[str]:
    inside: set[str] = set()
    spans = {one.id: one.span(EVENT) for one in WHOLE_DAY}
    for moment, door, gone in every:
        if moment > now:
            break
        if gone:
            inside = set() if door == "d1" else inside - {door}
            continue
        if one_room and door in spans:
            (start, end) = spans[door]
            inside -= {
                other
                for other, (begins, stops) in spans.items()
                if other != door and max(start, begins) < min(end, stops)
            }
        inside.add(door)
    closing = at("17:00")
    return {door for door in inside if now < (spans[door][1] if door in spans else closing)}
