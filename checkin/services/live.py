"""Tells how fast people come in at a list, at each station, and when all would be in."""

from dataclasses import dataclass

from checkin.domain.event import CheckInList
from checkin.domain.pace import SPAN_MS, Pace, pace
from checkin.domain.roles import Action, Operator
from checkin.services.permission import require
from checkin.services.reception import Overview, overview
from checkin.store.frontdesk import recent_entries
from checkin.store.store import Store


@dataclass(frozen=True, slots=True)
class Live:
    """One list now; `here` is this computer's station, `all_in_at` (Unix ms) when those still
    expected would be in, None where nobody is waiting.
    """

    overview: Overview
    pace: Pace
    here: str | None
    expected: int
    all_in_at: int | None


def live(
    store: Store, operator: Operator, check_in_list: CheckInList, registered: int | None = None
) -> Live:
    """Return how it goes at a list; `registered`, if it is known already, is not counted again."""
    require(store, operator, Action.SEARCH)
    counted = overview(store, operator, check_in_list, registered)
    now = store.now()
    entries = recent_entries(store.database, store.journal, check_in_list.id, now - SPAN_MS)
    found = pace(entries, now)
    expected = max(counted.registered - counted.present, 0)
    return Live(counted, found, store.station, expected, found.all_in_at(expected, now))
