"""Finds out whether the WAL beside an event file is its own, before SQLite mixes the two.

SQLite does not ask: it would show the other file's pages as ours, and write them over ours.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from checkin.errors import CheckinError
from checkin.store.stations import Mark

_SEQ_BITS = 40
_EVENT = "SELECT value FROM meta WHERE name = 'event'"
_STATIONS = "SELECT number FROM station"
_HEAD = "SELECT id, digest FROM entry WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1"
_ENTRY = "SELECT id, digest FROM entry WHERE id = ?"
_MARKED = (
    "SELECT 1 FROM station s JOIN entry e ON e.id = (s.number << 40 | ?)"
    " WHERE s.station = ? AND e.digest = ?"
)

Row = tuple[object, ...]


def check_wal(path: Path, wal: Path, remembered: Callable[[str], Mark | None]) -> None:
    """Raise CheckinError("wal-strange") if `wal` belongs to another file or state of this one.

    `remembered` gives, for an event, the last entry that this installation wrote at `path`: if
    it is there, all is well. Else each entry the file holds without its WAL must be there too.
    """
    if not wal.exists() or not wal.stat().st_size:
        return
    try:
        with _looking_at(path, "mode=ro") as joined:
            event = joined.execute(_EVENT).fetchone()
            mark = remembered(event[0].hex()) if event else None
            whole = bool(mark and _holds(joined, mark)) or _continues(path, event, joined)
    except sqlite3.OperationalError:
        return  # Not to be read like this just now: opening it will say why.
    except sqlite3.DatabaseError:
        whole = False
    if not whole:
        raise CheckinError("wal-strange", path=path, wal=wal)


@contextmanager
def _looking_at(path: Path, how: str) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?{how}", uri=True)) as connection:
        yield connection


def _holds(connection: sqlite3.Connection, mark: Mark) -> bool:
    wanted = mark.seq, bytes.fromhex(mark.station), bytes.fromhex(mark.digest)
    return connection.execute(_MARKED, wanted).fetchone() is not None


def _continues(path: Path, event: Row, joined: sqlite3.Connection) -> bool:
    """Tell whether the file's own event and entries are all found through the WAL.

    Another process may be writing meanwhile; what it has appended does not change any more.
    """
    try:
        with _looking_at(path, "mode=ro&immutable=1") as alone:
            same = alone.execute(_EVENT).fetchone() == event
            heads = _heads(alone)
    except sqlite3.DatabaseError:
        return True  # The file itself is damaged: that is for opening it to say.
    return same and all(joined.execute(_ENTRY, head[:1]).fetchone() == head for head in heads)


def _heads(connection: sqlite3.Connection) -> list[Row]:
    """Return the id and digest of each station's last entry."""
    numbers = [number for (number,) in connection.execute(_STATIONS)]
    ranges = [(number << _SEQ_BITS, (number + 1 << _SEQ_BITS) - 1) for number in numbers]
    rows = (connection.execute(_HEAD, ends).fetchone() for ends in ranges)
    return [row for row in rows if row]
