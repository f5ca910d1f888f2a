"""Tells how many came, and when each did, quickly enough to be looked at while people come in."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checkin.domain.arrivals import minute_of
from checkin.domain.event import CheckInList
from checkin.domain.people import Attendee, known_status
from checkin.domain.reckoning import Record, reckon
from checkin.domain.risk import risk_of
from checkin.domain.roles import Action, Operator
from checkin.domain.schedule import Schedule
from checkin.domain.text import fold
from checkin.domain.things import days_in
from checkin.domain.turnout import NEVER, Turnout, Visitor, counted
from checkin.services.attendance import double_admissions
from checkin.services.litter import no_litter
from checkin.services.permission import require
from checkin.store import turnout as reading
from checkin.store.scans import scans_by_attendee
from checkin.store.store import Store

# No time zone ever changed its offset within a quarter of an hour.
_QUARTER_MS = 15 * 60_000
_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Twice:
    """Somebody who was admitted on a list at two stations: when (Unix ms) and by whom."""

    name: str
    list: str
    first_at: int
    first_by: str
    second_at: int
    second_by: str


def turnout(store: Store, operator: Operator) -> Turnout:
    """Return the event's days and everybody who was expected or came, as `attendance` has them."""
    require(store, operator, Action.SEARCH)
    with no_litter():
        return _turnout(store)


def _turnout(store: Store) -> Turnout:
    read = store.programme
    event, lists = read.event(), read.lists()
    schedule = Schedule.of(event, lists, read.sessions())
    seen = _Seen(schedule, lists, store.now())
    rows = list(reading.people_by_name(store.database))
    people = (_registered(row) for row in rows)
    records = reckon(schedule, people, scans_by_attendee(store.database))
    visitors = [
        seen.visitor(row, record)
        for row, record in zip(rows, records, strict=True)
        if record.present or any(day.expected for day in record.days)
    ]
    return counted(event.days, visitors, apart=reading.any_apart(store.database))


def in_twice(store: Store, operator: Operator) -> list[Twice]:
    """Return who was admitted at two stations while these were apart, with their names."""
    names = {one.id: one.name for one in store.programme.lists()}
    found = []
    for double in double_admissions(store, operator):
        attendee = store.roster.by_id(double.first.attendee)
        found.append(
            Twice(
                name=attendee.name if attendee else "",
                list=names[double.first.list],
                first_at=double.first.at,
                first_by=double.first.operator,
                second_at=double.second.at,
                second_by=double.second.operator,
            )
        )
    return found


def _registered(row: reading.Person) -> Attendee:
    """Return as much of somebody as their attendance depends on."""
    days = days_in(json.loads(row.extra)) if row.extra else ()
    return Attendee(row.id.hex(), row.name, status=known_status(row.status), days=days)


class _Seen:
    """Puts what is known of somebody as the page shows it."""

    def __init__(self, schedule: Schedule, lists: Sequence[CheckInList], now: int) -> None:
        self._schedule = schedule
        self._now = now
        others = [one for one in lists if not one.entrance]
        others.sort(key=lambda one: (one.day, one.name))
        self._others = {one.id: one.name for one in others}
        self._offsets: dict[int, int] = {}

    def visitor(self, row: reading.Person, record: Record) -> Visitor:
        """Return somebody with what they did on each day."""
        event = self._schedule.event
        entered = {door for day in record.days for door in day.lists}
        lists = tuple(name for door, name in self._others.items() if door in entered)
        risk = risk_of(self._schedule, record, self._now)
        words = (row.name, row.organisation or "", row.category or "", *lists)
        halves = zip(record.days, self._schedule.days, strict=True)
        return Visitor(
            number=row.number,
            id=record.attendee.id,
            name=row.name,
            organisation=row.organisation or "",
            kind=row.kind or "",
            country=row.country or "",
            category=row.category or "",
            words=fold(" ".join(words)),
            expected=tuple(day.expected for day in record.days),
            first_in=tuple(self._minute(day.first_in, day.day) for day in record.days),
            last_out=tuple(self._minute(day.last_out, day.day) for day in record.days),
            lists=lists,
            hours=record.hours,
            programme=record.programme,
            reaches=record.reaches(event.threshold),
            half_days=tuple(day.half_days(plan, event.threshold) for day, plan in halves),
            without_exit=tuple(bool(day.without_exit) for day in record.days),
            needed=risk.needed if risk else 0,
        )

    def _minute(self, at: int | None, day: date) -> int:
        """Return the minute of a day, by an offset looked up once a quarter of an hour."""
        if at is None:
            return NEVER
        event = self._schedule.event
        quarter = at // _QUARTER_MS
        start = self._offsets.get(quarter)
        if start is None:
            start = minute_of(event.local(quarter * _QUARTER_MS), event.first_day)
            self._offsets[quarter] = start
        within = at % _QUARTER_MS // _MINUTE_MS
        return start + within - (day - event.first_day).days * 1440
