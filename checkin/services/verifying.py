"""Tells of a certificate that somebody shows whether it holds, and the log of all of them."""

from dataclasses import dataclass, replace
from enum import StrEnum

from checkin.domain.certificates import (
    Certificate,
    Proof,
    Withdrawal,
    is_unaltered,
    read_certificate,
)
from checkin.domain.code import read
from checkin.domain.keyboards import put_back
from checkin.domain.people import Attendee
from checkin.domain.roles import Action, Operator
from checkin.services.certificates import latest_certificates
from checkin.services.permission import require
from checkin.store.certificates import Step, certificates, story
from checkin.store.store import Store


@dataclass(frozen=True, slots=True)
class Verified:
    """What became of a certificate; moments are Unix milliseconds.

    One that is not ours, or not here, has no `certificate`; one of who was erased no `attendee`.
    It was issued `at` a moment. `since`, `why` and `by` tell when it was withdrawn, why, and by
    whom, or when it was replaced by the one of the number `newer`.
    """

    text: str
    proof: Proof
    certificate: Certificate | None = None
    attendee: Attendee | None = None
    at: int | None = None
    since: int | None = None
    why: Withdrawal | None = None
    by: str = ""
    newer: str = ""


class Deed(StrEnum):
    """What was done with a certificate. Values are told: never rename one."""

    ISSUED = "issued"
    REISSUED = "issued anew"
    WITHDRAWN = "withdrawn"
    REINSTATED = "reinstated"


@dataclass(frozen=True, slots=True)
class Logged:
    """One thing that was done with a certificate, `at` Unix milliseconds, and by whom."""

    at: int
    by: str
    deed: Deed
    certificate: Certificate
    attendee: Attendee | None
    why: Withdrawal | None


def verify_certificate(store: Store, operator: Operator, text: str) -> Verified:
    """Return what became of the certificate of a scanned code, or of a number typed by hand."""
    require(store, operator, Action.SEARCH)
    reading = read_certificate(store.key, text, put_back)
    if reading is None:
        badge = read(store.key, text, put_back)
        return Verified(text, Proof.BADGE if badge and badge.proven else Proof.NOT_OURS)
    known = [one for one in certificates(store.database) if one.number == reading.number]
    if not known:
        # A number alone proves nothing: twelve letters are quickly made up.
        return Verified(text, Proof.UNKNOWN if reading.proven else Proof.NOT_OURS)
    return _verified(store, text, known[-1])


def certificate_log(store: Store, operator: Operator) -> list[Logged]:
    """Return all that was done with certificates, the latest first."""
    require(store, operator, Action.EXPORT)
    logged = [
        _logged(one, store.roster.by_id(one.facts.attendee), place, step)
        for one in certificates(store.database)
        for place, step in enumerate(story(store.database, store.journal, one.id))
    ]
    # Of two things done in one millisecond, too, the later one comes first.
    return sorted(logged, key=lambda one: one.at)[::-1]


def _verified(store: Store, text: str, one: Certificate) -> Verified:
    person = store.roster.by_id(one.facts.attendee)
    steps = story(store.database, store.journal, one.id)
    found = Verified(text, Proof.VALID, one, person, steps[0].at)
    if not is_unaltered(store.key, one):
        return replace(found, proof=Proof.ALTERED)
    last_one = latest_certificates(store)[person.id if person else one.facts.attendee]
    last = steps[-1]
    if one.withdrawn:
        gone = replace(found, proof=Proof.WITHDRAWN, why=one.withdrawn)
        return replace(gone, since=last.at, by=last.operator)
    if last_one.id != one.id:
        first = story(store.database, store.journal, last_one.id)[0]
        newer = replace(found, proof=Proof.REPLACED, newer=last_one.number)
        return replace(newer, since=first.at, by=first.operator)
    return found


def _logged(one: Certificate, attendee: Attendee | None, place: int, step: Step) -> Logged:
    if step.withdrawn:
        deed = Deed.WITHDRAWN
    elif place:
        deed = Deed.REINSTATED
    else:
        deed = Deed.REISSUED if one.issue > 1 else Deed.ISSUED
    return Logged(step.at, step.operator, deed, one, attendee, step.withdrawn)
