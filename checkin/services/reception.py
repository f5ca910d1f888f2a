"""Tells a reception desk how many are in, who came last, and whom somebody may mean."""

from dataclasses import dataclass

from checkin.domain.attendance import NOT_EXPECTED
from checkin.domain.event import CheckInList
from checkin.domain.people import Attendee
from checkin.domain.roles import Action, Operator
from checkin.domain.rules import admits_category
from checkin.domain.text import clean
from checkin.services.permission import require
from checkin.services.rooms import room_behind
from checkin.store.frontdesk import (
    LatestScan,
    counts,
    entered_by_list,
    expected_by_category,
    inside_since,
    latest_scans,
)
from checkin.store.rooms import inside
from checkin.store.store import Store

__all__ = [
    "LatestScan",
    "Overview",
    "Suggestion",
    "entered",
    "latest",
    "name_of_badge",
    "overview",
    "suggestions",
]

RECENT_MS = 5 * 60_000
# So many of those who fit are ranked before the best are taken.
_RANKED = 50


@dataclass(frozen=True, slots=True)
class Overview:
    """One list now: who is expected on its day, has entered, is inside, came in lately."""

    registered: int
    present: int
    inside: int
    recent: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody who may be meant; `entered_at` (Unix ms) is None for who is not inside."""

    attendee: Attendee
    entered_at: int | None


def overview(
    store: Store, operator: Operator, check_in_list: CheckInList, registered: int | None = None
) -> Overview:
    """Count one list; `registered`, if it is known already, is not counted again."""
    require(store, operator, Action.SEARCH)
    if registered is None:
        expected = expected_by_category(store.database, check_in_list.day)
        registered = sum(
            count
            for category, count in expected.items()
            if admits_category(check_in_list, category)
        )
    now = store.now()
    present, within, recent = counts(store.database, check_in_list.id, now - RECENT_MS)
    if not check_in_list.entrance:
        within = inside(store.database, room_behind(store, check_in_list), now)
    return Overview(registered, present, within, recent)


def entered(store: Store, operator: Operator) -> dict[str, int]:
    """Return how many have entered each list, by its id; a list nobody entered is not named."""
    require(store, operator, Action.SEARCH)
    return entered_by_list(store.database)


def latest(
    store: Store, operator: Operator, limit: int = 12, check_in_list: CheckInList | None = None
) -> list[LatestScan]:
    """Return the latest scans of every station, the newest first."""
    require(store, operator, Action.SEARCH)
    door = check_in_list.id if check_in_list else None
    return latest_scans(store.database, store.journal, limit, door)


def suggestions(
    store: Store, operator: Operator, check_in_list: CheckInList, text: str, limit: int = 8
) -> list[Suggestion]:
    """Return whom `text` may mean, the likeliest first, those not expected last."""
    require(store, operator, Action.SEARCH)
    found = store.roster.search(clean(text), limit=max(limit, _RANKED))
    likely = sorted(found, key=lambda one: one.status in NOT_EXPECTED)[:limit]
    inside = inside_since(store.database, check_in_list.id, [one.id for one in likely])
    return [Suggestion(one, inside.get(one.id)) for one in likely]


def name_of_badge(store: Store, operator: Operator, badge: str) -> str:
    """Return the name of whom a badge was given to, empty where nobody is known."""
    require(store, operator, Action.SEARCH)
    attendee = store.roster.by_badge(badge)
    return attendee.name if attendee else ""
