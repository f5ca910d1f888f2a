"""What plots show is what attendance says."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.domain.attendancerules import AttendanceRules
from checkin.domain.event import Exits
from checkin.domain.plots import DayBars, Plot, PlotKind, Room
from checkin.services.attendance import attendance
from checkin.services.attendancerules import change_attendance_rules
from checkin.services.plots import plots
from checkin.services.report import report
from checkin.services.turnout import turnout
from tests.world import COORDINATOR, DAY_ONE, DAY_TWO, World

ENTRANCE = "2026-06-02"


def shown(world: World, kind: PlotKind, at: int = 0) -> Plot:
    found = [one for one in plots(world.store, COORDINATOR) if one.kind is kind]
    return found[at]


def rooms(world: World) -> dict[str, Room]:
    return {one.name: one for one in shown(world, PlotKind.ROOMS).shown}


def clocked(room: Room) -> list[tuple[str, int]]:
    return [(f"{minute // 60:02d}:{minute % 60:02d}", count) for minute, count in room.steps]


def test_there_is_a_plot_of_each_day_and_three_of_the_event(world: World) -> None:
    assert [one.name for one in plots(world.store, COORDINATOR)] == [
        *(f"{kind}-{day}" for kind in ("arrivals", "rooms") for day in (DAY_ONE, DAY_TWO)),
        *("days", "kinds", "countries"),
    ]


def test_a_room_is_as_full_as_its_sessions_one_after_the_other(world: World) -> None:
    for name, hours in (("Lasers", "09:00-10:00"), ("Wood", "11:00-12:00")):
        world.session(name, hours, room="Room 2", capacity=9, own_door=True)
    ada, bob = world.register("Ada"), world.register("Bob")
    for who, at, door, leaving in (
        (ada, "09:05", "Lasers", False),
        (bob, "09:10", "Lasers", False),
        (bob, "09:40", "Lasers", True),
        (bob, "11:20", "Wood", False),
    ):
        world.clock.set(f"2026-06-02 {at}")
        world.scan(who, door=door, leaving=leaving)
    world.clock.set("2026-06-02 15:00")
    room = rooms(world)["Room 2"]
    assert clocked(room) == [
        ("09:05", 1),
        ("09:10", 2),
        ("09:40", 1),
        ("10:00", 0),
        ("11:20", 1),
        ("12:00", 0),
    ]
    assert (room.most, room.capacity) == (2, 9)


def test_a_room_is_empty_once_its_session_is_over_or_once_they_were_scanned_out(
    world: World,
) -> None:
    world.session("Lasers", "09:00-10:00", own_door=True)
    ada = world.register("Ada")
    world.scan(ada, door="Lasers")
    world.clock.set("2026-06-02 11:00")
    world.scan(ada, door="Lasers", leaving=True)
    world.clock.set("2026-06-02 15:00")
    assert clocked(rooms(world)["Lasers"]) == [("09:00", 1), ("10:00", 0)]
    change_attendance_rules(world.store, COORDINATOR, AttendanceRules(exits=Exits.DOOR))
    assert clocked(rooms(world)["Lasers"]) == [("09:00", 1), ("11:00", 0)]


def test_nobody_is_shown_in_a_room_at_a_time_to_come(world: World) -> None:
    world.scan(world.register("Ada"))
    world.clock.set("2026-06-02 10:00")
    (entrance, *_) = rooms(world).values()
    assert clocked(entrance) == [("09:00", 1), ("10:00", 0)]


def test_the_days_say_who_was_there_in_the_morning_and_in_the_afternoon(world: World) -> None:
    early, late = world.register("Early"), world.register("Late")
    world.register("Never")
    world.scan(early)
    world.clock.set("2026-06-02 12:00")
    world.scan(early, leaving=True)
    world.clock.set("2026-06-02 14:00")
    world.scan(late)
    first, _ = shown(world, PlotKind.DAYS).shown
    assert first == DayBars(DAY_ONE, registered=3, came=2, morning=1, afternoon=1)


def test_where_people_are_from_is_what_the_report_says(world: World) -> None:
    for name, kind in (("Ada", "company"), ("Bob", "cluster"), ("Cid", "company")):
        world.scan(world.register(name, organisation=name, organisation_kind=kind))
    said = report(world.store, COORDINATOR).kinds
    assert len(said) == 2
    assert shown(world, PlotKind.KINDS).shown == said


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 90), st.booleans()), max_size=14))
def test_whatever_is_scanned_the_plots_agree_with_attendance_and_with_the_page(
    world: World, history: list[tuple[int, int, bool]]
) -> None:
    people = [world.register(f"Person {number}") for number in range(4)]
    for number, minutes, leaving in history:
        world.later(minutes=minutes)
        world.scan(people[number], leaving=leaving, force="as it was", door=ENTRANCE)
    for place, day in enumerate(attendance(world.store, COORDINATOR)):
        bars = shown(world, PlotKind.DAYS).shown[place]
        assert (bars.registered, bars.came) == (day.registered, day.present)
        counted = shown(world, PlotKind.ARRIVALS, place).shown
        assert sum(counted.counts) == day.present
        assert turnout(world.store, COORDINATOR).days[place].present == day.present
        for room in shown(world, PlotKind.ROOMS, place).shown:
            counts = [count for _, count in room.steps]
            assert all(count >= 0 for count in counts)
            assert counts[-1:] in ([], [0])
