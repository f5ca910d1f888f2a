"""Folds check-ins: every scan, what is annulled, and where each attendee stands on each list."""

from dataclasses import dataclass
from typing import Any

import peewee as pw

from checkin.domain.clock import milliseconds
from checkin.domain.entry import Entry, read_body
from checkin.store.badges import badge_integer
from checkin.store.journal import Journal

_INSERT = (
    "INSERT INTO check_in (id, list, badge, exit, at, clock, reason, forced, paper)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_STANDING = "SELECT entries, at, clock FROM standing WHERE list = ? AND attendee = ?"
_PUT_STANDING = (
    "INSERT INTO standing (list, attendee, entries, inside, at, clock, latest)"
    " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (list, attendee) DO UPDATE SET"
    " entries = excluded.entries, inside = excluded.inside, at = excluded.at,"
    " clock = excluded.clock, latest = excluded.latest"
)
_COUNTED = (
    "SELECT c.exit, c.at, c.clock, c.id FROM badge b JOIN check_in c ON c.badge = b.number"
    " JOIN station s ON s.number = c.id >> 40"
    " WHERE b.attendee = ? AND c.list = ? AND c.reason IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM annulment WHERE check_in = c.id)"
    " ORDER BY c.at, c.clock, s.station, c.id"
)


@dataclass(frozen=True, slots=True)
class _Scan:
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

    def record(self, entry: Entry) -> None:
        """Fold `check-in.recorded`."""
        scan = _scan(self._journal.id_of(entry.station, entry.seq), entry)
        self._database.execute_sql(
            _INSERT,
            (
                scan.id,
                scan.list,
                scan.badge,
                scan.exit,
                scan.at,
                scan.clock,
                scan.reason,
                scan.forced,
                scan.paper,
            ),
        )
        if scan.reason is None and scan.badge is not None and not self._annulled(scan.id):
            self._count(scan)

    def annul(self, entry: Entry) -> None:
        """Fold `check-in.annulled`; it holds even if it arrives before its check-in."""
        body = read_body(entry.body)
        station, seq = body.get("station"), body.get("seq")
        if not isinstance(station, str) or not isinstance(seq, int):
            return
        check_in = self._journal.id_of(station, seq)
        self._database.execute_sql(
            "INSERT INTO annulment (check_in) VALUES (?) ON CONFLICT DO NOTHING", (check_in,)
        )
        row = self._database.execute_sql(
            "SELECT b.attendee, c.list FROM check_in c JOIN badge b ON b.number = c.badge"
            " WHERE c.id = ? AND b.attendee IS NOT NULL",
            (check_in,),
        ).fetchone()
        if row:
            self._recount(row[1], row[0])

    def recount_badge(self, body: dict[str, object], attendee: str) -> None:
        """Count an attendee anew wherever a badge was used, now that it is known whose it is."""
        lists = self._database.execute_sql(
            "SELECT DISTINCT list FROM check_in WHERE badge = ? AND reason IS NULL",
            (badge_integer(body),),
        ).fetchall()
        for (door,) in lists:
            self._recount(door, bytes.fromhex(attendee))

    def _annulled(self, check_in: int) -> bool:
        row = self._database.execute_sql(
            "SELECT 1 FROM annulment WHERE check_in = ?", (check_in,)
        ).fetchone()
        return row is not None

    def _count(self, scan: _Scan) -> None:
        attendee = self._attendee_of(scan.badge)
        if attendee is None:
            return
        row = self._database.execute_sql(_STANDING, (scan.list, attendee)).fetchone()
        if row and (scan.at, scan.clock) <= (row[1], row[2]):
            self._recount(scan.list, attendee)
            return
        entries = (row[0] if row else 0) + (not scan.exit)
        self._put(scan.list, attendee, entries, (scan.exit, scan.at, scan.clock, scan.id))

    def _attendee_of(self, badge: int | None) -> bytes | None:
        row = self._database.execute_sql(
            "SELECT attendee FROM badge WHERE number = ?", (badge,)
        ).fetchone()
        return row[0] if row else None

    def _recount(self, door: bytes, attendee: bytes) -> None:
        counted = self._database.execute_sql(_COUNTED, (attendee, door)).fetchall()
        if counted:
            entries = sum(1 for row in counted if not row[0])
            self._put(door, attendee, entries, counted[-1])
        else:
            self._database.execute_sql(
                "DELETE FROM standing WHERE list = ? AND attendee = ?", (door, attendee)
            )

    def _put(self, door: bytes, attendee: bytes, entries: int, latest: tuple[Any, ...]) -> None:
        gone, at, clock, check_in = latest
        self._database.execute_sql(
            _PUT_STANDING, (door, attendee, entries, not gone, at, clock, check_in)
        )


def _scan(check_in: int, entry: Entry) -> _Scan:
    body = read_body(entry.body)
    at, reason, forced = body.get("at"), body.get("reason"), body.get("forced")
    return _Scan(
        id=check_in,
        list=bytes.fromhex(entry.subject),
        badge=badge_integer(body),
        exit=body.get("type") == "exit",
        at=at if isinstance(at, int) else milliseconds(entry.clock),
        clock=entry.clock,
        reason=reason if isinstance(reason, str) else None,
        forced=forced if isinstance(forced, str) else None,
        paper=body.get("paper") is True,
    )
