"""Turns what SQLite and the disk complain of into something a person can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee as pw

from checkin.errors import CheckinError

_CODES = {
    "SQLITE_FULL": "disk-full",
    "SQLITE_READONLY": "event-read-only",
    "SQLITE_BUSY": "event-busy",
    "SQLITE_LOCKED": "event-busy",
    "SQLITE_NOTADB": "not-an-event",
    "SQLITE_CORRUPT": "event-damaged",
    "SQLITE_IOERR": "disk-fault",
    "SQLITE_CANTOPEN": "cannot-open",
    "SQLITE_AUTH": "cannot-open",
    "SQLITE_PERM": "cannot-open",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise CheckinError naming `path` where SQLite or the file system fails for a known cause."""
    try:
        yield
    except (pw.DatabaseError, sqlite3.DatabaseError) as error:
        if code := _code(error):
            raise CheckinError(code, path=path) from error
        raise
    except PermissionError as error:
        raise CheckinError("no-permission", path=error.filename or path) from error
    except OSError as error:
        raise CheckinError(
            "file-fault", path=error.filename or path, why=error.strerror or str(error)
        ) from error


def _code(error: BaseException) -> str | None:
    """Look along the causes: Peewee may hide a full disk behind a rollback that failed."""
    cause: BaseException | None = error
    while cause:
        name = getattr(cause, "sqlite_errorname", "")
        for known, code in _CODES.items():
            if name == known or name.startswith(f"{known}_"):
                return code
        cause = cause.__cause__ or cause.__context__
    return None
