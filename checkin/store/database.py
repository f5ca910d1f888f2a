"""Opens an event file: is it ours, is it whole, is it of this version; with every safety on."""

import os
import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from pathlib import Path

import peewee as pw
from playhouse.migrations import Migration, Runner

from checkin.errors import CheckinError
from checkin.store.faults import explained

APPLICATION_ID = 0x43484B4E
# Of a copy to practise on: no other version takes it for an event either.
REHEARSAL_ID = 0x43484B52
MIGRATIONS = Path(__file__).parent / "migrations"

_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID_AT = 68
_HEADER = 100
_PRAGMAS: dict[str, int] = {
    "recursive_triggers": 1,
    "secure_delete": 1,
    "synchronous": 2,
    "wal_autocheckpoint": 0,
    "foreign_keys": 0,
    "trusted_schema": 0,
    "cache_size": -65536,
}
_MACOS_PRAGMAS = {"fullfsync": 1, "checkpoint_fullfsync": 1}
_BUSY_SECONDS = 30.0


def check_is_event(path: Path, *, rehearsal: bool = False) -> None:
    """Raise CheckinError, touching nothing, unless `path` is an event file by its first bytes.

    With `rehearsal`, unless it is a copy to practise on, which is no event in any other sense.
    """
    with explained(path):
        if not path.exists():
            raise CheckinError("event-missing", path=path)
        if not path.is_file():
            raise CheckinError("not-an-event", path=path)
        if not path.stat().st_size:
            raise CheckinError("event-empty", path=path)
        application_id = _application_id_in_use(path) or _application_id(path)
    wanted, other = APPLICATION_ID, REHEARSAL_ID
    if rehearsal:
        wanted, other = other, wanted
    if application_id == other:
        raise CheckinError("rehearsal-apart", path=path)
    if application_id != wanted:
        raise CheckinError("not-an-event", path=path)


def _application_id_in_use(path: Path) -> int | None:
    """Ask SQLite, if the file may be open in this process.

    Closing a file of our own would let go of the locks that another connection of this process
    holds on it (POSIX), and what that commits next could go into a WAL that is deleted since.
    """
    if not companion(path, "-shm").exists():
        return None
    with suppress(sqlite3.OperationalError), closing(_look(path)) as connection:
        (found,) = connection.execute("PRAGMA application_id").fetchone()
        return int(found)
    return None


def _look(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _application_id(path: Path) -> int | None:
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        return None
    return int.from_bytes(header[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4])


def place_of(path: Path) -> tuple[int, int] | None:
    """Return what tells the file at `path` from any other, None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def can_write(path: Path) -> bool:
    """Tell whether the file and the folder that its WAL needs can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def companion(path: Path, end: str) -> Path:
    """Return the file that lies beside an event file, also where `path` is a link to it."""
    file = path.resolve()
    return file.with_name(file.name + end)


def connect(path: Path, *, writable: bool) -> pw.SqliteDatabase:
    """Return an open connection with every pragma set and read back."""
    database = pw.SqliteDatabase(
        f"{path.resolve().as_uri()}?{_mode(path, writable)}",
        uri=True,
        autoconnect=False,
        timeout=_BUSY_SECONDS,
        pragmas=_PRAGMAS | _MACOS_PRAGMAS,
    )
    with explained(path):
        database.connect()
        _read_back(database)
    return database


def begin_writing(database: pw.SqliteDatabase, path: Path) -> None:
    """Make an event file ready to be written, once it is known to be one of this version."""
    with explained(path):
        path.chmod(0o600)
        database.execute_sql("PRAGMA journal_mode = wal")


def _mode(path: Path, writable: bool) -> str:
    """Choose how to open; a closed file where no WAL can be made is read as it lies."""
    if writable:
        return "mode=rw"
    wal, shared = companion(path, "-wal"), companion(path, "-shm")
    in_use = wal.exists() and (wal.stat().st_size or shared.exists())
    return "mode=ro" if in_use else "mode=ro&immutable=1"


def _read_back(database: pw.SqliteDatabase) -> None:
    for name, wanted in _PRAGMAS.items():
        (value,) = database.execute_sql(f"PRAGMA {name}").fetchone()
        if value != wanted:
            raise RuntimeError(f"SQLite did not take {name}={wanted}")


def create(path: Path) -> pw.SqliteDatabase:
    """Return a connection to a new, empty event file with the newest schema."""
    with explained(path):
        path.touch(mode=0o600)
        database = connect(path, writable=True)
        begin_writing(database, path)
        database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        build_schema(database)
    return database


def build_schema(
    database: pw.SqliteDatabase, migrations: Path = MIGRATIONS, lacking: Collection[str] = ()
) -> None:
    """Take every step the database lacks; each shares a transaction with the note that it ran.

    `lacking` are the last ones, to be left out for the schema of an older version.
    """
    runner = Runner(database, str(migrations))
    runner.up(max(step.name for step in runner.status() if step.name not in lacking))


def pending(database: pw.SqliteDatabase, path: Path, migrations: Path) -> list[Migration]:
    """Return the schema steps this file lacks; raise CheckinError if it is of a newer version."""
    with explained(path):
        steps = Runner(database, str(migrations)).status()
    if any(step.path is None for step in steps):
        raise CheckinError("event-newer", path=path)
    if not any(step.applied for step in steps):
        raise CheckinError("event-damaged", path=path)
    return [step for step in steps if not step.applied]
