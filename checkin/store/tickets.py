"""Folds tickets sent: the address to which each badge's went last."""

from dataclasses import dataclass

import peewee as pw

from checkin.domain.clock import milliseconds
from checkin.domain.code import from_integer
from checkin.store.journal import Journal
from checkin.store.lastofbadge import LastOfBadge

_SENT = (
    "SELECT t.badge, t.address, t.clock FROM ticket t"
    " JOIN badge b ON b.number = t.badge AND b.attendee = t.attendee"
)


@dataclass(frozen=True, slots=True)
class Sent:
    """A ticket that a mail server took, `at` in Unix milliseconds."""

    address: str
    at: int


def ticket_fold(database: pw.SqliteDatabase, journal: Journal) -> LastOfBadge:
    """Return what keeps the ticket table."""
    return LastOfBadge(database, journal, "ticket", "address", bool)


def sent_tickets(database: pw.SqliteDatabase) -> dict[str, Sent]:
    """Return where the ticket of each badge went last, and when, by badge number."""
    rows = database.execute_sql(_SENT).fetchall()
    return {
        from_integer(badge): Sent(address, milliseconds(clock)) for badge, address, clock in rows
    }
