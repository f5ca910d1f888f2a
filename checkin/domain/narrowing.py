"""Attendance as a table shows it: of each day, or of one check-in list by it alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from checkin.domain.attendance import DayAttendance, Presence, is_expected
from checkin.domain.event import CheckInList, Event
from checkin.domain.reckoning import DayRecord, Record
from checkin.domain.schedule import Schedule
from checkin.domain.session import Session
from checkin.domain.spans import union


def schedule_of_list(
    event: Event, door: CheckInList, lists: Sequence[CheckInList], sessions: Iterable[Session]
) -> Schedule:
    """Return the schedule of one list: a session alone, or what the entrance proves.

    A session without a door of its own is proved by the day's entrances, so these belong to it.
    """
    session = next((one for one in sessions if one.id == door.id), None)
    if session is None:
        proved = [one for one in sessions if one.day == door.day and not one.own_door]
        return Schedule.of(event, [door], proved if door.entrance else ())
    if session.own_door:
        return Schedule.of(event, [door], [session])
    entrances = [one for one in lists if one.entrance and one.day == door.day]
    return Schedule.of(event, [door, *entrances], [session])


def days_of(
    event: Event, days: Sequence[date], records: Sequence[Record], names: Mapping[str, str]
) -> Iterator[DayAttendance]:
    """Yield each of some days, with everybody expected or present; `names` are those of lists."""
    for place, day in enumerate(event.days):
        if day not in days:
            continue
        registered = 0
        presences = []
        for record in records:
            expected = is_expected(record.attendee, day)
            registered += expected
            of_day = record.days[place]
            if expected or of_day.first_in is not None:
                presences.append(_presence(event, record, of_day, names))
        yield DayAttendance(day, registered, tuple(presences))


def in_session(record: DayRecord, session: Session, event: Event) -> DayRecord:
    """Return a day's record as it is of a session without a door of its own.

    They were there while the entrance proves it, or since somebody scanned them for it.
    """
    spans = union([*record.proofs.get(session.id, ()), *record.stays.get(session.id, ())])
    if not spans:
        return DayRecord(record.day, record.expected, programme=record.programme)
    until = spans[-1][1]
    return replace(
        record,
        first_in=spans[0][0],
        last_out=until if until < session.span(event)[1] else None,
        lists=(session.id,),
    )


def _presence(event: Event, record: Record, day: DayRecord, names: Mapping[str, str]) -> Presence:
    return Presence(
        record.attendee,
        first_in=None if day.first_in is None else event.local(day.first_in),
        last_out=None if day.last_out is None else event.local(day.last_out),
        lists=tuple(names[door] for door in day.lists if door in names),
        hours=day.hours,
        programme=day.programme,
    )
