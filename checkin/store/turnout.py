"""Reads who there is in order of name, and whether anybody was let in at two doors."""

from collections.abc import Iterator
from typing import NamedTuple

import peewee as pw

from checkin.store.roster import ON_THE_ROSTER

_PEOPLE = (
    "SELECT a.number, a.id, a.name, o.name, coalesce(o.kind, a.organisation_kind), a.country,"
    " a.category, a.status, a.extra"
    " FROM attendee a LEFT JOIN organisation o ON o.id = a.organisation"
    f" WHERE a.{ON_THE_ROSTER.replace('AND ', 'AND a.')} ORDER BY a.sort_name, a.id"
)
_APART = (
    "SELECT 1 FROM check_in c JOIN badge b ON b.number = c.badge"
    " JOIN attendee r ON r.id = b.attendee"
    " WHERE c.reason IS NULL AND NOT EXISTS (SELECT 1 FROM annulment WHERE check_in = c.id)"
    " GROUP BY coalesce(r.person, r.id), c.list HAVING min(c.id >> 40) <> max(c.id >> 40) LIMIT 1"
)


class Person(NamedTuple):
    """Somebody on the roster; `number` is this file's own for them, `extra` their loose fields."""

    number: int
    id: bytes
    name: str
    organisation: str | None
    kind: str | None
    country: str | None
    category: str | None
    status: str | None
    extra: str | None


def people_by_name(database: pw.SqliteDatabase) -> Iterator[Person]:
    """Yield everybody on the roster."""
    return map(Person._make, database.connection().execute(_PEOPLE))


def any_apart(database: pw.SqliteDatabase) -> bool:
    """Tell whether check-ins of one person on one list were recorded at several stations."""
    stations = database.connection().execute("SELECT count(*) FROM station").fetchone()
    return stations[0] > 1 and bool(database.connection().execute(_APART).fetchone())
