"""Tells with whom somebody may be mixed up at a door, to be told apart before they are in."""

from collections.abc import Iterable

from checkin.domain.event import CheckInList
from checkin.domain.mixups import Called
from checkin.domain.roles import Action, Operator
from checkin.services.permission import require
from checkin.services.reception import Suggestion
from checkin.store.frontdesk import inside_since
from checkin.store.namesakes import namesakes as numbers_of_namesakes
from checkin.store.roster import by_name
from checkin.store.store import Store

MOST_SHOWN = 50


def namesakes(
    store: Store,
    operator: Operator,
    check_in_list: CheckInList,
    attendee: str,
    besides: Iterable[str] = (),
) -> list[Suggestion]:
    """Return somebody, given by id, and whoever may be taken for them; nobody if they are gone.

    `besides` names others who are to be told apart from them all the same.

    They are at most `MOST_SHOWN`. Takes a few look-ups of the index, however long the roster.
    """
    require(store, operator, Action.SEARCH)
    who = store.roster.by_id(attendee)
    if who is None:
        return []
    numbers = numbers_of_namesakes(store.database, Called(who.name, who.email))
    found = [*store.roster.by_numbers(numbers).values(), *map(store.roster.by_id, besides)]
    others = {one.id: one for one in found if one and one.id != who.id}
    people = [who, *sorted(others.values(), key=by_name)][:MOST_SHOWN]
    inside = inside_since(store.database, check_in_list.id, [one.id for one in people])
    return [Suggestion(one, inside.get(one.id)) for one in people]
