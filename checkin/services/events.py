"""Makes a new event, one file with an entrance list for each day, and changes it later."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import available_timezones

from checkin.domain.entry import Kind
from checkin.domain.event import MOST_DAYS, CheckInList, Event
from checkin.domain.identity import entrance_id
from checkin.domain.roles import Action, Operator
from checkin.domain.text import clean, fold
from checkin.errors import CheckinError
from checkin.services.permission import permit, require
from checkin.store.faults import explained
from checkin.store.pen import Pen
from checkin.store.stations import StationBook
from checkin.store.store import Now, Store

LONGEST_TEXT = 200
_NUMBERED = re.compile(r"Entrance day \d+")


def create_event(
    path: Path,
    book: StationBook,
    now: Now,
    operator: Operator,
    *,
    title: str,
    first_day: date,
    last_day: date,
    timezone: str,
    venue: str = "",
    forget_day: date | None = None,
) -> None:
    """Write a new event file at `path`, whole or not at all; an existing file is never touched."""
    permit(operator, Action.SAFEKEEPING)
    fields = {
        "title": _title(title),
        "first_day": first_day.isoformat(),
        "last_day": last_day.isoformat(),
        "timezone": timezone,
    }
    _check_days(first_day, last_day, forget_day)
    _check_timezone(timezone)
    if venue:
        fields["venue"] = _text("venue", venue)
    if forget_day:
        fields["forget_day"] = forget_day.isoformat()
    _write(path, book, now, operator, fields)


def _title(text: str) -> str:
    title = _text("title", text)
    if not title:
        raise CheckinError("title-missing")
    return title


def _check_timezone(timezone: str) -> None:
    if timezone not in available_timezones():
        raise CheckinError("unknown-timezone", timezone=timezone)


def _text(field: str, text: str) -> str:
    kept = clean(text)
    if len(kept) > LONGEST_TEXT:
        raise CheckinError("text-too-long", field=field, most=LONGEST_TEXT)
    return kept


def _check_days(first_day: date, last_day: date, forget_day: date | None) -> None:
    if last_day < first_day:
        raise CheckinError("days-reversed", first=first_day, last=last_day)
    if (last_day - first_day).days >= MOST_DAYS:
        raise CheckinError("too-many-days", most=MOST_DAYS)
    if forget_day and forget_day <= last_day:
        raise CheckinError("forget-day-too-early", last=last_day)


def _write(
    path: Path, book: StationBook, now: Now, operator: Operator, fields: dict[str, str]
) -> None:
    part = path.with_name(f"{path.name}.part")
    with explained(path):
        if path.exists():
            raise CheckinError("file-exists", path=path)
        if not path.parent.is_dir():
            raise CheckinError("folder-missing", path=path.parent)
        try:
            part.unlink(missing_ok=True)
            with Store.create(part, book, now) as store:
                event_id = store.event_id
                _fill(store, operator, fields)
            part.replace(path)
            book.moved(event_id, part, path)
        finally:
            for end in ("", "-wal", "-shm", "-lock"):
                part.with_name(part.name + end).unlink(missing_ok=True)


def _fill(store: Store, operator: Operator, fields: dict[str, str]) -> None:
    with store.write(operator) as pen:
        pen.append(Kind.EVENT_SET, store.event_id, fields)
        event = Event(
            id=store.event_id,
            title=fields["title"],
            first_day=date.fromisoformat(fields["first_day"]),
            last_day=date.fromisoformat(fields["last_day"]),
            timezone=fields["timezone"],
        )
        _open_entrances(store, pen, event, event.days, [])


@dataclass(frozen=True, slots=True)
class EventChanges:
    """What is to change on an event; None leaves it as it is, an empty venue clears it.

    `forget_day` is cleared by naming it in `cleared`: then the usual day holds.
    """

    title: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    timezone: str | None = None
    venue: str | None = None
    forget_day: date | None = None
    shown_fields: tuple[str, ...] | None = None
    cleared: frozenset[str] = frozenset()


def change_event(store: Store, operator: Operator, changes: EventChanges) -> Event:
    """Change an event: a day it gains gets an entrance, a day it loses loses its lists.

    Nothing changes if anybody was scanned on a day that is to go.
    """
    require(store, operator, Action.CHANGE_PROGRAMME)
    with store.write(operator) as pen:
        event, lists = store.programme.event(), store.programme.lists()
        body = _changed(event, changes)
        if not body:
            raise CheckinError("nothing-to-change")
        pen.append(Kind.EVENT_SET, event.id, body)
        after = store.programme.event()
        if after.days != event.days:
            staying = _close_days(store, pen, after, lists)
            _open_entrances(store, pen, after, {*after.days} - {*event.days}, staying)
    return after


def _changed(event: Event, changes: EventChanges) -> dict[str, object]:
    """Return the fields of an `event.set` body that differ from what is."""
    wanted: dict[str, object] = {
        "title": None if changes.title is None else _title(changes.title),
        "venue": None if changes.venue is None else _text("venue", changes.venue),
        "first_day": changes.first_day,
        "last_day": changes.last_day,
        "timezone": changes.timezone,
        "forget_day": changes.forget_day,
        "shown_fields": changes.shown_fields,
    }
    if changes.timezone is not None:
        _check_timezone(changes.timezone)
    forget_day = None if "forget_day" in changes.cleared else event.forget_day
    _check_days(
        changes.first_day or event.first_day,
        changes.last_day or event.last_day,
        changes.forget_day or forget_day,
    )
    body = {
        name: value.isoformat() if isinstance(value, date) else value or None
        for name, value in wanted.items()
        if value is not None and value != getattr(event, name)
    }
    if event.forget_day and not (changes.forget_day or forget_day):
        body["forget_day"] = None
    return body


def _close_days(
    store: Store, pen: Pen, event: Event, lists: Iterable[CheckInList]
) -> list[CheckInList]:
    """Remove the lists of days that are none of the event's any more; return the others."""
    staying = []
    for one in lists:
        if one.day in event.days:
            staying.append(one)
        elif store.programme.has_check_ins(one.id):
            raise CheckinError("day-in-use", day=one.day, list=one.name)
        else:
            pen.append(Kind.LIST_SET, one.id, {"removed": True})
    return staying


def _open_entrances(
    store: Store, pen: Pen, event: Event, days: Collection[date], others: Collection[CheckInList]
) -> None:
    """Give days an entrance each; entrances still called by a number keep in step with the days."""
    numbered = {one.day: one for one in others if one.entrance and _NUMBERED.fullmatch(one.name)}
    taken = {fold(one.name) for one in others if numbered.get(one.day) != one}
    for number, day in enumerate(event.days, 1):
        name = f"Entrance day {number}"
        if fold(name) in taken:
            name = f"Entrance {day.isoformat()}"
        if day in days:
            identity = entrance_id(store.key, day)
            body: dict[str, object] = {"name": name, "day": day.isoformat(), "entrance": True}
            if store.journal.about(identity):
                body["removed"] = False
            pen.append(Kind.LIST_SET, identity, body)
        elif day in numbered and numbered[day].name != name:
            pen.append(Kind.LIST_SET, numbered[day].id, {"name": name})
