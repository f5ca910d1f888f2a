"""Withdraws certificates whose attendance was corrected, or that were a mistake, and undoes it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from checkin.domain.certificates import Certificate, Withdrawal
from checkin.domain.code import printed
from checkin.domain.entry import Kind
from checkin.domain.roles import Action, Operator
from checkin.errors import CheckinError
from checkin.services.certificates import (
    Candidate,
    Standing,
    candidates,
    latest_certificates,
)
from checkin.services.permission import require
from checkin.store.draft import Draft
from checkin.store.store import Store


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A certificate that was withdrawn, and why."""

    certificate: Certificate
    why: Withdrawal


def fallen(store: Store, operator: Operator) -> list[Candidate]:
    """Return whose certificate does not hold any more: corrected below, canceled or blocked."""
    require(store, operator, Action.EXPORT)
    # Nobody's hours are told for nothing after each correction.
    holding = any(not one.withdrawn for one in latest_certificates(store).values())
    return candidates(store, operator).who_are(Standing.FALLEN) if holding else []


def withdraw_fallen(
    store: Store, operator: Operator, people: Collection[str] = ()
) -> list[Withdrawn]:
    """Withdraw the certificates that do not hold any more, of all or of `people`; return them."""
    require(store, operator, Action.EXPORT)
    with store.write(operator) as pen:
        gone = [
            Withdrawn(one.certificate, one.why)
            for one in fallen(store, operator)
            if one.certificate and one.why and (not people or one.attendee.id in people)
        ]
        if gone:
            pen.append_all([_said(one.certificate, one.why) for one in gone])
    return gone


def withdraw(
    store: Store, operator: Operator, people: Collection[str], why: Withdrawal
) -> list[Withdrawn]:
    """Withdraw the certificates that these people have, such as some issued by mistake."""
    require(store, operator, Action.EXPORT)
    with store.write(operator) as pen:
        latest = latest_certificates(store)
        gone = [
            Withdrawn(one, why)
            for person in people
            if (one := latest.get(person)) and not one.withdrawn
        ]
        if not gone:
            raise CheckinError("no-certificate")
        pen.append_all([_said(one.certificate, why) for one in gone])
    return gone


def reinstate(store: Store, operator: Operator, withdrawn: Sequence[Certificate]) -> None:
    """Let certificates hold again that were withdrawn; one that was replaced meanwhile cannot."""
    require(store, operator, Action.EXPORT)
    with store.write(operator) as pen:
        last = {one.id: one for one in latest_certificates(store).values()}
        for one in withdrawn:
            if one.id not in last:
                raise CheckinError("certificate-replaced", number=printed(one.number))
        back = [one for one in withdrawn if last[one.id].withdrawn]
        if back:
            pen.append_all([_said(one, None) for one in back])


def _said(certificate: Certificate, why: Withdrawal | None) -> Draft:
    body = {"withdrawn": why.value if why else None}
    return Draft.of(Kind.CERTIFICATE_SET, certificate.id, body)
