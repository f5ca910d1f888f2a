"""Reads who was added by hand once the event had begun, and is on no imported list."""

import peewee as pw

from checkin.domain.entry import Kind

# A person merged of several records was added with the first of them. The index on subjects, which
# leaves out check-ins, answers only a query that says it leaves them out.
_ADDED = (
    "SELECT coalesce(a.person, a.id) FROM attendee a CROSS JOIN entry e ON e.subject = a.id"
    " AND e.kind NOT IN ('check-in.recorded', 'check-in.annulled')"
    f" WHERE a.name IS NOT NULL AND a.removed IS NOT TRUE AND e.kind = '{Kind.ATTENDEE_SET}'"
    " GROUP BY 1 HAVING count(a.imported) = 0 AND min(e.clock >> 16) >= ?"
)


def added_since(database: pw.SqliteDatabase, moment: int) -> frozenset[str]:
    """Return the ids of those who were added by hand at a moment (Unix ms) or later."""
    rows = database.connection().execute(_ADDED, (moment,))
    return frozenset(person.hex() for (person,) in rows)
