"""Reads the people of an event."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import peewee as pw

from checkin.domain.code import as_integer, from_integer, is_number
from checkin.domain.people import Attendee, known_status
from checkin.domain.text import fold, sort_name
from checkin.domain.things import CUSTOM, bookings_in, days_in
from checkin.store import tables as t
from checkin.store.lookups import row_of
from checkin.store.persons import records_of
from checkin.store.searching import matching

_MOST_NUMBERS = 500
_ID_BYTES = 16
# What is asked of every code that is not ours, of which a stuck scanner sends a thousand a second.
_BADGE = "SELECT 1 FROM badge WHERE number = ?"
_TICKET_CODE = "SELECT 1 FROM attendee WHERE ticket_code = ?"
# Conditions of a query of attendees, for those who ask SQLite straight.
ON_THE_ROSTER = "name IS NOT NULL AND removed IS NOT TRUE AND person IS NULL"
STILL_COMING = "coalesce(status, '') IN ('', 'registered', 'unapproved', 'unpaid')"


class Issue(NamedTuple):
    """A badge, the record it was issued to, and as the how many of it."""

    record: str
    number: str
    issue: int
    revoked: bool


# A record by which a person is looked for: their own, or another that is theirs.
Record = t.Attendee.alias()


class Roster:
    """The attendees who have been set and not removed, each once.

    Whatever any record of theirs says finds the person.
    """

    def __init__(self, database: pw.SqliteDatabase) -> None:
        self._database = database

    def everyone(self) -> Iterator[Attendee]:
        """Yield all attendees, in no particular order."""
        return map(_attendee, self._people().tuples().iterator(self._database))

    def agreeing(self) -> list[Attendee]:
        """Return all who agreed that their contact is passed on, in no particular order."""
        return self._list(t.Attendee.contacts == True)  # noqa: E712 - a condition of SQL

    def by_id(self, attendee: str) -> Attendee | None:
        """Return one attendee by the id of any record of theirs."""
        return next(iter(self._found_by(Record.id == attendee)), None)

    def by_ids(self, ids: Sequence[str]) -> dict[str, Attendee]:
        """Return those of some ids who are there, by id; a record that is another's is not."""
        parts = (ids[at : at + _MOST_NUMBERS] for at in range(0, len(ids), _MOST_NUMBERS))
        return {one.id: one for part in parts for one in self._list(t.Attendee.id.in_(part))}

    def by_ticket_code(self, code: str) -> Attendee | None:
        """Return the attendee who came with another system's ticket code, if it is theirs alone."""
        if not row_of(self._database, _TICKET_CODE, (code,)):
            return None
        found = self._found_by(Record.ticket_code == code)
        return found[0] if len(found) == 1 else None

    def by_registration(self, registration: str) -> list[Attendee]:
        """Return whoever has that registration number; two is a fact to show."""
        return self._found_by(Record.registration == registration)

    def by_id_beginning(self, beginning: str) -> list[Attendee]:
        """Return the attendees who have a record whose id begins so."""
        low, high = (beginning.ljust(2 * _ID_BYTES, digit) for digit in "0f")
        return self._found_by(Record.id.between(low, high))

    def by_badge(self, number: str) -> Attendee | None:
        """Return the attendee to whom the badge with that number was issued, revoked or not."""
        if not is_number(number):
            return None
        badge = t.Badge.select(t.Badge.attendee).where(t.Badge.number == as_integer(number))
        return next(iter(self._found_by(Record.id.in_(badge))), None)

    def by_numbers(self, numbers: Sequence[int]) -> dict[int, Attendee]:
        """Return those of some numbers who are there, by number."""
        people = self._people().select_extend(t.Attendee.number)
        found = {}
        for start in range(0, len(numbers), _MOST_NUMBERS):
            some = list(numbers[start : start + _MOST_NUMBERS])
            rows = people.where(t.Attendee.number.in_(some)).tuples().execute(self._database)
            found.update({row[-1]: _attendee(row) for row in rows})
        return found

    def merged(self) -> list[tuple[Attendee, Attendee]]:
        """Return the records that are somebody else's, and whose."""
        rows = (
            self._named()
            .select_extend(t.Attendee.person)
            .where(t.Attendee.person.is_null(False))
            .order_by(t.Attendee.id)
            .tuples()
            .execute(self._database)
        )
        records = [(_attendee(row), row[-1]) for row in rows]
        merged = Record.select(Record.person).where(Record.person.is_null(False))
        people = {one.id: one for one in self._list(t.Attendee.id.in_(merged))}
        return [(record, people[person]) for record, person in records if person in people]

    def search(self, text: str, limit: int) -> list[Attendee]:
        """Return at most `limit` people whom `text` may mean, names that begin so first."""
        people = self.by_numbers(matching(self._database, text, limit))
        wanted = fold(text)
        return sorted(
            people.values(), key=lambda one: (not fold(one.name).startswith(wanted), *by_name(one))
        )

    def issues(self, attendee: str) -> list[Issue]:
        """Return every badge an attendee was given, of all records, each's first to last."""
        rows = (
            t.Badge.select(t.Badge.attendee, t.Badge.number, t.Badge.issue, t.Badge.revoked)
            .where(t.Badge.attendee << self.records(attendee))
            .order_by(t.Badge.attendee, t.Badge.issue)
            .tuples()
            .execute(self._database)
        )
        return [
            Issue(record, from_integer(number), issue, revoked)
            for record, number, issue, revoked in rows
        ]

    def records(self, attendee: str) -> list[str]:
        """Return the ids of all records of a person, their own the first."""
        found = records_of(self._database, bytes.fromhex(attendee))
        return [record.hex() for record in found]

    def badge_taken(self, number: str) -> bool:
        """Tell whether a badge with that number is known here."""
        return row_of(self._database, _BADGE, (as_integer(number),)) is not None

    def organisation(self, identity: str) -> tuple[str, str] | None:
        """Return an organisation's name and kind, or None for one not set yet."""
        row = (
            t.Organisation.select(t.Organisation.name, t.Organisation.kind)
            .where(t.Organisation.id == identity, t.Organisation.name.is_null(False))
            .tuples()
            .first(self._database)
        )
        return (row[0], row[1] or "") if row else None

    def organisations(self) -> dict[str, tuple[str, str]]:
        """Return name and kind of every organisation that was set, by id."""
        rows = (
            t.Organisation.select(t.Organisation.id, t.Organisation.name, t.Organisation.kind)
            .where(t.Organisation.name.is_null(False))
            .tuples()
            .execute(self._database)
        )
        return {identity: (name, kind or "") for identity, name, kind in rows}

    def badge_numbers(self) -> set[str]:
        """Return every badge number known here."""
        rows = t.Badge.select(t.Badge.number).tuples().execute(self._database)
        return {from_integer(number) for (number,) in rows}

    def _people(self) -> "pw.ModelSelect[t.Attendee]":
        return self._named().where(
            t.Attendee.removed.is_null() | ~t.Attendee.removed, t.Attendee.person.is_null()
        )

    def _named(self) -> "pw.ModelSelect[t.Attendee]":
        badge = (
            t.Badge.select(t.Badge.number)
            .where(t.Badge.attendee == t.Attendee.id, ~t.Badge.revoked)
            .order_by(t.Badge.issue.desc())
            .limit(1)
        )
        return (
            t.Attendee.select(
                t.Attendee.id,
                t.Attendee.name,
                t.Attendee.given_name,
                t.Attendee.family_name,
                t.Attendee.email,
                t.Organisation.name,
                pw.fn.COALESCE(t.Organisation.kind, t.Attendee.organisation_kind),
                t.Attendee.country,
                t.Attendee.job_title,
                t.Attendee.category,
                t.Attendee.status,
                t.Attendee.extra,
                t.Attendee.notes,
                t.Attendee.registration,
                badge,
                t.Attendee.ticket_code,
                t.Attendee.imported,
                t.Attendee.instruction,
                t.Attendee.contacts,
                t.Attendee.offers,
                t.Attendee.seeks,
            )
            .join(
                t.Organisation,
                pw.JOIN.LEFT_OUTER,
                on=(t.Organisation.id == t.Attendee.organisation),
            )
            .where(t.Attendee.name.is_null(False))
        )

    def _list(self, *conditions: pw.Expression) -> list[Attendee]:
        rows = self._people().where(*conditions).tuples().execute(self._database)
        return [_attendee(row) for row in rows]

    def _found_by(self, condition: pw.Expression) -> list[Attendee]:
        """Return the people who have a record of which `condition` holds."""
        people = Record.select(pw.fn.COALESCE(Record.person, Record.id)).where(
            condition, Record.name.is_null(False), Record.removed.is_null() | ~Record.removed
        )
        return self._list(t.Attendee.id.in_(people))


def by_name(attendee: Attendee) -> tuple[str, str]:
    """Return what lists of people are sorted by: family name, given name, id."""
    name = sort_name(attendee.name, attendee.given_name, attendee.family_name)
    return name, attendee.id


def _attendee(row: tuple[Any, ...]) -> Attendee:
    extra = json.loads(row[11]) if row[11] else {}
    custom = {name[len(CUSTOM) :]: text for name, text in extra.items() if name.startswith(CUSTOM)}
    return Attendee(
        id=row[0],
        name=row[1],
        given_name=row[2] or "",
        family_name=row[3] or "",
        email=row[4] or "",
        organisation=row[5] or "",
        organisation_kind=row[6] or "",
        country=row[7] or "",
        job_title=row[8] or "",
        category=row[9] or "",
        status=known_status(row[10]),
        days=days_in(extra),
        notes=row[12] or "",
        registration=row[13] or "",
        badge=from_integer(row[14]) if row[14] is not None else "",
        ticket_code=row[15] or "",
        imported=row[16] or "",
        instruction=row[17] or "",
        contacts=row[18],
        offers=row[19] or "",
        seeks=row[20] or "",
        bookings=bookings_in(extra),
        custom=custom,
    )
