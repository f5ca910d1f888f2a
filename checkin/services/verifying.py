"""Tells of a certificate that somebody shows whether it holds, and the log of all of them."""

from dataclasses import dataclass
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
from checkin.services.certificates import Issued, latest_certificates, told
from checkin.services.permission import require
from checkin.store.certificates import Step, certificates, story
from checkin.store.store import Store


@dataclass(frozen=True, slots=True)
class Verified:
    """What became of a certificate; one that is not ours, or not here, has no `issued`.

    `since`, `why` and `by` tell when one was withdrawn, why, and by whom; `since` also when it was
    replaced by the one of the number `newer`.
    """

    text: str
    proof: Proof
    issued: Issued | None = None
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
    return sorted(logged, key=lambda one: one.at, reverse=True)


def _verified(store: Store, text: str, one: Certificate) -> Verified:
    person = store.roster.by_id(one.facts.attendee)
    issued = told(store, one, person)
    if not is_unaltered(store.key, one):
        return Verified(text, Proof.ALTERED, issued)
    if one.withdrawn:
        last = story(store.database, store.journal, one.id)[-1]
        return Verified(text, Proof.WITHDRAWN, issued, last.at, one.withdrawn, last.operator)
    last_one = latest_certificates(store)[person.id if person else one.facts.attendee]
    if last_one.id != one.id:
        since = told(store, last_one, person)
        return Verified(text, Proof.REPLACED, issued, since.at, by=since.by, newer=last_one.number)
    return Verified(text, Proof.VALID, issued)


def _logged(one: Certificate, attendee: Attendee | None, place: int, step: Step) -> Logged:
    if step.withdrawn:
        deed = Deed.WITHDRAWN
    elif place:
        deed = Deed.REINSTATED
    else:
        deed = Deed.REISSUED if one.issue > 1 else Deed.ISSUED
    return Logged(step.at, step.operator, deed, one, attendee, step.withdrawn)
