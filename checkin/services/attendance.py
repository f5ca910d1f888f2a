"""Tells who was there."""

from dataclasses import dataclass, replace
from datetime import date

from checkin.domain.attendance import DayAttendance
from checkin.domain.conflicts import InTwice, admitted_twice
from checkin.domain.event import CheckInList, Event
from checkin.domain.narrowing import days_of, in_session, schedule_of_list
from checkin.domain.reckoning import DayRecord, Record, reckon
from checkin.domain.roles import Action, Operator
from checkin.domain.schedule import Schedule
from checkin.domain.session import Session
from checkin.errors import CheckinError
from checkin.services.permission import require
from checkin.store.roster import by_name
from checkin.store.scans import scans_by_attendee
from checkin.store.store import Store


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Everybody's attendance, in order of name, and what it was told by."""

    event: Event
    lists: tuple[CheckInList, ...]
    sessions: tuple[Session, ...]
    schedule: Schedule
    records: tuple[Record, ...]


def records(store: Store, operator: Operator) -> Reckoned:
    """Return the attendance of everybody on the roster at the whole event."""
    require(store, operator, Action.SEARCH)
    read = store.programme
    event, lists, sessions = read.event(), read.lists(), read.sessions()
    schedule = Schedule.of(event, lists, sessions)
    return Reckoned(event, tuple(lists), tuple(sessions), schedule, _reckoned(store, schedule))


def attendance(
    store: Store,
    operator: Operator,
    *,
    day: date | None = None,
    check_in_list: CheckInList | None = None,
) -> list[DayAttendance]:
    """Return every day of the event in order, or one day, or the day of one list by it alone."""
    require(store, operator, Action.EXPORT)
    found, days = narrowed(store, operator, day=day, check_in_list=check_in_list)
    names = {one.id: one.name for one in found.lists}
    return list(days_of(found.event, days, found.records, names))


def narrowed(
    store: Store,
    operator: Operator,
    *,
    day: date | None = None,
    check_in_list: CheckInList | None = None,
) -> tuple[Reckoned, tuple[date, ...]]:
    """Return the attendance at the event, or told by one list alone, and of which days.

    CheckinError tells of a day that is none of the event, or another than the list's.
    """
    event = store.programme.event()
    if day and day not in event.days:
        raise CheckinError("not-an-event-day", day=day, first=event.first_day, last=event.last_day)
    if day and check_in_list and check_in_list.day != day:
        raise CheckinError("list-other-day", list=check_in_list.name, day=day)
    if check_in_list:
        require(store, operator, Action.SEARCH)
        return _of_list(store, event, check_in_list), (check_in_list.day,)
    found = records(store, operator)
    if day is None:
        return found, event.days
    return replace(found, records=tuple(_on_day(one, day) for one in found.records)), (day,)


def double_admissions(store: Store, operator: Operator) -> list[InTwice]:
    """Return who was admitted at two stations while these were apart; each counts once."""
    require(store, operator, Action.SCAN)
    return admitted_twice(store.programme.lists(), store.door.all_counted())


def _of_list(store: Store, event: Event, door: CheckInList) -> Reckoned:
    lists, sessions = store.programme.lists(), store.programme.sessions()
    schedule = schedule_of_list(event, door, lists, sessions)
    found = _reckoned(store, schedule)
    own = tuple(one for one in sessions if one.id == door.id)
    for session in own:
        if not session.own_door:
            found = tuple(_in_session(one, session, event) for one in found)
    return Reckoned(event, (door,), own, schedule, found)


def _in_session(record: Record, session: Session, event: Event) -> Record:
    return replace(record, days=tuple(in_session(day, session, event) for day in record.days))


def _on_day(record: Record, day: date) -> Record:
    """Return a record as if the event had no other day."""
    days = (one if one.day == day else DayRecord(one.day, expected=False) for one in record.days)
    return replace(record, days=tuple(days))


def _reckoned(store: Store, schedule: Schedule) -> tuple[Record, ...]:
    people = sorted(store.roster.everyone(), key=by_name)
    return tuple(reckon(schedule, people, scans_by_attendee(store.database)))
