"""Counts who is inside the room of a list."""

from collections.abc import Sequence

import peewee as pw

from checkin.domain.rooms import Room

_INSIDE = "SELECT count(*) FROM standing s WHERE s.list = ? AND s.inside"
_SINCE = (
    " AND NOT EXISTS (SELECT 1 FROM standing o WHERE o.list IN ({lists})"
    " AND o.attendee = s.attendee AND {gone} AND (o.at, o.clock) > (s.at, s.clock))"
)


def inside(database: pw.SqliteDatabase, room: Room, now: int) -> int:
    """Return how many are inside a room now (Unix ms)."""
    if room.empty_from is not None and now >= room.empty_from:
        return 0
    query = _INSIDE
    values = [bytes.fromhex(room.list)]
    for lists, gone in ((room.entrances, "NOT o.inside"), (room.elsewhere, "o.inside")):
        if lists:
            query += _SINCE.format(lists=_marks(lists), gone=gone)
            values += [bytes.fromhex(one) for one in lists]
    (count,) = database.connection().execute(query, values).fetchone()
    return int(count)


def _marks(lists: Sequence[str]) -> str:
    return ", ".join("?" * len(lists))
