"""Who is inside a room: rooms empty at the door, at the house's door, or when the session ends."""

import pytest

from checkin.domain.attendancerules import AttendanceRules
from checkin.domain.event import Exits
from checkin.domain.session import SessionKind
from checkin.domain.verdict import Reason
from checkin.errors import CheckinError
from checkin.services.attendancerules import attendance_rules, change_attendance_rules
from checkin.services.reception import overview
from checkin.services.rooms import occupancy
from tests.world import COORDINATOR, World


def inside(world: World, name: str) -> int:
    counted = occupancy(world.store, COORDINATOR)[world.list(name).id]
    assert overview(world.store, COORDINATOR, world.list(name)).inside == counted
    return counted


@pytest.fixture
def workshops(world: World) -> World:
    """Two parallel workshops, of two places each; it is nine o'clock."""
    for name in ("Lasers", "Robots"):
        world.session(name, "09:00-10:30", kind=SessionKind.WORKSHOP, capacity=2)
    return world


def test_a_full_room_refuses_until_somebody_leaves_and_may_be_forced(workshops: World) -> None:
    ada, bob, eve, zoe = map(workshops.register, ("Ada", "Bob", "Eve", "Zoe"))
    workshops.scan(ada, door="Lasers")
    workshops.scan(bob, door="Lasers")
    assert workshops.scan(eve, door="Lasers").reason is Reason.FULL
    assert workshops.scan(eve, door="Lasers", force="speaker").forced
    assert inside(workshops, "Lasers") == 3
    workshops.later(minutes=1)
    for leaving in (ada, bob):
        workshops.scan(leaving, door="Lasers", leaving=True)
    assert workshops.scan(zoe, door="Lasers").reason is None


def test_who_leaves_the_house_has_left_every_room(workshops: World) -> None:
    ada = workshops.register("Ada")
    workshops.scan(ada)
    workshops.scan(ada, door="Lasers")
    assert inside(workshops, "Lasers") == 1
    workshops.later(minutes=5)
    workshops.scan(ada, leaving=True)
    assert inside(workshops, "Lasers") == 0


def test_entering_another_room_leaves_the_first_where_the_event_says_so(workshops: World) -> None:
    ada = workshops.register("Ada")
    workshops.scan(ada, door="Lasers")
    workshops.later(minutes=5)
    workshops.scan(ada, door="Robots")
    assert inside(workshops, "Lasers") == 1
    change_attendance_rules(workshops.store, COORDINATOR, AttendanceRules(one_room=True))
    assert inside(workshops, "Lasers") == 0
    assert inside(workshops, "Robots") == 1


def test_a_room_is_empty_after_its_session_unless_exits_are_scanned(workshops: World) -> None:
    workshops.scan(workshops.register("Ada"), door="Lasers")
    workshops.later(minutes=90)
    assert inside(workshops, "Lasers") == 0
    change_attendance_rules(workshops.store, COORDINATOR, AttendanceRules(exits=Exits.DOOR))
    assert inside(workshops, "Lasers") == 1


def test_rules_are_shown_changed_and_refused_in_words(world: World) -> None:
    assert attendance_rules(world.store, COORDINATOR).threshold == 80
    changed = change_attendance_rules(world.store, COORDINATOR, AttendanceRules(threshold=75))
    assert changed.threshold == 75
    assert attendance_rules(world.store, COORDINATOR) == changed
    for rules, code in (
        (AttendanceRules(threshold=75), "nothing-to-change"),
        (AttendanceRules(threshold=0), "threshold-wrong"),
        (AttendanceRules(threshold=101), "threshold-wrong"),
    ):
        with pytest.raises(CheckinError) as refused:
            change_attendance_rules(world.store, COORDINATOR, rules)
        assert refused.value.code == code
