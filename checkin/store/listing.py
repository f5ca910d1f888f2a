"""Lists the people of an event by number, sorted by SQLite: for a table of any length."""

import json
from array import array
from collections.abc import Iterable
from enum import StrEnum

import peewee as pw

from checkin.domain.people import Status
from checkin.domain.things import CUSTOM
from checkin.store.lookups import row_of
from checkin.store.roster import ON_THE_ROSTER, STILL_COMING
from checkin.store.searching import matching


class SortBy(StrEnum):
    """What a list of people can be sorted by."""

    NAME = "name"
    ORGANISATION = "organisation"
    KIND = "kind"
    CATEGORY = "category"
    STATUS = "status"
    COUNTRY = "country"
    BADGE = "badge"


_RANKS = " ".join(f"WHEN '{status.value}' THEN {rank}" for rank, status in enumerate(Status))
# As `domain.people` and the roster read them: no status is registered, an unknown one blocked.
_STATUS = f"CASE coalesce(nullif(a.status, ''), 'registered') {_RANKS} ELSE {len(Status)} END"
_CURRENT = (
    "(SELECT number FROM badge WHERE attendee = a.id AND NOT revoked ORDER BY issue DESC LIMIT 1)"
)
_KEYS = {
    SortBy.NAME: "a.sort_name",
    SortBy.ORGANISATION: "nullif(o.sort_name, '')",
    SortBy.KIND: "nullif(coalesce(o.kind, a.organisation_kind), '')",
    SortBy.CATEGORY: "nullif(a.category, '') COLLATE NOCASE",
    SortBy.STATUS: _STATUS,
    SortBy.COUNTRY: "nullif(a.country, '') COLLATE NOCASE",
    SortBy.BADGE: _CURRENT,
}
_ORIGIN = " LEFT JOIN organisation o ON o.id = a.organisation"
_WITH_ORIGIN = frozenset({SortBy.ORGANISATION, SortBy.KIND})
_PEOPLE = "a.name IS NOT NULL AND a.removed IS NOT TRUE AND a.person IS NULL"
_FOUND = " AND a.number IN (SELECT value FROM json_each(?))"
_NUMBER = f"SELECT number FROM attendee WHERE id = ? AND {ON_THE_ROSTER}"
_STATUSES = f"SELECT status, count(*) FROM attendee WHERE {ON_THE_ROSTER} GROUP BY status"
_PRINTED = (
    "SELECT count(*) FROM printing p CROSS JOIN attendee a ON a.id = p.attendee"
    f" WHERE {ON_THE_ROSTER} AND {STILL_COMING} AND p.badge = {_CURRENT}"
)
_WORDS = "SELECT DISTINCT {column} FROM attendee WHERE {column} <> '' AND " + ON_THE_ROSTER
_ORGANISATIONS = (
    "SELECT name FROM organisation WHERE name <> '' AND removed IS NOT TRUE"
    " ORDER BY sort_name LIMIT ?"
)
_CUSTOM = (
    "SELECT DISTINCT substr(f.key, ?) FROM attendee a, json_each(a.extra) f"
    f" WHERE a.extra IS NOT NULL AND f.key GLOB ? AND {_PEOPLE}"
)


def numbers_in_order(
    database: pw.SqliteDatabase, search: str, sort: SortBy, descending: bool
) -> "array[int]":
    """Return the numbers of everybody, or of those in whom `search` is found.

    Those who lack what is sorted by come last either way; ties are in order of name.
    """
    key = _KEYS[sort]
    found = (json.dumps(matching(database, search, -1)),) if search else ()
    query = (
        f"SELECT a.number FROM attendee a{_ORIGIN if sort in _WITH_ORIGIN else ''}"
        f" WHERE {_PEOPLE}{_FOUND if search else ''}"
        f" ORDER BY {key}{' DESC' if descending else ''} NULLS LAST, a.sort_name, a.number"
    )
    rows = database.connection().execute(query, found)
    return array("q", (number for (number,) in rows))


def number_of(database: pw.SqliteDatabase, attendee: str) -> int | None:
    """Return the number of somebody on the roster."""
    row = row_of(database, _NUMBER, (bytes.fromhex(attendee),))
    return row[0] if row else None


def status_counts(database: pw.SqliteDatabase) -> list[tuple[str | None, int]]:
    """Return how many on the roster have each status, as it was set."""
    rows: list[tuple[str | None, int]] = database.execute_sql(_STATUSES).fetchall()
    return rows


def printed_count(database: pw.SqliteDatabase) -> int:
    """Return of how many neither canceled nor blocked the current badge was printed."""
    (count,) = database.execute_sql(_PRINTED).fetchone()
    return int(count)


def words_in(database: pw.SqliteDatabase, column: str) -> list[str]:
    """Return each text that stands in a column of people on the roster."""
    return _texts(database.execute_sql(_WORDS.format(column=column)))


def organisation_names(database: pw.SqliteDatabase, limit: int) -> list[str]:
    """Return the first organisations in order of name."""
    return _texts(database.execute_sql(_ORGANISATIONS, (limit,)))


def custom_fields(database: pw.SqliteDatabase) -> list[str]:
    """Return the names of all fields of people that the program has no column for."""
    return _texts(database.execute_sql(_CUSTOM, (len(CUSTOM) + 1, f"{CUSTOM}*")))


def _texts(rows: Iterable[tuple[str]]) -> list[str]:
    return [text for (text,) in rows]
