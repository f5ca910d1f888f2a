"""Books sessions for attendees, and tells where that does not work out."""

from collections.abc import Collection
from dataclasses import dataclass

from checkin.domain.bookings import Booked, Clash, booked, clashes
from checkin.domain.entry import Kind
from checkin.domain.people import Attendee
from checkin.domain.roles import Action, Operator
from checkin.domain.things import BOOKING
from checkin.errors import CheckinError
from checkin.services.permission import require
from checkin.services.registration import attendee_now
from checkin.store.roster import by_name
from checkin.store.store import Store


@dataclass(frozen=True, slots=True)
class Bookings:
    """How many booked each session, and who booked two at once, in order of name."""

    booked: tuple[Booked, ...]
    clashes: tuple[Clash, ...]


def bookings(store: Store, operator: Operator) -> Bookings:
    """Return the bookings of the whole event."""
    require(store, operator, Action.SEARCH)
    read = store.programme
    event, sessions = read.event(), read.sessions()
    people = [one for one in store.roster.everyone() if one.bookings]
    people.sort(key=by_name)
    return Bookings(tuple(booked(sessions, people)), tuple(clashes(event, sessions, people)))


def book(
    store: Store, operator: Operator, attendee: Attendee, sessions: Collection[str]
) -> Attendee:
    """Make `sessions`, named by id, the ones somebody booked; undone by what was booked before.

    A session that is no longer there stays booked, unseen, in case it comes back.
    """
    require(store, operator, Action.CHANGE_ROSTER)
    known = {one.id for one in store.programme.sessions()}
    if not known.issuperset(sessions):
        raise CheckinError("session-gone")
    before = set(attendee.bookings) & known
    body: dict[str, object] = {
        BOOKING + one: True if one in sessions else None for one in sorted(before ^ set(sessions))
    }
    if body:
        with store.write(operator) as pen:
            pen.append(Kind.ATTENDEE_SET, attendee.id, body)
    return attendee_now(store, attendee.id)
