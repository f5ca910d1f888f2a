"""Looks at an event before the doors open, for what would stop a queue."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from checkin.domain.clock import milliseconds
from checkin.domain.roles import Action, Operator, Role
from checkin.errors import CheckinError
from checkin.services.backups import backup_folder, backups
from checkin.services.browsing import roster_counts
from checkin.services.finding import Check, Finding, Level, fine, look, wrong
from checkin.services.permission import require
from checkin.store.store import Store

_MINUTE_MS, _DAY_MS = 60_000, 24 * 3_600_000
_MEGABYTE = 1 << 20
# What a day of scanning with its backups takes at most, and what the door needs to go on.
_PLENTY, _FEWEST = 1024 * _MEGABYTE, 200 * _MEGABYTE


@dataclass(frozen=True, slots=True)
class Place:
    """What the event's checks need to know of this computer.

    `zone_minutes` is how far its own clock is ahead of UTC, `backup_folder` the one chosen, if any.
    """

    zone_minutes: int
    backup_folder: str = ""


def check_event(store: Store, operator: Operator, check: Check, place: Place) -> Finding:
    """Look at one of `EVENT_CHECKS`."""
    require(store, operator, Action.SEARCH)
    return EVENT_CHECKS[check](store, operator, place)


def _day(store: Store, _operator: Operator, _place: Place) -> Finding:
    event = store.programme.event()
    today = event.day_of(store.now())
    if today not in event.days:
        error = CheckinError(
            "today-not-of-event", today=today, first=event.first_day, last=event.last_day
        )
        return look(Check.DAY, error)
    if not any(one.entrance and one.day == today for one in store.programme.lists()):
        return wrong(Check.DAY, CheckinError("day-without-entrance", today=today))
    return fine(Check.DAY)


def _clock(store: Store, _operator: Operator, _place: Place) -> Finding:
    newest = _newest(store)
    if newest - store.now() > _MINUTE_MS:
        event = store.programme.event()
        latest, now = event.local(newest), event.local(store.now())
        error = CheckinError(
            "clock-behind", now=f"{now:%Y-%m-%d %H:%M}", latest=f"{latest:%Y-%m-%d %H:%M}"
        )
        return wrong(Check.CLOCK, error)
    return fine(Check.CLOCK)


def _newest(store: Store) -> int:
    """Return when the last entry was made that is known here, in Unix milliseconds."""
    return milliseconds(max(head.clock for head in store.journal.heads().values()))


def _zone(store: Store, _operator: Operator, place: Place) -> Finding:
    event = store.programme.event()
    ahead = event.local(store.now()).utcoffset()
    theirs = round(ahead.total_seconds() / 60) if ahead else 0
    if theirs == place.zone_minutes:
        return fine(Check.ZONE)
    hours = f"{(place.zone_minutes - theirs) / 60:+g}".replace("-", "−")
    return look(Check.ZONE, CheckinError("zone-differs", zone=event.timezone, hours=hours))


def _people(store: Store, operator: Operator, _place: Place) -> Finding:
    counts = roster_counts(store, operator)
    if not counts.total:
        return look(Check.PEOPLE, CheckinError("nobody-registered"))
    if held_up := counts.unapproved + counts.unpaid:
        return look(Check.PEOPLE, CheckinError("people-held-up", count=held_up))
    return fine(Check.PEOPLE)


def _badges(store: Store, operator: Operator, _place: Place) -> Finding:
    if count := roster_counts(store, operator).not_printed:
        return look(Check.BADGES, CheckinError("badges-not-printed", count=count))
    return fine(Check.BADGES)


def _file(store: Store, _operator: Operator, _place: Place) -> Finding:
    if store.read_only:
        return wrong(Check.FILE, CheckinError("event-read-only", path=store.path))
    if not store.inspection.pages_hold():
        return wrong(Check.FILE, CheckinError("event-damaged", path=store.path))
    return fine(Check.FILE)


def _disk(store: Store, _operator: Operator, _place: Place) -> Finding:
    free = shutil.disk_usage(store.path.resolve().parent).free
    if free >= _PLENTY:
        return fine(Check.DISK)
    error = CheckinError("disk-low", path=store.path.parent, megabytes=free // _MEGABYTE)
    return Finding(Check.DISK, Level.WRONG if free < _FEWEST else Level.LOOK, error)


def _backup(store: Store, operator: Operator, place: Place) -> Finding:
    folder = backup_folder(store, place.backup_folder)
    if place.backup_folder and not folder.is_dir():
        return wrong(Check.BACKUP, CheckinError("backup-folder-gone", path=folder))
    known = backups(store, operator, place.backup_folder)
    if not known:
        return look(Check.BACKUP, CheckinError("no-backup-yet", path=folder))
    if store.now() - known[0].at > _DAY_MS and _newest(store) > known[0].at:
        days = (store.now() - known[0].at) // _DAY_MS
        return look(Check.BACKUP, CheckinError("backup-old", days=days))
    if _same_disk(folder, store.path):
        return look(Check.BACKUP, CheckinError("backup-same-disk", path=folder))
    return fine(Check.BACKUP)


def _same_disk(one: Path, other: Path) -> bool:
    return one.stat().st_dev == other.stat().st_dev


def _pins(store: Store, _operator: Operator, _place: Place) -> Finding:
    if store.pins.kept(Role.COORDINATOR):
        return fine(Check.PINS)
    return look(Check.PINS, CheckinError("no-coordinator-pin"))


EVENT_CHECKS: dict[Check, Callable[[Store, Operator, Place], Finding]] = {
    Check.DAY: _day,
    Check.CLOCK: _clock,
    Check.ZONE: _zone,
    Check.PEOPLE: _people,
    Check.BADGES: _badges,
    Check.FILE: _file,
    Check.DISK: _disk,
    Check.BACKUP: _backup,
    Check.PINS: _pins,
}
