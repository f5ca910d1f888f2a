"""The export's tables: what was written at the doors, what was corrected, and what days come to."""

from datetime import datetime

import pytest

from checkin.domain.exportchoice import ExportChoice
from checkin.domain.exporttables import Table, TableKind
from checkin.domain.times import to_ms
from checkin.services.admission import Door
from checkin.services.annulment import undo
from checkin.services.bookings import book
from checkin.services.correcting import (
    add_check_in,
    annul_check_in,
    move_check_in,
    take_back,
)
from checkin.services.exporting import export
from checkin.services.sealing import seal_day
from checkin.store import scanlog
from tests.world import COORDINATOR, DAY_ONE, DAY_TWO, RIGA, World


def tables(world: World, kind: TableKind, *keys: str, **narrowed: object) -> list[Table]:
    choice = ExportChoice((kind,), {kind: keys} if keys else {})
    return list(export(world.store, COORDINATOR, choice, **narrowed).tables)


def told(world: World, kind: TableKind, *keys: str, **narrowed: object) -> list[tuple]:
    """Return what the rows of a kind of table hold in some columns, moments as hours."""
    return [
        tuple(f"{one:%H:%M}" if isinstance(one, datetime) else one for one in row)
        for table in tables(world, kind, *keys, **narrowed)
        for row in table.values()
    ]


def at(text: str) -> int:
    return to_ms(datetime.fromisoformat(f"2026-06-02 {text}").replace(tzinfo=RIGA))


SCAN = ("time", "name", "direction", "verdict", "reason", "forced", "why", "paper")


def test_every_scan_is_told_the_refused_the_forced_and_the_typed_in_too(world):
    ada = world.register("Ada")
    world.scan(ada)
    world.later(minutes=5)
    world.scan(ada)
    world.scan(ada, force="lost her band")
    world.scan("wifi:free")
    world.later(hours=1)
    world.scan(ada, leaving=True, at="2026-06-02 09:30")
    assert told(world, TableKind.SCANS, *SCAN) == [
        ("09:00", "Ada", "entry", "ok", None, None, "", False),
        ("09:05", "Ada", "entry", "error", "already_redeemed", None, "", False),
        ("09:05", "Ada", "entry", "ok", None, "already_redeemed", "lost her band", False),
        ("09:05", "", "entry", "error", "invalid", None, "", False),
        ("09:30", "Ada", "exit", "ok", None, None, "", True),
    ]


def test_a_flood_of_strange_codes_is_one_line_that_counts_them(world):
    door = Door(world.store, COORDINATOR, world.list())
    for number in range(60):
        door.scan(f"stuck {number}")
    door.close()
    rows = told(world, TableKind.SCANS, "reason", "times")
    assert len(rows) < 60
    assert sum(times for _, times in rows) == 60


def test_a_scan_on_a_list_that_is_gone_and_of_a_badge_not_known_here_stays(world):
    ada = world.register("Ada", organisation="Wood")
    with world.other_laptop() as other:
        world.scan(ada)
        code = other.code(other.register("Late"))
    world.scan(code)
    rows = told(world, TableKind.SCANS, "name", "organisation", "verdict")
    assert rows == [("Ada", "Wood", "ok"), ("", "", "ok")]


def test_scans_are_read_a_batch_at_a_time_in_order(world, monkeypatch):
    monkeypatch.setattr(scanlog, "_BATCH", 3)
    people = [world.register(f"Nr {number}") for number in range(8)]
    for number, person in enumerate(people):
        world.scan(person, at=f"2026-06-02 08:{59 - number}")
    names = [name for (name,) in told(world, TableKind.SCANS, "name")]
    assert names == [f"Nr {number}" for number in reversed(range(8))]


CORRECTION = ("correction", "name", "time", "time_before", "operator", "why")


def test_corrections_say_what_was_done_by_whom_and_why(world):
    ada, bob, eve = (world.register(name) for name in ("Ada", "Bob", "Eve"))
    world.scan(ada)
    eves = world.scan(eve)
    bobs = world.scan(bob)
    world.later(hours=2)
    add_check_in(
        world.store, COORDINATOR, world.register("Zoe"), world.list(), at("09:10"), "queue"
    )
    moved = move_check_in(world.store, COORDINATOR, bobs.check_in, at("08:40"), "queue")
    annulled = annul_check_in(world.store, COORDINATOR, eves.check_in, "took another's badge")
    take_back(world.store, COORDINATOR, annulled, "it was hers")
    take_back(world.store, COORDINATOR, moved, "no queue")
    who = COORDINATOR.name
    assert told(world, TableKind.CORRECTIONS, *CORRECTION) == [
        ("added from paper", "Zoe", "09:10", None, who, "queue"),
        ("changed", "Bob", "08:40", "09:00", who, "queue"),
        ("annulled", "Eve", "09:00", None, who, "took another's badge"),
        ("put back", "Eve", "09:00", "09:00", who, "it was hers"),
        ("changed", "Bob", "09:00", "08:40", who, "no queue"),
    ]


