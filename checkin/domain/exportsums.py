"""The export's sums: each day and the whole event, and the organisations that people come from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any

from checkin.domain.event import Event
from checkin.domain.exportpeople import reaches
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
from checkin.domain.reckoning import Record


@dataclass(slots=True)
class Sum:
    """What a day came to, or with `day` None the whole event; lengths in milliseconds."""

    event: Event
    day: date | None
    seal: str = ""
    registered: int = 0
    present: int = 0
    absent: int = 0
    hours: int = 0
    programme: int = 0
    reached: int = 0
    organisations: set[str] = field(default_factory=set)

    def add(self, record: Record, *, expected: bool, came: bool, reached: bool) -> None:
        """Count somebody, all but their hours."""
        self.registered += expected
        self.absent += expected and not came
        if came:
            self.present += 1
            self.reached += reached
            if record.attendee.organisation:
                self.organisations.add(record.attendee.organisation)

    @property
    def share(self) -> float | None:
        """How many of those present had the event's threshold, of 1."""
        return self.reached / self.present if self.present else None


SUMMARY: tuple[Column[Sum], ...] = (
    Column("event", Form.TEXT, attrgetter("event.title")),
    Column("date", Form.DATE, attrgetter("day")),
    Column("registered", Form.COUNT, attrgetter("registered")),
    Column("present", Form.COUNT, attrgetter("present")),
    Column("absent", Form.COUNT, attrgetter("absent")),
    Column("organisations", Form.COUNT, lambda row: len(row.organisations)),
    Column("hours", Form.HOURS, attrgetter("hours")),
    Column("programme", Form.HOURS, attrgetter("programme")),
    Column("threshold", Form.SHARE, lambda row: row.event.threshold / 100),
    Column("reached", Form.COUNT, attrgetter("reached")),
    Column("reached_share", Form.SHARE, attrgetter("share")),
    Column("seal", Form.TEXT, attrgetter("seal")),
)


def summary_table(
    event: Event,
    days: Sequence[date],
    records: Iterable[Record],
    keys: Sequence[str] = (),
    seals: Mapping[date, str] | None = None,
) -> Table:
    """Return each of some days, and where there are several the whole event below them.

    `seals` are the fingerprints of the days that are closed.
    """
    sealed = seals or {}
    places = [
        (place, Sum(event, day, sealed.get(day, "")))
        for place, day in enumerate(event.days)
        if day in days
    ]
    whole = Sum(event, None)
    for record in records:
        of_days = [record.days[place] for place, _ in places]
        for day, (_, told) in zip(of_days, places, strict=True):
            told.add(
                record,
                expected=day.expected,
                came=day.first_in is not None,
                reached=reaches(day, event.threshold),
            )
            told.hours += day.hours
            told.programme += day.programme if day.expected else 0
        whole.add(
            record,
            expected=any(day.expected for day in of_days),
            came=any(day.first_in is not None for day in of_days),
            reached=record.reaches(event.threshold),
        )
    whole.hours = sum(told.hours for _, told in places)
    whole.programme = sum(told.programme for _, told in places)
    rows = [told for _, told in places] + ([whole] if len(places) > 1 else [])
    return Table(TableKind.SUMMARY, chosen(SUMMARY, keys), rows, len(rows))


@dataclass(slots=True)
class Origin:
    """An organisation's people: how many were registered and came, on each day and at all."""

    name: str
    kind: str
    country: str
    by_day: list[int]
    registered: int = 0
    present: int = 0
    hours: int = 0


ORGANISATIONS: tuple[Column[Any], ...] = (
    Column("organisation", Form.TEXT, attrgetter("name")),
    Column("organisation_kind", Form.WORD, attrgetter("kind")),
    Column("country", Form.TEXT, attrgetter("country")),
    Column("registered", Form.COUNT, attrgetter("registered")),
    Column("present", Form.COUNT, attrgetter("present")),
    Column("present_on", Form.COUNT, nothing),
    Column("hours", Form.HOURS, attrgetter("hours")),
)


def organisations_table(
    event: Event, days: Sequence[date], records: Iterable[Record], keys: Sequence[str] = ()
) -> Table:
    """Return every organisation, kind and country of those expected or present on some days.

    The largest presence stands first.
    """
    places = [place for place, day in enumerate(event.days) if day in days]
    found: dict[tuple[str, str, str], Origin] = {}
    for record in records:
        of_days = [record.days[place] for place in places]
        if not any(day.expected or day.first_in is not None for day in of_days):
            continue
        who = record.attendee
        key = who.organisation, who.organisation_kind, who.country
        origin = found.get(key) or found.setdefault(key, Origin(*key, by_day=[0] * len(days)))
        origin.registered += any(day.expected for day in of_days)
        origin.present += any(day.first_in is not None for day in of_days)
        origin.hours += sum(day.hours for day in of_days)
        for at, day in enumerate(of_days):
            origin.by_day[at] += day.first_in is not None
    rows = sorted(
        found.values(), key=lambda one: (-one.present, -one.registered, one.name.casefold())
    )
    names = [str(event.days[place]) for place in places]
    parts = [(name, name, _on(at)) for at, name in enumerate(names)]
    columns = expanded(chosen(ORGANISATIONS, keys), {"present_on": parts})
    return Table(TableKind.ORGANISATIONS, tuple(columns), rows, len(rows))


def _on(at: int) -> Callable[[Origin], Value]:
    return lambda origin: origin.by_day[at]
