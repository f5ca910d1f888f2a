"""Keeps backups of an event by itself: whole copies in a folder, the older the fewer.

No PIN is asked for them: they must not end where one is set while somebody works.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from checkin.domain.roles import Action, Operator
from checkin.domain.rotation import SLOTS, to_drop
from checkin.domain.times import to_ms
from checkin.errors import CheckinError
from checkin.services.permission import permit, refuse_in_rehearsal, require
from checkin.services.safekeeping import rescue
from checkin.store.copying import holds_heads
from checkin.store.store import Store

EVERY_MS = SLOTS[0][0]
_STAMP = "%Y%m%dT%H%M%SZ"
_ID_LETTERS = 8
_NAME = re.compile(r".*-(?P<event>[0-9a-f]{8})-(?P<stamp>\d{8}T\d{6}Z)\.checkin")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: where it is, when it was made (Unix ms) and how many bytes it has."""

    path: Path
    at: int
    size: int


def backup_folder(store: Store, chosen: str) -> Path:
    """Return where backups are kept: the folder this station chose, else one beside the event."""
    return Path(chosen) if chosen else store.path.with_name(f"{store.path.stem}.backups")


def backups(store: Store, operator: Operator, chosen: str) -> list[Backup]:
    """Return the backups of this event, the newest first; none where the folder is not there."""
    permit(operator, Action.SCAN)
    found = _found(store, backup_folder(store, chosen))
    return sorted(found, key=lambda one: one.at, reverse=True)


def back_up(store: Store, operator: Operator, chosen: str) -> Backup:
    """Make a backup now, checked, and drop those that are needed no more.

    Raises CheckinError where the folder is gone or nothing can be written there.
    """
    permit(operator, Action.SCAN)
    refuse_in_rehearsal(store)
    folder = _ready(store, chosen)
    now = store.now()
    stamp = datetime.fromtimestamp(now // 1000, UTC).strftime(_STAMP)
    event = store.event_id[:_ID_LETTERS]
    target = folder / f"{store.path.stem}-{event}-{stamp}.checkin"
    try:
        rescue(store, operator, target)
    except CheckinError as error:
        if error.code == "event-damaged":
            raise
        code = "backup-no-room" if error.code == "disk-full" else "backup-unwritable"
        raise CheckinError(code, path=folder) from error
    _drop_old(store, folder, now)
    return Backup(target, now // 1000 * 1000, target.stat().st_size)


def back_up_changes(store: Store, operator: Operator, chosen: str) -> Backup | None:
    """Make a backup if anything changed since the last one; None where nothing did."""
    if store.read_only or store.rehearsal:
        return None
    known = backups(store, operator, chosen)
    if known and holds_heads(store.journal, store.event_id, known[0].path):
        return None
    return back_up(store, operator, chosen)


def back_up_when_due(store: Store, operator: Operator, chosen: str) -> Backup | None:
    """Do so unless there is a backup of the last five minutes; to be called now and then."""
    known = backups(store, operator, chosen)
    if known and 0 <= store.now() - known[0].at < EVERY_MS:
        return None
    return back_up_changes(store, operator, chosen)


def check_backup_folder(store: Store, operator: Operator, folder: Path) -> None:
    """Raise CheckinError unless backups can be kept in a folder somebody chooses."""
    require(store, operator, Action.SAFEKEEPING)
    _ready(store, str(folder))
    probe = folder / f".{store.event_id}.probe"
    try:
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise CheckinError("backup-unwritable", path=folder) from error


def _ready(store: Store, chosen: str) -> Path:
    """Return the folder; the one beside the event is made, one that was chosen has to be there."""
    folder = backup_folder(store, chosen)
    if chosen and not (folder.is_absolute() and folder.is_dir()):
        raise CheckinError("backup-folder-gone", path=folder)
    if folder.parent == folder:
        raise CheckinError("backup-folder-root", path=folder)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise CheckinError("backup-unwritable", path=folder) from error
    return folder


def _found(store: Store, folder: Path) -> Iterator[Backup]:
    # A disk taken out, or a file taken away meanwhile, is no backup.
    with suppress(OSError):
        for path in folder.iterdir():
            match = _NAME.fullmatch(path.name)
            if match and match["event"] == store.event_id[:_ID_LETTERS]:
                with suppress(OSError, ValueError):
                    made = datetime.strptime(match["stamp"], _STAMP).replace(tzinfo=UTC)
                    yield Backup(path, to_ms(made), path.stat().st_size)


def _drop_old(store: Store, folder: Path, now: int) -> None:
    found = list(_found(store, folder))
    needless = set(to_drop((one.at for one in found), now))
    for one in found:
        if one.at in needless:
            with suppress(OSError):
                one.path.unlink()
