"""Keeps the search index: the folded words of each person, in groups of three letters."""

from collections import defaultdict
from collections.abc import Collection
from operator import itemgetter

import peewee as pw

from checkin.domain.text import search_words
from checkin.store.lookups import rows_of

_TEXTS = "a.name, a.given_name, a.family_name, o.name, a.email, a.registration"
_ORIGIN = "LEFT JOIN organisation o ON o.id = a.organisation"
_WORDS = (
    "SELECT a.number, a.id, s.words,"
    " a.name IS NOT NULL AND a.removed IS NOT TRUE AND a.person IS NULL,"
    f" {_TEXTS} FROM attendee a {_ORIGIN} LEFT JOIN search s ON s.rowid = a.number WHERE a.id"
)
# What other records of the same person say, to be taken in order of the records.
_OTHERS = f"SELECT a.person, a.id, {_TEXTS} FROM attendee a {_ORIGIN} WHERE a.person"
_OF_ORGANISATIONS = "SELECT id FROM attendee WHERE organisation"
_PEOPLE = "SELECT person FROM attendee WHERE person IS NOT NULL AND id"
_INSERT = "INSERT INTO search (rowid, words) VALUES (?, ?)"
_UPDATE = "UPDATE search SET words = ? WHERE rowid = ?"
_DELETE = "DELETE FROM search WHERE rowid = ?"


class SearchIndex:
    """One row of words a person who is on the roster; none for one removed or not yet set.

    What any of a person's records says finds them.
    """

    def __init__(self, database: pw.SqliteDatabase) -> None:
        self._database = database

    def refresh_attendees(self, records: Collection[bytes]) -> None:
        """Index anew the people whose records these are."""
        people = {*records, *(one for (one,) in rows_of(self._database, _PEOPLE, records))}
        others: defaultdict[bytes, list[str]] = defaultdict(list)
        for person, _, *texts in sorted(rows_of(self._database, _OTHERS, people), key=_BY_RECORD):
            others[person] += texts
        new, changed, gone = [], [], []
        for number, person, before, listed, *texts in rows_of(self._database, _WORDS, people):
            said = (text for text in (*texts, *others.get(person, ())) if text)
            words = search_words(said) if listed else None
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

    def refresh_organisations(self, organisations: Collection[bytes]) -> None:
        """Index everybody of some organisations anew."""
        records = rows_of(self._database, _OF_ORGANISATIONS, organisations)
        self.refresh_attendees({record for (record,) in records})


_BY_RECORD = itemgetter(1)
