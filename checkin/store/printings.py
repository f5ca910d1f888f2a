"""Folds prints: what the badge of each attendee looked like when it was last printed."""

import re

import peewee as pw

from checkin.domain.code import from_integer
from checkin.store.journal import Journal
from checkin.store.lastofbadge import LastOfBadge

_LAST = (
    "SELECT p.badge, p.face FROM printing p"
    " JOIN badge b ON b.number = p.badge AND b.attendee = p.attendee"
)


def printing_fold(database: pw.SqliteDatabase, journal: Journal) -> LastOfBadge:
    """Return what keeps the printing table."""
    fits = re.compile(r"[0-9a-f]{16}").fullmatch
    return LastOfBadge(database, journal, "printing", "face", lambda face: bool(fits(face)))


def last_faces(database: pw.SqliteDatabase) -> dict[str, str]:
    """Return what each badge looked like when it was last printed for its wearer."""
    rows = database.execute_sql(_LAST).fetchall()
    return {from_integer(badge): face for badge, face in rows}
