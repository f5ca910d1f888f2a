"""Backups: whole copies, and never over something that is not in the event already."""

from pathlib import Path

import pytest

from checkin.errors import CheckinError
from checkin.services.exchange import exchange
from checkin.services.safekeeping import backup, restore, verify
from checkin.store.stations import StationBook
from checkin.store.store import Store
from tests.world import COORDINATOR, World


def refusal(world: World, target: Path) -> str:
    before = target.read_bytes()
    with pytest.raises(CheckinError) as refused:
        backup(world.store, COORDINATOR, target)
    assert target.read_bytes() == before
    return refused.value.code


def test_a_newer_backup_takes_the_place_of_an_older_one(world: World) -> None:
    target = world.path.with_name("saved.checkin")
    backup(world.store, COORDINATOR, target)
    ada = world.register("Ada")
    backup(world.store, COORDINATOR, target)
    with Store.open(target, StationBook(world.path.parent / "another"), world.clock) as saved:
        assert saved.roster.by_id(ada.id) == ada


def test_a_backup_goes_over_no_other_file(world: World, tmp_path: Path) -> None:
    precious = tmp_path / "precious.csv"
    precious.write_text("Name\nAda\n")
    assert refusal(world, precious) == "not-a-backup-of-this"
    (tmp_path / "elsewhere").mkdir()
    elsewhere = World.new(tmp_path / "elsewhere")
    elsewhere.close()
    assert refusal(world, elsewhere.path) == "not-a-backup-of-this"


def test_a_backup_goes_over_no_copy_that_did_something_of_its_own(world: World) -> None:
    with world.other_laptop() as other:
        other.register("Walk-in")
        copy = other.path
        other.store.close()
        assert refusal(world, copy) == "not-a-backup-of-this"
        other.store = Store.open(copy, other.book, other.clock)
        exchange(world.store, other.store, COORDINATOR)
    backup(world.store, COORDINATOR, copy)


def test_restoring_brings_back_what_was_and_keeps_what_is(world: World) -> None:
    ada = world.register("Ada")
    saved = world.path.with_name("saved.checkin")
    backup(world.store, COORDINATOR, saved)
    world.scan(ada)
    world.close()
    kept = restore(world.path, saved, COORDINATOR, world.book, world.clock)
    assert kept
    world.store = Store.open(world.path, world.book, world.clock)
    assert world.scan(ada).reason is None
    with Store.open(kept, world.book, world.clock) as before:
        assert exchange(world.store, before, COORDINATOR).whole
    assert verify(world.store, COORDINATOR).sound
