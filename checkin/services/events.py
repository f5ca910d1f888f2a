"""Makes a new event: one file, with an entrance list for each day."""

from datetime import date
from pathlib import Path
from zoneinfo import available_timezones

from checkin.domain.entry import Kind
from checkin.domain.event import MOST_DAYS, Event
from checkin.domain.identity import entrance_id
from checkin.domain.roles import Action, Operator
from checkin.domain.text import clean
from checkin.errors import CheckinError
from checkin.services.permission import require
from checkin.store.faults import explained
from checkin.store.stations import StationBook
from checkin.store.store import Now, Store

LONGEST_TEXT = 200


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
    require(operator, Action.SAFEKEEPING)
    fields = {
        "title": _text("title", title),
        "first_day": first_day.isoformat(),
        "last_day": last_day.isoformat(),
        "timezone": timezone,
    }
    if not fields["title"]:
        raise CheckinError("title-missing")
    _check_days(first_day, last_day, forget_day)
    if timezone not in available_timezones():
        raise CheckinError("unknown-timezone", timezone=timezone)
    if venue:
        fields["venue"] = _text("venue", venue)
    if forget_day:
        fields["forget_day"] = forget_day.isoformat()
    _write(path, book, now, operator, fields)


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
        for number, day in enumerate(event.days, 1):
            body = {"name": f"Entrance day {number}", "day": day.isoformat(), "entrance": True}
            pen.append(Kind.LIST_SET, entrance_id(store.key, day), body)
