"""The checks before the doors open: each green when all is well, and a sentence when it is not."""

import os
from collections import namedtuple
from datetime import timedelta
from pathlib import Path

import pytest

from checkin.domain.people import Status
from checkin.domain.roles import Role
from checkin.services import preflight
from checkin.services.backups import back_up
from checkin.services.badges import record_printed
from checkin.services.devices import Devices, check_devices
from checkin.services.finding import Check, Finding, Level
from checkin.services.lists import remove_list
from checkin.services.pins import set_pin
from checkin.services.preflight import EVENT_CHECKS, Place, check_event
from checkin.services.registration import set_status
from checkin.store.store import Store
from tests.world import COORDINATOR, RECEPTION, World

RIGA = Place(zone_minutes=180)
Usage = namedtuple("Usage", "total used free")


def checked(world: World, check: Check, place: Place = RIGA) -> tuple[Level, str]:
    """Return how a check came out, and the code of what is said."""
    return told(check_event(world.store, RECEPTION, check, place))


def told(finding: Finding) -> tuple[Level, str]:
    return finding.level, finding.error.code if finding.error else ""


FINE = (Level.OK, "")


def test_the_day_has_to_be_one_of_the_event(world: World) -> None:
    assert checked(world, Check.DAY) == FINE
    world.clock.now += timedelta(days=5)
    assert checked(world, Check.DAY) == (Level.LOOK, "today-not-of-event")


def test_a_day_needs_its_entrance(world: World) -> None:
    remove_list(world.store, COORDINATOR, world.list())
    assert checked(world, Check.DAY) == (Level.WRONG, "day-without-entrance")


def test_a_clock_that_went_back_is_noticed(world: World) -> None:
    world.register("Ada")
    assert checked(world, Check.CLOCK) == FINE
    world.clock.now -= timedelta(seconds=50)
    assert checked(world, Check.CLOCK) == FINE
    world.clock.now -= timedelta(hours=1)
    assert checked(world, Check.CLOCK) == (Level.WRONG, "clock-behind")


def test_another_zone_is_said_with_its_difference(world: World) -> None:
    assert checked(world, Check.ZONE) == FINE
    finding = check_event(world.store, RECEPTION, Check.ZONE, Place(zone_minutes=60))
    assert finding.error
    assert finding.error.facts == {"zone": "Europe/Riga", "hours": "−2"}


def test_people_who_would_be_stopped_are_counted(world: World) -> None:
    assert checked(world, Check.PEOPLE) == (Level.LOOK, "nobody-registered")
    ada = world.register("Ada")
    assert checked(world, Check.PEOPLE) == FINE
    set_status(world.store, COORDINATOR, ada, Status.UNPAID)
    assert checked(world, Check.PEOPLE) == (Level.LOOK, "people-held-up")


def test_badges_that_were_never_printed_are_counted(world: World) -> None:
    ada = world.register("Ada")
    assert checked(world, Check.BADGES) == (Level.LOOK, "badges-not-printed")
    record_printed(world.store, COORDINATOR, [(ada.id, ada.badge, "0" * 16)])
    assert checked(world, Check.BADGES) == FINE


def test_a_file_that_cannot_be_written_or_is_damaged_is_wrong(world: World) -> None:
    assert checked(world, Check.FILE) == FINE
    world.store.close()
    with Store.open(world.path, world.book, world.clock, read_only=True) as store:
        found = check_event(store, RECEPTION, Check.FILE, RIGA)
    assert told(found) == (Level.WRONG, "event-read-only")


def test_little_room_on_the_disk_is_noticed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def free(megabytes: int) -> None:
        monkeypatch.setattr(
            preflight.shutil, "disk_usage", lambda _: Usage(0, 0, megabytes * 2**20)
        )

    for megabytes, expected in (
        (5_000, FINE),
        (500, (Level.LOOK, "disk-low")),
        (50, (Level.WRONG, "disk-low")),
    ):
        free(megabytes)
        assert checked(world, Check.DISK) == expected


def test_backups_are_asked_for_by_age_and_place(world: World, tmp_path: Path) -> None:
    assert checked(world, Check.BACKUP) == (Level.LOOK, "no-backup-yet")
    back_up(world.store, COORDINATOR, "")
    assert checked(world, Check.BACKUP) == (Level.LOOK, "backup-same-disk")
    world.clock.now += timedelta(days=3)
    assert checked(world, Check.BACKUP) == (Level.LOOK, "backup-same-disk")
    world.register("Ada")
    assert checked(world, Check.BACKUP) == (Level.LOOK, "backup-old")
    gone = Place(180, backup_folder=str(tmp_path / "stick"))
    assert checked(world, Check.BACKUP, gone) == (Level.WRONG, "backup-folder-gone")


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="there is no second disk")
def test_backups_on_another_disk_are_fine(world: World) -> None:
    stick = Path("/dev/shm") / f"checkin-{os.getpid()}"
    stick.mkdir()
    try:
        back_up(world.store, COORDINATOR, str(stick))
        assert checked(world, Check.BACKUP, Place(180, str(stick))) == FINE
    finally:
        for one in stick.iterdir():
            one.unlink()
        stick.rmdir()


def test_a_coordinator_without_a_pin_is_noticed(world: World) -> None:
    assert checked(world, Check.PINS) == (Level.LOOK, "no-coordinator-pin")
    set_pin(world.store, COORDINATOR, Role.COORDINATOR, "4711")
    assert checked(world, Check.PINS) == FINE


def test_every_check_is_made_and_all_are_named_in_order() -> None:
    devices = [one.check for one in check_devices(Devices())]
    assert [*EVENT_CHECKS, *devices] == list(Check)


ALL = Devices(
    cameras=("Webcam",),
    sounds=("Speakers",),
    printers=("Office", "Labels"),
    printer="Labels",
    serial_port="COM3",
    serial_port_there=True,
    scanner_heard=True,
)


@pytest.mark.parametrize(
    ("devices", "expected"),
    [
        (ALL, [FINE] * 4),
        (
            Devices(),
            [
                (Level.LOOK, "scanner-untried"),
                (Level.LOOK, "no-multimedia"),
                (Level.LOOK, "no-sound"),
                (Level.LOOK, "no-printer"),
            ],
        ),
        (
            Devices((), (), ("Office",), "Labels", "COM3", scanner_heard=True),
            [
                (Level.WRONG, "serial-port-gone"),
                (Level.LOOK, "no-camera"),
                (Level.LOOK, "no-sound"),
                (Level.WRONG, "printer-gone"),
            ],
        ),
    ],
)
def test_devices(devices: Devices, expected: list[tuple[Level, str]]) -> None:
    assert [told(one) for one in check_devices(devices)] == expected
