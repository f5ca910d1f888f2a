"""Folds the entries about imports: what was taken in, from which list, and what was undone."""

from collections.abc import Sequence

import peewee as pw

from checkin.domain.entry import Entry, read_body
from checkin.domain.things import is_integer
from checkin.store.journal import Journal
from checkin.store.lookups import Row, rows_of

_KNOWN = "SELECT id, clock, entry FROM list_import WHERE entry IS NOT NULL AND id"
_REMEMBER = (
    "INSERT INTO list_import (id, clock, entry, file, entries, added, changed, rejected, undone)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (id) DO UPDATE SET"
    " clock = excluded.clock, entry = excluded.entry, file = excluded.file,"
    " entries = excluded.entries, added = excluded.added, changed = excluded.changed,"
    " rejected = excluded.rejected"
)
_UNDO = (
    "INSERT INTO list_import (id, undone) VALUES (?, 1) ON CONFLICT (id) DO UPDATE SET undone = 1"
)
_COUNTS = ("added", "changed", "rejected")


class ImportFold:
    """Keeps list_import. An undone import stays so, even if that is heard before the import."""

    def __init__(self, database: pw.SqliteDatabase, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def remember(self, entries: Sequence[Entry]) -> None:
        """Fold `list.imported`; should two ever have one id, the earlier keeps it."""
        rows = [self._row(entry) for entry in entries]
        known = rows_of(self._database, _KNOWN, {row[0] for row in rows})
        earliest = {identity: (clock, entry) for identity, clock, entry in known}
        kept: dict[bytes, Row] = {}
        for row in rows:
            there = earliest.get(row[0])
            if there is None or self._order(row[1:3]) < self._order(there):
                earliest[row[0]], kept[row[0]] = (row[1], row[2]), row
        self._database.connection().executemany(_REMEMBER, list(kept.values()))

    def undo(self, entries: Sequence[Entry]) -> None:
        """Fold `import.undone`."""
        undone = [(bytes.fromhex(entry.subject),) for entry in entries]
        self._database.connection().executemany(_UNDO, undone)

    def _row(self, entry: Entry) -> Row:
        body = read_body(entry.body)
        file = body.get("file")
        counts = [n if is_integer(n := body.get(name)) else 0 for name in _COUNTS]
        entries = body.get("entries")
        return (
            bytes.fromhex(entry.subject),
            entry.clock,
            self._journal.id_of(entry.station, entry.seq),
            file if isinstance(file, str) else "",
            entries if is_integer(entries) and 0 <= entries < entry.seq else 0,
            *counts,
        )

    def _order(self, said: Row) -> tuple[int, str, int]:
        clock, entry = said
        return self._journal.order_of(entry, clock)
