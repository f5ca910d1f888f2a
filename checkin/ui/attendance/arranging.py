"""Which visitors a table shows, and in which order: computed away from the window."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.arrivals import clock_words
from checkin.domain.text import fold
from checkin.domain.turnout import NEVER, Visitor

NAME, ORGANISATION, CATEGORY, FIRST_DAY = range(4)
# Counted from the column after the last day.
HOURS, SHARE, HALVES, LISTS = range(4)
_LAST = 1 << 40
_HALF = {True: "●", False: "○", None: "·"}


class Which(StrEnum):
    """Whom of a day to show."""

    ALL = "all"
    PRESENT = "present"
    ABSENT = "absent"
    BELOW = "below threshold"
    WITHOUT_EXIT = "without exit"
    AT_RISK = "at risk"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a table is to show; `column` 0 is the name, the days begin at FIRST_DAY."""

    words: str = ""
    which: Which = Which.ALL
    day: int = 0
    column: int = NAME
    descending: bool = False


def arrange(visitors: Sequence[Visitor], wanted: Wanted) -> "array[int]":
    """Return the places of the visitors to show, in order; those without a value come last."""
    found = [at for at, one in enumerate(visitors) if _is_wanted(one, wanted)]
    words = fold(wanted.words).split()
    if words:
        found = [at for at in found if all(word in visitors[at].words for word in words)]
    if wanted.column == NAME:
        return array("q", reversed(found) if wanted.descending else found)
    ranks = _ranks([visitors[at] for at in found], wanted.column)
    if wanted.descending:
        ranks = [rank if rank == _LAST else -rank for rank in ranks]
    # Numbers, not texts: sorting them does not hold the window's thread up.
    order = sorted(range(len(found)), key=ranks.__getitem__)
    return array("q", (found[at] for at in order))


def _is_wanted(one: Visitor, wanted: Wanted) -> bool:
    came = one.first_in[wanted.day] != NEVER
    match wanted.which:
        case Which.PRESENT:
            return came
        case Which.ABSENT:
            return not came and one.expected[wanted.day]
        case Which.BELOW:
            return bool(one.programme) and not one.reaches
        case Which.WITHOUT_EXIT:
            return one.without_exit[wanted.day]
        case Which.AT_RISK:
            return one.needed > 0
    return True


def _ranks(visitors: Sequence[Visitor], column: int) -> list[int]:
    days = len(visitors[0].expected) if visitors else 0
    if 0 <= (day := column - FIRST_DAY) < days:
        firsts = (one.first_in[day] for one in visitors)
        return [_LAST if minute == NEVER else minute for minute in firsts]
    if column == FIRST_DAY + days + HOURS:
        return [one.hours if one.programme else _LAST for one in visitors]
    if column == FIRST_DAY + days + SHARE:
        shares = (one.percent for one in visitors)
        return [_LAST if share is None else share for share in shares]
    text = _TEXTS.get(column, lists_text)
    texts = [text(one) for one in visitors]
    places = {one: at for at, one in enumerate(sorted(set(texts), key=fold))}
    return [places[one] if one else _LAST for one in texts]


def day_text(one: Visitor, day: int) -> str:
    """Return when somebody was there on a day; nothing if they were not to come."""
    first, last = one.first_in[day], one.last_out[day]
    if first == NEVER:
        return "—" if one.expected[day] else ""
    return f"{clock_words(first)}–{'' if last == NEVER else clock_words(last)}"


def hours_text(one: Visitor) -> str:
    """Return the hours of programme hours, as hours and minutes; nothing without a programme."""
    return f"{_clock(one.hours)} / {_clock(one.programme)}" if one.programme else ""


def share_text(one: Visitor) -> str:
    """Return the share, rounded down, with a sign that tells whether it is enough."""
    if one.percent is None:
        return ""
    return f"{'✓' if one.reaches else '▽'} {one.percent} %"


def halves_text(one: Visitor) -> str:
    """Return of each day two signs, for morning and afternoon: attended, missed, or nothing."""
    return "  ".join("".join(_HALF[half] for half in day) for day in one.half_days)


def _clock(milliseconds: int) -> str:
    minutes = milliseconds // 60_000
    return f"{minutes // 60}:{minutes % 60:02d}"


def lists_text(one: Visitor) -> str:
    """Return the workshops and other lists somebody entered."""
    return ", ".join(one.lists)


_TEXTS: dict[int, Callable[[Visitor], str]] = {
    ORGANISATION: lambda one: one.organisation,
    CATEGORY: lambda one: one.category,
}
