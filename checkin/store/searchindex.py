"""Keeps the search index: the folded words of each attendee, in groups of three letters."""

from collections.abc import Collection, Iterable

import peewee as pw

from checkin.domain.text import search_words
from checkin.store.lookups import Row, rows_of

_WORDS = (
    "SELECT a.number, s.words, a.name IS NOT NULL AND a.removed IS NOT TRUE,"
    " a.name, a.given_name, a.family_name, o.name, a.email, a.registration"
    " FROM attendee a LEFT JOIN organisation o ON o.id = a.organisation"
    " LEFT JOIN search s ON s.rowid = a.number WHERE "
)
_INSERT = "INSERT INTO search (rowid, words) VALUES (?, ?)"
_UPDATE = "UPDATE search SET words = ? WHERE rowid = ?"
_DELETE = "DELETE FROM search WHERE rowid = ?"


class SearchIndex:
    """One row of words an attendee who is on the roster; none for one removed or not yet set."""

    def __init__(self, database: pw.SqliteDatabase) -> None:
        self._database = database

    def refresh_attendees(self, attendees: Collection[bytes]) -> None:
        """Index attendees anew."""
        self._refresh(rows_of(self._database, f"{_WORDS} a.id", attendees))

    def refresh_organisations(self, organisations: Collection[bytes]) -> None:
        """Index everybody of some organisations anew."""
        self._refresh(rows_of(self._database, f"{_WORDS} a.organisation", organisations))

    def _refresh(self, rows: Iterable[Row]) -> None:
        new, changed, gone = [], [], []
        for number, before, listed, *texts in rows:
            words = search_words(text for text in texts if text) if listed else None
            if words == before:
                continue
            if words is None:
                gone.append((number,))
            elif before is None:
                new.append((number, words))
            else:
                changed.append((words, number))
        connection = self._database.connection()
        connection.executemany(_DELETE, gone)
        connection.executemany(_UPDATE, changed)
        # FTS5 starts a new segment of its index whenever row numbers do not rise.
        connection.executemany(_INSERT, sorted(new))
