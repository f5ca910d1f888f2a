"""Adds, changes and removes the sessions of the programme; each is a check-in list as well."""

from collections.abc import Iterable
from datetime import date

from checkin.domain.entry import Kind
from checkin.domain.event import Event
from checkin.domain.identity import random_id
from checkin.domain.roles import Action, Operator
from checkin.domain.session import (
    Session,
    SessionKind,
    SessionWords,
    counts_by_default,
    has_door_by_default,
    words_of,
)
from checkin.domain.text import clean
from checkin.errors import CheckinError
from checkin.services.lists import MOST_PLACES, check_list_name, find_list
from checkin.services.permission import require
from checkin.store.draft import Draft
from checkin.store.store import Store

__all__ = [
    "SessionWords",
    "add_session",
    "bring_session_back",
    "change_session",
    "drafts_of",
    "find_session",
    "remove_session",
    "rooms",
    "sessions",
    "words_of",
]

LONGEST_TEXT = 200


def sessions(store: Store, operator: Operator) -> list[Session]:
    """Return the programme in order of time."""
    require(store, operator, Action.SEARCH)
    return store.programme.sessions()


def find_session(store: Store, text: str, at: int) -> Session:
    """Return the session meant by a name or a unique beginning; `at` is now, in Unix ms."""
    found = find_list(store, text, at)
    for session in store.programme.sessions():
        if session.id == found.id:
            return session
    raise CheckinError("not-a-session", list=found.name)


def add_session(store: Store, operator: Operator, words: SessionWords) -> Session:
    """Add a session. It needs a name, a day, a start and an end."""
    require(store, operator, Action.CHANGE_PROGRAMME)
    identity = random_id()
    with store.write(operator) as pen:
        pen.append_all(drafts_of(store, identity, words, None))
    return _session(store, identity)


def change_session(
    store: Store, operator: Operator, session: Session, words: SessionWords
) -> Session:
    """Change what is spoken of. A day other than its own is refused once anybody was scanned."""
    require(store, operator, Action.CHANGE_PROGRAMME)
    drafts = drafts_of(store, session.id, words, session)
    if not drafts:
        raise CheckinError("nothing-to-change")
    with store.write(operator) as pen:
        pen.append_all(drafts)
    return _session(store, session.id)


def remove_session(store: Store, operator: Operator, session: Session) -> None:
    """Remove a session nobody was scanned against, its list as well."""
    require(store, operator, Action.CHANGE_PROGRAMME)
    if store.programme.has_check_ins(session.id):
        raise CheckinError("list-in-use", list=session.name)
    with store.write(operator) as pen:
        pen.append(Kind.LIST_SET, session.id, {"removed": True})


def bring_session_back(store: Store, operator: Operator, session: Session) -> Session:
    """Undo a removal: the session is there again as it was."""
    require(store, operator, Action.CHANGE_PROGRAMME)
    check_list_name(store, session.name)
    with store.write(operator) as pen:
        pen.append(Kind.LIST_SET, session.id, {"removed": False})
    return _session(store, session.id)


def drafts_of(
    store: Store, identity: str, words: SessionWords, known: Session | None
) -> list[Draft]:
    """Return the entries that make `known`, None for a new one, what is said.

    CheckinError names what cannot be so.
    """
    event = store.programme.event()
    said = _list_body(store, event, identity, words, known)
    about = _session_body(event, words, known)
    drafts = []
    if said:
        drafts.append(Draft.of(Kind.LIST_SET, identity, said))
    if about:
        drafts.append(Draft.of(Kind.SESSION_SET, identity, about))
    return drafts


def _list_body(
    store: Store, event: Event, identity: str, words: SessionWords, known: Session | None
) -> dict[str, object]:
    body: dict[str, object] = {}
    if known is None or (words.name is not None and words.name != known.name):
        body["name"] = check_list_name(store, words.name or "", but=identity)
    day = words.day or (known.day if known else None)
    if day is None or day not in event.days:
        raise _not_a_day(day, event)
    if known is None or day != known.day:
        if known and store.programme.has_check_ins(identity):
            raise CheckinError("session-in-use", session=known.name)
        body["day"] = day.isoformat()
    capacity = known.capacity if known else None
    if words.capacity is not None and (words.capacity or None) != capacity:
        if words.capacity < 0 or words.capacity > MOST_PLACES:
            raise CheckinError("capacity-wrong", most=MOST_PLACES)
        body["capacity"] = words.capacity or None
    admitted = known.list.categories if known else ()
    if words.categories is not None and words.categories != admitted:
        body["categories"] = list(words.categories)
    return body


def _not_a_day(day: date | None, event: Event) -> CheckinError:
    if day is None:
        return CheckinError("session-day-missing")
    return CheckinError("not-an-event-day", day=day, first=event.first_day, last=event.last_day)


def _session_body(event: Event, words: SessionWords, known: Session | None) -> dict[str, object]:
    kind = words.kind or (known.kind if known else SessionKind.OTHER)
    starts = words.starts or (known.starts if known else None)
    ends = words.ends or (known.ends if known else None)
    if starts is None or ends is None:
        raise CheckinError("session-time-missing")
    if event.hour_of(ends) <= event.hour_of(starts):
        start, end, boundary = (f"{one:%H:%M}" for one in (starts, ends, event.day_boundary))
        raise CheckinError("session-ends-first", starts=start, ends=end, boundary=boundary)
    counted, own_door = words.counted, words.own_door
    if known is None:
        counted = counts_by_default(kind) if counted is None else counted
        own_door = has_door_by_default(kind) if own_door is None else own_door
    wanted: dict[str, object] = {
        "starts": starts.isoformat("minutes"),
        "ends": ends.isoformat("minutes"),
        "kind": kind.value,
        "room": _text("room", words.room),
        "topic": _text("topic", words.topic),
        "counted": counted,
        "own_door": own_door,
    }
    before = _fields(known) if known else {}
    said = {name: value for name, value in wanted.items() if value is not None}
    return {
        name: None if value == "" else value
        for name, value in said.items()
        if before.get(name, "") != value
    }


def _fields(session: Session) -> dict[str, object]:
    return {
        "starts": session.starts.isoformat("minutes"),
        "ends": session.ends.isoformat("minutes"),
        "kind": session.kind.value,
        "room": session.room,
        "topic": session.topic,
        "counted": session.counted,
        "own_door": session.own_door,
    }


def _text(field: str, text: str | None) -> str | None:
    if text is None:
        return None
    kept = clean(text)
    if len(kept) > LONGEST_TEXT:
        raise CheckinError("text-too-long", field=field, most=LONGEST_TEXT)
    return kept


def _session(store: Store, identity: str) -> Session:
    return next(one for one in store.programme.sessions() if one.id == identity)


def rooms(found: Iterable[Session]) -> list[str]:
    """Return the rooms of a programme, by name."""
    return sorted({one.room for one in found if one.room}, key=str.casefold)
