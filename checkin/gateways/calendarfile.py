"""Reads a programme from an iCalendar file, as calendars and conference systems write it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from checkin.domain.sessionrows import SessionRow
from checkin.domain.table import RowFault
from checkin.errors import CheckinError

if TYPE_CHECKING:
    from icalendar import Component

_MOST_EVENTS = 10_000


def calendar_rows(data: bytes, file: str, timezone: str) -> tuple[list[SessionRow], list[RowFault]]:
    """Return the events of a calendar as rows, counted from 1, and those that are no sessions.

    Times are put into `timezone`; one without a zone is there already. What was canceled is left
    out. CheckinError("calendar-damaged") if it is none.
    """
    from icalendar import Calendar

    try:
        calendar = Calendar.from_ical(data)
        events = list(calendar.walk("VEVENT"))
    except (ValueError, KeyError, IndexError, UnicodeDecodeError) as error:
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
        if reason := _not_a_session(event):
            faults.append(RowFault(number, "", reason, name))
        else:
            rows.append(SessionRow(number, _values(event, timezone) | {"name": name}))
    return rows, faults


def _not_a_session(event: "Component") -> str:
    start = _moment(event, "DTSTART")
    if start is None:
        return "session-all-day" if "DTSTART" in event else "session-hour"
    return "session-recurring" if "RRULE" in event or "RDATE" in event else ""


def _values(event: "Component", timezone: str) -> dict[str, str]:
    zone = ZoneInfo(timezone)
    start = _moment(event, "DTSTART")
    assert start, "an event without a start is no session"
    end = _moment(event, "DTEND")
    length = getattr(event.get("DURATION"), "dt", None)
    if end is None and isinstance(length, timedelta):
        end = start + length
    begins = start.astimezone(zone) if start.tzinfo else start
    values = {"day": begins.date().isoformat(), "starts": f"{begins:%H:%M}"}
    if end is not None:
        ends = end.astimezone(zone) if end.tzinfo else end
        values["ends"] = f"{ends:%H:%M}"
        if ends - begins >= timedelta(days=1):
            # As long as that it cannot be a session: its end is then before its start.
            values["ends"] = values["starts"]
    for field, name in (("room", "LOCATION"), ("topic", "DESCRIPTION")):
        if text := " ".join(_text(event, name).split()):
            values[field] = text[:200]
    return values


def _moment(event: "Component", name: str) -> datetime | None:
    value: Any = getattr(event.get(name), "dt", None)
    return value if isinstance(value, datetime) else None


def _text(event: "Component", name: str) -> str:
    value = event.get(name, "")
    return str(value[0] if isinstance(value, list) else value).strip()
