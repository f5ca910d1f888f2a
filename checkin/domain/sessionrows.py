"""Reads one row of a programme that somebody sent: name, day, hours, room, and what else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from checkin.domain.event import Event
from checkin.domain.listrows import RowRefused
from checkin.domain.session import SessionKind, SessionWords
from checkin.domain.text import clean
from checkin.domain.values import find_date, read_days, read_yes
from checkin.domain.words import plain, plain_words

FIELDS = (
    "name", "day", "starts", "ends", "time", "room", "kind", "capacity", "counted", "own_door",
    "topic",
)  # fmt: skip
LONGEST_NAME = 100
_CLOCK = re.compile(
    r"(?<![\d.:])(?P<hour>[01]?\d|2[0-4])(?:\s*[:.h]\s*(?P<minute>[0-5]\d))(?:[:.][0-5]\d)?"
    r"(?:\.\d+)?\s*(?P<half>[ap]\.?m\b\.?)?|(?<![\d.:])(?P<lone>1[0-2]|0?[1-9])\s*(?P<of>[ap]\.?m)",
    re.IGNORECASE,
)
_DATES = re.compile(
    r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d\b)?|\d{1,2}/\d{1,2}/\d{2,4}"
)
_BARE = re.compile(r"(?:[01]?\d|2[0-3])\s*h?")
_PLACES = re.compile(r"(\d{1,7})(?:\.0+)?")
_KINDS: Mapping[SessionKind, frozenset[str]] = {
    SessionKind.PLENARY: plain_words(
        """plenary, plenary session, keynote, opening, closing, plenarinė sesija, plenarinis
        posėdis, plenārsēde, plenārsesija, plenaaristung, plenaaresinemine, sesja plenarna, plenum,
        plenarsitzung, plenarsession, пленарное заседание, пленарная сессия""",
        ",",
    ),
    SessionKind.WORKSHOP: plain_words(
        """workshop, work shop, breakout, breakout session, parallel session, working group,
        seminar, dirbtuvės, darbo grupė, seminaras, darbnīca, darba grupa, seminārs, töötuba,
        töögrupp, warsztat, warsztaty, grupa robocza, arbeitsgruppe, verkstad, arbetsgrupp,
        мастер класс, рабочая группа, воркшоп, семинар""",
        ",",
    ),
    SessionKind.BREAK: plain_words(
        """break, coffee, coffee break, lunch, dinner, pause, pertrauka, kavos pertrauka, pietūs,
        pārtraukums, kafijas pauze, pusdienas, paus, kohvipaus, lõuna, przerwa, przerwa kawowa,
        obiad, kaffeepause, mittagessen, mittagspause, fika, перерыв, кофе брейк, обед""",
        ",",
    ),
    SessionKind.OTHER: plain_words(
        "other, session, kita, cits, muu, inne, andere, annat, другое", ","
    ),
}


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One row as it was sent, by field; `number` counts as a spreadsheet does."""

    number: int
    values: Mapping[str, str]


def read_session(row: SessionRow, event: Event) -> SessionWords:
    """Return what a row says of a session; RowRefused names the field, why, and what stood there.

    A start may hold its day as well, `time` both start and end, such as `9:00–10:30`.
    """
    said = {field: text.strip() for field, text in row.values.items() if text.strip()}
    name = clean(said.get("name", ""))
    if not name:
        raise RowRefused("name", "missing-name")
    if len(name) > LONGEST_NAME:
        raise RowRefused("name", "name-too-long", name[:80])
    starts, ends = _hours(said)
    day = _day(said, event)
    if event.hour_of(ends) <= event.hour_of(starts):
        raise RowRefused("ends", "session-reversed", f"{starts:%H:%M}–{ends:%H:%M}")
    kind = _kind(said.get("kind", ""))
    return SessionWords(
        name=name,
        day=day,
        starts=starts,
        ends=ends,
        room=said.get("room"),
        kind=kind,
        capacity=_capacity(said.get("capacity", "")),
        counted=_yes("counted", said),
        own_door=_yes("own_door", said),
        topic=said.get("topic"),
    )


def _hours(said: Mapping[str, str]) -> tuple[time, time]:
    spoken = _clocks(said.get("time", ""))
    starts = _clocks(said.get("starts", "")) or spoken[:1]
    ends = _clocks(said.get("ends", "")) or spoken[1:2]
    for field, found in (("starts", starts), ("ends", ends)):
        if not found:
            raise RowRefused(field, "session-hour", said.get(field, said.get("time", ""))[:80])
    if len(starts) > 1 and not said.get("ends"):
        # `9:00–10:30` in the column of the start.
        return starts[0], starts[1]
    return starts[0], ends[-1]


def _clocks(text: str) -> list[time]:
    """Return the times of day in a text, in order."""
    bare = [part.strip() for part in re.split("[-–—]", text)]
    if all(_BARE.fullmatch(part) for part in bare):
        return [time(int(re.sub(r"\D", "", part))) for part in bare]
    text = _DATES.sub(" ", text)
    return [found for match in _CLOCK.finditer(text) if (found := _clock(match)) is not None]


def _clock(match: re.Match[str]) -> time | None:
    hour = int(match["hour"] or match["lone"])
    half = (match["half"] or match["of"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour % 24, int(match["minute"] or 0))


def _day(said: Mapping[str, str], event: Event) -> date:
    for field in ("day", "starts", "time"):
        if text := said.get(field):
            if (day := find_date(text)) is None and field == "day":
                day = _only_day(text, event)
            if day is not None:
                if day not in event.days:
                    raise RowRefused("day", "days", text[:80])
                return day
    if said.get("day"):
        raise RowRefused("day", "days", said["day"][:80])
    if len(event.days) == 1:
        return event.first_day
    raise RowRefused("day", "session-day")


def _only_day(text: str, event: Event) -> date | None:
    try:
        found = read_days(text, event.days)
    except ValueError:
        return None
    return found[0] if len(found) == 1 else None


def _kind(text: str) -> SessionKind | None:
    words = plain(text)
    if not words:
        return None
    for kind, names in _KINDS.items():
        if words in names or words == kind.value:
            return kind
    raise RowRefused("kind", "session-kind", text[:80])


def _capacity(text: str) -> int | None:
    if not text:
        return None
    match = _PLACES.fullmatch(text.replace(" ", ""))
    if not match:
        raise RowRefused("capacity", "session-places", text[:80])
    return int(match[1])


def _yes(field: str, said: Mapping[str, str]) -> bool | None:
    if field not in said:
        return None
    try:
        return read_yes(said[field])
    except ValueError as error:
        raise RowRefused(field, "yes-or-no", said[field][:80]) from error
