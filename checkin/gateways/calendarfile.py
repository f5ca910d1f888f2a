"""Reads a programme from an iCalendar file, as calendars and conference systems write it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from checkin.domain.listrows import RowRefused
from checkin.domain.sessionrows import SessionRow
from checkin.domain.table import RowFault
from checkin.errors import CheckinError

if TYPE_CHECKING:
    from icalendar import Component

_MOST_EVENTS = 10_000
_LONGEST_TEXT = 200
# What the library raises at damaged text; it looks for zones among files.
_DAMAGED = (ValueError, LookupError, AttributeError, TypeError, OverflowError, OSError)


def calendar_rows(data: bytes, file: str, timezone: str) -> tuple[list[SessionRow], list[RowFault]]:
    """Return the events of a calendar as rows, counted from 1, and those that are no sessions.

    Times are put into `timezone`; one without a zone is there already. What was canceled is left
    out. CheckinError("calendar-damaged") if it is none.
    """
    from icalendar import Calendar

    try:
        calendar = Calendar.from_ical(data)
        events = list(calendar.walk("VEVENT"))
    except _DAMAGED as error:
        raise CheckinError("calendar-damaged", file=file) from error
    if len(events) > _MOST_EVENTS:
        raise CheckinError("sheet-too-long", file=file, limit=_MOST_EVENTS)
    if not events:
        raise CheckinError("sheet-empty", file=file)
    rows, faults = [], []
    for number, event in enumerate(events, 1):
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            continue
        name = _text(event, "SUMMARY")
        try:
            values = _values(event, ZoneInfo(timezone))
        except RowRefused as refusal:
            faults.append(RowFault(number, refusal.field, refusal.reason, name))
        else:
            rows.append(SessionRow(number, values | {"name": name}))
    return rows, faults


def _values(event: "Component", zone: ZoneInfo) -> dict[str, str]:
    """Return what an event says of a session by field; RowRefused if it is none."""
    begins = _moment(event, "DTSTART", "starts", zone)
    if begins is None:
        raise RowRefused("starts", "session-hour")
    if "RRULE" in event or "RDATE" in event:
        raise RowRefused("", "session-recurring")
    values = {"day": begins.date().isoformat(), "starts": f"{begins:%H:%M}"}
    if (ends := _end(event, begins, zone)) is not None:
        # What is not over within a day is no session: its end is then not after its start.
        fits = timedelta(0) < ends - begins < timedelta(days=1)
        values["ends"] = f"{ends:%H:%M}" if fits else values["starts"]
    for field, name in (("room", "LOCATION"), ("topic", "DESCRIPTION")):
        if text := " ".join(_text(event, name).split()):
            values[field] = text[:_LONGEST_TEXT]
    return values


def _end(event: "Component", begins: datetime, zone: ZoneInfo) -> datetime | None:
    """Return when an event ends, said or by its length."""
    length = _value(event, "DURATION", "ends")
    if "DTEND" in event or not isinstance(length, timedelta):
        return _moment(event, "DTEND", "ends", zone)
    try:
        return begins + length
    except OverflowError as error:
        raise RowRefused("ends", "session-hour") from error


def _moment(event: "Component", name: str, field: str, zone: ZoneInfo) -> datetime | None:
    """Return a moment as clocks of the event show it, None where the calendar names none."""
    value = _value(event, name, field)
    if value is None:
        return None
    if not isinstance(value, datetime):
        raise RowRefused("", "session-all-day")
    try:
        return value.astimezone(zone).replace(tzinfo=None) if value.tzinfo else value
    except OverflowError as error:
        raise RowRefused(field, "session-hour") from error


def _value(event: "Component", name: str, field: str) -> Any:
    """Return a date, moment or length; RowRefused for one that is damaged or stands there twice."""
    if name not in event:
        return None
    value: Any = event[name]
    try:
        return value.dt
    except (ValueError, AttributeError) as error:
        raise RowRefused(field, "session-hour") from error


def _text(event: "Component", name: str) -> str:
    value = event.get(name, "")
    return str(value[0] if isinstance(value, list) else value).strip()
