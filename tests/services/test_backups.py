"""Backups made by the program itself: when, where, which stay, and what stands in the way."""

from pathlib import Path

import pytest

from checkin.domain.details import Details
from checkin.errors import CheckinError
from checkin.services.backups import (
    Backup,
    back_up,
    back_up_changes,
    back_up_when_due,
    backup_folder,
    backups,
    check_backup_folder,
)
from checkin.services.registration import register
from checkin.store.stations import StationBook
from checkin.store.store import Store
from tests.world import COORDINATOR, RECEPTION, World


def there(world: World, chosen: str = "") -> list[Backup]:
    return backups(world.store, RECEPTION, chosen)


def due(world: World, chosen: str = "") -> Backup | None:
    return back_up_when_due(world.store, RECEPTION, chosen)


def code_of(world: World, chosen: str) -> str:
    with pytest.raises(CheckinError) as refused:
        back_up(world.store, RECEPTION, chosen)
    return refused.value.code


def test_a_backup_lies_beside_the_event_and_holds_everything(world: World) -> None:
    ada = world.register("Ada")
    made = back_up(world.store, RECEPTION, "")
    assert made.path.parent == world.path.with_name("seminar.backups")
    assert there(world) == [made]
    assert made.size == made.path.stat().st_size
    with Store.open(made.path, StationBook(world.path.parent / "other"), world.clock) as saved:
        assert saved.roster.by_id(ada.id) == ada


def test_one_is_made_every_five_minutes_in_which_something_changed(world: World) -> None:
    world.register("Ada")
    assert due(world)
    world.register("Bob")
    world.later(minutes=4)
    assert due(world) is None
    world.later(minutes=1)
    assert due(world)
    world.later(minutes=30)
    assert due(world) is None
    world.register("Carl")
    assert due(world)
    assert len(there(world)) == 3


def test_what_another_process_wrote_is_a_change_too(world: World) -> None:
    due(world)
    world.later(minutes=6)
    with Store.open(world.path, world.book, world.clock) as other:
        register(other, COORDINATOR, Details({"name": "Walk-in"}))
    assert due(world)


def test_before_an_import_one_is_made_of_what_changed_only(world: World) -> None:
    world.register("Ada")
    first = back_up_changes(world.store, COORDINATOR, "")
    assert first
    world.later(minutes=1)
    assert back_up_changes(world.store, COORDINATOR, "") is None
    world.register("Bob")
    assert back_up_changes(world.store, COORDINATOR, "")


def test_a_damaged_backup_does_not_count_as_one(world: World) -> None:
    made = back_up(world.store, RECEPTION, "")
    made.path.write_bytes(b"not a database, but as long as somebody likes" * 100)
    world.later(minutes=6)
    assert due(world)


def test_two_days_at_the_door_leave_few(world: World) -> None:
    for number in range(30):
        world.register(f"Guest {number}")
        assert due(world)
        world.later(minutes=7)
    left = there(world)
    assert left[0].at == max(one.at for one in left)
    assert len(left) < 20
    world.later(days=2)
    world.register("Late")
    made = due(world)
    assert there(world)[0] == made


def test_files_of_others_are_never_dropped(world: World) -> None:
    folder = backup_folder(world.store, "")
    folder.mkdir()
    strangers = [
        folder / "seminar.checkin",
        folder / "seminar-00000000-20200101T000000Z.checkin",
        folder / "notes.txt",
    ]
    for one in strangers:
        one.write_text("precious")
    for number in range(20):
        world.register(f"Guest {number}")
        back_up(world.store, RECEPTION, "")
        world.later(minutes=5)
    assert all(one.read_text() == "precious" for one in strangers)
    assert all(one.path not in strangers for one in there(world))


def test_backups_go_where_this_station_chose(world: World, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    check_backup_folder(world.store, COORDINATOR, stick)
    assert list(stick.iterdir()) == []
    made = back_up(world.store, RECEPTION, str(stick))
    assert made.path.parent == stick
    assert there(world) == []


@pytest.mark.parametrize(
    ("chosen", "code"),
    [
        ("Z:\\nowhere", "backup-folder-gone"),
        ("not/absolute", "backup-folder-gone"),
        (str(Path("/")), "backup-folder-root"),
    ],
)
def test_a_folder_that_will_not_do_is_refused_and_scans_go_on(
    world: World, chosen: str, code: str
) -> None:
    ada = world.register("Ada")
    assert code_of(world, chosen) == code
    with pytest.raises(CheckinError) as refused:
        check_backup_folder(world.store, COORDINATOR, Path(chosen))
    assert refused.value.code == code
    assert there(world, chosen) == []
    assert world.scan(ada).reason is None


def test_a_stick_pulled_out_is_a_folder_gone(world: World, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    back_up(world.store, RECEPTION, str(stick)).path.unlink()
    stick.rmdir()
    assert code_of(world, str(stick)) == "backup-folder-gone"


def test_a_file_where_the_folder_should_be(world: World) -> None:
    backup_folder(world.store, "").write_text("a file")
    assert code_of(world, "") == "backup-unwritable"


def test_only_whoever_keeps_the_event_safe_chooses_where(world: World, tmp_path: Path) -> None:
    with pytest.raises(CheckinError) as refused:
        check_backup_folder(world.store, RECEPTION, tmp_path)
    assert refused.value.code == "not-allowed"


def test_a_file_that_can_only_be_looked_at_gets_no_backups(world: World) -> None:
    world.register("Ada")
    book = StationBook(world.path.parent / "other")
    with Store.open(world.path, book, world.clock, read_only=True) as looking:
        assert back_up_changes(looking, RECEPTION, "") is None


def test_the_clock_going_back_stops_no_backups(world: World) -> None:
    due(world)
    world.later(hours=-2)
    world.register("Ada")
    made = due(world)
    assert made in there(world)
