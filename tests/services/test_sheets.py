"""Signature sheets: who stands on them, and that a row stays whose it was."""

import pytest

from checkin.domain.details import Details
from checkin.domain.people import Status
from checkin.domain.signaturesheet import SignatureSheet
from checkin.errors import CheckinError
from checkin.services.lists import ListRules, add_list
from checkin.services.registration import edit, set_status
from checkin.services.sheets import Wish, find_sheet, print_sheet, printed_sheets, show_sheet
from tests.world import DAY_ONE, DAY_TWO, World


@pytest.fixture
def world(tmp_path):
    made = World.new(tmp_path)
    yield made
    made.close()


def printed(world: World, name: str | None = None, **wish: object) -> SignatureSheet:
    wished = Wish(**wish)  # type: ignore[arg-type]
    return print_sheet(world.store, world.operator, world.list(name), lambda one: one, wished)


def names(sheet: SignatureSheet) -> list[str]:
    return [row.name for row in sheet.rows]


def test_everybody_expected_that_day_in_order_of_name(world):
    world.register("Cecīlija Zariņa", organisation="Riga Tech")
    world.register("Bob Abele")
    world.register("Dace Ozola", days=(DAY_TWO,))
    gone = world.register("Egils Egle")
    set_status(world.store, world.operator, gone, Status.CANCELED)
    sheet = printed(world)
    assert names(sheet) == ["Bob Abele", "Cecīlija Zariņa"]
    assert (sheet.rows[1].organisation, sheet.rows[1].came, sheet.blank) == ("Riga Tech", "", 5)
    assert (sheet.title, sheet.place, sheet.day) == (
        "Clusters go international",
        "Riga",
        "Tuesday, 2 June 2026",
    )


def test_who_came_all_the_same_is_on_it(world):
    world.scan(world.register("Dace", days=(DAY_TWO,)), force="a day early")
    assert names(printed(world)) == ["Dace"]


def test_filled_it_has_first_in_and_last_out(world):
    ada, bob = world.register("Ada"), world.register("Bob")
    world.scan(ada)
    world.later(hours=1)
    world.scan(ada, leaving=True)
    world.later(hours=1)
    world.scan(ada)
    world.scan(bob)
    world.later(hours=1)
    world.scan(ada, leaving=True)
    sheet = printed(world, filled=True)
    assert [(row.came, row.left) for row in sheet.rows] == [("09:00", "12:00"), ("11:00", "")]
    assert "12:00" in sheet.recorded
    assert [row.came for row in printed(world).rows] == ["", ""]


def test_who_left_without_having_come_was_not_there(world):
    world.scan(world.register("Ada"), leaving=True)
    sheet = printed(world, filled=True)
    assert [(row.came, row.left) for row in sheet.rows] == [("", "")]


def test_a_session_has_its_room_its_time_and_who_booked_it(world):
    ada = world.register("Ada")
    world.register("Bob")
    session = world.session("Workshop B", "10:00-11:30", room="Room 3")
    assert names(printed(world, "Workshop B")) == ["Ada", "Bob"]
    with world.store.write(world.operator) as pen:
        pen.append("attendee.set", ada.id, {f"booking.{session.id}": True})
    sheet = printed(world, "Workshop B")
    assert names(sheet) == ["Ada"]
    assert (sheet.session, sheet.hours) == ("Workshop B · Room 3", "10:00–11:30")


def test_a_list_of_some_categories_has_only_these(world):
    world.register("Ada", category="speaker")
    world.register("Bob", category="guest")
    add_list(world.store, world.operator, "Dinner", DAY_ONE, ListRules(categories=("Speaker",)))
    assert names(printed(world, "Dinner")) == ["Ada"]


def test_the_same_sheet_again_has_the_same_code_and_another_people_another(world):
    world.register("Bob")
    first = printed(world)
    assert printed(world, blank=9).code == first.code
    world.register("Ada")
    second = printed(world)
    assert second.code != first.code
    kept = find_sheet(world.store, world.operator, first.code[:5])
    assert [world.store.roster.by_id(row).name for row in kept.rows] == ["Bob"]
    assert len(printed_sheets(world.store, world.operator)) == 2


def test_a_name_changed_since_leaves_the_rows_as_they_were(world):
    people = [world.register(name) for name in ("Ada", "Bob", "Carl")]
    sheet = printed(world)
    edit(world.store, world.operator, people[0], Details({"name": "Zane"}))
    kept = find_sheet(world.store, world.operator, sheet.code)
    assert list(kept.rows) == [one.id for one in people]


def test_what_drawing_raises_leaves_no_sheet(world):
    def fail(_sheet: SignatureSheet) -> None:
        raise CheckinError("canceled")

    with pytest.raises(CheckinError, match="canceled"):
        print_sheet(world.store, world.operator, world.list(), fail)
    assert printed_sheets(world.store, world.operator) == []


def test_looked_at_it_has_no_code_and_is_not_remembered(world):
    world.register("Ada")
    assert show_sheet(world.store, world.operator, world.list()).code == ""
    assert printed_sheets(world.store, world.operator) == []


def test_a_code_of_no_sheet(world):
    printed(world)
    for text in ("XXXXXXXX", "", "not a code"):
        with pytest.raises(CheckinError, match="sheet-unknown"):
            find_sheet(world.store, world.operator, text)


@pytest.mark.parametrize("blank", [-1, 201])
def test_a_sheet_has_so_many_blank_rows_at_most(world, blank):
    with pytest.raises(CheckinError, match="sheet-blank-rows"):
        printed(world, blank=blank)


def test_another_laptop_knows_the_sheet(world):
    from checkin.services.exchange import exchange

    with world.other_laptop() as other:
        world.register("Ada")
        sheet = printed(world)
        exchange(world.store, other.store, world.operator)
        assert find_sheet(other.store, other.operator, sheet.code).rows
