"""Reads what the door must know to judge one scan, in a few indexed look-ups."""

from collections.abc import Sequence
from dataclasses import dataclass

import peewee as pw

from checkin.domain.attendance import Counted
from checkin.domain.clock import milliseconds
from checkin.domain.code import as_integer, from_integer
from checkin.domain.entry import Kind, read_body
from checkin.domain.verdict import Direction, Previous, Reason
from checkin.store.holders import Holder, holder_of
from checkin.store.journal import Journal
from checkin.store.lookups import row_of
from checkin.store.persons import RECORDS

_COUNTED = (
    "SELECT c.exit, c.id FROM check_in c JOIN station s ON s.number = c.id >> 40"
    " WHERE {whose} AND c.list = ?2 AND c.reason IS NULL AND c.at <= ?3"
    " AND NOT EXISTS (SELECT 1 FROM annulment WHERE check_in = c.id)"
    " ORDER BY c.at, c.clock, s.station, c.id"
)
_OF_BADGE = _COUNTED.format(whose="c.badge = ?1")
_OF_PERSON = _COUNTED.format(
    whose=f"c.badge IN (SELECT number FROM badge WHERE attendee IN {RECORDS})"
)
_PREVIOUS = (
    "SELECT c.at, c.exit, o.name FROM check_in c JOIN entry e ON e.id = c.id"
    " LEFT JOIN operator o ON o.id = e.actor WHERE c.id = ?"
)
_LAST_LIVE = (
    "SELECT at FROM check_in WHERE id BETWEEN ? AND ? AND paper = 0 ORDER BY id DESC LIMIT 1"
)
_ALL_COUNTED = (
    "SELECT coalesce(a.person, b.attendee), c.list, c.exit, c.at, c.id, o.name"
    " FROM check_in c JOIN badge b ON b.number = c.badge JOIN entry e ON e.id = c.id"
    " LEFT JOIN attendee a ON a.id = b.attendee"
    " LEFT JOIN operator o ON o.id = e.actor"
    " WHERE c.reason IS NULL AND b.attendee IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM annulment WHERE check_in = c.id)"
    " ORDER BY c.at, c.clock"
)
_CHECK_IN = (
    "SELECT c.at, c.list, c.badge, c.reason, o.name,"
    " EXISTS (SELECT 1 FROM annulment WHERE check_in = c.id), e.clock"
    " FROM check_in c JOIN entry e ON e.id = c.id LEFT JOIN operator o ON o.id = e.actor"
    " WHERE c.id = ?"
)
_LAST_ACCEPTED_BY = (
    "SELECT c.id FROM check_in c JOIN entry e ON e.id = c.id JOIN operator o ON o.id = e.actor"
    " WHERE c.id BETWEEN ? AND ? AND o.name = ? AND c.reason IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM annulment WHERE check_in = c.id) ORDER BY c.id DESC LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class RecordedCheckIn:
    """A check-in as it was recorded, and the name of who did; `badge` may be empty.

    `recorded` is when it was written down (Unix ms): of one from paper, later than `at`.
    """

    at: int
    list: str
    badge: str
    reason: Reason | None
    operator: str
    annulled: bool
    recorded: int


class DoorReader:
    """Look-ups for admission and attendance."""

    def __init__(self, database: pw.SqliteDatabase, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def holder(self, number: str, check_in_list: str, shown: Sequence[str] = ()) -> Holder:
        """Return who wears a badge, with their standing on a list; UNKNOWN for a new number.

        `shown` names the fields of theirs that the door shows.
        """
        return holder_of(self._database, number, check_in_list, shown)

    def revoked_at(self, number: str, record: str) -> int | None:
        """Return when a record's badge was revoked, by the first word of it."""
        return next(
            (
                milliseconds(entry.clock)
                for entry in self._journal.about(record)
                if entry.kind == Kind.BADGE_REVOKED and read_body(entry.body).get("badge") == number
            ),
            None,
        )

    def counted(
        self, number: str, attendee: str | None, check_in_list: str, until: int
    ) -> list[tuple[Direction, int]]:
        """Return direction and id of the accepted check-ins on a list up to `until`, in order.

        They are the attendee's, through every badge; of a badge not known here, its own.
        """
        whose: bytes | int = bytes.fromhex(attendee) if attendee else as_integer(number)
        rows = self._database.execute_sql(
            _OF_PERSON if attendee else _OF_BADGE,
            (whose, bytes.fromhex(check_in_list), until),
        ).fetchall()
        return [(known_direction(gone), check_in) for gone, check_in in rows]

    def previous(self, check_in: int) -> Previous:
        """Return what the door shows of an earlier check-in."""
        row = row_of(self._database, _PREVIOUS, (check_in,))
        assert row, "a standing names a check-in that is not there"
        at, gone, operator = row
        return Previous(
            at, known_direction(gone), self._journal.station_of(check_in), operator or ""
        )

    def last_live(self, station: str) -> int | None:
        """Return when a station last scanned somebody who stood there."""
        row = row_of(self._database, _LAST_LIVE, self._journal.ids_of(station))
        return row[0] if row else None

    def check_in(self, station: str, seq: int) -> RecordedCheckIn | None:
        """Return one check-in by its name."""
        if not self._journal.knows(station):
            return None
        row = self._database.execute_sql(_CHECK_IN, (self._journal.id_of(station, seq),)).fetchone()
        if row is None:
            return None
        at, door, badge, reason, operator, annulled, clock = row
        return RecordedCheckIn(
            at=at,
            list=door.hex(),
            badge=from_integer(badge) if badge is not None else "",
            reason=known_reason(reason),
            operator=operator or "",
            annulled=bool(annulled),
            recorded=milliseconds(clock),
        )

    def last_accepted_by(self, station: str, operator: str) -> tuple[str, int] | None:
        """Return the name of an operator's last accepted check-in at a station that counts."""
        row = self._database.execute_sql(
            _LAST_ACCEPTED_BY, (*self._journal.ids_of(station), operator)
        ).fetchone()
        return self._journal.name_of(row[0]) if row else None

    def all_counted(self) -> list[Counted]:
        """Return every accepted check-in of a known attendee that still counts, in order."""
        rows = self._database.execute_sql(_ALL_COUNTED).fetchall()
        return [
            Counted(
                attendee.hex(),
                door.hex(),
                known_direction(gone),
                at,
                self._journal.station_of(check_in),
                operator or "",
            )
            for attendee, door, gone, at, check_in, operator in rows
        ]


def known_direction(gone: object) -> Direction:
    """Return which way a check-in went."""
    return Direction.EXIT if gone else Direction.ENTRY


def known_reason(text: str | None) -> Reason | None:
    """Return a reason, blocked for one that only a newer version knows: the careful reading."""
    try:
        return Reason(text) if text else None
    except ValueError:
        return Reason.BLOCKED
