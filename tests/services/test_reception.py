"""What a reception desk keeps before its eyes: counts, the latest scans, whom somebody may mean."""

from checkin.domain.details import Details
from checkin.domain.entry import Kind
from checkin.domain.people import Status
from checkin.domain.verdict import Direction, Reason
from checkin.services.annulment import undo
from checkin.services.attendance import attendance
from checkin.services.exchange import exchange
from checkin.services.lists import ListRules, add_list
from checkin.services.reception import (
    Overview,
    latest,
    name_of_badge,
    overview,
    suggestions,
)
from checkin.services.registration import edit, set_status
from tests.world import COORDINATOR, DAY_ONE, DAY_TWO, World


def counted(world: World, name: str | None = None) -> Overview:
    return overview(world.store, world.operator, world.list(name))


def test_only_those_expected_on_the_lists_day_are_registered_on_it(world: World) -> None:
    world.register("Every Day")
    world.register("First Day", days=(DAY_ONE,))
    world.register("Second Day", days=(DAY_TWO,))
    world.register("Unpaid", status="unpaid")
    for status in ("canceled", "blocked"):
        world.register(status, status=status)
    odd = world.register("Odd")
    note = Details({}, custom={"note": 'day.2026-06-03":true', 'x"day.2026-06-03': "y"})
    edit(world.store, world.operator, odd, note)
    days = attendance(world.store, COORDINATOR)
    for day, name in zip(days, ("Entrance day 1", "Entrance day 2"), strict=True):
        assert counted(world, name).registered == day.registered == 4


def test_a_list_expects_only_the_categories_it_admits(world: World) -> None:
    world.register("Ada", category="Speaker")
    world.register("Bob", category="press")
    world.register("Eve")
    rules = ListRules(categories=("SPEAKER", "visitor"))
    add_list(world.store, world.operator, "Green room", DAY_ONE, rules)
    assert counted(world, "Green room").registered == 1


def test_present_inside_and_recent_follow_the_scans(world: World) -> None:
    ada, bob = world.register("Ada"), world.register("Bob")
    world.register("Absent")
    assert counted(world) == Overview(registered=3, present=0, inside=0, recent=0)
    world.scan(ada)
    world.later(minutes=6)
    world.scan(bob)
    assert counted(world) == Overview(registered=3, present=2, inside=2, recent=1)
    world.scan(ada, leaving=True)
    assert counted(world) == Overview(registered=3, present=2, inside=1, recent=1)
    undo(world.store, world.operator)
    assert counted(world).inside == 2
    assert counted(world, "Entrance day 2").present == 0


def test_who_only_left_was_not_present(world: World) -> None:
    world.scan(world.register("Ada"), leaving=True)
    assert counted(world).present == 0


def test_a_known_count_is_not_counted_again(world: World) -> None:
    world.register("Ada")
    assert overview(world.store, world.operator, world.list(), registered=7).registered == 7


def test_the_latest_scans_say_who_where_and_how(world: World) -> None:
    ada = world.register("Ada")
    verdict = world.scan(ada)
    world.scan(ada)
    world.later(minutes=1)
    world.scan(ada, leaving=True)
    world.scan("junk")
    junk, left, twice, first = latest(world.store, world.operator)
    assert (junk.name, junk.attendee, junk.reason) == ("", None, Reason.INVALID)
    assert (left.direction, left.reason) == (Direction.EXIT, None)
    assert (twice.reason, twice.forced) == (Reason.ALREADY_REDEEMED, False)
    assert (first.name, first.attendee, first.list) == ("Ada", ada.id, "Entrance day 1")
    assert (first.check_in, first.at) == (verdict.check_in, verdict.at)
    undo(world.store, world.operator, first.check_in)
    assert [one.annulled for one in latest(world.store, world.operator)] == [False] * 3 + [True]
    assert latest(world.store, world.operator, limit=2) == [junk, left]


def test_the_latest_scans_of_all_stations_are_in_order_of_time(world: World) -> None:
    people = [world.register(name) for name in ("Ada", "Bob", "Eve", "Tom")]
    with world.other_laptop() as other:
        for at, person in enumerate(people):
            (world, other)[at % 2].scan(person)
            world.later(minutes=1)
        exchange(world.store, other.store, COORDINATOR)
        for laptop in (world, other):
            found = [one.name for one in latest(laptop.store, laptop.operator, limit=3)]
            assert found == ["Tom", "Eve", "Bob"]


def test_the_latest_scans_of_one_list_are_only_its_own(world: World) -> None:
    ada = world.register("Ada")
    add_list(world.store, world.operator, "Workshop", DAY_ONE, ListRules())
    world.scan(ada, door="Workshop")
    world.scan(ada)
    where = world.list("Workshop")
    (only,) = latest(world.store, world.operator, check_in_list=where)
    assert only.list == "Workshop"


def test_a_badge_not_known_yet_has_no_name(world: World) -> None:
    with world.store.write(world.operator) as pen:
        body = {"badge": "BBBBBBBBBBBB", "reason": "of a version to come"}
        pen.append(Kind.CHECK_IN_RECORDED, world.list().id, body)
    (scan,) = latest(world.store, world.operator)
    assert (scan.name, scan.attendee, scan.reason) == ("", None, Reason.BLOCKED)


def test_suggestions_say_who_is_in_and_put_those_not_expected_last(world: World) -> None:
    anna, ann = world.register("Anna Ozola"), world.register("Ann Zeile")
    set_status(world.store, world.operator, anna, Status.CANCELED)
    world.scan(ann)
    at = world.clock()
    world.later(minutes=3)
    found = suggestions(world.store, world.operator, world.list(), "ann")
    assert [(one.attendee.name, one.entered_at) for one in found] == [
        ("Ann Zeile", at),
        ("Anna Ozola", None),
    ]
    tomorrow = suggestions(world.store, world.operator, world.list("Entrance day 2"), "ann")
    assert tomorrow[0].entered_at is None


def test_the_best_suggestions_are_shown_though_many_fit(world: World) -> None:
    for number in range(20):
        world.register(f"Guest Joanna{number}")
    world.register("Anna Berga")
    first, *_ = suggestions(world.store, world.operator, world.list(), "anna", limit=8)
    assert first.attendee.name == "Anna Berga"


def test_a_badge_names_its_wearer(world: World) -> None:
    ada = world.register("Ada")
    assert name_of_badge(world.store, world.operator, ada.badge) == "Ada"
    assert name_of_badge(world.store, world.operator, "") == ""
