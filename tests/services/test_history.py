"""What happened to a person: told step by step, by whom, the latest first."""

from checkin.domain.changes import FieldChange
from checkin.domain.details import Details
from checkin.domain.entry import Kind
from checkin.domain.people import Status
from checkin.domain.verdict import Direction, Reason
from checkin.services.annulment import undo
from checkin.services.badges import record_printed, replace_badge
from checkin.services.exchange import exchange
from checkin.services.history import Happening, What, history
from checkin.services.registration import edit, set_status
from tests.world import COORDINATOR, DAY_TWO, RECEPTION, World


def told(world: World, attendee: str) -> list[Happening]:
    return history(world.store, world.operator, attendee)


def test_a_person_nobody_knows_has_no_history(world: World) -> None:
    assert told(world, "00" * 16) == []


def test_a_registration_and_a_badge_come_first(world: World) -> None:
    ada = world.register("Ada")
    badge, registered = told(world, ada.id)
    assert (registered.what, badge.what) == (What.REGISTERED, What.BADGE_ISSUED)
    assert (registered.at, registered.operator) == (world.clock(), COORDINATOR.name)
    assert registered.station == world.store.station
    assert badge.badge == ada.badge


def test_each_change_says_what_was_and_what_is(world: World) -> None:
    ada = world.register("Ada", organisation="Riga Photonics", notes="vegan")
    world.later(minutes=1)
    ada = edit(
        world.store,
        world.operator,
        ada,
        Details({"organisation": "Tartu Labs", "notes": ""}, (DAY_TWO,), {"Meal": "fish"}),
    )
    world.later(minutes=1)
    set_status(world.store, world.operator, ada, Status.CANCELED)
    canceled, edited, *_ = told(world, ada.id)
    assert canceled.changes == (FieldChange("status", "", "canceled"),)
    assert set(edited.changes) == {
        FieldChange("organisation", "Riga Photonics", "Tartu Labs"),
        FieldChange("notes", "vegan", ""),
        FieldChange("days", "", "2026-06-03"),
        FieldChange("custom.Meal", "", "fish"),
    }
    assert canceled.what is edited.what is What.CHANGED


def test_saying_what_is_so_already_is_no_change(world: World) -> None:
    ada = world.register("Ada", notes="vegan")
    with world.store.write(world.operator) as pen:
        pen.append(Kind.ATTENDEE_SET, ada.id, {"notes": "vegan"})
    assert [one.what for one in told(world, ada.id)] == [What.BADGE_ISSUED, What.REGISTERED]


def test_badges_and_scans_of_all_badges_are_told(world: World) -> None:
    ada = world.register("Ada", days=(DAY_TWO,))
    world.operator = RECEPTION
    forced = world.scan(ada, force="she spoke to Māris")
    world.later(minutes=1)
    record_printed(world.store, world.operator, [(ada.id, ada.badge, "ab" * 8)])
    world.later(minutes=1)
    new = replace_badge(world.store, world.operator, ada)
    world.later(minutes=1)
    world.scan(new.code)
    world.later(minutes=1)
    world.scan(new.code, leaving=True)
    left, refused, issued, revoked, printed, came, *_ = told(world, ada.id)
    assert (left.what, left.direction, left.reason) == (What.SCANNED, Direction.EXIT, None)
    assert refused.reason is Reason.CATEGORY
    assert (issued.what, issued.badge) == (What.BADGE_ISSUED, new.attendee.badge)
    assert (revoked.what, revoked.badge) == (What.BADGE_REVOKED, ada.badge)
    assert (printed.what, printed.badge) == (What.BADGE_PRINTED, ada.badge)
    assert (came.check_in, came.forced) == (forced.check_in, Reason.CATEGORY)
    assert (came.why, came.list) == ("she spoke to Māris", "Entrance day 1")
    assert came.operator == RECEPTION.name


def test_an_annulment_is_told_beside_what_it_annuls(world: World) -> None:
    ada = world.register("Ada")
    scanned = world.scan(ada)
    world.later(minutes=1)
    world.operator = RECEPTION
    with world.other_laptop() as other:
        undo(other.store, COORDINATOR, scanned.check_in)
        world.later(minutes=1)
        undo(world.store, COORDINATOR, scanned.check_in)
        exchange(world.store, other.store, COORDINATOR)
        for laptop in (world, other):
            annulled, came, *_ = told(laptop, ada.id)
            assert (came.what, came.annulled) == (What.SCANNED, True)
            assert (annulled.what, annulled.check_in) == (What.ANNULLED, scanned.check_in)
            assert annulled.station == other.store.station
            assert annulled.operator == COORDINATOR.name


def test_a_back_entry_stands_where_it_happened(world: World) -> None:
    ada = world.register("Ada")
    world.later(hours=1)
    set_status(world.store, world.operator, ada, Status.UNPAID)
    world.later(hours=1)
    world.scan(ada, at="2026-06-02 09:30")
    whats = [one.what for one in told(world, ada.id)]
    assert whats == [What.CHANGED, What.SCANNED, What.BADGE_ISSUED, What.REGISTERED]


def test_of_an_erased_person_only_what_happened_is_left(world: World) -> None:
    ada = world.register("Ada", notes="vegan")
    edit(world.store, world.operator, ada, Details({"notes": "fish"}))
    world.scan(ada)
    with world.store.write(world.operator) as pen:
        pen.append(Kind.PERSONAL_DATA_ERASED, ada.id, {})
    found = told(world, ada.id)
    assert [one.what for one in found] == [
        What.ERASED, What.SCANNED, What.CHANGED, What.BADGE_ISSUED, What.REGISTERED,
    ]  # fmt: skip
    assert not any(one.changes for one in found)
