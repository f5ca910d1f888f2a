"""Tells who gets a certificate of attendance, and issues them, anew where attendance changed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from checkin.domain.certificates import (
    Certificate,
    Facts,
    Withdrawal,
    certificate_number,
    facts_of,
)
from checkin.domain.entry import Kind
from checkin.domain.event import Event
from checkin.domain.identity import subject
from checkin.domain.people import Attendee, Status
from checkin.domain.reckoning import Record
from checkin.domain.roles import Action, Operator
from checkin.errors import CheckinError
from checkin.services.attendance import Reckoned, records
from checkin.services.permission import refuse_in_rehearsal, require
from checkin.store.certificates import certificates, story
from checkin.store.draft import Draft
from checkin.store.store import Store

_NEVER = {Status.CANCELED: Withdrawal.CANCELED, Status.BLOCKED: Withdrawal.BLOCKED}


class Standing(StrEnum):
    """Where somebody stands. Values are told: never rename one.

    `CHANGED` has one, but of other hours, days or sessions; `FALLEN` has one that is to be
    withdrawn; `LEFT_OUT` gets none whatever they attended.
    """

    DUE = "due"
    CHANGED = "changed"
    ISSUED = "issued"
    FALLEN = "to withdraw"
    BELOW = "below"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An attendee, what they attended, and how many milliseconds are `lacking`.

    `certificate` is the one that holds now, `why` the reason against another.
    """

    attendee: Attendee
    facts: Facts
    standing: Standing
    lacking: int
    certificate: Certificate | None
    why: Withdrawal | None


@dataclass(frozen=True, slots=True)
class Candidates:
    """Everybody who came or has a certificate, by name; `threshold` is in per cent.

    `early` tells that the programme is not over: hours until its end count for whoever is in.
    """

    event: Event
    threshold: int
    early: bool
    people: tuple[Candidate, ...]

    def who_are(self, *standings: Standing) -> list[Candidate]:
        """Return those who stand in one of these ways."""
        return [one for one in self.people if one.standing in standings]


@dataclass(frozen=True, slots=True)
class Issued:
    """A certificate that holds, and whose it is; issued `at` a moment (Unix ms)."""

    certificate: Certificate
    attendee: Attendee
    at: int
    by: str

    @property
    def number(self) -> str:
        """The certificate's number, twelve letters."""
        return self.certificate.number


def candidates(store: Store, operator: Operator, threshold: int | None = None) -> Candidates:
    """Return who gets a certificate, by the event's threshold or another one in per cent.

    One that was issued by a lower threshold stands while nothing of the attendance is changed.
    """
    require(store, operator, Action.EXPORT)
    found = records(store, operator)
    wanted = found.event.threshold if threshold is None else threshold
    if not 1 <= wanted <= 100:
        raise CheckinError("certificate-share", share=wanted)
    latest = latest_certificates(store)
    people = [_candidate(one, found, latest.get(one.attendee.id), wanted) for one in found.records]
    ends = [span[1] for day in found.schedule.days for span in day.counted]
    early = max(ends, default=0) > store.now()
    came = tuple(one for one in people if one.facts.days or one.certificate)
    return Candidates(found.event, wanted, early, came)


def issue(
    store: Store,
    operator: Operator,
    people: Collection[str] = (),
    threshold: int | None = None,
) -> list[Candidate]:
    """Issue certificates to those of `people`, or of all, who are due or whose facts changed.

    All are issued together or none. Returns whom they are issued to.
    """
    require(store, operator, Action.EXPORT)
    refuse_in_rehearsal(store)
    with store.write(operator) as pen:
        found = candidates(store, operator, threshold)
        given = [
            one
            for one in found.who_are(Standing.DUE, Standing.CHANGED)
            if not people or one.attendee.id in people
        ]
        last = latest_certificates(store)
        if given:
            pen.append_all([_draft(store.key, one, last.get(one.attendee.id)) for one in given])
    return given


def issued(store: Store, operator: Operator, people: Collection[str] = ()) -> list[Issued]:
    """Return the certificates that hold now, of everybody or of `people`, by name."""
    require(store, operator, Action.EXPORT)
    holding = {
        attendee: one for attendee, one in latest_certificates(store).items() if not one.withdrawn
    }
    wanted = [
        (person, holding[person.id])
        for person in (one.attendee for one in records(store, operator).records)
        if person.id in holding and (not people or person.id in people)
    ]
    return [_issued(store, one, person) for person, one in wanted]


def latest_certificates(store: Store) -> Mapping[str, Certificate]:
    """Return the last certificate of each attendee, by id: it replaces those before it."""
    persons = {record.id: person.id for record, person in store.roster.merged()}
    return {
        persons.get(one.facts.attendee, one.facts.attendee): one
        for one in certificates(store.database)
    }


def _candidate(
    record: Record, found: Reckoned, last: Certificate | None, threshold: int
) -> Candidate:
    facts = facts_of(record, found.schedule)
    holds = last if last and not last.withdrawn else None
    why = _NEVER.get(record.attendee.status)
    if why is None and not record.reaches(threshold):
        why = Withdrawal.BELOW
    changed = holds is not None and replace(holds.facts, attendee=facts.attendee) != facts
    lacking = max(-(-threshold * record.programme // 100) - record.hours, 0)
    standing = _standing(why, holds is not None, changed)
    return Candidate(record.attendee, facts, standing, lacking, holds, why)


def _standing(why: Withdrawal | None, holds: bool, changed: bool) -> Standing:
    if why is None:
        return Standing.CHANGED if changed else Standing.ISSUED if holds else Standing.DUE
    if holds:
        stays = why is Withdrawal.BELOW and not changed
        return Standing.ISSUED if stays else Standing.FALLEN
    return Standing.BELOW if why is Withdrawal.BELOW else Standing.LEFT_OUT


def _issued(store: Store, certificate: Certificate, attendee: Attendee) -> Issued:
    first = story(store.database, store.journal, certificate.id)[0]
    return Issued(certificate, attendee, first.at, first.operator)


def _draft(key: bytes, one: Candidate, last: Certificate | None) -> Draft:
    number_of_issue = last.issue + 1 if last else 1
    facts = one.facts
    number = certificate_number(key, facts, number_of_issue)
    body = {
        "attendee": facts.attendee,
        "number": number,
        "issue": number_of_issue,
        "hours": facts.hours,
        "programme": facts.programme,
        "days": [day.isoformat() for day in facts.days],
        "sessions": list(facts.sessions),
    }
    # The same certificate issued at two laptops that are apart is one.
    return Draft.of(Kind.CERTIFICATE_SET, subject(key, "certificate", number), body)
