"""A session of the programme: a check-in list with a time, a place, and what it counts for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from checkin.domain.event import CheckInList, Event
from checkin.domain.spans import Span


class SessionKind(StrEnum):
    """What sort of session. Values are stored: never rename one."""

    PLENARY = "plenary"
    WORKSHOP = "workshop"
    BREAK = "break"
    OTHER = "other"


def known_session_kind(text: str | None) -> SessionKind:
    """Return a kind, `other` for one that only a newer version knows."""
    try:
        return SessionKind(text or SessionKind.OTHER)
    except ValueError:
        return SessionKind.OTHER


@dataclass(frozen=True, slots=True)
class Session:
    """What a list is as a part of its day's programme; `starts` and `ends` are the event's time.

    A time before the day boundary is after midnight. `counted` makes up programme hours.
    `own_door` tells that who was there is proved by its own list, not by the entrance.
    """

    list: CheckInList
    starts: time
    ends: time
    room: str = ""
    kind: SessionKind = SessionKind.OTHER
    counted: bool = True
    own_door: bool = False
    topic: str = ""

    @property
    def id(self) -> str:
        """The id it has in common with its list."""
        return self.list.id

    @property
    def name(self) -> str:
        """What it is called, as its list is."""
        return self.list.name

    @property
    def day(self) -> date:
        """The day of the event on which it starts."""
        return self.list.day

    @property
    def capacity(self) -> int | None:
        """How many places there are, None for no limit."""
        return self.list.capacity

    def span(self, event: Event) -> Span:
        """Return from when until when it is, in Unix milliseconds."""
        return event.moment(self.day, self.starts), event.moment(self.day, self.ends)


@dataclass(frozen=True, slots=True)
class SessionWords:
    """What is said of a session; None is not spoken of.

    An empty `room` or `topic` clears it, as `capacity` 0 does. `counted` and `own_door` follow from
    the kind where a new session's are not said.
    """

    name: str | None = None
    day: date | None = None
    starts: time | None = None
    ends: time | None = None
    room: str | None = None
    kind: SessionKind | None = None
    capacity: int | None = None
    counted: bool | None = None
    own_door: bool | None = None
    topic: str | None = None
    categories: tuple[str, ...] | None = None


def words_of(session: Session) -> SessionWords:
    """Return all there is to say of a session, as to put it back when a change is undone."""
    return SessionWords(
        name=session.name,
        day=session.day,
        starts=session.starts,
        ends=session.ends,
        room=session.room,
        kind=session.kind,
        capacity=session.capacity or 0,
        counted=session.counted,
        own_door=session.own_door,
        topic=session.topic,
        categories=session.list.categories,
    )


def in_order(sessions: Iterable[Session], event: Event) -> list[Session]:
    """Return sessions as a programme lists them: by start, then room and name."""
    return sorted(sessions, key=lambda one: (*one.span(event), one.room, one.name, one.id))


def counts_by_default(kind: SessionKind) -> bool:
    """Tell whether a session of a kind makes up programme hours unless somebody says otherwise."""
    return kind is not SessionKind.BREAK


def has_door_by_default(kind: SessionKind) -> bool:
    """Tell whether a session of a kind has a door of its own unless somebody says otherwise."""
    return kind is SessionKind.WORKSHOP
