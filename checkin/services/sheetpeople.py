"""Tells whose names go on the signature sheet of a list, and when each came and left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from checkin.domain.attendance import is_expected
from checkin.domain.event import CheckInList, Event
from checkin.domain.people import Attendee
from checkin.domain.roles import Operator
from checkin.domain.rules import admits_category
from checkin.domain.session import Session
from checkin.domain.spans import Span
from checkin.services.attendance import narrowed
from checkin.store.roster import by_name
from checkin.store.store import Store

# The opening hours of an entrance for which none were set.
OPENS, CLOSES = time(9), time(17)


@dataclass(frozen=True, slots=True)
class Times:
    """First in and last out in Unix milliseconds, None where there is none."""

    came: int | None = None
    left: int | None = None


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


def times_on(store: Store, operator: Operator, check_in_list: CheckInList) -> dict[str, Times]:
    """Return when those who came did, and left, by id, as attendance tells it.

    On the sheet of an entrance that is at any list of the day.
    """
    day = check_in_list.day
    alone = None if check_in_list.entrance else check_in_list
    found, _ = narrowed(store, operator, day=day, check_in_list=alone)
    place = found.event.days.index(day)
    days = ((one.attendee.id, one.days[place]) for one in found.records)
    return {who: Times(one.first_in, one.last_out) for who, one in days if one.first_in is not None}


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
