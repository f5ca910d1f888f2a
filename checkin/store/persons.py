"""Keeps whose each record is: several may be of one person, and any of their badges is theirs.

A record that is `same_as` another is followed from one to the next. The person is the last of them
who is on the roster; where none is, the last of all. So nobody is lost from sight when a record
that others point to is removed elsewhere, or is not here yet.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

import peewee as pw

from checkin.store.lookups import Row, row_of, rows_of

# The records of the person ?1; none for a record that is another person's.
RECORDS = (
    "(SELECT id FROM attendee WHERE person = ?1 UNION ALL SELECT ?1 WHERE NOT EXISTS"
    " (SELECT 1 FROM attendee WHERE id = ?1 AND person IS NOT NULL))"
)
_ANY = (
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM attendee WHERE same_as IS NOT NULL)"
    " OR EXISTS (SELECT 1 FROM attendee WHERE person IS NOT NULL)"
)
_POINTING = "SELECT id FROM attendee WHERE same_as"
_KNOWN = "SELECT id, person FROM attendee WHERE id"
_LINK = "SELECT same_as, name IS NOT NULL AND removed IS NOT TRUE FROM attendee WHERE id = ?"
_PERSON = "SELECT person FROM attendee WHERE id = ? AND person IS NOT NULL"
_MOVE = "UPDATE attendee SET person = ? WHERE id = ?"


class Moved(NamedTuple):
    """A record, whose it was, and whose it is now."""

    record: bytes
    before: bytes
    after: bytes


def person_of(database: pw.SqliteDatabase, record: bytes) -> bytes:
    """Return whose a record is."""
    row = row_of(database, _PERSON, (record,))
    return bytes(row[0]) if row else record


def records_of(database: pw.SqliteDatabase, person: bytes) -> list[bytes]:
    """Return the records of a person, their own among them, in order of id."""
    rows = database.connection().execute(RECORDS[1:-1], (person,))
    return sorted(bytes(record) for (record,) in rows)


class PersonFold:
    """Keeps `person` in the table of attendees."""

    def __init__(self, database: pw.SqliteDatabase) -> None:
        self._database = database

    def settle(self, changed: Collection[bytes]) -> list[Moved]:
        """Find out anew whose the records are that changed or lead there; return who moved."""
        if not row_of(self._database, _ANY):
            return []
        links: dict[bytes, Row | None] = {}
        moved = []
        known = rows_of(self._database, _KNOWN, self._leading_to(changed))
        for record, person in sorted(known):
            after = self._followed(record, links)
            if after != (person or record):
                moved.append(Moved(record, person or record, after))
        self._database.connection().executemany(
            _MOVE, [(None if one.after == one.record else one.after, one.record) for one in moved]
        )
        return moved

    def _leading_to(self, changed: Iterable[bytes]) -> set[bytes]:
        found = new = set(changed)
        while new:
            new = {record for (record,) in rows_of(self._database, _POINTING, new)} - found
            found = found | new
        return found

    def _followed(self, record: bytes, links: dict[bytes, Row | None]) -> bytes:
        """Follow the links, each of which leads to a smaller id; `links` are those looked up."""
        end, there = record, None
        following: bytes | None = record
        while following:
            end = following
            if end not in links:
                links[end] = row_of(self._database, _LINK, (end,))
            following, is_there = links[end] or (None, False)
            there = end if is_there else there
        return there or end
