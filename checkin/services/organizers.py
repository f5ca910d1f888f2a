"""Keeps who holds the event: names and logos, in the order in which they are to stand."""

from checkin.domain.entry import Kind
from checkin.domain.event import Organizer
from checkin.domain.identity import random_id
from checkin.domain.roles import Action, Operator
from checkin.domain.text import clean
from checkin.errors import CheckinError
from checkin.services.permission import require
from checkin.services.pictures import check_picture, keep_picture
from checkin.store.store import Store

LONGEST_NAME = 200


def organizers(store: Store, operator: Operator) -> list[Organizer]:
    """Return those who hold the event, in their order."""
    require(store, operator, Action.SEARCH)
    return store.programme.organizers()


def save_organizer(
    store: Store, operator: Operator, identity: str | None, name: str, picture: bytes | None = None
) -> Organizer:
    """Add an organizer at the end (`identity` None), or change one.

    `picture` is a PNG; None leaves the one that is there, empty takes it away.
    """
    require(store, operator, Action.CHANGE_PROGRAMME)
    called = _name(name)
    if picture:
        check_picture(picture)
    with store.write(operator) as pen:
        there = store.programme.organizers()
        known = _found(there, identity) if identity else None
        body: dict[str, object] = {}
        if known is None:
            body["position"] = max((one.position for one in there), default=0) + 1
        if known is None or known.name != called:
            body["name"] = called
        if picture is not None and picture != (known.picture if known else b""):
            body["picture"] = keep_picture(store, pen, picture) if picture else None
        saved = known.id if known else random_id()
        if body:
            pen.append(Kind.ORGANIZER_SET, saved, body)
    return _found(store.programme.organizers(), saved)


def remove_organizer(store: Store, operator: Operator, identity: str) -> None:
    """Take an organizer off the list."""
    require(store, operator, Action.CHANGE_PROGRAMME)
    with store.write(operator) as pen:
        found = _found(store.programme.organizers(), identity)
        pen.append(Kind.ORGANIZER_SET, found.id, {"removed": True})


def move_organizer(store: Store, operator: Operator, identity: str, up: bool) -> None:
    """Put an organizer one place further up or down; at the end it stays where it is."""
    require(store, operator, Action.CHANGE_PROGRAMME)
    with store.write(operator) as pen:
        order = store.programme.organizers()
        found = _found(order, identity)
        place = max(0, order.index(found) + (-1 if up else 1))
        order.remove(found)
        order.insert(place, found)
        for position, one in enumerate(order, 1):
            if one.position != position:
                pen.append(Kind.ORGANIZER_SET, one.id, {"position": position})


def _found(there: list[Organizer], identity: str) -> Organizer:
    for one in there:
        if one.id == identity:
            return one
    raise CheckinError("organizer-unknown", organizer=identity)


def _name(text: str) -> str:
    name = clean(text)
    if not name:
        raise CheckinError("organizer-name-missing")
    if len(name) > LONGEST_NAME:
        raise CheckinError("text-too-long", field="name", most=LONGEST_NAME)
    return name
