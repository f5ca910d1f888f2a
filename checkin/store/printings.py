"""Folds prints: what the badge of each attendee looked like when it was last printed."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import peewee as pw

from checkin.domain.clock import milliseconds
from checkin.domain.code import as_integer, from_integer
from checkin.domain.entry import read_body
from checkin.store.badges import badge_integer
from checkin.store.journal import Journal
from checkin.store.lastofbadge import LastOfBadge
from checkin.store.personal import Author

_LAST = (
    "SELECT p.badge, p.face FROM printing p"
    " JOIN badge b ON b.number = p.badge AND b.attendee = p.attendee"
)
# Of whom the table knows, who are all but the erased, so that no scan is looked at.
_LOG = (
    "SELECT p.id, p.name, e.body, e.actor, e.clock, e.id"
    " FROM (SELECT DISTINCT attendee FROM printing) who JOIN entry e ON e.subject = who.attendee"
    " JOIN attendee r ON r.id = e.subject JOIN attendee p ON p.id = coalesce(r.person, r.id)"
    " WHERE e.kind NOT IN ('check-in.recorded', 'check-in.annulled') AND e.kind = 'badge.printed'"
)
_OF_BADGE = f"{_LAST} WHERE p.badge = ? LIMIT 1"


class LoggedPrint(NamedTuple):
    """A badge that came out: whose, by the id of the person, and who printed it where and when."""

    attendee: str
    name: str
    badge: str
    author: Author


def printing_fold(database: pw.SqliteDatabase, journal: Journal) -> LastOfBadge:
    """Return what keeps the printing table."""
    fits = re.compile(r"[0-9a-f]{16}").fullmatch
    return LastOfBadge(database, journal, "printing", "face", lambda face: bool(fits(face)))


def last_faces(database: pw.SqliteDatabase) -> dict[str, str]:
    """Return what each badge looked like when it was last printed for its wearer."""
    rows = database.execute_sql(_LAST).fetchall()
    return {from_integer(badge): face for badge, face in rows}


def print_log(database: pw.SqliteDatabase, journal: Journal) -> Iterator[LoggedPrint]:
    """Yield every print of a badge, in no particular order."""
    for person, name, body, actor, clock, entry in database.connection().execute(_LOG):
        badge = badge_integer(read_body(body))
        if badge is not None:
            by = Author(milliseconds(clock), actor.hex(), journal.order_of(entry, clock))
            yield LoggedPrint(person.hex(), name or "", from_integer(badge), by)


def is_printed(database: pw.SqliteDatabase, badge: str) -> bool:
    """Tell whether the badge of a number was ever printed for its wearer."""
    return bool(database.execute_sql(_OF_BADGE, (as_integer(badge),)).fetchone())
