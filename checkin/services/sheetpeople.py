"""Tells whose names go on the signature sheet of a list, and when each came and left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from checkin.domain.attendance import Counted, is_expected
from checkin.domain.event import CheckInList, Event
from checkin.domain.people import Attendee
from checkin.domain.rules import admits_category
from checkin.domain.session import Session
from checkin.domain.spans import Span
from checkin.domain.verdict import Direction
from checkin.store.roster import by_name
from checkin.store.store import Store

# The opening hours of an entrance for which none were set.
OPENS, CLOSES = time(9), time(17)


@dataclass(frozen=True, slots=True)
class Times:
    """First in and last out in Unix milliseconds, None where there is none.

    `since` is when they came last of whom nobody saw that they left.
    """

    came: int | None = None
    left: int | None = None
    since: int | None = None


NEVER = Times()


def session_of(store: Store, check_in_list: CheckInList) -> Session | None:
    """Return the session that a list is, if it is one."""
    return next((one for one in store.programme.sessions() if one.id == check_in_list.id), None)


def hours_of(event: Event, check_in_list: CheckInList, session: Session | None) -> Span:
    """Return from when until when somebody is taken to be there of whom no times are known."""
    if session:
        return session.span(event)
    day, door = check_in_list.day, check_in_list
    return event.moment(day, door.opens or OPENS), event.moment(day, door.closes or CLOSES)


def times_of(
    store: Store, check_in_list: CheckInList, session: Session | None = None
) -> dict[str, Times]:
    """Return when people came and left, by id: through a door of its own, else that day at all."""
    own = not check_in_list.entrance and (session is None or session.own_door)
    day = check_in_list.day
    lists = [one for one in store.programme.lists() if one.day == day]
    through = {one.id for one in lists if not own or one.id == check_in_list.id}
    out_of_all = {one.id for one in lists if one.entrance} if not own else through
    return _times((one for one in store.door.all_counted() if one.list in through), out_of_all)


def _times(counted: Iterable[Counted], ends: set[str]) -> dict[str, Times]:
    found: dict[str, Times] = {}
    for one in counted:
        known = found.get(one.attendee, NEVER)
        if one.direction is Direction.ENTRY:
            came = one.at if known.came is None else min(known.came, one.at)
            found[one.attendee] = Times(came, known.left, since=one.at)
        else:
            left = one.at if known.left is None else max(known.left, one.at)
            since = None if one.list in ends else known.since
            found[one.attendee] = Times(known.came, left, since)
    return found


def people_of(
    store: Store, event: Event, check_in_list: CheckInList, came: Iterable[str]
) -> list[Attendee]:
    """Return who is to sign, by name: who booked the session, if anybody did, else all expected.

    Whoever `came` anyway is among them.
    """
    everyone = sorted(store.roster.everyone(), key=by_name)
    expected = _expected(event, check_in_list, everyone)
    wanted = {one.id for one in expected} | set(came)
    return [one for one in everyone if one.id in wanted]


def _expected(
    event: Event, check_in_list: CheckInList, everyone: Sequence[Attendee]
) -> list[Attendee]:
    day = check_in_list.day
    coming = [one for one in everyone if is_expected(one, day)]
    booked = [one for one in coming if check_in_list.id in one.bookings]
    return booked or [one for one in coming if admits_category(check_in_list, one.category)]
