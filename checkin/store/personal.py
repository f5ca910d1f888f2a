"""Reads what one person did at the doors: every scan of their badges, counted or not."""

from dataclasses import dataclass

import peewee as pw

from checkin.domain.clock import milliseconds
from checkin.domain.code import from_integer
from checkin.domain.verdict import Direction, Reason
from checkin.store.door import known_direction, known_reason
from checkin.store.journal import Journal
from checkin.store.lookups import Row
from checkin.store.persons import RECORDS

_SCANS = (
    "SELECT c.id, c.at, c.clock, c.badge, l.name, c.exit, c.reason, c.forced, e.actor,"
    " n.check_in, n.clock, n.entry, w.actor"
    " FROM badge b JOIN check_in c ON c.badge = b.number JOIN entry e ON e.id = c.id"
    " LEFT JOIN check_list l ON l.id = c.list"
    " LEFT JOIN annulment n ON n.check_in = c.id LEFT JOIN entry w ON w.id = n.entry"
    f" WHERE b.attendee IN {RECORDS}"
)


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote an entry, where and when (Unix milliseconds): operator's id, station, its order."""

    at: int
    operator: str
    order: tuple[int, str, int]

    @property
    def station(self) -> str:
        """The station it was written at."""
        return self.order[1]


@dataclass(frozen=True, slots=True)
class PersonalScan:
    """A scan of somebody's badge on a list, by its name; `forced` is the reason set aside."""

    author: Author
    check_in: str
    badge: str
    list: str
    direction: Direction
    reason: Reason | None
    forced: Reason | None
    annulled: bool
    annulled_by: Author | None


def scans_of(database: pw.SqliteDatabase, journal: Journal, attendee: str) -> list[PersonalScan]:
    """Return the scans of all badges of a person, in no particular order."""
    rows = database.execute_sql(_SCANS, (bytes.fromhex(attendee),)).fetchall()
    return [_scan(journal, row) for row in rows]


def operators(database: pw.SqliteDatabase) -> dict[str, str]:
    """Return the names of all operators, by id."""
    rows = database.execute_sql("SELECT id, name FROM operator WHERE name IS NOT NULL").fetchall()
    return {identity.hex(): name for identity, name in rows}


def _scan(journal: Journal, row: Row) -> PersonalScan:
    check_in, at, clock, badge, door, gone, reason, forced, actor = row[:9]
    annulled, annulled_clock, annulled_entry, annulled_actor = row[9:]
    station, seq = journal.name_of(check_in)
    by = None
    if annulled_actor is not None:
        order = journal.order_of(annulled_entry, annulled_clock)
        by = Author(milliseconds(annulled_clock), annulled_actor.hex(), order)
    return PersonalScan(
        author=Author(at, actor.hex(), journal.order_of(check_in, clock)),
        check_in=f"{station}:{seq}",
        badge=from_integer(badge),
        list=door or "",
        direction=known_direction(gone),
        reason=known_reason(reason),
        forced=known_reason(forced),
        annulled=annulled is not None,
        annulled_by=by,
    )
