"""Reads who came when, summed up by SQLite, for a table of everybody."""

from collections.abc import Iterator

import peewee as pw

from checkin.store.roster import ON_THE_ROSTER

_PEOPLE = (
    "SELECT a.number, a.name, o.name, coalesce(o.kind, a.organisation_kind), a.country, a.category,"
    " a.status, a.extra FROM attendee a LEFT JOIN organisation o ON o.id = a.organisation"
    f" WHERE a.{ON_THE_ROSTER.replace('AND ', 'AND a.')} ORDER BY a.sort_name, a.id"
)
_TIMES = (
    "SELECT a.number, c.list, min(iif(c.exit, NULL, c.at)), max(iif(c.exit, c.at, NULL)),"
    " min(c.id >> 40) <> max(c.id >> 40)"
    " FROM check_in c JOIN badge b ON b.number = c.badge JOIN attendee r ON r.id = b.attendee"
    " JOIN attendee a ON a.id = coalesce(r.person, r.id)"
    " WHERE c.reason IS NULL AND NOT EXISTS (SELECT 1 FROM annulment WHERE check_in = c.id)"
    " GROUP BY a.number, c.list"
)

Person = tuple[int, str, str | None, str | None, str | None, str | None, str | None, str | None]
Times = tuple[int, str, int | None, int | None, bool]


def people_by_name(database: pw.SqliteDatabase) -> Iterator[Person]:
    """Yield number, name, organisation, its kind, country, category, status and loose fields."""
    rows: Iterator[Person] = iter(database.connection().execute(_PEOPLE))
    return rows


def times_on_lists(database: pw.SqliteDatabase) -> Iterator[Times]:
    """Yield whose and which list, first entry, last exit, and whether at several stations.

    Only of accepted check-ins that still count.
    """
    for number, door, first, last, apart in database.connection().execute(_TIMES):
        yield number, door.hex(), first, last, bool(apart)
