"""Keeps an event safe: checks the record, rebuilds its tables, backs up and restores."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from checkin.domain.roles import Action, Operator
from checkin.errors import CheckinError
from checkin.services.permission import permit, refuse_in_rehearsal, require
from checkin.store.copying import (
    check_whole,
    copy_database,
    copy_file,
    integrity_faults,
    is_older_copy,
)
from checkin.store.database import companion
from checkin.store.faults import explained
from checkin.store.rebuilding import differing_tables, rebuild_tables
from checkin.store.stations import StationBook
from checkin.store.store import Now, Store
from checkin.store.strangewal import check_wal

_COMPANIONS = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Verification:
    """What `verify` found, a list of faults a question, each empty when all is well."""

    integrity: list[str]
    chains: list[str]
    tables: list[str]
    entries: list[str]
    stations: list[str]
    seals: list[str]
    entry_count: int
    station_count: int

    @property
    def sound(self) -> bool:
        """Tell whether nothing at all was found."""
        found = self.integrity, self.chains, self.tables, self.entries, self.stations, self.seals
        return not any(found)


def verify(store: Store, operator: Operator) -> Verification:
    """Check the file, every chain and body, and that the tables are what the journal folds to."""
    require(store, operator, Action.SAFEKEEPING)
    path, inspection = store.path, store.inspection
    with explained(path), store.lenient_text():
        integrity = _answer(path, lambda: integrity_faults(store.database))
        return Verification(
            integrity=integrity,
            chains=_answer(path, inspection.broken_chains),
            tables=[] if integrity else differing_tables(store.database, path),
            entries=_answer(path, inspection.unreadable_bodies),
            stations=_answer(path, inspection.odd_stations),
            seals=_answer(path, inspection.broken_seals),
            entry_count=store.journal.count(),
            station_count=len(store.journal.heads()),
        )


def _answer(path: Path, question: Callable[[], Iterable[str]]) -> list[str]:
    """Return the faults found; that a page cannot be read is one."""
    try:
        with explained(path):
            return list(question())
    except CheckinError as error:
        if error.code != "event-damaged":
            raise
        return ["cannot be read: the file is damaged"]


def rebuild(store: Store, operator: Operator) -> None:
    """Replace the tables by the fold of the journal."""
    require(store, operator, Action.SAFEKEEPING)
    with store.alone():
        rebuild_tables(store.database, store.path)


def backup(store: Store, operator: Operator, target: Path) -> None:
    """Write a checked copy of the open event.

    An existing file is replaced only if it is an earlier copy with nothing of its own in it, and
    only by a whole one.
    """
    require(store, operator, Action.SAFEKEEPING)
    _write_copy(store, target)


def rescue(store: Store, operator: Operator, target: Path) -> None:
    """Write a copy as `backup` does, whoever works here: the file itself may be gone."""
    permit(operator, Action.SCAN)
    _write_copy(store, target)


def _write_copy(store: Store, target: Path) -> None:
    refuse_in_rehearsal(store)
    if target.exists() and target.resolve() == store.path.resolve():
        raise CheckinError("same-file", path=target)
    if target.is_dir():
        raise CheckinError("is-a-folder", path=target)
    if not target.parent.is_dir():
        raise CheckinError("folder-missing", path=target.parent)
    if target.exists() and not is_older_copy(store.journal, store.event_id, target):
        raise CheckinError("not-a-backup-of-this", path=target)
    try:
        copy_database(store.database, target)
    except CheckinError as error:
        if error.code == "event-damaged":
            # It is the copy that was looked at, but the event that it is the fault of.
            raise CheckinError(error.code, path=store.path) from error
        raise


def restore(
    path: Path, source: Path, operator: Operator, book: StationBook, now: Now
) -> Path | None:
    """Put a checked backup in the place of the event at `path`; return where the old file went.

    The restored file goes on as a new station. A backup of another event is refused. A PIN is that
    of the event that is there, which can only be asked where it still opens.
    """
    permit(operator, Action.SAFEKEEPING)
    path = path.resolve()
    if path.exists() and source.exists() and path.samefile(source):
        raise CheckinError("same-file", path=source)
    check_wal(source, companion(source, "-wal"), lambda event: book.recall(event, source))
    event_id = check_whole(source)
    part = path.with_name(f"{path.name}.restored")
    try:
        copy_file(source, part)
        kept = _set_aside(path, event_id, operator, book, now) if path.exists() else None
        with explained(path):
            for end in _COMPANIONS:
                path.with_name(path.name + end).unlink(missing_ok=True)
            part.replace(path)
        book.memory(event_id, path).forget()
    finally:
        part.unlink(missing_ok=True)
    return kept


def _set_aside(path: Path, event_id: str, operator: Operator, book: StationBook, now: Now) -> Path:
    """Rename the file that is to be replaced, its WAL folded in if it still opens."""
    try:
        with Store.open(path, book, now) as old:
            if old.event_id != event_id:
                raise CheckinError("other-event", path=path)
            require(old, operator, Action.SAFEKEEPING)
    except CheckinError as error:
        if error.code in {"other-event", "event-newer", "event-busy", "pin-needed"}:
            raise
    stamp = datetime.fromtimestamp(now() / 1000, UTC).strftime("%Y%m%d-%H%M%S")
    kept = path.with_name(f"{path.stem}.before-restore-{stamp}{path.suffix}")
    with explained(path):
        path.replace(kept)
        for end in _COMPANIONS:
            companion = path.with_name(path.name + end)
            if companion.exists():
                companion.replace(kept.with_name(kept.name + end))
    return kept
