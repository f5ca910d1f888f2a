"""Those of one organisation who arrive together: who is offered, let in, refused, taken back."""

import pytest

from checkin.domain.details import Details
from checkin.domain.people import Status
from checkin.domain.verdict import Reason
from checkin.errors import CheckinError
from checkin.services.annulment import undo, undo_together
from checkin.services.badges import replace_badge
from checkin.services.delegations import awaited_of, check_in_together, count_awaited
from checkin.services.lists import ListRules, change_list
from checkin.services.merging import merge
from checkin.services.registration import edit, set_status
from tests.world import DAY_ONE, DAY_TWO, RECEPTION, World

FOOD = "Baltic Food Cluster"


def awaited(world: World) -> list[str]:
    found = awaited_of(world.store, world.operator, world.list(), FOOD)
    assert count_awaited(world.store, world.operator, world.list(), FOOD) == len(found)
    return [one.name for one in found]


def let_in(world: World, *people):
    return check_in_together(world.store, world.operator, world.list(), people)


def test_those_expected_today_and_not_in_yet_are_offered_by_name(world: World) -> None:
    names = ("Zane Zeile", "Anna Ozola", "Bob Berg")
    zane, _, bob = (world.register(name, organisation=FOOD) for name in names)
    world.register("Tomorrow Only", days=(DAY_TWO,), organisation=FOOD)
    world.register("Today Only", days=(DAY_ONE,), organisation=FOOD)
    world.register("Canceled", status="canceled", organisation=FOOD)
    world.register("Elsewhere", organisation="Riga Tech")
    world.register("Nowhere")
    assert awaited(world) == ["Bob Berg", "Today Only", "Anna Ozola", "Zane Zeile"]
    world.scan(zane)
    world.scan(bob)
    world.scan(bob, leaving=True)
    assert awaited(world) == ["Today Only", "Anna Ozola"]


def test_an_organisation_is_known_by_its_name_however_it_is_written(world: World) -> None:
    world.register("Anna Ozola", organisation="Rīgas Meži")
    found = awaited_of(world.store, world.operator, world.list(), "rigas  MEZI")
    assert [one.name for one in found] == ["Anna Ozola"]


def test_an_unknown_organisation_is_a_sentence(world: World) -> None:
    with pytest.raises(CheckinError, match="organisation-unknown"):
        awaited(world)


def test_who_is_merged_is_offered_once_and_where_they_belong_now(world: World) -> None:
    anna, again = (world.register("Anna Ozola", organisation=FOOD) for _ in range(2))
    merge(world.store, world.operator, anna, again)
    assert awaited(world) == ["Anna Ozola"]
    (who,) = awaited_of(world.store, world.operator, world.list(), FOOD)
    edit(world.store, world.operator, who, Details({"organisation": "Riga Tech"}))
    assert awaited(world) == []


def test_a_list_for_some_categories_offers_only_them(world: World) -> None:
    world.register("Anna Ozola", organisation=FOOD, category="Speaker")
    world.register("Bob Berg", organisation=FOOD)
    rules = ListRules(categories=("speaker",))
    change_list(world.store, world.operator, world.list(), rules)
    assert awaited(world) == ["Anna Ozola"]


def test_each_is_a_check_in_of_their_own_and_refusals_say_why(world: World) -> None:
    names = ("Anna Ozola", "Bob Berg", "Cilla Cīrule", "Dace Dimza")
    anna, bob, cilla, dace = (world.register(name, organisation=FOOD) for name in names)
    world.scan(cilla)
    set_status(world.store, world.operator, dace, Status.UNPAID)
    verdicts = let_in(world, anna, bob, cilla, dace)
    assert [one.reason for one in verdicts] == [
        None,
        None,
        Reason.ALREADY_REDEEMED,
        Reason.UNPAID,
    ]
    assert len({one.check_in for one in verdicts}) == 4
    assert awaited(world) == ["Dace Dimza"]


def test_what_happened_elsewhere_meanwhile_is_no_fault(world: World) -> None:
    anna, again, bob = (world.register(name, organisation=FOOD) for name in ("Anna", "Anna", "Bob"))
    replace_badge(world.store, world.operator, anna)
    merge(world.store, world.operator, anna, again)
    set_status(world.store, world.operator, bob, Status.CANCELED)
    verdicts = let_in(world, anna, again, bob)
    assert [one.reason for one in verdicts] == [None, Reason.ALREADY_REDEEMED, Reason.CANCELED]


def test_the_whole_group_is_taken_back_at_once(world: World) -> None:
    world.operator = RECEPTION
    people = [world.register(name, organisation=FOOD) for name in ("Anna", "Bob", "Cilla")]
    scans = [one.check_in for one in let_in(world, *people)]
    undo(world.store, world.operator, scans[1])
    assert undo_together(world.store, world.operator, scans) == 2
    assert awaited(world) == ["Anna", "Bob", "Cilla"]


def test_a_group_that_cannot_be_taken_back_stays_as_it_is(world: World) -> None:
    people = [world.register(name, organisation=FOOD) for name in ("Anna", "Bob")]
    scans = [one.check_in for one in let_in(world, *people)]
    world.later(minutes=16)
    with pytest.raises(CheckinError, match="undo-why-missing"):
        undo_together(world.store, world.operator, scans)
    assert awaited(world) == []
    assert undo_together(world.store, world.operator, scans, "Another bus") == 2
    world.operator = RECEPTION
    scans = [one.check_in for one in let_in(world, *people)]
    world.later(minutes=16)
    with pytest.raises(CheckinError, match="not-allowed"):
        undo_together(world.store, world.operator, scans)
