"""Folds photos: of each record of a person the one that was set last."""

from collections.abc import Collection, Sequence

import peewee as pw

from checkin.domain.entry import Entry, read_body
from checkin.store.journal import Journal
from checkin.store.lookups import Row, row_of, rows_of
from checkin.store.persons import RECORDS
from checkin.store.pictures import picture_bytes
from checkin.store.winning import winning

_KNOWN = "SELECT id, clock, entry FROM photo WHERE id"
_PUT = (
    "INSERT INTO photo (id, data, clock, entry) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET data = excluded.data, clock = excluded.clock,"
    " entry = excluded.entry"
)
_FORGET = "DELETE FROM photo WHERE id = ?"
# A person's own goes before that of another record of theirs, a later one before an earlier.
_OF_PERSON = (
    f"SELECT id, data FROM photo WHERE id IN {RECORDS} AND data IS NOT NULL"
    " ORDER BY id = ?1 DESC, clock DESC"
)
_PICTURED = "SELECT id FROM photo WHERE data IS NOT NULL"
_ANY = "SELECT 1 FROM photo WHERE data IS NOT NULL LIMIT 1"


class PhotoFold:
    """Keeps the photo table, by record so that erasure finds a person's rows."""

    def __init__(self, database: pw.SqliteDatabase, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def set(self, entries: Sequence[Entry]) -> None:
        """Fold `photo.set`; the latest word stands, one that is no picture is left out."""
        rows = [row for entry in entries if (row := self._row(entry))]
        known = rows_of(self._database, _KNOWN, {row[0] for row in rows})
        won = winning(self._journal, rows, known, latest=True)
        self._database.connection().executemany(_PUT, won)

    def forget(self, subjects: Collection[str]) -> None:
        """Leave nothing of those who were erased."""
        rows = [(bytes.fromhex(subject),) for subject in subjects]
        self._database.connection().executemany(_FORGET, rows)

    def _row(self, entry: Entry) -> Row | None:
        body = read_body(entry.body)
        data = picture_bytes(body.get("data"))
        if data is None and body.get("data", "") is not None:
            return None
        entry_id = self._journal.id_of(entry.station, entry.seq)
        return bytes.fromhex(entry.subject), data, entry.clock, entry_id


def photos_of(database: pw.SqliteDatabase, person: str) -> list[tuple[str, bytes]]:
    """Return the photos of a person by record, the one to show first."""
    rows = database.connection().execute(_OF_PERSON, (bytes.fromhex(person),))
    return [(record.hex(), data) for record, data in rows]


def any_photo(database: pw.SqliteDatabase) -> bool:
    """Tell whether anybody has a photo."""
    return row_of(database, _ANY) is not None


def pictured(database: pw.SqliteDatabase) -> set[str]:
    """Return the ids of the records that have a photo."""
    return {record.hex() for (record,) in database.connection().execute(_PICTURED)}
