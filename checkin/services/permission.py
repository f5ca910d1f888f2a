"""Asks whether an operator's role is trusted with what a service is about to do."""

from checkin.domain.roles import Action, Operator
from checkin.errors import CheckinError


def require(operator: Operator, action: Action) -> None:
    """Raise CheckinError("not-allowed") unless the operator may do `action`."""
    if not operator.may(action):
        raise CheckinError("not-allowed", role=operator.role.value, action=action.value)
