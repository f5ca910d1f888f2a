"""Folds the entries about events, lists, organisations, operators and attendees into rows."""

import json
from collections.abc import Sequence
from typing import Any

import peewee as pw

from checkin.domain.entry import ENCODER, Entry, Kind, read_body
from checkin.domain.things import SHAPES, Fields, fold, overlay
from checkin.store.journal import Journal
from checkin.store.searchindex import SearchIndex

_TABLES = {
    Kind.EVENT_SET: "event",
    Kind.LIST_SET: "check_list",
    Kind.ORGANISATION_SET: "organisation",
    Kind.OPERATOR_SET: "operator",
    Kind.ATTENDEE_SET: "attendee",
}


class ThingTable:
    """One table of things: its statements, and how its rows and fields turn into each other.

    Fields without a column (custom.*, day.*) lie in `extra`, sorted, where the table has one.
    """

    def __init__(self, kind: str) -> None:
        self._has_extra = kind == Kind.ATTENDEE_SET
        self._fields = [name for name in SHAPES[kind] if name != "removed"]
        extra = ["extra", "erased"] if self._has_extra else []
        columns = ["id", "clock", "entry", "removed", *extra, *self._fields]
        changes = ", ".join(f"{name} = excluded.{name}" for name in columns[1:])
        self.select = f"SELECT {', '.join(columns[1:])} FROM {_TABLES[kind]} WHERE id = ?"
        self.upsert = (
            f"INSERT INTO {_TABLES[kind]} ({', '.join(columns)})"
            f" VALUES ({', '.join('?' * len(columns))}) ON CONFLICT (id) DO UPDATE SET {changes}"
        )

    def fields(self, row: Sequence[Any]) -> Fields:
        """Return the fields of a row that `select` gave."""
        values = row[5:] if self._has_extra else row[3:]
        fields = {
            name: _from_column(name, value)
            for name, value in zip(self._fields, values, strict=True)
            if value is not None
        }
        if self._has_extra and row[3]:
            fields |= json.loads(row[3])
        if row[2] is not None:
            fields["removed"] = bool(row[2])
        return fields

    def row(
        self, subject: str, clock: int, entry_id: int, fields: Fields, erased: bool
    ) -> list[Any]:
        """Return what `upsert` takes."""
        extra: list[Any] = []
        if self._has_extra:
            loose = {name: fields[name] for name in sorted(fields) if "." in name}
            extra = [ENCODER.encode(loose) if loose else None, erased]
        values = (_to_column(name, fields.get(name)) for name in self._fields)
        return [bytes.fromhex(subject), clock, entry_id, fields.get("removed"), *extra, *values]


def _to_column(name: str, value: object) -> object:
    if isinstance(value, list):
        return ENCODER.encode(value)
    if name == "organisation" and isinstance(value, str):
        return _bytes_of(value)
    return value


def _bytes_of(text: str) -> bytes | None:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return None


_FLAGS = frozenset({"entrance", "several_entries", "entry_after_exit"})


def _from_column(name: str, value: Any) -> object:
    if name == "categories":
        return json.loads(value)
    if name == "organisation":
        return value.hex()
    return bool(value) if name in _FLAGS else value


class ThingFold:
    """Keeps the rows of things, and the search index of attendees beside them."""

    def __init__(self, database: pw.SqliteDatabase, journal: Journal) -> None:
        self._database = database
        self._journal = journal
        self._tables = {kind: ThingTable(kind) for kind in SHAPES}
        self._search = SearchIndex(database)

    def apply(self, entry: Entry) -> None:
        """Fold one `*.set` entry."""
        table = self._tables[entry.kind]
        row = self._row(table, entry.subject)
        erased = bool(row and entry.kind == Kind.ATTENDEE_SET and row[4])
        before = table.fields(row) if row else {}
        if erased:
            after = before
            self._journal.erase(entry.subject)
        elif self._is_latest(row, entry):
            after = overlay(entry.kind, before, read_body(entry.body))
        else:
            after = self._refold(entry.kind, entry.subject, entry.kind)
        self._keep(entry.kind, entry, row, after, erased)
        if row is None or before != after:
            self._reindex(entry, before, after)

    def erase(self, entry: Entry) -> None:
        """Fold an erasure: what it names stays, everything else about the person goes."""
        row = self._row(self._tables[Kind.ATTENDEE_SET], entry.subject)
        after = self._refold(Kind.ATTENDEE_SET, entry.subject, Kind.PERSONAL_DATA_ERASED)
        self._journal.erase(entry.subject)
        self._keep(Kind.ATTENDEE_SET, entry, row, after, erased=True)
        self._search.refresh_attendee(entry.subject)

    def _row(self, table: ThingTable, subject: str) -> Sequence[Any] | None:
        row: Sequence[Any] | None = self._database.execute_sql(
            table.select, (bytes.fromhex(subject),)
        ).fetchone()
        return row

    def _is_latest(self, row: Sequence[Any] | None, entry: Entry) -> bool:
        if row is None or entry.clock > row[0]:
            return True
        return entry.clock == row[0] and entry.order > self._journal.order_of(row[1], row[0])

    def _refold(self, kind: str, subject: str, entries: str) -> Fields:
        about = self._journal.about(subject)
        return fold(kind, (read_body(entry.body) for entry in about if entry.kind == entries))

    def _keep(
        self, kind: str, entry: Entry, row: Sequence[Any] | None, fields: Fields, erased: bool
    ) -> None:
        table = self._tables[kind]
        clock, entry_id = entry.clock, self._journal.id_of(entry.station, entry.seq)
        if row is not None and not self._is_latest(row, entry):
            clock, entry_id = row[0], row[1]
        values = table.row(entry.subject, clock, entry_id, fields, erased)
        self._database.execute_sql(table.upsert, values)

    def _reindex(self, entry: Entry, before: Fields, after: Fields) -> None:
        if entry.kind == Kind.ATTENDEE_SET:
            self._search.refresh_attendee(entry.subject)
        elif entry.kind == Kind.ORGANISATION_SET and before.get("name") != after.get("name"):
            self._search.refresh_organisation(entry.subject)