def test_undone_at_the_desk_is_a_correction_too_and_its_scan_says_when(world):
    world.scan(world.register("Ada"))
    world.later(minutes=3)
    undo(world.store, COORDINATOR)
    assert told(world, TableKind.CORRECTIONS, "correction", "corrected_at", "why") == [
        ("annulled", "09:03", "")
    ]
    assert told(world, TableKind.SCANS, "verdict", "annulled") == [("ok", "09:03")]
    assert told(world, TableKind.DAY, "present") == [(False,), (False,)]


def test_the_summary_counts_days_and_the_whole_and_shows_the_seal(world):
    ada, bob = world.register("Ada", organisation="Wood"), world.register("Bob", (DAY_ONE,))
    world.register("Eve", (DAY_TWO,))
    world.scan(ada)
    world.scan(bob)
    world.clock.set("2026-06-02 13:00")
    world.scan(bob, leaving=True)
    world.clock.set("2026-06-02 20:00")
    seal = seal_day(world.store, COORDINATOR, DAY_ONE)
    hour = 3_600_000
    keys = ("date", "registered", "present", "absent", "organisations", "hours", "reached", "seal")
    assert told(world, TableKind.SUMMARY, *keys) == [
        (DAY_ONE, 2, 2, 0, 1, 12 * hour, 1, seal.fingerprint),
        (DAY_TWO, 2, 0, 2, 0, 0, 0, ""),
        (None, 3, 2, 1, 1, 12 * hour, 0, ""),
    ]
    assert told(world, TableKind.SUMMARY, "registered", "reached_share", day=DAY_ONE) == [(2, 0.5)]


def test_a_session_has_those_who_booked_it_or_were_there(world):
    lasers = world.session("Lasers", "09:00-10:30", own_door=True)
    ada, early, late = map(world.register, ("Ada", "Early", "Late"))
    world.register("Elsewhere")
    book(world.store, COORDINATOR, late, [lasers.id])
    world.scan(early, door="Lasers", at="2026-06-02 08:00")
    world.scan(early, door="Lasers", leaving=True, at="2026-06-02 08:10")
    world.scan(ada, door="Lasers")
    world.clock.set("2026-06-02 20:00")
    keys = ("name", "booked", "present", "came", "went", "share")
    assert told(world, TableKind.SESSION, *keys) == [
        ("Ada", False, True, "09:00", "10:30", 1.0),
        ("Early", False, True, None, None, 0.0),
        ("Late", True, False, None, None, 0.0),
    ]
    (table,) = tables(world, TableKind.SESSION)
    assert (table.day, table.title) == (DAY_ONE, lasers.name)


def test_a_day_alone_has_the_hours_of_that_day_everywhere(world):
    ada = world.register("Ada")
    world.scan(ada)
    world.clock.set("2026-06-03 09:00")
    world.scan(ada)
    world.clock.set("2026-06-03 20:00")
    whole = told(world, TableKind.MATRIX, "days", "hours", "programme")
    day = told(world, TableKind.MATRIX, "days", "hours", "programme", day=DAY_TWO)
    hours = 8 * 3_600_000
    assert whole == [(hours, hours, 2 * hours, 2 * hours)]
    assert day == [(hours, hours, hours)]
    assert [row[0] for row in told(world, TableKind.SCANS, "list", day=DAY_TWO)] == [
        "Entrance day 2"
    ]


def test_organisations_count_people_once_and_those_who_were_not_expected_as_present(world):
    world.scan(world.register("Ada", organisation="Wood", country="Latvia"))
    world.register("Bob", organisation="Wood", country="Latvia")
    world.scan(world.register("Eve", (DAY_TWO,), organisation="Steel"), force="came a day early")
    keys = ("organisation", "country", "registered", "present", "present_on")
    assert told(world, TableKind.ORGANISATIONS, *keys) == [
        ("Wood", "Latvia", 2, 1, 1, 0),
        ("Steel", "", 1, 1, 1, 0),
    ]
    assert told(world, TableKind.ORGANISATIONS, *keys, day=DAY_ONE) == [
        ("Wood", "Latvia", 2, 1, 1),
        ("Steel", "", 0, 1, 1),
    ]


@pytest.mark.parametrize("kind", TableKind)
def test_an_event_of_nobody_has_every_table_but_sessions(world, kind):
    found = tables(world, kind)
    assert len(found) == {TableKind.DAY: 2, TableKind.SESSION: 0}.get(kind, 1)
    assert all(list(table.values()) == [] for table in found if kind is not TableKind.SUMMARY)
