"""Brings an event file of an older version up to date, after putting a copy beside it."""

from pathlib import Path

import peewee as pw

from checkin.store import database as files
from checkin.store.copying import copy_database
from checkin.store.faults import explained
from checkin.store.lockfile import LockFile
from checkin.store.rebuilding import rebuild_tables


def bring_up_to_date(connection: pw.SqliteDatabase, path: Path, migrations: Path) -> None:
    """Take the pending steps while no other process writes; whoever comes second finds none."""
    lock = LockFile(files.companion(path, "-lock"))
    try:
        with explained(path), lock.held():
            if files.pending(connection, path, migrations):
                copy = path.with_name(f"{path.stem}.before-update{path.suffix}")
                copy_database(connection, copy)
                with connection.atomic("IMMEDIATE"):
                    files.build_schema(connection, migrations)
                    rebuild_tables(connection, path)
    finally:
        lock.close()
