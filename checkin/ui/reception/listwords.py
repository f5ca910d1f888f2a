"""Says of a check-in list when it is, and what somebody standing there should know."""

from collections.abc import Mapping, Sequence
from datetime import time

from PySide6.QtCore import QCoreApplication

from checkin.domain.event import CheckInList, Event
from checkin.domain.hours import Stage, minutes_until, stage
from checkin.ui.dates import day_name

# In large and in small. Marked here, translated when shown.
_WARNINGS: Mapping[Stage, tuple[str, str]] = {
    Stage.OTHER_DAY: (
        "Not today's list: {day}",
        "Today is {today}. Ctrl+L chooses another list.",
    ),
    Stage.OVER: (
        "Over since {closes}: {list}",
        "Every scan here is refused. Ctrl+L chooses another list.",
    ),
    Stage.SOON: ("Opens at {opens}, {soon}: {list}", "Until then every scan here is refused."),
    Stage.LATER: (
        "Opens at {opens}: {list}",
        "Until then every scan here is refused. Ctrl+L chooses another list.",
    ),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lists", text)


def list_name(one: CheckInList) -> str:
    """Return what a list is called at its door."""
    return _tr("Entrance") if one.entrance else one.name


def when_words(event: Event, one: CheckInList, now: int) -> str:
    """Return when a list is, seen from now: `until 12:30`, `begins at 11:00, in 25 minutes`."""
    match stage(event, one, now):
        case Stage.RUNNING:
            words = _tr("now, until {closes}") if one.closes else _tr("now")
        case Stage.SOON:
            words = _tr("begins at {opens}, {soon}")
        case Stage.LATER:
            words = _tr("today, {hours}")
        case Stage.OVER:
            words = _tr("over since {closes}")
        case _:
            words = "{day}, {hours}" if one.opens or one.closes else "{day}"
    return words.format(
        opens=_clock(one.opens),
        closes=_clock(one.closes),
        hours=hours_words(one),
        day=day_name(one.day),
        soon=in_minutes(event, one, now),
    )


def hours_words(one: CheckInList) -> str:
    """Return the hours of a list such as `11:00–12:30`, empty where it has none."""
    if one.opens and one.closes:
        return f"{one.opens:%H:%M}–{one.closes:%H:%M}"
    if one.opens:
        return _tr("from {opens}").format(opens=_clock(one.opens))
    return _tr("until {closes}").format(closes=_clock(one.closes)) if one.closes else ""


def in_minutes(event: Event, one: CheckInList, now: int) -> str:
    """Return how long it is until a list opens, such as `in 25 minutes`."""
    minutes = minutes_until(event, one.opens, now) if one.opens else 0
    words = _tr("in {count} minute") if minutes == 1 else _tr("in {count} minutes")
    return words.format(count=minutes)


def warning_words(
    event: Event, one: CheckInList, now: int, *, leaving: bool = False
) -> tuple[str, str]:
    """Return in large and in small what is odd about a list now; empty where nothing is.

    Whoever is `leaving` is let out whatever the hour.
    """
    at = stage(event, one, now)
    if at is Stage.RUNNING or (leaving and at is not Stage.OTHER_DAY):
        return "", ""
    large, small = _WARNINGS[at]
    facts = {
        "day": day_name(one.day),
        "today": day_name(event.day_of(now)),
        "list": list_name(one),
        "opens": _clock(one.opens),
        "closes": _clock(one.closes),
        "soon": in_minutes(event, one, now),
    }
    return _tr(large).format(**facts), _tr(small).format(**facts)


def offer_words(event: Event, lists: Sequence[CheckInList], now: int) -> str:
    """Return what to say of lists that begin together, or began."""
    first = lists[0]
    name, others = first.name, len(lists) - 1
    if others:
        name = _tr("{name} and {count} more").format(name=name, count=others)
    if stage(event, first, now) is Stage.SOON:
        words = _tr("{name} begin {soon}.") if others else _tr("{name} begins {soon}.")
    else:
        words = _tr("{name} began at {opens}.")
    soon = in_minutes(event, first, now)
    return words.format(name=name, soon=soon, opens=_clock(first.opens))


def _clock(clock_time: time | None) -> str:
    return f"{clock_time:%H:%M}" if clock_time else ""
