"""Reads the certificates of an event, and who issued and withdrew them when."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import peewee as pw

from checkin.domain.certificates import Certificate, Facts, Withdrawal, known_withdrawal
from checkin.domain.clock import milliseconds
from checkin.domain.code import is_number
from checkin.domain.entry import Entry, Kind, read_body
from checkin.domain.things import is_id
from checkin.store.journal import Journal
from checkin.store.lookups import Row
from checkin.store.personal import operators

_CERTIFICATES = (
    "SELECT id, attendee, number, issue, hours, programme, days, sessions, withdrawn"
    " FROM certificate WHERE attendee IS NOT NULL AND number IS NOT NULL AND issue > 0"
    " AND hours IS NOT NULL AND programme IS NOT NULL AND removed IS NOT TRUE"
    " ORDER BY issue, clock, id"
)


@dataclass(frozen=True, slots=True)
class Step:
    """What was done with a certificate: issued where `withdrawn` is None at first, or again."""

    at: int
    operator: str
    withdrawn: Withdrawal | None


def certificates(database: pw.SqliteDatabase) -> list[Certificate]:
    """Return all certificates, those of one attendee in the order in which they replace another."""
    rows = database.connection().execute(_CERTIFICATES)
    return [found for row in rows if (found := _certificate(row))]


def story(database: pw.SqliteDatabase, journal: Journal, identity: str) -> list[Step]:
    """Return what was done with a certificate, in order; the first step is its issue."""
    names = operators(database)
    about = [one for one in journal.about(identity) if one.kind == Kind.CERTIFICATE_SET]
    return list(_steps(about, names))


def _steps(about: list[Entry], names: dict[str, str]) -> Iterator[Step]:
    withdrawn: Withdrawal | None = None
    for place, entry in enumerate(about):
        body = read_body(entry.body)
        before, word = withdrawn, body.get("withdrawn")
        if "withdrawn" in body:
            withdrawn = known_withdrawal(word if isinstance(word, str) else None)
        # The same certificate issued at two stations apart is one, and was issued once.
        if place == 0 or withdrawn is not before:
            yield Step(milliseconds(entry.clock), names.get(entry.actor, ""), withdrawn)


def _certificate(row: Row) -> Certificate | None:
    """Return what a row says, None for one that only a newer version can have written."""
    identity, attendee, number, issue, hours, programme, days, sessions, withdrawn = row
    try:
        on = tuple(map(date.fromisoformat, json.loads(days or "[]")))
    except (TypeError, ValueError):
        return None
    attended = tuple(one for one in json.loads(sessions or "[]") if is_id(one))
    if not is_number(number):
        return None
    facts = Facts(attendee.hex(), hours, programme, on, attended)
    return Certificate(identity.hex(), number, issue, facts, known_withdrawal(withdrawn))
