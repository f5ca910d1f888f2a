"""Folds badges: which attendee wears which number, and which numbers no longer count."""

import peewee as pw

from checkin.domain.code import as_integer, is_number
from checkin.domain.entry import Entry, read_body
from checkin.store.journal import Journal


class BadgeFold:
    """Keeps the badge table. A revoked badge stays so, even if that is heard before its issue."""

    def __init__(self, database: pw.SqliteDatabase, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def issue(self, entry: Entry) -> list[str]:
        """Fold `badge.issued`; return the attendees whose check-ins are to be counted anew.

        Should two attendees ever be given one number, the earlier keeps it.
        """
        body = read_body(entry.body)
        number = badge_integer(body)
        if number is None:
            return []
        row = self._database.execute_sql(
            "SELECT attendee, clock, entry FROM badge WHERE number = ?", (number,)
        ).fetchone()
        holder = row[0].hex() if row and row[0] else None
        if holder and entry.order > self._journal.order_of(row[2], row[1]):
            return []
        issue = body.get("issue")
        self._database.execute_sql(
            "INSERT INTO badge (number, attendee, issue, revoked, clock, entry)"
            " VALUES (?, ?, ?, 0, ?, ?) ON CONFLICT (number) DO UPDATE SET"
            " attendee = excluded.attendee, issue = excluded.issue,"
            " clock = excluded.clock, entry = excluded.entry",
            (
                number,
                bytes.fromhex(entry.subject),
                issue if isinstance(issue, int) else 1,
                entry.clock,
                self._journal.id_of(entry.station, entry.seq),
            ),
        )
        return [entry.subject, holder] if holder and holder != entry.subject else [entry.subject]

    def revoke(self, entry: Entry) -> None:
        """Fold `badge.revoked`."""
        number = badge_integer(read_body(entry.body))
        if number is not None:
            self._database.execute_sql(
                "INSERT INTO badge (number, revoked) VALUES (?, 1)"
                " ON CONFLICT (number) DO UPDATE SET revoked = 1",
                (number,),
            )


def badge_integer(body: dict[str, object]) -> int | None:
    """Return the badge a body names, as the tables key it, or None if it names none."""
    number = body.get("badge")
    return as_integer(number) if isinstance(number, str) and is_number(number) else None
