"""Rules of a list: each can be set, and those that may be without can be cleared."""

from datetime import time

from checkin.services.lists import ListRules, add_list
from tests.world import DAY_ONE, World


def test_hours_and_places_can_be_cleared_again(world: World) -> None:
    before = world.list()
    world.rules(opens=time(9), closes=time(17), capacity=30)
    limited = world.rules(cleared=frozenset({"opens"}))
    assert (limited.opens, limited.closes, limited.capacity) == (None, time(17), 30)
    assert world.rules(cleared=frozenset({"closes", "capacity"})) == before


def test_nothing_but_limits_can_be_cleared(world: World) -> None:
    rules = ListRules(categories=("press",), cleared=frozenset({"name", "day", "capacity"}))
    made = add_list(world.store, world.operator, "Press", DAY_ONE, rules)
    assert (made.name, made.categories, made.capacity) == ("Press", ("press",), None)
