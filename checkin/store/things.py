"""Folds the entries about events, lists, templates, operators, people and the like into rows."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any

import peewee as pw

from checkin.domain.entry import ENCODER, Entry, Kind, read_body
from checkin.domain.text import fold as fold_text
from checkin.domain.text import sort_name
from checkin.domain.things import SAME_AS, SHAPES, Fields, fold, is_id, overlay
from checkin.store.journal import Journal
from checkin.store.lookups import Row, rows_of
from checkin.store.persons import Moved, PersonFold
from checkin.store.searchindex import SearchIndex

_TABLES = {
    Kind.EVENT_SET: "event",
    Kind.LIST_SET: "check_list",
    Kind.ORGANISATION_SET: "organisation",
    Kind.OPERATOR_SET: "operator",
    Kind.ATTENDEE_SET: "attendee",
    Kind.ORGANIZER_SET: "organizer",
    Kind.PIN_SET: "role_pin",
    Kind.QUESTION_SET: "question",
    Kind.TEMPLATE_SET: "template",
    Kind.SESSION_SET: "session",
    Kind.DAY_SEALED: "seal",
    Kind.SHEET_SET: "sheet",
    Kind.CERTIFICATE_SET: "certificate",
    Kind.CONTACT_MET: "meeting",
}


class ThingTable:
    """One table of things: its statements, and how its rows and fields turn into each other.

    Fields without a column (custom.*, day.*, apart.*, booking.*) lie in `extra`, sorted, where the
    table has one. `sort_name` follows from the others.
    """

    def __init__(self, kind: str) -> None:
        self._sorted = _SORTED.get(kind)
        self._has_extra = kind == Kind.ATTENDEE_SET
        self._fields = [name for name in SHAPES[kind] if name != "removed"]
        self._proper = frozenset(SHAPES[kind])
        self._coded = [at for at, name in enumerate(self._fields) if name in _CODED]
        extra = ["extra", "erased"] if self._has_extra else []
        columns = ["id", "clock", "entry", "removed", *extra, *self._fields]
        self.select = f"SELECT {', '.join(columns)} FROM {_TABLES[kind]} WHERE id"
        if self._sorted:
            columns.append("sort_name")
        changes = ", ".join(f"{name} = excluded.{name}" for name in columns[1:])
        self.upsert = (
            f"INSERT INTO {_TABLES[kind]} ({', '.join(columns)})"
            f" VALUES ({', '.join('?' * len(columns))}) ON CONFLICT (id) DO UPDATE SET {changes}"
        )

    def is_erased(self, row: Row) -> bool:
        """Tell whether a row that `select` gave is of a person who was erased."""
        return self._has_extra and bool(row[5])

    def fields(self, row: Row) -> Fields:
        """Return the fields of a row that `select` gave."""
        values = row[6:] if self._has_extra else row[4:]
        fields = {
            name: _from_column(name, value)
            for name, value in zip(self._fields, values, strict=True)
            if value is not None
        }
        if self._has_extra and row[4]:
            fields |= json.loads(row[4])
        if row[3] is not None:
            fields["removed"] = bool(row[3])
        return fields

    def row(
        self, subject: bytes, clock: int, entry_id: int, fields: Fields, erased: bool
    ) -> list[Any]:
        """Return what `upsert` takes."""
        extra: list[Any] = []
        if self._has_extra:
            loose = {name: fields[name] for name in sorted(fields.keys() - self._proper)}
            extra = [ENCODER.encode(loose) if loose else None, erased]
            if SAME_AS in fields and not _leads_down(subject, fields[SAME_AS]):
                # Nobody is followed in a circle, whatever another station says.
                fields = {**fields, SAME_AS: None}
        values = list(map(fields.get, self._fields))
        for at in self._coded:
            values[at] = _to_column(values[at])
        if self._sorted:
            values.append(self._sorted(fields) if "name" in fields else None)
        return [subject, clock, entry_id, fields.get("removed"), *extra, *values]


# Fields that lie in their column otherwise than in a body: as JSON, or an id as bytes.
_JSON = frozenset(
    {
        *("categories", "choices", "lists", "shown_fields", "form"),
        *("heads", "rows", "days", "sessions"),
    }
)
_IDS = frozenset({"organisation", "picture", "list", "attendee", "one", "other", SAME_AS})
_CODED = _JSON | _IDS
_FLAGS = frozenset(
    {
        *("entrance", "several_entries", "entry_after_exit", "optional"),
        *("one_room", "counted", "own_door", "filled", "contacts"),
    }
)


def _sort_name(fields: Fields) -> str:
    name, given, family = map(fields.get, ("name", "given_name", "family_name"))
    return sort_name(str(name), str(given or ""), str(family or ""))


def _leads_down(subject: bytes, other: object) -> bool:
    return is_id(other) and bytes.fromhex(other) < subject


def _folded_name(fields: Fields) -> str:
    return fold_text(str(fields["name"]))


_SORTED: Mapping[str, Callable[[Fields], str]] = {
    Kind.ATTENDEE_SET: _sort_name,
    Kind.ORGANISATION_SET: _folded_name,
}


def _to_column(value: object) -> object:
    if isinstance(value, list | dict):
        return ENCODER.encode(value)
    try:
        return bytes.fromhex(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _from_column(name: str, value: Any) -> object:
    if name in _JSON:
        return json.loads(value)
    if name in _IDS:
        return value.hex()
    return bool(value) if name in _FLAGS else value


class ThingFold:
    """Keeps the rows of things, and the search index of attendees beside them."""

    def __init__(self, database: pw.SqliteDatabase, journal: Journal) -> None:
        self._database = database
        self._journal = journal
        self._tables = {kind: ThingTable(kind) for kind in SHAPES}
        self._search = SearchIndex(database)
        self._persons = PersonFold(database)

    def apply(self, entries: Sequence[Entry]) -> None:
        """Fold `*.set` entries, all of one kind."""
        kind, about = entries[0].kind, _by_subject(entries)
        self._keep(kind, about)
        if kind == Kind.ORGANISATION_SET:
            self._search.refresh_organisations(about)

    def apply_to_attendees(self, entries: Sequence[Entry]) -> list[Moved]:
        """Fold `attendee.set` and erasures; what an erasure names stays, all else goes.

        Return the records that are another person's since.
        """
        about = _by_subject(entries)
        self._keep(Kind.ATTENDEE_SET, about)
        moved = self._persons.settle(about)
        self._search.refresh_attendees({*about, *(one for three in moved for one in three)})
        return moved

    def without_the_erased(self, entries: Sequence[Entry]) -> list[Entry]:
        """Empty the entries about somebody erased before they came; return the others."""
        query = "SELECT id FROM attendee WHERE erased AND id"
        found = rows_of(self._database, query, {bytes.fromhex(one.subject) for one in entries})
        erased = {subject.hex() for (subject,) in found}
        for subject in erased:
            self._journal.erase(subject)
        return [entry for entry in entries if entry.subject not in erased]

    def _keep(self, kind: str, about: Mapping[bytes, list[Entry]]) -> None:
        table = self._tables[kind]
        rows = {row[0]: row for row in rows_of(self._database, table.select, about)}
        kept = [
            self._folded(kind, news, rows.get(subject), subject)
            for subject, news in sorted(about.items())
        ]
        self._database.connection().executemany(table.upsert, kept)

    def _folded(
        self, kind: str, news: list[Entry], row: Row | None, subject: bytes
    ) -> Sequence[object]:
        """Return the row of a subject after `news` of it, which the journal holds already."""
        table = self._tables[kind]
        news.sort(key=_ORDER)
        latest = news[-1]
        erased = (row is not None and table.is_erased(row)) or any(map(_is_erasure, news))
        if erased:
            fields = self._refold(kind, latest.subject, Kind.PERSONAL_DATA_ERASED)
            self._journal.erase(latest.subject)
        elif row is None or self._follows(news[0], row):
            fields = table.fields(row) if row else {}
            for entry in news:
                fields = overlay(kind, fields, read_body(entry.body))
        else:
            fields = self._refold(kind, latest.subject, kind)
        clock, entry_id = latest.clock, self._journal.id_of(latest.station, latest.seq)
        if row is not None and not self._follows(latest, row):
            clock, entry_id = row[1], row[2]
        return table.row(subject, clock, entry_id, fields, erased)

    def _follows(self, entry: Entry, row: Row) -> bool:
        """Tell whether an entry comes after those that a row was folded from."""
        return entry.order > self._journal.order_of(row[2], row[1])

    def _refold(self, kind: str, subject: str, entries: str) -> Fields:
        about = self._journal.about(subject)
        return fold(kind, (read_body(entry.body) for entry in about if entry.kind == entries))


_ORDER = attrgetter("order")


def _is_erasure(entry: Entry) -> bool:
    return entry.kind == Kind.PERSONAL_DATA_ERASED


def _by_subject(entries: Iterable[Entry]) -> dict[bytes, list[Entry]]:
    about: defaultdict[bytes, list[Entry]] = defaultdict(list)
    for entry in entries:
        about[bytes.fromhex(entry.subject)].append(entry)
    return about
