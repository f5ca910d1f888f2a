"""Reads who wears a badge, all that a door judges and shows of them, in one look-up."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import peewee as pw

from checkin.domain.code import as_integer, from_integer
from checkin.domain.consent import consent_word
from checkin.domain.people import Status, known_status
from checkin.domain.questions import CONTACTS, SHOWABLE
from checkin.domain.things import days_in
from checkin.domain.verdict import Person
from checkin.store.lookups import row_of

_HOLDER = (
    "SELECT coalesce(r.person, b.attendee), b.attendee, b.revoked, a.name, o.name, a.status,"
    " a.extra, a.category, a.removed, s.entries, s.latest, a.job_title, a.notes, a.instruction,"
    " a.country, a.registration, a.contacts,"
    # Only of a badge that was replaced is it asked which one counts now.
    " CASE WHEN b.revoked THEN (SELECT number FROM badge WHERE attendee = a.id"
    " AND NOT revoked ORDER BY issue DESC LIMIT 1) END"
    # The record whose badge it is, and the person whose record that is: mostly the same row.
    " FROM badge b LEFT JOIN attendee r ON r.id = b.attendee"
    " LEFT JOIN attendee a ON a.id = coalesce(r.person, r.id)"
    " LEFT JOIN organisation o ON o.id = a.organisation"
    " LEFT JOIN standing s ON s.list = ? AND s.attendee = coalesce(r.person, b.attendee)"
    " WHERE b.number = ?"
)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who wears a badge and how they stand on one list; `person` is None when not known here.

    `attendee` is the person's id, `record` that of the record to which the badge was issued;
    `extra` are their fields that have no column, and what was asked of them that has one.
    """

    attendee: str | None
    record: str | None
    person: Person | None
    revoked: bool
    status: Status
    days: tuple[date, ...]
    category: str
    entries: int
    latest: int | None
    extra: Mapping[str, object]


UNKNOWN = Holder(None, None, None, False, Status.REGISTERED, (), "", 0, None, {})


def holder_of(
    database: pw.SqliteDatabase, number: str, check_in_list: str, shown: Sequence[str]
) -> Holder:
    """Return who wears a badge, with their standing on a list; UNKNOWN for a new number.

    `shown` names the fields of theirs that the door shows.
    """
    values = bytes.fromhex(check_in_list), as_integer(number)
    row = row_of(database, _HOLDER, values)
    if row is None:
        return UNKNOWN
    attendee, record, revoked, name, organisation, status, loose, category, removed = row[:9]
    extra = json.loads(loose) if loose else {}
    if row[16] is not None:
        extra[CONTACTS] = consent_word(bool(row[16]))
    days = days_in(extra)
    person = None
    if attendee is not None and status_known(name, status):
        job_title, notes, instruction, country, registration, _, current = row[11:]
        known = (category, job_title, country, days, registration, extra.get(CONTACTS))
        texts = dict(zip(SHOWABLE, known, strict=True))
        person = Person(
            id=attendee.hex(),
            name=name or "",
            organisation=organisation or "",
            job_title=job_title or "",
            category=category or "",
            notes=notes or "",
            badge=number if current is None else from_integer(current),
            instruction=instruction or "",
            fields=tuple(_fields(shown, extra | texts)) if shown else (),
        )
    return Holder(
        attendee=attendee.hex() if attendee else None,
        record=record.hex() if record else None,
        person=person,
        revoked=bool(revoked),
        status=Status.CANCELED if removed else known_status(status),
        days=days,
        category=category or "",
        entries=row[9] or 0,
        latest=row[10],
        extra=extra,
    )


def _fields(shown: Sequence[str], known: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name in shown:
        match known.get(name):
            case str(text) if text:
                yield name, text
            case [*days] if days:
                yield name, ",".join(map(str, days))


def status_known(name: str | None, status: str | None) -> bool:
    """Tell whether a person was set here: with a name, or erased down to a status."""
    return name is not None or status is not None
