"""How it goes at the door, from real check-ins of one laptop and of two."""

from datetime import timedelta

from checkin.services.annulment import undo
from checkin.services.exchange import exchange
from checkin.services.live import Live, live
from tests.world import COORDINATOR, RECEPTION, World


def now(world: World) -> Live:
    return live(world.store, RECEPTION, world.list())


def queue(world: World, people: int, seconds: int) -> None:
    """Let so many come in one after another."""
    for number in range(people):
        if number:
            world.clock.now += timedelta(seconds=seconds)
        assert world.scan(world.register(f"Guest {world.clock.now} {number}")).reason is None


def test_nobody_yet(world: World) -> None:
    found = now(world)
    assert (found.pace.a_minute, found.pace.stations, found.all_in_at) == (0, (), None)


def test_a_queue_is_seen_and_when_it_would_be_over(world: World) -> None:
    for number in range(30):
        world.register(f"Late {number}")
    queue(world, people=31, seconds=10)
    found = now(world)
    (door,) = found.pace.stations
    assert door.station == found.here
    assert round(door.manages) == 6
    assert (found.expected, found.all_in_at) == (30, world.clock() + 5 * 60_000)


def test_it_is_over_when_nobody_comes(world: World) -> None:
    world.register("Late")
    queue(world, people=20, seconds=10)
    world.clock.now += timedelta(seconds=40)
    assert now(world).all_in_at is None
    world.clock.now += timedelta(minutes=5)
    assert now(world).pace.a_minute == 0
    assert sum(now(world).pace.bins) == 20


def test_exits_refusals_paper_and_what_was_undone_are_no_arrivals(world: World) -> None:
    ada, bob = world.register("Ada"), world.register("Bob")
    world.scan(ada)
    world.scan(ada)
    world.scan(ada, leaving=True)
    world.scan(bob)
    undo(world.store, COORDINATOR)
    world.scan(bob, at="2026-06-02 08:55")
    assert sum(now(world).pace.bins) == 1


def test_another_laptop_is_a_station_of_its_own(world: World) -> None:
    with world.other_laptop() as other:
        other.scan(other.register("Ada"))
        exchange(world.store, other.store, COORDINATOR)
        world.scan(world.register("Bob"))
        stations = {one.station: one.recent for one in now(world).pace.stations}
        assert list(stations.values()) == [1, 1]
        assert now(world).here in stations
