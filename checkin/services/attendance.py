"""Tells who was there."""

from collections.abc import Sequence
from datetime import date

from checkin.domain.attendance import DayAttendance, attendance_of_days
from checkin.domain.conflicts import InTwice, admitted_twice
from checkin.domain.event import CheckInList
from checkin.domain.roles import Action, Operator
from checkin.errors import CheckinError
from checkin.services.permission import require
from checkin.store.roster import by_name
from checkin.store.store import Store


def attendance(
    store: Store,
    operator: Operator,
    *,
    day: date | None = None,
    check_in_list: CheckInList | None = None,
) -> list[DayAttendance]:
    """Return every day of the event in order, or one day, or the day of one list by it alone."""
    require(store, operator, Action.EXPORT)
    event = store.programme.event()
    if day and day not in event.days:
        raise CheckinError("not-an-event-day", day=day, first=event.first_day, last=event.last_day)
    if day and check_in_list and check_in_list.day != day:
        raise CheckinError("list-other-day", list=check_in_list.name, day=day)
    lists: Sequence[CheckInList] = [check_in_list] if check_in_list else store.programme.lists()
    wanted = check_in_list.day if check_in_list else day
    people = sorted(store.roster.everyone(), key=by_name)
    days = attendance_of_days(event, lists, people, store.door.all_counted())
    return [one for one in days if wanted in (None, one.day)]


def double_admissions(store: Store, operator: Operator) -> list[InTwice]:
    """Return who was admitted at two stations while these were apart; each counts once."""
    require(store, operator, Action.SCAN)
    return admitted_twice(store.programme.lists(), store.door.all_counted())
