"""Folds badges: which attendee wears which number, and which numbers no longer count."""

from collections.abc import Mapping, Sequence

import peewee as pw

from checkin.domain.code import as_integer, is_number
from checkin.domain.entry import Entry, read_body
from checkin.domain.things import is_integer
from checkin.store.journal import Journal
from checkin.store.lookups import Row, rows_of

_ISSUED = (
    "SELECT number, attendee, issue, clock, entry FROM badge WHERE attendee IS NOT NULL AND number"
)
_ISSUE = (
    "INSERT INTO badge (number, attendee, issue, clock, entry, revoked)"
    " VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT (number) DO UPDATE SET"
    " attendee = excluded.attendee, issue = excluded.issue,"
    " clock = excluded.clock, entry = excluded.entry"
)
_REVOKE = (
    "INSERT INTO badge (number, revoked) VALUES (?, 1)"
    " ON CONFLICT (number) DO UPDATE SET revoked = 1"
)


class BadgeFold:
    """Keeps the badge table. A revoked badge stays so, even if that is heard before its issue."""

    def __init__(self, database: pw.SqliteDatabase, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def issue(self, entries: Sequence[Entry]) -> set[tuple[int, bytes]]:
        """Fold `badge.issued`; return whose check-ins, by which badge, are to be counted anew.

        Should two attendees ever be given one number, the earlier keeps it.
        """
        issues = [row for entry in entries if (row := self._row(entry))]
        known = rows_of(self._database, _ISSUED, {row[0] for row in issues})
        holders = {row[0]: row for row in known}
        changed: dict[int, Row] = {}
        moved: set[tuple[int, bytes]] = set()
        for row in issues:
            number = row[0]
            holder = holders.get(number)
            if holder and self._order(row) > self._order(holder):
                continue
            moved |= {(number, one[1]) for one in (holder, row) if one}
            holders[number] = changed[number] = row
        self._database.connection().executemany(_ISSUE, sorted(changed.values()))
        return moved

    def revoke(self, entries: Sequence[Entry]) -> None:
        """Fold `badge.revoked`."""
        numbers = (badge_integer(read_body(entry.body)) for entry in entries)
        revoked = [(number,) for number in numbers if number is not None]
        self._database.connection().executemany(_REVOKE, revoked)

    def _row(self, entry: Entry) -> Row | None:
        body = read_body(entry.body)
        number, issue = badge_integer(body), body.get("issue")
        if number is None:
            return None
        return (
            number,
            bytes.fromhex(entry.subject),
            issue if is_integer(issue) else 1,
            entry.clock,
            self._journal.id_of(entry.station, entry.seq),
        )

    def _order(self, row: Row) -> tuple[int, str, int]:
        return self._journal.order_of(row[4], row[3])


def badge_integer(body: Mapping[str, object]) -> int | None:
    """Return the badge a body names, as the tables key it, or None if it names none."""
    number = body.get("badge")
    return as_integer(number) if isinstance(number, str) and is_number(number) else None
