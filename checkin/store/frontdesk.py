"""Reads what a reception desk keeps before its eyes: how many are in, who came last."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import peewee as pw

from checkin.domain.things import DAY
from checkin.domain.verdict import Direction, Reason
from checkin.store.door import known_direction, known_reason
from checkin.store.journal import MOST_ENTRIES, Journal
from checkin.store.lookups import Row, rows_of
from checkin.store.roster import ON_THE_ROSTER, STILL_COMING

# A station's latest scans are looked for among so many, whichever list they are of.
_LOOKED_THROUGH = 2000
# In `extra` as the fold writes it; a quote within a text stands there as \".
ANY_DAY = f'*"{DAY}[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]":true*'
_EXPECTED = (
    f"SELECT category, count(*) FROM attendee WHERE {ON_THE_ROSTER} AND {STILL_COMING}"
    " AND (extra IS NULL OR instr(extra, ?) OR extra NOT GLOB ?) GROUP BY category"
)
_COUNTS = (
    "SELECT count(*), coalesce(sum(inside), 0), coalesce(sum(inside AND at >= ?), 0)"
    " FROM standing WHERE list = ? AND entries > 0"
)
_ENTERED = "SELECT list, count(*) FROM standing WHERE entries > 0 GROUP BY list"
_LATEST = (
    "SELECT at, clock, id FROM"
    " (SELECT id, at, clock, list FROM check_in WHERE id BETWEEN ? AND ?"
    f" ORDER BY id DESC LIMIT {_LOOKED_THROUGH})"
    " WHERE ? IS NULL OR list = ? ORDER BY at DESC, clock DESC LIMIT ?"
)
_ENTRIES = (
    "SELECT at FROM"
    " (SELECT id, at, list, exit, reason, paper FROM check_in WHERE id BETWEEN ? AND ?"
    f" ORDER BY id DESC LIMIT {_LOOKED_THROUGH})"
    " WHERE list = ? AND at >= ? AND reason IS NULL AND NOT exit AND NOT paper"
    " AND id NOT IN (SELECT check_in FROM annulment) ORDER BY at"
)
_SCANS = (
    "SELECT c.id, c.at, a.name, a.id, l.name, c.exit, c.reason, c.forced,"
    " EXISTS (SELECT 1 FROM annulment WHERE check_in = c.id)"
    " FROM check_in c LEFT JOIN badge b ON b.number = c.badge"
    " LEFT JOIN attendee r ON r.id = b.attendee"
    " LEFT JOIN attendee a ON a.id = coalesce(r.person, r.id)"
    " LEFT JOIN check_list l ON l.id = c.list"
    " WHERE c.id"
)
_INSIDE = "SELECT attendee, at FROM standing WHERE inside AND list = x'{}' AND attendee"


@dataclass(frozen=True, slots=True)
class LatestScan:
    """A scan as it was recorded; `attendee` is None, and `name` empty, where nobody is known.

    `check_in` names it as STATION:SEQ, `at` is Unix milliseconds, `list` a name.
    """

    check_in: str
    at: int
    name: str
    attendee: str | None
    list: str
    direction: Direction
    reason: Reason | None
    forced: bool
    annulled: bool


def expected_by_category(database: pw.SqliteDatabase, day: date) -> dict[str, int]:
    """Return how many are registered for a day and neither canceled nor blocked."""
    rows = database.execute_sql(_EXPECTED, (on_day(day), ANY_DAY)).fetchall()
    return {category or "": count for category, count in rows}


def on_day(day: date) -> str:
    """Return what stands in `extra` of who is registered for a day, as `ANY_DAY` does for any."""
    return f'"{DAY}{day.isoformat()}":true'


def counts(database: pw.SqliteDatabase, check_in_list: str, since: int) -> tuple[int, int, int]:
    """Return how many entered a list, are inside, and are inside with a scan `since` then."""
    values = since, bytes.fromhex(check_in_list)
    present, inside, recent = database.execute_sql(_COUNTS, values).fetchone()
    return present, inside, recent


def entered_by_list(database: pw.SqliteDatabase) -> dict[str, int]:
    """Return how many entered each list."""
    rows = database.execute_sql(_ENTERED).fetchall()
    return {check_in_list.hex(): count for check_in_list, count in rows}


def latest_scans(
    database: pw.SqliteDatabase, journal: Journal, limit: int, check_in_list: str | None
) -> list[LatestScan]:
    """Return the latest scans of all stations, or those on one list, the newest first."""
    door = bytes.fromhex(check_in_list) if check_in_list else None
    newest: list[Row] = []
    for (number,) in database.execute_sql("SELECT number FROM station").fetchall():
        first, last = number << 40, number << 40 | MOST_ENTRIES
        newest += database.execute_sql(_LATEST, (first, last, door, door, limit)).fetchall()
    ids = [row[2] for row in sorted(newest, reverse=True)[:limit]]
    scans = {row[0]: _scan(journal, row) for row in rows_of(database, _SCANS, ids)}
    return [scans[check_in] for check_in in ids]


def recent_entries(
    database: pw.SqliteDatabase, journal: Journal, check_in_list: str, since: int
) -> dict[str, list[int]]:
    """Return when people came in through each station since then, in Unix ms, ascending.

    Live ones that count; of a station's latest two thousand scans, so that it takes no longer on
    the second day than on the first.
    """
    found = {}
    for (number,) in database.execute_sql("SELECT number FROM station").fetchall():
        first = number << 40
        values = first, first | MOST_ENTRIES, bytes.fromhex(check_in_list), since
        if times := [at for (at,) in database.execute_sql(_ENTRIES, values).fetchall()]:
            found[journal.station_of(first)] = times
    return found


def _scan(journal: Journal, row: Row) -> LatestScan:
    check_in, at, name, attendee, door, gone, reason, forced, annulled = row
    station, seq = journal.name_of(check_in)
    return LatestScan(
        check_in=f"{station}:{seq}",
        at=at,
        name=name or "",
        attendee=attendee.hex() if attendee else None,
        list=door or "",
        direction=known_direction(gone),
        reason=known_reason(reason),
        forced=forced is not None,
        annulled=bool(annulled),
    )


def inside_since(
    database: pw.SqliteDatabase, check_in_list: str, attendees: Collection[str]
) -> dict[str, int]:
    """Return when those of `attendees` who are inside a list came in, in Unix milliseconds."""
    ids = [bytes.fromhex(attendee) for attendee in attendees]
    rows = rows_of(database, _INSIDE.format(bytes.fromhex(check_in_list).hex()), ids)
    return {attendee.hex(): at for attendee, at in rows}
