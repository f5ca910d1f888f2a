"""Copies event files through SQLite itself, and tells whether one is whole."""

import sqlite3
from collections.abc import Callable, Collection
from contextlib import closing
from pathlib import Path

import peewee as pw

from checkin.errors import CheckinError
from checkin.store import database as files
from checkin.store.faults import explained
from checkin.store.journal import Head, Journal

Progress = Callable[[int, int], bool]
"""Hears how much of how much is copied, and answers whether to go on."""

# 16 MB: a tenth of a second between two chances to cancel.
_PAGES_A_STEP = 4_000


def copy_database(
    source: pw.SqliteDatabase, target: Path, progress: Progress | None = None
) -> None:
    """Write a whole copy of an open event to `target`, checked by opening it, or nothing.

    A plain copy of an open file would miss what is still in its WAL. CheckinError("canceled") where
    `progress` says not to go on.
    """
    part = target.with_name(f"{target.name}.part")
    with explained(target):
        try:
            part.unlink(missing_ok=True)
            part.touch(mode=0o600)
            with closing(sqlite3.connect(part)) as copy:
                if progress:
                    heard = _stopping(progress)
                    source.connection().backup(copy, pages=_PAGES_A_STEP, progress=heard)
                else:
                    source.connection().backup(copy)
                copy.execute("PRAGMA journal_mode = delete")
            check_whole(part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def _stopping(progress: Progress) -> Callable[[int, int, int], None]:
    def heard(_status: int, left: int, total: int) -> None:
        if not progress(total - left, total):
            raise CheckinError("canceled")

    return heard


def copy_file(source: Path, target: Path) -> None:
    """Write a whole copy of an event file, which may be of an older version, to `target`."""
    connection = files.connect(source, writable=False)
    try:
        copy_database(connection, target)
    finally:
        connection.close()


def check_whole(path: Path) -> str:
    """Return the event id of a sound event file; raise CheckinError naming what is wrong."""
    files.check_is_event(path)
    connection = files.connect(path, writable=False)
    try:
        with explained(path):
            lacking = {step.name for step in files.pending(connection, path, files.MIGRATIONS)}
            if faults := integrity_faults(connection):
                raise CheckinError("event-damaged", path=path, why=faults[0])
            if foreign := _foreign_objects(connection, lacking):
                raise CheckinError("foreign-objects", path=path, names=", ".join(foreign))
            row = connection.execute_sql("SELECT value FROM meta WHERE name = 'event'").fetchone()
            if row is None:
                raise CheckinError("event-damaged", path=path)
            return bytes(row[0]).hex()
    finally:
        connection.close()


def is_older_copy(journal: Journal, event: str, target: Path) -> bool:
    """Tell whether `target` is a sound file of the same event with nothing that `journal` lacks."""
    try:
        if check_whole(target) != event:
            return False
    except CheckinError:
        return False
    heads = _heads_in(target, event)
    return all(
        journal.digest_at(station, head.seq) == head.digest for station, head in heads.items()
    )


def holds_heads(journal: Journal, event: str, copy: Path) -> bool:
    """Tell whether a copy ends where `journal` does; one that cannot be read does not."""
    try:
        with explained(copy):
            return _heads_in(copy, event) == journal.heads()
    except CheckinError:
        return False


def _heads_in(path: Path, event: str) -> dict[str, Head]:
    connection = files.connect(path, writable=False)
    try:
        return Journal(connection, event).heads()
    finally:
        connection.close()


def integrity_faults(connection: pw.SqliteDatabase) -> list[str]:
    """Return what SQLite's own check finds wrong, nothing for a sound file."""
    rows = connection.execute_sql("PRAGMA integrity_check(5)").fetchall()
    return [text for (text,) in rows if text != "ok"]


def _foreign_objects(connection: pw.SqliteDatabase, lacking: Collection[str]) -> list[str]:
    """Return the triggers, views and tables that are not as the file's version made them.

    Of an older version it lacks some schema steps.
    """
    plain = pw.SqliteDatabase(":memory:")
    with closing(plain):
        files.build_schema(plain, lacking=lacking)
        ours = _objects(plain)
    theirs = _objects(connection)
    strange = {name for name, sql in theirs.items() if ours.get(name) != sql}
    gone = {f"no {name}" for name in ours.keys() - theirs.keys()}
    return sorted(strange | gone)


def _objects(connection: pw.SqliteDatabase) -> dict[str, str]:
    rows = connection.execute_sql(
        "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ).fetchall()
    return dict(rows)
