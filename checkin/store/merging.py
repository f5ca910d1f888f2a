"""Reads what merging asks: what each record says, which were merged into which, who is apart."""

import json

import peewee as pw

from checkin.domain.entry import Entry, Kind, read_body
from checkin.domain.merging import MERGED
from checkin.domain.things import APART, SAME_AS, Fields, fold
from checkin.domain.undoing import Story
from checkin.store.journal import Journal
from checkin.store.lookups import rows_of
from checkin.store.persons import person_of
from checkin.store.things import ThingTable

_APART = "SELECT id, extra FROM attendee WHERE instr(extra, ?)"
_SURVIVORS = "SELECT DISTINCT person FROM attendee WHERE person IS NOT NULL"


class Merging:
    """Look-ups for merging people, keeping them apart, and taking either back."""

    def __init__(self, database: pw.SqliteDatabase, journal: Journal) -> None:
        self._database = database
        self._journal = journal
        self._table = ThingTable(Kind.ATTENDEE_SET)

    def fields(self, record: str) -> Fields:
        """Return what one record says; nothing of one not known here."""
        rows = rows_of(self._database, self._table.select, [bytes.fromhex(record)])
        return next((self._table.fields(row) for row in rows), {})

    def own_fields(self, record: str) -> Fields:
        """Return what one record would say had nothing been merged with it."""
        bodies = (read_body(entry.body) for entry in self._about(record))
        return fold(Kind.ATTENDEE_SET, (body for body in bodies if MERGED not in body))

    def survivors(self) -> set[str]:
        """Return the people who have more than one record."""
        rows = self._database.connection().execute(_SURVIVORS)
        return {person.hex() for (person,) in rows}

    def merged_at(self, record: str) -> tuple[int, str, int]:
        """Return when a record was last said to be the same as another, as entries are ordered."""
        orders = [one.order for one in self._about(record) if read_body(one.body).get(SAME_AS)]
        return max(orders, default=(0, "", 0))

    def story(self, person: str, record: str) -> Story:
        """Return what became of what the last merger with `record` gave a person."""
        entries = self._about(person)
        bodies = [read_body(entry.body) for entry in entries]
        last = max((at for at, body in enumerate(bodies) if body.get(MERGED) == record), default=-1)
        told = ((body, at == last) for at, body in enumerate(bodies))
        return Story.of(Kind.ATTENDEE_SET, told)

    def apart(self) -> set[tuple[str, str]]:
        """Return who was said to be two people, by their own ids, the smaller first."""
        rows = self._database.connection().execute(_APART, (f'"{APART}',)).fetchall()
        pairs = (
            sorted((self._person(record), self._person(bytes.fromhex(name[len(APART) :]))))
            for record, extra in rows
            for name in json.loads(extra)
            if name.startswith(APART)
        )
        return {(one, other) for one, other in pairs if one != other}

    def _about(self, record: str) -> list[Entry]:
        return [one for one in self._journal.about(record) if one.kind == Kind.ATTENDEE_SET]

    def _person(self, record: bytes) -> str:
        return person_of(self._database, record).hex()
