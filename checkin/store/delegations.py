"""Reads who of an organisation is expected on a list's day and has not come yet."""

from datetime import date

import peewee as pw

from checkin.store.frontdesk import ANY_DAY, on_day
from checkin.store.roster import ON_THE_ROSTER, STILL_COMING

# An organisation of more is no delegation that arrives together.
MOST = 5_000
_AWAITED = (
    "SELECT number, category FROM attendee LEFT JOIN standing s"
    " ON s.list = ? AND s.attendee = attendee.id"
    f" WHERE organisation = ? AND {ON_THE_ROSTER} AND {STILL_COMING}"
    " AND coalesce(s.entries, 0) = 0"
    " AND (extra IS NULL OR instr(extra, ?) OR extra NOT GLOB ?) LIMIT ?"
)


def awaited(
    database: pw.SqliteDatabase, organisation: str, check_in_list: str, day: date
) -> list[tuple[int, str]]:
    """Return number and category of each, of at most `MOST`."""
    values = bytes.fromhex(check_in_list), bytes.fromhex(organisation), on_day(day), ANY_DAY, MOST
    rows = database.execute_sql(_AWAITED, values).fetchall()
    return [(number, category or "") for number, category in rows]
