"""The watch: what changed, whoever changed it, and nothing when nothing did."""

import time
from contextlib import closing
from statistics import median

import pytest

from checkin.domain.details import Details
from checkin.domain.entry import Kind
from checkin.services import watching
from checkin.services.annulment import undo
from checkin.services.badges import replace_badge
from checkin.services.registration import edit
from checkin.services.watching import Changed, Watch
from checkin.store.stations import StationBook
from tests.world import World


def test_nothing_changed_is_nothing(world: World) -> None:
    world.register("Ada")
    assert Watch(world.store).look() == Changed(0)


def test_each_kind_of_change_is_told_apart_once(world: World) -> None:
    watch = Watch(world.store)
    ada = world.register("Ada", organisation="Riga Photonics")
    assert watch.look() == Changed.ATTENDEES | Changed.BADGES
    edit(world.store, world.operator, ada, Details({"notes": "vegan"}))
    assert watch.look() == Changed.ATTENDEES
    world.rules(capacity=3)
    assert watch.look() == Changed.LISTS
    world.scan(ada)
    assert watch.look() == Changed.CHECK_INS
    undo(world.store, world.operator)
    assert watch.look() == Changed.CHECK_INS
    replace_badge(world.store, world.operator, ada)
    assert watch.look() == Changed.BADGES
    assert watch.look() == Changed(0)


def test_what_another_window_writes_is_noticed(world: World) -> None:
    ada = world.register("Ada")
    watch = Watch(world.store)
    book = StationBook(world.path.parent / "another")
    with closing(World(world.path, book, world.clock)) as other:
        other.scan(ada)
        assert watch.look() == Changed.CHECK_INS
        other.register("Bob")
        world.scan(ada)
        assert watch.look() == Changed.CHECK_INS | Changed.ATTENDEES | Changed.BADGES
    assert watch.look() == Changed(0)


def test_a_change_that_was_rolled_back_is_none(world: World) -> None:
    watch = Watch(world.store)

    def fail() -> None:
        with world.store.write(world.operator) as pen:
            pen.append(Kind.LIST_SET, world.list().id, {"name": "Gate"})
            raise RuntimeError("no room")

    with pytest.raises(RuntimeError, match="no room"):
        fail()
    assert watch.look() == Changed(0)


def test_looking_costs_next_to_nothing_when_nothing_changed(world: World) -> None:
    watch = Watch(world.store)
    times = []
    for _ in range(200):
        start = time.perf_counter()
        watch.look()
        times.append(time.perf_counter() - start)
    assert median(times) < 0.000_2


def test_every_kind_that_is_folded_is_watched() -> None:
    kinds = {value for name, value in vars(Kind).items() if name.isupper()}
    assert kinds - watching._OF_KIND.keys() == {Kind.OPERATOR_SET}
