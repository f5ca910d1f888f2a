"""A programme is taken in as one step, and taken back."""

from datetime import time

from checkin.domain.sessionrows import SessionRow
from checkin.services.programmeimport import import_programme, undo_programme_import
from checkin.services.safekeeping import verify
from checkin.services.sessions import sessions
from tests.world import COORDINATOR, World


def row(number: int, name: str, hours: str, day: str = "1", **more: str) -> SessionRow:
    return SessionRow(number, {"name": name, "day": day, "time": hours, **more})


def test_it_is_written_in_one_step_and_taken_back(world: World) -> None:
    world.session("Plenary", "09:00-10:00", room="Hall")
    before = sessions(world.store, COORDINATOR)
    rows = [
        row(2, "plenary", "9:00-10:30"),
        row(3, "Lasers", "11-12", kind="workshop"),
        row(4, "?", ""),
    ]
    taken = import_programme(world.store, COORDINATOR, rows)
    assert (len(taken.plan.added), len(taken.plan.changed)) == (1, 1)
    assert [fault.row for fault in taken.plan.rejected] == [4]
    plenary, lasers = sessions(world.store, COORDINATOR)
    assert (plenary.ends, plenary.room, lasers.own_door) == (time(10, 30), "Hall", True)
    again = import_programme(world.store, COORDINATOR, rows)
    assert (again.plan.unchanged, again.added, again.before) == (2, (), ())
    assert undo_programme_import(world.store, COORDINATOR, taken) == 2
    assert sessions(world.store, COORDINATOR) == before
    assert verify(world.store, COORDINATOR).sound


def test_a_session_with_check_ins_stays_where_it_is_and_is_named(world: World) -> None:
    taken = import_programme(world.store, COORDINATOR, [row(2, "Lasers", "9:00-10:30")])
    world.scan(world.register("Ada"), door="Lasers")
    moved = import_programme(world.store, COORDINATOR, [row(2, "Lasers", "9:00-10:30", day="2")])
    assert [(one.row, one.reason) for one in moved.plan.rejected] == [(2, "session-stays")]
    assert moved.plan.changed == ()
    assert undo_programme_import(world.store, COORDINATOR, taken) == 0
    assert [one.name for one in sessions(world.store, COORDINATOR)] == ["Lasers"]
