"""Folds pictures: the bytes of each, under the id that other things name it by."""

import binascii
from base64 import b64decode
from collections.abc import Collection, Sequence

import peewee as pw

from checkin.domain.entry import Entry, read_body
from checkin.store.journal import Journal
from checkin.store.lookups import Row, rows_of
from checkin.store.winning import winning

_KNOWN = "SELECT id, clock, entry FROM picture WHERE id"
_PUT = (
    "INSERT INTO picture (id, media, data, clock, entry) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET media = excluded.media, data = excluded.data,"
    " clock = excluded.clock, entry = excluded.entry"
)
_DATA = "SELECT id, data FROM picture WHERE id"
_FORGET = "DELETE FROM picture WHERE id = ?"


class PictureFold:
    """Keeps the picture table: a picture never changes, the first word under an id stands."""

    def __init__(self, database: pw.SqliteDatabase, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def add(self, entries: Sequence[Entry]) -> None:
        """Fold `picture.added`; one that is none, as a later version may write, is left out."""
        rows = [row for entry in entries if (row := self._row(entry))]
        known = rows_of(self._database, _KNOWN, {row[0] for row in rows})
        won = winning(self._journal, rows, known, latest=False)
        self._database.connection().executemany(_PUT, won)

    def forget(self, subjects: Collection[str]) -> None:
        """Leave nothing of those who were erased."""
        rows = [(bytes.fromhex(subject),) for subject in subjects]
        self._database.connection().executemany(_FORGET, rows)

    def _row(self, entry: Entry) -> Row | None:
        body = read_body(entry.body)
        media, data = body.get("media"), picture_bytes(body.get("data"))
        if not isinstance(media, str) or data is None:
            return None
        entry_id = self._journal.id_of(entry.station, entry.seq)
        return bytes.fromhex(entry.subject), media, data, entry.clock, entry_id


def picture_bytes(text: object) -> bytes | None:
    """Return the bytes of a picture that a body holds as Base64, None where it holds none."""
    try:
        return b64decode(text, validate=True) if isinstance(text, str) else None
    except (binascii.Error, ValueError):
        return None


def pictures_of(database: pw.SqliteDatabase, pictures: Collection[str]) -> dict[str, bytes]:
    """Return the bytes of those pictures that are here, by id."""
    found = rows_of(database, _DATA, [bytes.fromhex(one) for one in sorted(pictures)])
    return {identity.hex(): data for identity, data in found}
