"""Reads who met whom."""

from collections.abc import Iterator
from dataclasses import dataclass

import peewee as pw

from checkin.store.lookups import row_of

# Whoever was merged since is another record's person by now.
_MET = (
    "SELECT coalesce(a.person, m.one), coalesce(b.person, m.other), m.at FROM meeting m"
    " LEFT JOIN attendee a ON a.id = m.one LEFT JOIN attendee b ON b.id = m.other"
    " WHERE m.removed IS NOT TRUE AND m.one IS NOT NULL AND m.other IS NOT NULL ORDER BY m.at"
)
_STANDING = "SELECT removed IS NOT TRUE FROM meeting WHERE id = ? AND one IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who met, by id, and when (Unix ms)."""

    one: str
    other: str
    at: int


def pairs_met(database: pw.SqliteDatabase) -> Iterator[Pair]:
    """Yield each two people who met once, the earliest first."""
    seen: set[frozenset[bytes]] = set()
    for one, other, at in database.execute_sql(_MET).fetchall():
        pair = frozenset((one, other))
        if len(pair) == 2 and pair not in seen:
            seen.add(pair)
            yield Pair(one.hex(), other.hex(), at or 0)


def stands(database: pw.SqliteDatabase, meeting: str) -> bool:
    """Tell whether a meeting was recorded, by its id, and not taken back."""
    row = row_of(database, _STANDING, (bytes.fromhex(meeting),))
    return bool(row and row[0])
