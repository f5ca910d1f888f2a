"""Reads the check-ins that count, as attendance is told by them."""

from collections import defaultdict

import peewee as pw

# In the order in which check-ins of one person follow one another on every station.
_SCANS = (
    "SELECT coalesce(a.person, b.attendee), c.at, c.list, c.exit"
    " FROM check_in c JOIN badge b ON b.number = c.badge JOIN station s ON s.number = c.id >> 40"
    " LEFT JOIN attendee a ON a.id = b.attendee"
    " WHERE c.reason IS NULL AND b.attendee IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM annulment WHERE check_in = c.id)"
    " ORDER BY c.at, c.clock, s.station, c.id"
)


def scans_by_attendee(database: pw.SqliteDatabase) -> dict[str, list[tuple[int, str, bool]]]:
    """Return of each attendee's id when (Unix ms), on which list, and whether out, in order."""
    found: defaultdict[bytes, list[tuple[int, str, bool]]] = defaultdict(list)
    lists: dict[bytes, str] = {}
    for person, at, door, gone in database.connection().execute(_SCANS):
        name = lists.get(door)
        if name is None:
            name = lists[door] = door.hex()
        found[person].append((at, name, bool(gone)))
    return {person.hex(): scans for person, scans in found.items()}
