"""Tells who must still come today to reach the threshold, and who cannot reach it any more."""

from dataclasses import dataclass

from checkin.domain.event import Event
from checkin.domain.reckoning import Record
from checkin.domain.risk import Risk, at_risk, out_of_reach
from checkin.domain.roles import Action, Operator
from checkin.services.attendance import records
from checkin.services.litter import no_litter
from checkin.services.permission import require
from checkin.store.store import Store


@dataclass(frozen=True, slots=True)
class Risks:
    """Who is at risk `at` a moment (Unix ms), most hours needed first, and for whom it is late."""

    event: Event
    at: int
    at_risk: tuple[Risk, ...]
    out_of_reach: tuple[Record, ...]


def risks(store: Store, operator: Operator) -> Risks:
    """Return who is at risk now."""
    require(store, operator, Action.SEARCH)
    with no_litter():
        found, now = records(store, operator), store.now()
        risk = at_risk(found.schedule, found.records, now)
        late = out_of_reach(found.schedule, found.records, now)
    return Risks(found.event, now, tuple(risk), tuple(late))
