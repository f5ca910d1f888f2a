"""Asks whether an operator may do what a service is about to: by their role, and as signed in."""

import hmac

from checkin.domain.pins import proof_of
from checkin.domain.roles import Action, Operator, trusted_with
from checkin.errors import CheckinError
from checkin.store.faults import explained
from checkin.store.store import Store


def require(store: Store, operator: Operator, action: Action) -> None:
    """Raise CheckinError("not-allowed") unless the operator's role may do `action`.

    Where the event has a PIN for that role: CheckinError("pin-needed") unless they signed in.
    """
    permit(operator, action)
    require_signed_in(store, operator)


def require_signed_in(store: Store, operator: Operator) -> None:
    """Raise CheckinError("pin-needed") unless the role has no PIN, or the operator knew it."""
    with explained(store.path):
        kept = store.pins.kept(operator.role)
    if kept:
        proof = proof_of(store.key, operator.role, kept.pin)
        if not hmac.compare_digest(proof, operator.proof):
            raise CheckinError("pin-needed", role=operator.role.value)


def refuse_in_rehearsal(store: Store) -> None:
    """Raise CheckinError("rehearsal-stays") where something would leave a rehearsal."""
    if store.rehearsal:
        raise CheckinError("rehearsal-stays")


def permit(operator: Operator, action: Action) -> None:
    """Raise CheckinError("not-allowed") unless the role may; for where no event is open yet."""
    if not operator.may(action):
        others = " or ".join(trusted_with(action))
        role = operator.role.value
        raise CheckinError("not-allowed", role=role, action=action.value, others=others)
