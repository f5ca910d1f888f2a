"""Finds out whether the WAL beside an event file is its own, before SQLite mixes the two.

SQLite does not ask: it would show the other file's pages as ours, and write them over ours.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from checkin.errors import CheckinError

_SEQ_BITS = 40
_EVENT = "SELECT value FROM meta WHERE name = 'event'"
_STATIONS = "SELECT number FROM station"
_HEAD = "SELECT id, digest FROM entry WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1"
_ENTRY = "SELECT id, digest FROM entry WHERE id = ?"

Row = tuple[object, ...]


def check_wal(path: Path, wal: Path) -> None:
    """Raise CheckinError("wal-strange") if `wal` belongs to another file, or to another state of
    this one: through a WAL of its own, every entry the file holds without it is still there.
    """
    if not wal.exists() or not wal.stat().st_size:
        return
    uri = path.resolve().as_uri()
    try:
        # Another process may be writing; what it has appended does not change any more.
        with closing(sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True)) as alone:
            event, heads = alone.execute(_EVENT).fetchone(), _heads(alone)
    except sqlite3.DatabaseError:
        return
    try:
        with closing(sqlite3.connect(f"{uri}?mode=ro", uri=True)) as joined:
            same = joined.execute(_EVENT).fetchone() == event
            same &= all(joined.execute(_ENTRY, head[:1]).fetchone() == head for head in heads)
    except sqlite3.OperationalError:
        return
    except sqlite3.DatabaseError:
        same = False
    if not same:
        raise CheckinError("wal-strange", path=path, wal=wal)


def _heads(connection: sqlite3.Connection) -> list[Row]:
    """Return the id and digest of each station's last entry."""
    numbers = [number for (number,) in connection.execute(_STATIONS)]
    ranges = [(number << _SEQ_BITS, (number + 1 << _SEQ_BITS) - 1) for number in numbers]
    rows = (connection.execute(_HEAD, ends).fetchone() for ends in ranges)
    return [row for row in rows if row]
