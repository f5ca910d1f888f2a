"""The emergency list: who is in now, and a sheet whose rows hold however many come later."""

import pytest

from checkin.domain.people import Status
from checkin.services.emergency import emergency
from checkin.services.registration import set_status
from checkin.services.sheets import find_sheet, printed_sheets
from tests.world import DAY_TWO, RECEPTION, World


@pytest.fixture
def world(tmp_path):
    made = World.new(tmp_path)
    yield made
    made.close()


def test_who_is_registered_and_who_is_in_now(world):
    ada, bob = world.register("Ada"), world.register("Bob")
    world.register("Dace", days=(DAY_TWO,))
    world.scan(ada)
    world.scan(bob)
    world.later(hours=1)
    world.scan(bob, leaving=True)
    people = emergency(world.store, RECEPTION).people
    assert [(row.name, row.inside) for row in people.rows] == [("Ada", "09:00"), ("Bob", "")]
    assert people.inside == 1
    assert people.rows[0].badge.count("-") == 2


def test_who_is_in_a_workshop_is_in_since_the_entrance_until_they_leave_there(world):
    ada = world.register("Ada")
    world.scan(ada)
    world.session("Workshop", "10:00-11:30")
    world.later(hours=1)
    world.scan(ada, door="Workshop")
    world.scan(ada, door="Workshop", leaving=True)
    (row,) = emergency(world.store, RECEPTION).people.rows
    assert row.inside == "09:00"
    world.scan(ada, leaving=True)
    (row,) = emergency(world.store, RECEPTION).people.rows
    assert row.inside == ""


def test_the_day_after_nobody_is_in(world):
    world.scan(world.register("Ada"))
    world.clock.set("2026-06-09 09:00")
    assert emergency(world.store, RECEPTION).people.inside == 0


def test_who_comes_later_is_added_below_and_the_code_stays(world):
    for name in ("Bob", "Carl"):
        world.register(name)
    first = emergency(world.store, world.operator).sheet
    ada = world.register("Ada")
    second = emergency(world.store, world.operator).sheet
    assert second.code == first.code
    assert [row.name for row in second.rows] == ["Bob", "Carl", "Ada"]
    kept = find_sheet(world.store, world.operator, second.code)
    assert kept.rows[2] == ada.id


def test_nothing_new_is_nothing_written(world):
    world.register("Ada")
    emergency(world.store, world.operator)
    entries = world.store.journal.count()
    emergency(world.store, world.operator)
    assert world.store.journal.count() == entries
    assert len(printed_sheets(world.store, world.operator)) == 1


def test_who_is_canceled_keeps_the_row(world):
    ada = world.register("Ada")
    world.register("Bob")
    emergency(world.store, world.operator)
    set_status(world.store, world.operator, ada, Status.CANCELED)
    made = emergency(world.store, world.operator)
    assert [row.name for row in made.sheet.rows] == ["Ada", "Bob"]
    assert [row.name for row in made.people.rows] == ["Bob"]


def test_each_laptop_has_a_sheet_of_its_own(world):
    world.register("Ada")
    mine = emergency(world.store, world.operator).sheet.code
    with world.other_laptop() as other:
        assert emergency(other.store, other.operator).sheet.code != mine


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-06-01 09:00", "Tuesday, 2 June 2026"),
        ("2026-06-03 09:00", "Wednesday, 3 June 2026"),
        ("2026-06-09 09:00", "Wednesday, 3 June 2026"),
    ],
)
def test_it_is_of_today_or_of_the_nearest_day(world, moment, day):
    world.clock.set(moment)
    assert emergency(world.store, world.operator).people.day == day
