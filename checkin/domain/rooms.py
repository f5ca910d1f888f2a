"""Who is still inside the room of a list, by what other lists of the day say of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from checkin.domain.event import CheckInList, Event, Exits
from checkin.domain.session import Session
from checkin.domain.spans import overlap


@dataclass(frozen=True, slots=True)
class Room:
    """The room behind a list, all lists by id.

    Whoever left by one of `entrances` since, or entered one of `elsewhere`, is not inside any more.
    From `empty_from` on (Unix ms) nobody is, None for a room that only its exits empty.
    """

    list: str
    entrances: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    empty_from: int | None = None


def room_of(
    event: Event, door: CheckInList, lists: Sequence[CheckInList], sessions: Sequence[Session]
) -> Room:
    """Return the room behind a list."""
    if door.entrance:
        return Room(door.id)
    entrances = tuple(one.id for one in lists if one.entrance and one.day == door.day)
    session = next((one for one in sessions if one.id == door.id), None)
    if session is None:
        return Room(door.id, entrances)
    span = session.span(event)
    elsewhere = (
        one.id
        for one in sessions
        if event.one_room and one.id != door.id and overlap(span, one.span(event))
    )
    empty_from = span[1] if event.exits is Exits.SESSION else None
    return Room(door.id, entrances, tuple(elsewhere), empty_from)
