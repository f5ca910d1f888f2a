"""Whose badge was printed when and by whom."""

from checkin.domain.entry import Kind
from checkin.domain.people import Attendee
from checkin.domain.roles import Operator
from checkin.services.badges import record_printed, replace_badge
from checkin.services.exchange import exchange
from checkin.services.merging import merge
from checkin.services.printlog import Print, prints
from checkin.services.registration import attendee_now
from tests.world import COORDINATOR, World

FACE = "0" * 16
DACE = Operator("Dace")


def print_badge(world: World, *people: Attendee, by: Operator = DACE) -> None:
    record_printed(world.store, by, [(one.id, one.badge, FACE) for one in people])
    world.later(minutes=1)


def log(world: World) -> list[Print]:
    return prints(world.store, COORDINATOR)


def told(world: World) -> list[tuple[str, str, bool]]:
    return [(one.name, one.operator, one.first) for one in log(world)]


def test_every_print_is_told_the_latest_first(world: World) -> None:
    ada, bob = map(world.register, ("Ada", "Bob"))
    at = world.clock()
    print_badge(world, ada)
    print_badge(world, bob, by=COORDINATOR)
    print_badge(world, ada)
    assert told(world) == [("Ada", "Dace", False), ("Bob", "Māris", True), ("Ada", "Dace", True)]
    first = log(world)[-1]
    assert (first.attendee, first.badge, first.at) == (ada.id, ada.badge, at)
    assert first.station == world.store.station


def test_a_badge_that_was_replaced_is_a_second_print(world: World) -> None:
    ada = world.register("Ada")
    print_badge(world, ada)
    replaced = replace_badge(world.store, COORDINATOR, ada).attendee
    print_badge(world, replaced)
    assert [(one.badge, one.first) for one in log(world)] == [
        (replaced.badge, False),
        (ada.badge, True),
    ]


def test_prints_of_other_stations_are_told_too(world: World) -> None:
    ada = world.register("Ada")
    with world.other_laptop() as other:
        print_badge(other, ada)
        exchange(world.store, other.store, COORDINATOR)
        assert log(world) == log(other)
        assert log(world)[0].station == other.store.station != world.store.station


def test_of_somebody_merged_all_prints_are_the_persons(world: World) -> None:
    ada, twin = world.register("Ada"), world.register("Adda")
    print_badge(world, ada, twin)
    merge(world.store, COORDINATOR, ada, twin)
    (person,) = {one.attendee for one in log(world)}
    assert {one.name for one in log(world)} == {attendee_now(world.store, person).name}
    assert sorted(one.first for one in log(world)) == [False, True]


def test_of_who_was_erased_no_print_is_left(world: World) -> None:
    ada, bob = map(world.register, ("Ada", "Bob"))
    print_badge(world, ada, bob)
    with world.store.write(COORDINATOR) as pen:
        pen.append(Kind.PERSONAL_DATA_ERASED, ada.id, {})
    assert told(world) == [("Bob", "Dace", True)]


def test_no_print_no_log(world: World) -> None:
    world.register("Ada")
    assert log(world) == []
