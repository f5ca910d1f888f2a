"""Writes an event as calendar entries, one a day, as any calendar takes them (RFC 5545)."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from checkin.domain.event import CheckInList, Event

# RFC 5545, 3.1: octets in a line without its end, of which a blank begins each folded one.
_OCTETS = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def calendar_of(event: Event, lists: Sequence[CheckInList], at: int) -> str:
    """Return the text of an .ics file, made at a moment in Unix milliseconds.

    A day has the hours of its entrance where that has both, else it is whole. An entry has the
    same id whenever it is written, so that a calendar replaces it.
    """
    stamp = _utc(datetime.fromtimestamp(at / 1000, UTC))
    entrances = {one.day: one for one in lists if one.entrance}
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Check-in//Check-in//EN"]
    for day in event.days:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{event.id}-{day:%Y%m%d}@check-in.invalid",
            f"DTSTAMP:{stamp}",
            *_span(event, day, entrances.get(day)),
            f"SUMMARY:{event.title.translate(_ESCAPED)}",
            *([f"LOCATION:{event.venue.translate(_ESCAPED)}"] if event.venue else []),
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _span(event: Event, day: date, entrance: CheckInList | None) -> tuple[str, str]:
    if entrance and entrance.opens is not None and entrance.closes is not None:
        opens, closes = (_moment(event, day, one) for one in (entrance.opens, entrance.closes))
        return f"DTSTART:{_utc(opens)}", f"DTEND:{_utc(closes)}"
    return f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"


def _moment(event: Event, day: date, hour: time) -> datetime:
    """Return when it is that hour of a day, which is after midnight before the day's boundary."""
    late = timedelta(days=1 if hour < event.day_boundary else 0)
    return datetime.combine(day + late, hour, ZoneInfo(event.timezone))


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most so many octets, no letter torn."""
    part, octets = "", 0
    for letter in line:
        size = len(letter.encode("utf-8", "replace"))
        if octets + size > _OCTETS:
            yield part
            part, octets = " ", 1
        part += letter
        octets += size
    yield part
