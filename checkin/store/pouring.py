"""Carries what was folded in a scratch over into the event, a statement a table."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from checkin.store.tail import Tail

_ENTRIES_AT_ONCE = 10_000
_ENTRIES = (
    "INSERT INTO main.entry (id, kind, subject, clock, actor, body, digest)"
    " SELECT ?1 + seq, kind, subject, ?2 + seq, ?3, body,"
    " sealed(kind, subject, body_digest)"
    " FROM scratch.draft WHERE seq > ?4 AND seq <= ?5 ORDER BY seq"
)
_BADGES = (
    "INSERT INTO main.badge (number, attendee, issue, revoked, clock, entry)"
    " SELECT number, attendee, issue, revoked, clock + ?1, entry + ?2 FROM scratch.badge"
)
SCANNED_BEFORE = (
    "SELECT number, attendee FROM scratch.badge b"
    " WHERE EXISTS (SELECT 1 FROM main.check_in c WHERE c.badge = b.number)"
)
_WORDS_GONE = (
    "DELETE FROM main.search WHERE rowid IN"
    " (SELECT number FROM scratch.attendee WHERE number <= ?1"
    " EXCEPT SELECT rowid FROM scratch.search)"
)
_WORDS_CHANGED = (
    "SELECT s.words, s.rowid FROM scratch.search s JOIN main.search m ON m.rowid = s.rowid"
    " WHERE s.rowid <= ?1 AND s.words <> m.words"
)
_CHANGE_WORDS = "UPDATE main.search SET words = ? WHERE rowid = ?"
_WORDS_BACK = (
    "SELECT s.rowid, s.words FROM scratch.search s LEFT JOIN main.search m ON m.rowid = s.rowid"
    " WHERE s.rowid <= ?1 AND m.rowid IS NULL ORDER BY s.rowid"
)
_PUT_WORDS = "INSERT INTO main.search (rowid, words) VALUES (?, ?)"
_WORDS_NEW = (
    "INSERT INTO main.search (rowid, words)"
    " SELECT rowid, words FROM scratch.search WHERE rowid > ?1 ORDER BY rowid"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the first entry stands, by id and clock, in the event and in the scratch.

    `last_number` is the number of the last person in the event before.
    """

    first_id: int
    first_clock: int
    scratch_id: int
    scratch_clock: int
    last_number: int

    @property
    def shift(self) -> tuple[int, int]:
        """How much later clocks, and how much higher ids, are in the event."""
        return self.first_clock - self.scratch_clock, self.first_id - self.scratch_id


def pour_entries(
    event: sqlite3.Connection, tail: Tail, place: Place, count: int, told: Callable[[int], None]
) -> None:
    """Append the drafts to the journal; `told` hears how many are in, now and then."""

    def sealed(kind: str, subject: bytes, body_digest: bytes) -> bytes:
        _, _, digest = tail.add(kind, subject.hex(), body_digest.hex())
        return bytes.fromhex(digest)

    event.create_function("sealed", 3, sealed)
    before = place.first_id - 1, place.first_clock - 1, bytes.fromhex(tail.actor)
    for done in range(0, count, _ENTRIES_AT_ONCE):
        event.execute(_ENTRIES, (*before, done, done + _ENTRIES_AT_ONCE))
        told(min(done + _ENTRIES_AT_ONCE, count))
    event.create_function("sealed", 3, None)


def pour_rows(event: sqlite3.Connection, place: Place) -> None:
    """Put the folded rows into the tables, where they replace what was there."""
    for table in ("organisation", "attendee"):
        event.execute(_upsert(event, table), (*place.shift, place.scratch_id))
    event.execute(_BADGES, place.shift)


def pour_words(event: sqlite3.Connection, place: Place) -> None:
    """Bring the search index up to date."""
    last = (place.last_number,)
    event.execute(_WORDS_GONE, last)
    event.executemany(_CHANGE_WORDS, event.execute(_WORDS_CHANGED, last).fetchall())
    event.executemany(_PUT_WORDS, event.execute(_WORDS_BACK, last).fetchall())
    event.execute(_WORDS_NEW, last)


def _upsert(event: sqlite3.Connection, table: str) -> str:
    columns = [row[1] for row in event.execute(f"PRAGMA main.table_info({table})")]
    moved = {"clock": "clock + ?1", "entry": "entry + ?2"}
    taken = ", ".join(moved.get(name, name) for name in columns)
    kept = ", ".join(
        f"{name} = excluded.{name}" for name in columns if name not in {"id", "number"}
    )
    return (
        f"INSERT INTO main.{table} ({', '.join(columns)}) SELECT {taken} FROM scratch.{table}"
        f" WHERE entry >= ?3 ON CONFLICT (id) DO UPDATE SET {kept}"
    )
