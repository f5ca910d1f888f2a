"""Counts the numbers for the report from everybody's attendance, in one pass."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from checkin.domain.event import Event
from checkin.domain.organisations import Organisations
from checkin.domain.reckoning import Record
from checkin.domain.reportnumbers import (
    DayFigures,
    Figures,
    Origin,
    ReportNumbers,
    SessionFigures,
)
from checkin.domain.session import Session, in_order
from checkin.domain.text import fold


def report_numbers(
    event: Event,
    sessions: Iterable[Session],
    records: Sequence[Record],
    *,
    organizers: Iterable[str],
    walk_ins: Collection[str],
    now: int,
) -> ReportNumbers:
    """Count what `records` come to.

    `organizers` are the names of those who hold the event, `walk_ins` the ids of who was added
    once it had begun. A day or a session that has not begun `now` (Unix ms) has no no-shows yet.
    """
    known = Organisations.of((one.attendee for one in records), organizers)
    counting = _Counting(event, in_order(sessions, event), known, walk_ins, now)
    for record in records:
        counting.take(record)
    return counting.numbers()


@dataclass(slots=True)
class _Tally:
    registered: int = 0
    people: int = 0
    no_shows: int = 0
    walk_ins: int = 0
    partner_people: int = 0
    organisations: set[str] = field(default_factory=set)

    def figures(self, known: Organisations) -> Figures:
        there = [known.named(name) for name in self.organisations]
        return Figures(
            registered=self.registered,
            people=self.people,
            no_shows=self.no_shows,
            walk_ins=self.walk_ins,
            organisations=len(there),
            small_and_medium=sum(1 for one in there if one.small_or_medium),
            partners=sum(1 for one in there if one.partner),
            partner_people=self.partner_people,
        )


class _Counting:
    """Takes records one after the other and keeps the tallies."""

    def __init__(
        self,
        event: Event,
        sessions: Sequence[Session],
        known: Organisations,
        walk_ins: Collection[str],
        now: int,
    ) -> None:
        self._event, self._sessions, self._known = event, sessions, known
        self._walk_ins = frozenset(walk_ins)
        self._whole = _Tally()
        self._days = {day: _Tally() for day in event.days}
        self._booked = {one.id: _Tally() for one in sessions}
        self._begun = {day for day in event.days if event.span_of(day)[0] <= now}
        self._started = {one.id for one in sessions if one.span(event)[0] <= now}
        self._kinds, self._countries = _Places(), _Places()

    def take(self, record: Record) -> None:
        """Count a person."""
        expected = {day.day for day in record.days if day.expected}
        missed = bool(expected) and expected <= self._begun
        self._count(self._whole, record, bool(expected), record.present, missed)
        for day in record.days:
            came = day.first_in is not None
            begun = day.day in self._begun
            self._count(self._days[day.day], record, day.expected, came, day.expected and begun)
        self._count_sessions(record)
        if record.present:
            self._place(record)

    def _count_sessions(self, record: Record) -> None:
        attended = {name for day in record.days for name in day.proofs}
        expected = {day.day for day in record.days if day.expected}
        for session in self._sessions:
            booked = session.id in record.attendee.bookings and session.day in expected
            came = session.id in attended
            if booked or came:
                missed = booked and session.id in self._started
                self._count(self._booked[session.id], record, booked, came, missed)

    def _count(
        self, tally: _Tally, record: Record, expected: bool, came: bool, missed: bool
    ) -> None:
        tally.registered += expected
        if not came:
            tally.no_shows += missed
            return
        tally.people += 1
        tally.walk_ins += record.attendee.id in self._walk_ins
        name = fold(record.attendee.organisation)
        if name:
            tally.organisations.add(name)
            tally.partner_people += self._known.named(name).partner

    def _place(self, record: Record) -> None:
        who = record.attendee
        home = self._known.named(fold(who.organisation))
        self._kinds.people(home.kind or who.organisation_kind)
        self._countries.people(who.country or home.country)

    def numbers(self) -> ReportNumbers:
        """Return what was counted."""
        there = [self._known.named(name) for name in self._whole.organisations]
        for one in there:
            self._kinds.organisation(one.kind)
            self._countries.organisation(one.country)
        return ReportNumbers(
            title=self._event.title,
            whole=self._whole.figures(self._known),
            days=tuple(
                DayFigures(day, one.figures(self._known)) for day, one in self._days.items()
            ),
            sessions=tuple(
                SessionFigures(one, self._booked[one.id].figures(self._known))
                for one in self._sessions
            ),
            kinds=self._kinds.origins(),
            countries=self._countries.origins(),
            size_unknown=sum(1 for one in there if one.company and one.small is None),
        )


class _Places:
    """Counts by the name of a place, however it is spelled."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._people: Counter[str] = Counter()
        self._organisations: Counter[str] = Counter()

    def people(self, name: str) -> None:
        """Count somebody from there."""
        self._people[self._key(name)] += 1

    def organisation(self, name: str) -> None:
        """Count an organisation from there."""
        self._organisations[self._key(name)] += 1

    def _key(self, name: str) -> str:
        key = fold(name)
        self._names.setdefault(key, name)
        return key

    def origins(self) -> tuple[Origin, ...]:
        """Return the places, most people first, the unknown one last."""
        found = (
            Origin(name, self._organisations[key], self._people[key])
            for key, name in self._names.items()
        )
        return tuple(
            sorted(
                found,
                key=lambda one: (not one.name, -one.people, -one.organisations, fold(one.name)),
            )
        )
