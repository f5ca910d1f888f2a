"""Turnout: what the page of attendance shows is what the export says."""

from datetime import timedelta

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from checkin.domain.arrivals import minute_of
from checkin.domain.people import Status
from checkin.domain.turnout import NEVER, Turnout
from checkin.services.annulment import undo
from checkin.services.attendance import attendance
from checkin.services.exchange import exchange
from checkin.services.lists import ListRules, add_list
from checkin.services.registration import set_status
from checkin.services.turnout import in_twice, turnout
from tests.world import COORDINATOR, DAY_ONE, DAY_TWO, RECEPTION, World


def test_cards_of_two_days(world: World) -> None:
    ada, bob = (
        world.register("Ada", organisation="Riga Photonics", organisation_kind="company"),
        (world.register("Bob", organisation="Wood", organisation_kind="cluster", country="LV")),
    )
    world.register("Second day", days=(DAY_TWO,))
    world.scan(ada)
    world.scan(bob)
    world.clock.set("2026-06-03 08:45")
    world.scan(ada)
    seen = turnout(world.store, RECEPTION)
    assert [(day.registered, day.present, day.percent) for day in seen.days] == [
        (2, 2, 100),
        (3, 1, 33),
    ]
    assert (seen.days[1].minutes, seen.every_day) == ((8 * 60 + 45,), 1)
    assert (seen.origins.organisations, seen.origins.countries) == (2, 1)
    assert dict(seen.origins.kinds) == {"company": 1, "cluster": 1}


def test_who_was_never_expected_and_never_came_is_not_shown(world: World) -> None:
    gone, came = world.register("Gone"), world.register("Came, then canceled")
    world.scan(came)
    for one in (gone, came):
        set_status(world.store, COORDINATOR, one, Status.CANCELED)
    assert [one.name for one in turnout(world.store, COORDINATOR).visitors] == [came.name]


def test_workshops_are_named_and_entrances_are_not(world: World) -> None:
    add_list(world.store, COORDINATOR, "Workshop B", DAY_ONE, ListRules())
    ada = world.register("Ada")
    world.scan(ada)
    world.scan(ada, door="Workshop B")
    [visitor] = turnout(world.store, COORDINATOR).visitors
    assert visitor.lists == ("Workshop B",)


def test_who_is_in_twice_is_named(world: World) -> None:
    ada = world.register("Ada")
    assert not turnout(world.store, COORDINATOR).apart
    with world.other_laptop() as other:
        world.scan(ada)
        other.later(minutes=3)
        other.scan(other.code(ada))
        exchange(world.store, other.store, COORDINATOR)
    assert turnout(world.store, COORDINATOR).apart
    [twice] = in_twice(world.store, COORDINATOR)
    assert (twice.name, twice.list) == ("Ada", "Entrance day 1")
    assert twice.second_at - twice.first_at == 3 * 60_000


acts = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.sampled_from(["Entrance day 1", "Entrance day 2", "Workshop", "Late"]),
        st.booleans(),
        st.integers(0, 26 * 60),
        st.sampled_from(["scan", "scan", "scan", "undo"]),
    ),
    max_size=25,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts)
@example([(0, "Entrance day 2", True, 0, "scan"), (0, "Entrance day 2", False, 23 * 60, "scan")])
def test_it_agrees_with_the_export_whatever_happened(tmp_path_factory, acts):
    world = World.new(tmp_path_factory.mktemp("seminar"))
    try:
        play(world, acts)
        assert exported(world) == looked_at(world, turnout(world.store, COORDINATOR))
    finally:
        world.close()


def play(world: World, acts: list[tuple[int, str, bool, int, str]]) -> None:
    """Let four people, one of them of the second day only, go in and out."""
    people = [world.register(name) for name in ("Žane Ozola", "Ada Ābola", "Bob")]
    people.append(world.register("Second day", days=(DAY_TWO,)))
    add_list(world.store, COORDINATOR, "Workshop", DAY_ONE, ListRules(several_entries=True))
    add_list(world.store, COORDINATOR, "Late", DAY_TWO, ListRules(several_entries=True))
    for who, door, leaving, minutes, what in acts:
        world.clock.set("2026-06-02 05:00")
        world.later(minutes=minutes)
        if what == "undo" and any(True for _ in world.store.door.all_counted()):
            undo(world.store, COORDINATOR, why="scanned by mistake")
        else:
            world.scan(people[who], door=door, leaving=leaving)


def exported(world: World) -> list[object]:
    found: list[object] = []
    for day in attendance(world.store, COORDINATOR):
        times = [
            (
                one.attendee.name,
                NEVER if one.first_in is None else minute_of(one.first_in, day.day),
                NEVER if one.last_out is None else minute_of(one.last_out, day.day),
            )
            for one in day.presences
        ]
        found.append((day.day, day.registered, day.present, times))
    return found


def looked_at(world: World, seen: Turnout) -> list[object]:
    found: list[object] = []
    for at, day in enumerate(seen.days):
        times = [
            (one.name, one.first_in[at], one.last_out[at])
            for one in seen.visitors
            if one.expected[at] or one.first_in[at] != NEVER
        ]
        found.append((day.day, day.registered, day.present, times))
    assert [day.day for day in seen.days] == [DAY_ONE, DAY_ONE + timedelta(days=1)]
    return found
