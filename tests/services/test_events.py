"""Changing an event: its words, and its days with the lists that hang on them."""

from datetime import date, timedelta

import pytest

from checkin.domain.event import MOST_DAYS
from checkin.domain.roles import Operator, Role
from checkin.errors import CheckinError
from checkin.services.events import EventChanges, change_event
from checkin.services.lists import ListRules, add_list, change_list, remove_list
from checkin.services.safekeeping import verify
from tests.world import COORDINATOR, DAY_ONE, DAY_TWO, World

DAY_ZERO, DAY_THREE = DAY_ONE - timedelta(days=1), DAY_TWO + timedelta(days=1)


def change(world: World, **changes: object) -> None:
    change_event(world.store, world.operator, EventChanges(**changes))  # type: ignore[arg-type]


def refused(world: World, **changes: object) -> str:
    """Return the code of the error, nothing having changed."""
    before = list(world.store.journal.in_order())
    with pytest.raises(CheckinError) as error:
        change(world, **changes)
    assert list(world.store.journal.in_order()) == before
    return error.value.code


def lists(world: World) -> list[tuple[str, date]]:
    return [(one.name, one.day) for one in world.store.programme.lists()]


def test_words_change_and_an_empty_venue_is_none(world: World) -> None:
    change(world, title=" Clusters at home ", timezone="Europe/Tallinn", venue="")
    event = world.store.programme.event()
    assert (event.title, event.timezone, event.venue) == ("Clusters at home", "Europe/Tallinn", "")


def test_a_forget_day_can_be_set_and_cleared(world: World) -> None:
    change(world, forget_day=date(2027, 1, 1))
    assert world.store.programme.event().forget_day == date(2027, 1, 1)
    change(world, cleared=frozenset({"forget_day"}))
    assert world.store.programme.event().forget_day is None
    assert refused(world, cleared=frozenset({"forget_day"})) == "nothing-to-change"


def test_what_is_so_already_is_not_written(world: World) -> None:
    assert refused(world) == "nothing-to-change"
    event = world.store.programme.event()
    assert refused(world, title=event.title, last_day=DAY_TWO, venue="Riga") == "nothing-to-change"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": " "}, "title-missing"),
        ({"title": "x" * 201}, "text-too-long"),
        ({"venue": "x" * 201}, "text-too-long"),
        ({"timezone": "Riga"}, "unknown-timezone"),
        ({"first_day": DAY_THREE}, "days-reversed"),
        ({"first_day": date(26, 6, 2)}, "too-many-days"),
        ({"last_day": DAY_ONE + timedelta(days=MOST_DAYS)}, "too-many-days"),
        ({"forget_day": DAY_TWO}, "forget-day-too-early"),
    ],
)
def test_what_cannot_be_is_refused(world: World, changes: dict[str, object], code: str) -> None:
    assert refused(world, **changes) == code


def test_the_last_day_may_not_pass_the_forget_day(world: World) -> None:
    change(world, forget_day=DAY_THREE)
    assert refused(world, last_day=DAY_THREE) == "forget-day-too-early"
    change(world, last_day=DAY_THREE, cleared=frozenset({"forget_day"}))


def test_a_new_day_has_an_entrance_that_any_laptop_would_make(world: World) -> None:
    with world.other_laptop() as other:
        for laptop in (world, other):
            change(laptop, last_day=DAY_THREE)
        assert world.store.programme.lists() == other.store.programme.lists()
    assert lists(world)[-1] == ("Entrance day 3", DAY_THREE)


def test_entrances_keep_in_step_with_the_days_unless_somebody_named_them(world: World) -> None:
    change_list(world.store, world.operator, world.list("Entrance day 2"), ListRules(), "Gate")
    change(world, first_day=DAY_ZERO)
    assert lists(world) == [
        ("Entrance day 1", DAY_ZERO),
        ("Entrance day 2", DAY_ONE),
        ("Gate", DAY_TWO),
    ]
    ada = world.register("Ada")
    assert world.scan(ada, door="Entrance day 2").reason is None


def test_a_name_that_is_taken_gives_way_to_the_date(world: World) -> None:
    add_list(world.store, world.operator, "entrance DAY 3", DAY_ONE, ListRules())
    change(world, last_day=DAY_THREE)
    assert lists(world)[-1] == ("Entrance 2026-06-04", DAY_THREE)


def test_a_day_that_goes_takes_its_lists_along_and_comes_back_with_an_entrance(
    world: World,
) -> None:
    add_list(world.store, world.operator, "Workshop", DAY_TWO, ListRules())
    before = world.list("Entrance day 2")
    change(world, last_day=DAY_ONE)
    assert lists(world) == [("Entrance day 1", DAY_ONE)]
    change(world, last_day=DAY_TWO)
    assert lists(world) == [("Entrance day 1", DAY_ONE), ("Entrance day 2", DAY_TWO)]
    assert world.list("Entrance day 2") == before
    assert verify(world.store, COORDINATOR).sound


def test_a_day_on_which_anybody_was_scanned_stays(world: World) -> None:
    add_list(world.store, world.operator, "Workshop", DAY_TWO, ListRules())
    world.clock.set("2026-06-03 09:00")
    world.scan("junk", door="Workshop")
    assert refused(world, last_day=DAY_ONE, title="Shorter") == "day-in-use"
    remove_list(world.store, world.operator, world.list("Entrance day 2"))
    change(world, title="Longer", last_day=DAY_THREE)
    assert [name for name, _ in lists(world)] == ["Entrance day 1", "Workshop", "Entrance day 3"]


def test_reception_may_not_change_an_event(world: World) -> None:
    world.operator = Operator("Elīna", Role.RECEPTION)
    assert refused(world, title="Mine") == "not-allowed"
