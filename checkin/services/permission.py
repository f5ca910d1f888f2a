"""Asks whether an operator's role is trusted with what a service is about to do."""

from checkin.domain.roles import Action, Operator, trusted_with
from checkin.errors import CheckinError


def require(operator: Operator, action: Action) -> None:
    """Raise CheckinError("not-allowed") unless the operator may do `action`."""
    if not operator.may(action):
        others = " or ".join(trusted_with(action))
        role = operator.role.value
        raise CheckinError("not-allowed", role=role, action=action.value, others=others)
