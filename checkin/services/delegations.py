"""Lets in those of an organisation who arrive together, each by a check-in of their own."""

from collections.abc import Iterable

from checkin.domain.event import CheckInList
from checkin.domain.identity import organisation_id
from checkin.domain.people import Attendee
from checkin.domain.roles import Action, Operator
from checkin.domain.rules import admits_category
from checkin.domain.verdict import Verdict
from checkin.errors import CheckinError
from checkin.services.admission import Door
from checkin.services.permission import require
from checkin.store.delegations import awaited
from checkin.store.roster import by_name
from checkin.store.store import Store


def awaited_of(
    store: Store, operator: Operator, check_in_list: CheckInList, organisation: str
) -> list[Attendee]:
    """Return who of an organisation is expected on the list's day and has not come yet, by name.

    Raises `organisation-unknown`.
    """
    require(store, operator, Action.SEARCH)
    if store.roster.organisation(organisation_id(store.key, organisation)) is None:
        raise CheckinError("organisation-unknown", organisation=organisation)
    found = store.roster.by_numbers(_numbers(store, check_in_list, organisation))
    return sorted(found.values(), key=by_name)


def count_awaited(
    store: Store, operator: Operator, check_in_list: CheckInList, organisation: str
) -> int:
    """Return how many they are, without reading them."""
    require(store, operator, Action.SEARCH)
    return len(_numbers(store, check_in_list, organisation))


def check_in_together(
    store: Store, operator: Operator, check_in_list: CheckInList, people: Iterable[Attendee]
) -> list[Verdict]:
    """Scan the badge each has by now, and return the verdicts; whoever is gone is refused."""
    door = Door(store, operator, check_in_list)
    verdicts = []
    for one in people:
        now = store.roster.by_id(one.id) or one
        verdicts.append(door.scan(now.badge))
    return verdicts


def _numbers(store: Store, check_in_list: CheckInList, organisation: str) -> list[int]:
    identity = organisation_id(store.key, organisation)
    found = awaited(store.database, identity, check_in_list.id, check_in_list.day)
    return [number for number, category in found if admits_category(check_in_list, category)]
