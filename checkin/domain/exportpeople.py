"""The export's tables of people: of each day, of each session, and of all of them side by side."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from checkin.domain.code import printed
from checkin.domain.event import Event
from checkin.domain.exporttables import (
    Column,
    Form,
    Table,
    TableKind,
    Value,
    chosen,
    expanded,
    nothing,
)
from checkin.domain.people import Attendee
from checkin.domain.reckoning import DayRecord, Record
from checkin.domain.session import Session
from checkin.domain.spans import Span


@dataclass(frozen=True, slots=True)
class PersonsDay:
    """Somebody on a day; `names` are those of the lists, by id."""

    event: Event
    names: Mapping[str, str]
    attendee: Attendee
    day: DayRecord

    @property
    def reached(self) -> bool:
        """Tell whether they have the event's threshold of the day's programme."""
        return reaches(self.day, self.event.threshold)

    def at(self, moment: int | None) -> Value:
        """Return Unix milliseconds in the event's zone."""
        return None if moment is None else self.event.local(moment)

    def named(self, lists: Sequence[str]) -> tuple[str, ...]:
        """Return the names of lists."""
        return tuple(self.names[one] for one in lists if one in self.names)


@dataclass(frozen=True, slots=True)
class PersonsSession:
    """Somebody in a session: those who booked it, and those who were there."""

    event: Event
    session: Session
    attendee: Attendee
    day: DayRecord

    @property
    def booked(self) -> bool:
        """Tell whether they booked it."""
        return self.session.id in self.attendee.bookings

    @property
    def spans(self) -> Sequence[Span]:
        """When they were in it."""
        return self.day.proofs.get(self.session.id, ())

    @property
    def present(self) -> bool:
        """Tell whether they were there, be it before or after its time."""
        return bool(self.spans) or self.session.id in self.day.lists

    @property
    def share(self) -> float | None:
        """Return how much of it they were there."""
        start, end = self.session.span(self.event)
        return self.day.attended(self.session.id) / (end - start) if end > start else None

    def at(self, place: int, end: int) -> Value:
        """Return when they came or went: of a span, counted from either end, one end."""
        return self.event.local(self.spans[place][end]) if self.spans else None


def reaches(day: DayRecord, threshold: int) -> bool:
    """Tell whether somebody has so many per cent of a day's programme, nothing rounded."""
    return day.programme > 0 and day.hours * 100 >= threshold * day.programme


def _of_person(key: str, *, usual: bool = True, form: Form = Form.TEXT) -> Column[Any]:
    return Column(key, form, attrgetter(f"attendee.{key}"), usual)


PERSON: tuple[Column[Any], ...] = (
    _of_person("name"),
    _of_person("organisation"),
    _of_person("organisation_kind", form=Form.WORD),
    _of_person("category"),
    _of_person("country"),
    _of_person("job_title", usual=False),
    _of_person("email", usual=False),
    _of_person("registration", usual=False),
    Column("badge", Form.TEXT, lambda row: printed(row.attendee.badge), usual=False),
    _of_person("status", usual=False, form=Form.WORD),
)

DAY: tuple[Column[PersonsDay], ...] = (
    Column("date", Form.DATE, attrgetter("day.day")),
    *PERSON,
    Column("present", Form.YES, lambda row: row.day.first_in is not None),
    Column("first_in", Form.TIME, lambda row: row.at(row.day.first_in)),
    Column("last_out", Form.TIME, lambda row: row.at(row.day.last_out)),
    Column("hours", Form.HOURS, attrgetter("day.hours")),
    Column("morning", Form.HOURS, attrgetter("day.morning"), usual=False),
    Column("afternoon", Form.HOURS, attrgetter("day.afternoon"), usual=False),
    Column("share", Form.SHARE, attrgetter("day.share")),
    Column("reached", Form.YES, attrgetter("reached"), usual=False),
    Column("lists", Form.LIST, lambda row: row.named(row.day.lists)),
    Column("without_exit", Form.LIST, lambda row: row.named(row.day.without_exit)),
)

SESSION: tuple[Column[PersonsSession], ...] = (
    Column("date", Form.DATE, attrgetter("session.day")),
    Column("session", Form.TEXT, attrgetter("session.name")),
    Column("room", Form.TEXT, attrgetter("session.room"), usual=False),
    Column("topic", Form.TEXT, attrgetter("session.topic"), usual=False),
    *PERSON,
    Column("booked", Form.YES, attrgetter("booked")),
    Column("present", Form.YES, attrgetter("present")),
    Column("came", Form.TIME, lambda row: row.at(0, 0)),
    Column("went", Form.TIME, lambda row: row.at(-1, 1)),
    Column("hours", Form.HOURS, lambda row: row.day.attended(row.session.id)),
    Column("share", Form.SHARE, attrgetter("share")),
)

MATRIX: tuple[Column[Any], ...] = (
    *PERSON,
    Column("days", Form.HOURS, nothing),
    Column("sessions", Form.HOURS, nothing),
    Column("programme", Form.HOURS, attrgetter("programme")),
    Column("hours", Form.HOURS, attrgetter("hours")),
    Column("share", Form.SHARE, attrgetter("share")),
    Column("reached", Form.YES, nothing),
)


def day_table(
    event: Event,
    day: date,
    records: Sequence[Record],
    names: Mapping[str, str],
    keys: Sequence[str] = (),
) -> Table:
    """Return everybody who was expected on a day or came, `names` being those of lists by id."""
    place = event.days.index(day)

    def rows() -> Iterator[PersonsDay]:
        for record in records:
            of_day = record.days[place]
            if of_day.expected or of_day.first_in is not None:
                yield PersonsDay(event, names, record.attendee, of_day)

    return Table(TableKind.DAY, chosen(DAY, keys), rows(), len(records), day)


def session_table(
    event: Event, session: Session, records: Sequence[Record], keys: Sequence[str] = ()
) -> Table:
    """Return everybody who booked a session or was there."""
    place = event.days.index(session.day)

    def rows() -> Iterator[PersonsSession]:
        for record in records:
            row = PersonsSession(event, session, record.attendee, record.days[place])
            if row.booked or row.present:
                yield row

    columns = chosen(SESSION, keys)
    return Table(TableKind.SESSION, columns, rows(), len(records), session.day, title=session.name)


def matrix_table(
    event: Event,
    days: Sequence[date],
    sessions: Sequence[Session],
    records: Sequence[Record],
    keys: Sequence[str] = (),
) -> Table:
    """Return everybody with their hours on each of some days and in each session, and in all."""
    places = {day: place for place, day in enumerate(event.days)}
    columns = expanded(
        chosen(MATRIX, keys),
        {
            "days": [(str(day), str(day), _hours_on(places[day])) for day in days],
            "sessions": [
                (one.id, f"{one.day} {one.starts:%H:%M} {one.name}", _hours_in(places, one))
                for one in sessions
            ],
            "reached": [("", "", lambda record: record.reaches(event.threshold))],
        },
    )
    wanted = [one for one in records if any(day.expected or day.lists for day in one.days)]
    return Table(TableKind.MATRIX, tuple(columns), wanted, len(wanted))


def _hours_on(place: int) -> Callable[[Record], Value]:
    return lambda record: record.days[place].hours


def _hours_in(places: Mapping[date, int], session: Session) -> Callable[[Record], Value]:
    place, name = places[session.day], session.id
    return lambda record: record.days[place].attended(name)
