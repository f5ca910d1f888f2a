"""Attendance: present, first in, last out, by day and organisation."""

from checkin.domain.people import Status
from checkin.services.attendance import attendance
from checkin.services.lists import ListRules, add_list
from checkin.services.registration import set_status
from tests.world import COORDINATOR, DAY_ONE, DAY_TWO, World


def test_first_in_is_the_earliest_and_last_out_the_latest(world: World) -> None:
    ada = world.register("Ada")
    world.scan(ada)
    world.later(hours=2)
    world.scan(ada, leaving=True)
    world.later(hours=1)
    world.scan(ada)
    world.later(hours=4)
    world.scan(ada, leaving=True)
    [day, _] = attendance(world.store, COORDINATOR)
    [presence] = day.presences
    assert presence.first_in
    assert presence.last_out
    assert (presence.first_in.hour, presence.last_out.hour) == (9, 16)


def test_absentees_are_listed_and_who_never_left_has_no_last_out(world: World) -> None:
    ada, bob = world.register("Ada Ābola"), world.register("Bob Bērziņš")
    world.scan(ada)
    [day, other] = attendance(world.store, COORDINATOR)
    assert [(p.attendee.id, p.first_in is None, p.last_out) for p in day.presences] == [
        (ada.id, False, None),
        (bob.id, True, None),
    ]
    assert (day.registered, day.present, other.present) == (2, 1, 0)


def test_a_workshop_of_the_day_is_presence_too(world: World) -> None:
    ada = world.register("Ada")
    add_list(world.store, COORDINATOR, "Workshop A", DAY_TWO, ListRules())
    world.clock.set("2026-06-03 10:00")
    world.scan(ada, door="Workshop A")
    [one, two] = attendance(world.store, COORDINATOR)
    assert (one.present, two.present) == (0, 1)
    assert two.presences[0].lists == ("Workshop A",)


def test_a_check_in_after_midnight_belongs_to_the_day_of_its_list(world: World) -> None:
    ada = world.register("Ada")
    world.clock.set("2026-06-03 01:30")
    world.scan(ada)
    [one, two] = attendance(world.store, COORDINATOR)
    assert (one.present, two.present) == (1, 0)


def test_refused_scans_are_no_presence(world: World) -> None:
    ada = world.register("Ada")
    set_status(world.store, COORDINATOR, ada, Status.UNPAID)
    world.scan(ada)
    assert attendance(world.store, COORDINATOR)[0].present == 0


def test_who_is_expected(world: World) -> None:
    world.register("Both days")
    world.register("Second day", days=(DAY_TWO,))
    gone = world.register("Gone")
    set_status(world.store, COORDINATOR, gone, Status.CANCELED)
    [one, two] = attendance(world.store, COORDINATOR)
    assert (one.registered, two.registered) == (1, 2)


def test_an_exit_alone_is_no_presence(world: World) -> None:
    ada = world.register("Ada")
    world.scan(ada, leaving=True)
    [day, _] = attendance(world.store, COORDINATOR)
    assert (day.present, day.presences[0].last_out) == (0, None)


def test_organisations_are_counted(world: World) -> None:
    ada = world.register("Ada", organisation="Riga Photonics", organisation_kind="company")
    world.register("Bob", organisation="RIGA PHOTONICS")
    world.register("Carl")
    world.scan(ada)
    [day, _] = attendance(world.store, COORDINATOR)
    assert day.by_organisation() == [("Riga Photonics", "company", 2, 1), ("", "", 1, 0)]


def test_one_list_or_one_day_narrows_it(world: World) -> None:
    ada = world.register("Ada")
    workshop = add_list(world.store, COORDINATOR, "Workshop A", DAY_ONE, ListRules())
    world.scan(ada)
    [only] = attendance(world.store, COORDINATOR, check_in_list=workshop)
    assert (only.day, only.present) == (DAY_ONE, 0)
    [second] = attendance(world.store, COORDINATOR, day=DAY_TWO)
    assert second.day == DAY_TWO
