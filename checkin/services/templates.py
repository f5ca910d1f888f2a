"""Tells what the badges of an event look like."""

from collections.abc import Mapping

from checkin.domain.design import Design
from checkin.domain.roles import Action, Operator
from checkin.domain.template import Template
from checkin.services.permission import require
from checkin.store.store import Store

USUAL = "classic"


def design_of(store: Store, operator: Operator, builtin: Mapping[str, Template]) -> Design:
    """Return what the badges of an event look like; `builtin` are the templates that come along."""
    require(store, operator, Action.PRINT_BADGES)
    logos = tuple(one.picture for one in store.programme.organizers() if one.picture)
    return Design(builtin[USUAL], logos=logos)
