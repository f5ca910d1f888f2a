"""Tells how many came, and when each did, quickly enough to be looked at while people come in."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from checkin.domain.arrivals import minute_of
from checkin.domain.attendance import expected_on
from checkin.domain.event import CheckInList, Event
from checkin.domain.people import known_status
from checkin.domain.roles import Action, Operator
from checkin.domain.text import fold
from checkin.domain.things import days_in
from checkin.domain.turnout import NEVER, Turnout, Visitor, counted
from checkin.services.attendance import double_admissions
from checkin.services.permission import require
from checkin.store import turnout as reading
from checkin.store.store import Store

# No time zone ever changed its offset within a quarter of an hour.
_QUARTER_MS = 15 * 60_000
_MINUTE_MS = 60_000

Stay = tuple[str, int | None, int | None]
"""On which list, when first in, when last out."""


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
    event, lists = store.programme.event(), store.programme.lists()
    stays: defaultdict[int, list[Stay]] = defaultdict(list)
    apart = False
    for number, door, first, last, several in reading.times_on_lists(store.database):
        apart |= several
        stays[number].append((door, first, last))
    known = _Days(event, lists)
    visitors = []
    for person in reading.people_by_name(store.database):
        visitor = known.visitor(person, stays.get(person[0], ()))
        if any(visitor.expected) or any(minute != NEVER for minute in visitor.first_in):
            visitors.append(visitor)
    return counted(event.days, visitors, apart=apart)


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


class _Days:
    """Puts times on lists into the days of an event."""

    def __init__(self, event: Event, lists: Sequence[CheckInList]) -> None:
        self._event = event
        self._places = {day: at for at, day in enumerate(event.days)}
        self._lists: Mapping[str, CheckInList] = {
            one.id: one for one in lists if one.day in self._places
        }
        self._offsets: dict[int, int] = {}

    def visitor(self, person: reading.Person, stays: Sequence[Stay]) -> Visitor:
        """Return somebody with what they did on each day."""
        number, name, organisation, kind, country, category, status, extra = person
        days = days_in(json.loads(extra)) if extra else ()
        registered = known_status(status)
        first_in, last_out = self._spans(stays)
        return Visitor(
            number=number,
            name=name,
            organisation=organisation or "",
            kind=kind or "",
            country=country or "",
            category=category or "",
            words=fold(f"{name} {organisation or ''} {category or ''}"),
            expected=tuple(expected_on(registered, days, day) for day in self._event.days),
            first_in=first_in,
            last_out=last_out,
            lists=self._others(stays),
        )

    def _spans(self, stays: Sequence[Stay]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        first_in, last_out = [NEVER] * len(self._places), [NEVER] * len(self._places)
        here = [(one, first, last) for door, first, last in stays if (one := self._lists.get(door))]
        for one, first, _ in here:
            if first is not None:
                at, minute = self._places[one.day], self._minute(first, one.day)
                first_in[at] = minute if first_in[at] == NEVER else min(first_in[at], minute)
        for one, _, last in here:
            # Who left a list without having entered any of that day was not there.
            at = self._places[one.day]
            if last is not None and first_in[at] != NEVER:
                last_out[at] = max(last_out[at], self._minute(last, one.day))
        return tuple(first_in), tuple(last_out)

    def _others(self, stays: Sequence[Stay]) -> tuple[str, ...]:
        entered = [self._lists[door] for door, first, _ in stays if first and door in self._lists]
        lists = [one for one in entered if not one.entrance]
        return tuple(one.name for one in sorted(lists, key=lambda one: (one.day, one.name)))

    def _minute(self, at: int, day: date) -> int:
        """Return the minute of a day, by an offset looked up once a quarter of an hour."""
        quarter = at // _QUARTER_MS
        start = self._offsets.get(quarter)
        if start is None:
            start = minute_of(self._event.local(quarter * _QUARTER_MS), self._event.first_day)
            self._offsets[quarter] = start
        within = at % _QUARTER_MS // _MINUTE_MS
        return start + within - (day - self._event.first_day).days * 1440
