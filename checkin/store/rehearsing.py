"""Copies an event to be rehearsed on: by its very first bytes no event that anything else opens."""

import sqlite3
from contextlib import closing
from pathlib import Path

import peewee as pw

from checkin.store import database as files
from checkin.store.copying import Progress, copy_database
from checkin.store.faults import explained


def copy_to_rehearse(
    source: pw.SqliteDatabase, target: Path, progress: Progress | None = None
) -> None:
    """Write a whole copy of an open event to `target`, marked, or nothing, as `copy_database` does.

    The mark is in the file's header, where SQLite's own copies keep it and no entry carries it.
    """
    part = target.with_name(f"{target.name}.copy")
    try:
        copy_database(source, part, progress)
        with explained(part):
            with closing(sqlite3.connect(part)) as copy:
                copy.execute(f"PRAGMA application_id = {files.REHEARSAL_ID}")
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)
