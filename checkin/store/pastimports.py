"""Reads what was imported: which lists, what each said of whom, and what was there before."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

import peewee as pw

from checkin.domain.clock import milliseconds
from checkin.domain.entry import Kind, read_body
from checkin.domain.imports import ImportRecord
from checkin.domain.things import Fields
from checkin.domain.undoing import Story
from checkin.store.lookups import row_of, rows_of
from checkin.store.things import ThingTable

_RECORDS = (
    "SELECT i.id, i.clock, o.name, i.file, i.added, i.changed, i.rejected, i.undone"
    " FROM list_import i JOIN entry e ON e.id = i.entry JOIN station s ON s.number = i.entry >> 40"
    " LEFT JOIN operator o ON o.id = e.actor ORDER BY i.clock DESC, s.station DESC, i.entry DESC"
)
_RANGE = "SELECT entry - entries, entry - 1 FROM list_import WHERE id = ?"
_ABOUT = (
    "SELECT e.subject, e.body, e.id BETWEEN ?1 AND ?2"
    " FROM entry e JOIN station s ON s.number = e.station_number"
    " WHERE e.subject IN (SELECT subject FROM entry WHERE id BETWEEN ?1 AND ?2 AND kind = ?3)"
    " AND e.kind = ?3 AND e.kind NOT IN ('check-in.recorded', 'check-in.annulled')"
    " ORDER BY e.subject, e.clock, s.station, e.id"
)
_REMOVED = "SELECT id FROM attendee WHERE removed IS TRUE AND NOT erased"
_SEEN = "SELECT DISTINCT attendee FROM standing"


class PastImports:
    """The imports of an event, whichever station they were made at."""

    def __init__(self, database: pw.SqliteDatabase) -> None:
        self._database = database

    def records(self) -> list[ImportRecord]:
        """Return every import, the latest first."""
        rows = self._database.connection().execute(_RECORDS).fetchall()
        return [
            ImportRecord(
                id=identity.hex(),
                at=milliseconds(clock),
                operator=operator or "",
                file=file,
                added=added,
                changed=changed,
                rejected=rejected,
                undone=bool(undone),
            )
            for identity, clock, operator, file, added, changed, rejected, undone in rows
        ]

    def stories(self, identity: str, kind: str) -> Iterator[tuple[str, Story]]:
        """Yield the things of `kind` that an import spoke of: their id, and what became of them."""
        span = row_of(self._database, _RANGE, (bytes.fromhex(identity),))
        rows = self._database.connection().execute(_ABOUT, (*(span or (0, 0)), kind))
        for subject, about in groupby(rows, key=itemgetter(0)):
            bodies = ((read_body(body), bool(imported)) for _, body, imported in about)
            yield subject.hex(), Story.of(kind, bodies)

    def removed_people(self) -> dict[str, Fields]:
        """Return the people who were taken off the roster, and the fields they had."""
        table = ThingTable(Kind.ATTENDEE_SET)
        removed = [row[0] for row in self._database.connection().execute(_REMOVED)]
        rows = rows_of(self._database, table.select, removed)
        return {row[0].hex(): table.fields(row) for row in rows}

    def people_seen(self) -> set[str]:
        """Return the ids of everybody with a check-in that counts, on any list."""
        return {attendee.hex() for (attendee,) in self._database.connection().execute(_SEEN)}
