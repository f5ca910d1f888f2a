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
_ALL = "SELECT badge, address, clock FROM ticket ORDER BY clock"


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
    return _sent(database, _SENT)


def sent_by_number(database: pw.SqliteDatabase) -> dict[str, Sent]:
    """Return where whatever was sent went last, and when: tickets and certificates by number."""
    return _sent(database, _ALL)


def _sent(database: pw.SqliteDatabase, query: str) -> dict[str, Sent]:
    rows = database.execute_sql(query).fetchall()
    return {
        from_integer(number): Sent(address, milliseconds(clock)) for number, address, clock in rows
    }
