"""Folds check-ins: every scan, what is annulled, and where each person stands on each list."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

import peewee as pw

from checkin.domain.clock import milliseconds
from checkin.domain.entry import Entry, read_body
from checkin.domain.things import is_id, is_integer
from checkin.store.badges import badge_integer
from checkin.store.journal import MOST_ENTRIES, Journal
from checkin.store.lookups import Row, row_of, rows_of
from checkin.store.persons import RECORDS, Moved, person_of

_INSERT = (
    "INSERT INTO check_in (id, list, badge, exit, at, clock, reason, forced, paper)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
# Whose badge it is and how they stand; nothing for a badge of nobody, or a check-in annulled.
_STANDING = (
    "SELECT coalesce(a.person, b.attendee), s.entries, s.at, s.clock FROM badge b"
    " LEFT JOIN attendee a ON a.id = b.attendee"
    " LEFT JOIN standing s ON s.list = ? AND s.attendee = coalesce(a.person, b.attendee)"
    " WHERE b.number = ? AND b.attendee IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM annulment WHERE check_in = ?)"
)
_PUT_STANDING = (
    "INSERT INTO standing (list, attendee, entries, inside, at, clock, latest)"
    " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (list, attendee) DO UPDATE SET"
    " entries = excluded.entries, inside = excluded.inside, at = excluded.at,"
    " clock = excluded.clock, latest = excluded.latest"
)
_KNOWN = "SELECT check_in, clock, entry FROM annulment WHERE check_in"
_ANNUL = (
    "INSERT INTO annulment (check_in, clock, entry) VALUES (?, ?, ?) ON CONFLICT (check_in)"
    " DO UPDATE SET clock = excluded.clock, entry = excluded.entry"
)
_ANNULLED = (
    "SELECT coalesce(a.person, b.attendee), c.list"
    " FROM check_in c JOIN badge b ON b.number = c.badge"
    " LEFT JOIN attendee a ON a.id = b.attendee WHERE b.attendee IS NOT NULL AND c.id"
)
_USED = "SELECT DISTINCT badge, list FROM check_in WHERE reason IS NULL AND badge"
_DOORS = (
    "SELECT DISTINCT c.list FROM badge b JOIN check_in c ON c.badge = b.number"
    " WHERE c.reason IS NULL AND b.attendee = ?"
)
_COUNTED = (
    "SELECT c.exit, c.at, c.clock, c.id FROM badge b JOIN check_in c ON c.badge = b.number"
    " JOIN station s ON s.number = c.id >> 40"
    f" WHERE b.attendee IN {RECORDS} AND c.list = ?2 AND c.reason IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM annulment WHERE check_in = c.id)"
    " ORDER BY c.at, c.clock, s.station, c.id"
)


class _Scan(NamedTuple):
    """A row of check_in."""

    id: int
    list: bytes
    badge: int | None
    exit: bool
    at: int
    clock: int
    reason: str | None
    forced: str | None
    paper: bool


class CheckInFold:
    """Keeps check_in, annulment and standing."""

    def __init__(self, database: pw.SqliteDatabase, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def record(self, entries: Sequence[Entry]) -> None:
        """Fold `check-in.recorded`."""
        scans = [self._scan(entry) for entry in entries]
        self._database.connection().executemany(_INSERT, scans)
        for scan in scans:
            if scan.reason is None and scan.badge is not None:
                self._count(scan)

    def _scan(self, entry: Entry) -> _Scan:
        body = read_body(entry.body)
        at, reason, forced = body.get("at"), body.get("reason"), body.get("forced")
        return _Scan(
            id=self._journal.id_of(entry.station, entry.seq),
            list=bytes.fromhex(entry.subject),
            badge=badge_integer(body),
            exit=body.get("type") == "exit",
            at=at if is_integer(at) else milliseconds(entry.clock),
            clock=entry.clock,
            reason=reason if isinstance(reason, str) else None,
            forced=forced if isinstance(forced, str) else None,
            paper=body.get("paper") is True,
        )

    def annul(self, entries: Sequence[Entry]) -> None:
        """Fold `check-in.annulled`; it holds even if it arrives before its check-in."""
        words = [row for entry in entries if (row := self._annulment(entry))]
        check_ins = {row[0] for row in words}
        first = {row[0]: row for row in rows_of(self._database, _KNOWN, check_ins)}
        new = check_ins - first.keys()
        for row in words:
            first[row[0]] = min(first.get(row[0], row), row, key=self._order)
        self._database.connection().executemany(_ANNUL, first.values())
        for attendee, door in set(rows_of(self._database, _ANNULLED, new)):
            self._recount(door, attendee)

    def _annulment(self, entry: Entry) -> Row | None:
        body = read_body(entry.body)
        station, seq = body.get("station"), body.get("seq")
        if not is_id(station) or not is_integer(seq) or not 0 < seq <= MOST_ENTRIES:
            return None
        own = self._journal.id_of(entry.station, entry.seq)
        return self._journal.id_of(station, seq), entry.clock, own

    def _order(self, row: Row) -> tuple[int, str, int]:
        return self._journal.order_of(row[2], row[1])

    def recount(self, moved: Collection[tuple[int, bytes]]) -> None:
        """Count attendees anew wherever a badge was used, now that it is known whose it is."""
        used = defaultdict(list)
        for badge, door in rows_of(self._database, _USED, {badge for badge, _ in moved}):
            used[badge].append(door)
        for badge, attendee in moved:
            for door in used[badge]:
                self._recount(door, person_of(self._database, attendee))

    def follow(self, moved: Collection[Moved]) -> None:
        """Count people anew wherever a record was used, now that it is known whose it is."""
        connection = self._database.connection()
        wanted = {
            (door, person)
            for record, *people in moved
            for (door,) in connection.execute(_DOORS, (record,)).fetchall()
            for person in people
        }
        for door, person in sorted(wanted):
            self._recount(door, person)

    def _count(self, scan: _Scan) -> None:
        row = row_of(self._database, _STANDING, (scan.list, scan.badge, scan.id))
        if row is None:
            return
        attendee, entries, at, clock = row
        if at is not None and (scan.at, scan.clock) <= (at, clock):
            self._recount(scan.list, attendee)
            return
        entries = (entries or 0) + (not scan.exit)
        self._put(scan.list, attendee, entries, (scan.exit, scan.at, scan.clock, scan.id))

    def _recount(self, door: bytes, person: bytes) -> None:
        counted = self._database.connection().execute(_COUNTED, (person, door)).fetchall()
        if counted:
            entries = sum(1 for row in counted if not row[0])
            self._put(door, person, entries, counted[-1])
        else:
            self._database.connection().execute(
                "DELETE FROM standing WHERE list = ? AND attendee = ?", (door, person)
            )

    def _put(self, door: bytes, attendee: bytes, entries: int, latest: tuple[Any, ...]) -> None:
        gone, at, clock, check_in = latest
        self._database.connection().execute(
            _PUT_STANDING, (door, attendee, entries, not gone, at, clock, check_in)
        )
