"""The programme as attendance needs it: for each day when what counts, and when open stays end."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from checkin.domain.event import CheckInList, Event
from checkin.domain.session import Session
from checkin.domain.spans import Span, length, meet, overlap, union

OPENS, CLOSES = time(9), time(17)


@dataclass(frozen=True, slots=True)
class Planned:
    """A session of a day as attendance needs it; `parallel` are the lists it overlaps with."""

    id: str
    span: Span
    counted: bool
    own_door: bool
    parallel: frozenset[str]


@dataclass(frozen=True, slots=True)
class DaySchedule:
    """One day; all times in Unix milliseconds.

    `ends` tells of each list of the day when a stay without an exit ends. `opening` tells of each
    entrance when it is open; those hours count on a day without sessions. `counted` is the
    programme's time, parallel sessions once, and `morning` its part before midday.
    """

    day: date
    whole: Span
    ends: Mapping[str, int]
    opening: Mapping[str, Span]
    sessions: tuple[Planned, ...]
    counted: tuple[Span, ...]
    before_midday: Span
    morning: int

    @property
    def programme(self) -> int:
        """How long the programme lasts, in milliseconds."""
        return length(self.counted)

    @property
    def afternoon(self) -> int:
        """How much of the programme is after midday, in milliseconds."""
        return self.programme - self.morning


@dataclass(frozen=True, slots=True)
class Schedule:
    """The days of an event, in order; `day_of` tells the place there of each list's day."""

    event: Event
    days: tuple[DaySchedule, ...]
    day_of: Mapping[str, int]

    @classmethod
    def of(
        cls, event: Event, lists: Sequence[CheckInList], sessions: Iterable[Session]
    ) -> "Schedule":
        """Return the schedule by which check-ins on `lists` are told; others are left out."""
        planned = list(sessions)
        days = tuple(
            _day(
                event,
                day,
                [one for one in lists if one.day == day],
                [one for one in planned if one.day == day],
            )
            for day in event.days
        )
        places = {day: place for place, day in enumerate(event.days)}
        return cls(event, days, {one.id: places[one.day] for one in lists if one.day in places})


def _day(
    event: Event, day: date, lists: Sequence[CheckInList], sessions: Sequence[Session]
) -> DaySchedule:
    whole = event.span_of(day)
    spans = {one.id: _within(one.span(event), whole) for one in sessions}
    opening = {one.id: _opening(event, one, whole) for one in lists if one.entrance}
    counted = union(spans[one.id] for one in sessions if one.counted)
    if not sessions:
        counted = union(opening.values() or [_within(_usual(event, day), whole)])
    before_midday = whole[0], max(whole[0], event.moment(day, event.midday))
    last = max((spans[one.id][1] for one in sessions if one.counted), default=0)
    return DaySchedule(
        day=day,
        whole=whole,
        ends={
            one.id: spans[one.id][1]
            if one.id in spans
            else min(max(_opening(event, one, whole)[1], last), whole[1])
            for one in lists
        },
        opening=opening,
        sessions=tuple(_planned(one, spans) for one in sessions),
        counted=tuple(counted),
        before_midday=before_midday,
        morning=length(meet(counted, [before_midday])),
    )


def _planned(session: Session, spans: Mapping[str, Span]) -> Planned:
    own = spans[session.id]
    parallel = {other for other, span in spans.items() if other != session.id}
    return Planned(
        id=session.id,
        span=own,
        counted=session.counted,
        own_door=session.own_door,
        parallel=frozenset(other for other in parallel if overlap(own, spans[other])),
    )


def _opening(event: Event, one: CheckInList, whole: Span) -> Span:
    opens = event.moment(one.day, one.opens or OPENS)
    closes = event.moment(one.day, one.closes or CLOSES)
    return _within((opens, closes), whole)


def _usual(event: Event, day: date) -> Span:
    return event.moment(day, OPENS), event.moment(day, CLOSES)


def _within(span: Span, whole: Span) -> Span:
    return max(span[0], whole[0]), min(span[1], whole[1])
