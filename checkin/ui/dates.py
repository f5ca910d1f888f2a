"""Says days, times and spans as people do, in the event's zone."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from checkin.domain.event import Event

_MINUTE_MS, _HOUR_MS, _DAY_MS = 60_000, 3_600_000, 86_400_000


def day_name(day: date) -> str:
    """Return a day such as `Thursday 2 June`."""
    return QLocale().toString(_qdate(day), "dddd d MMMM")


def short_day(day: date) -> str:
    """Return a day such as `Thu 2 June`."""
    return QLocale().toString(_qdate(day), "ddd d MMM")


def days_span(event: Event) -> str:
    """Return the days of an event such as `2–3 June 2016`."""
    first, last = event.first_day, event.last_day
    end = QLocale().toString(_qdate(last), "d MMMM yyyy")
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    start = "d MMMM" if first.year == last.year else "d MMMM yyyy"
    return f"{QLocale().toString(_qdate(first), start)} – {end}"


def clock(at: int, event: Event) -> str:
    """Return the time of day of Unix milliseconds, such as `08:47`."""
    return f"{event.local(at):%H:%M}"


def moment(at: int, event: Event, now: int) -> str:
    """Return when something was: `08:47` today, else with its day."""
    if event.day_of(at) == event.day_of(now):
        return clock(at, event)
    return f"{short_day(event.local(at).date())}, {clock(at, event)}"


def ago(span_ms: int) -> str:
    """Return how long ago something was, such as `12 minutes ago`."""

    def count(text: str, number: int) -> str:
        return QCoreApplication.translate("Dates", text, "", number).replace("%n", str(number))

    if span_ms < _MINUTE_MS:
        return QCoreApplication.translate("Dates", "a moment ago")
    if span_ms < _HOUR_MS:
        minutes = span_ms // _MINUTE_MS
        return count("%n minute ago" if minutes == 1 else "%n minutes ago", minutes)
    if span_ms < _DAY_MS:
        hours = span_ms // _HOUR_MS
        return count("%n hour ago" if hours == 1 else "%n hours ago", hours)
    days = span_ms // _DAY_MS
    return count("%n day ago" if days == 1 else "%n days ago", days)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
