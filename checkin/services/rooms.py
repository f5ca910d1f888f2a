"""Tells how many are inside each room now."""

from checkin.domain.event import CheckInList
from checkin.domain.roles import Action, Operator
from checkin.domain.rooms import Room, room_of
from checkin.services.permission import require
from checkin.store.rooms import inside
from checkin.store.store import Store


def room_behind(store: Store, check_in_list: CheckInList) -> Room:
    """Return the room behind a list, by the programme as it is now."""
    read = store.programme
    return room_of(read.event(), check_in_list, read.lists(), read.sessions())


def occupancy(store: Store, operator: Operator) -> dict[str, int]:
    """Return how many are inside the room of each list now, by the list's id."""
    require(store, operator, Action.SEARCH)
    read, now = store.programme, store.now()
    event, lists, sessions = read.event(), read.lists(), read.sessions()
    return {
        one.id: inside(store.database, room_of(event, one, lists, sessions), now) for one in lists
    }
