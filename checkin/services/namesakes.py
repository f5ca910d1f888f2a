"""Tells with whom somebody may be mixed up at a door, to be told apart before they are in."""

from checkin.domain.event import CheckInList
from checkin.domain.mixups import Called
from checkin.domain.people import Attendee
from checkin.domain.roles import Action, Operator
from checkin.services.permission import require
from checkin.services.reception import Suggestion
from checkin.store.frontdesk import inside_since
from checkin.store.namesakes import namesakes as numbers_of_namesakes
from checkin.store.roster import by_name
from checkin.store.store import Store

MOST_SHOWN = 50


def namesakes(
    store: Store, operator: Operator, check_in_list: CheckInList, attendee: str
) -> list[Suggestion]:
    """Return somebody, given by id, and whoever may be taken for them; nobody if they are gone.

    At most `MOST_SHOWN`. Takes a few look-ups of the index, whatever the length of the roster.
    """
    require(store, operator, Action.SEARCH)
    who = store.roster.by_id(attendee)
    if who is None:
        return []
    numbers = numbers_of_namesakes(store.database, Called(who.name, who.email))
    others = [one for one in store.roster.by_numbers(numbers).values() if one.id != who.id]
    people: list[Attendee] = [who, *sorted(others, key=by_name)][:MOST_SHOWN]
    inside = inside_since(store.database, check_in_list.id, [one.id for one in people])
    return [Suggestion(one, inside.get(one.id)) for one in people]
