"""How many came: of each day, on all days, and from where."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checkin.domain.text import fold

# No minute at all: one before a day's midnight is possible, of who left its list a day too early.
NEVER = -(1 << 30)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who was expected or came on any day; `number` is the file's own for them.

    `words` is what is searched, folded. `expected`, `first_in` and `last_out` have a place a day;
    the latter two are minutes after the day's midnight, or NEVER. `lists` are those besides the
    entrances that they entered. `hours` and `programme` are milliseconds; `half_days` tells of each
    day whether morning and afternoon were attended. `without_exit` tells of each day that they were
    not scanned out. `needed` is what they must still have today to reach the threshold, 0 for who
    is not at risk.
    """

    number: int
    id: str
    name: str
    organisation: str
    kind: str
    country: str
    category: str
    words: str
    expected: tuple[bool, ...]
    first_in: tuple[int, ...]
    last_out: tuple[int, ...]
    lists: tuple[str, ...]
    hours: int = 0
    programme: int = 0
    reaches: bool = False
    half_days: tuple[tuple[bool | None, bool | None], ...] = ()
    without_exit: tuple[bool, ...] = ()
    needed: int = 0

    @property
    def percent(self) -> int | None:
        """Return hours of programme hours in a hundred, rounded down; None without a programme."""
        return self.hours * 100 // self.programme if self.programme else None


@dataclass(frozen=True, slots=True)
class DayTurnout:
    """One day: how many were registered for it, how many came, and in which minute each did."""

    day: date
    registered: int
    present: int
    minutes: tuple[int, ...]

    @property
    def percent(self) -> int:
        """Return present of registered in a hundred; 0 where nobody is registered."""
        return round(100 * self.present / self.registered) if self.registered else 0


@dataclass(frozen=True, slots=True)
class Origins:
    """Where those who came at all are from; `kinds` with how many organisations, most first."""

    organisations: int = 0
    countries: int = 0
    kinds: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Turnout:
    """An event as a whole; `visitors` are in order of name, `every_day` came on each of its days.

    `apart` tells that somebody was scanned on one list at two stations, so may be in twice.
    """

    days: tuple[DayTurnout, ...]
    every_day: int
    origins: Origins
    visitors: tuple[Visitor, ...]
    apart: bool = False


def counted(days: Sequence[date], visitors: Sequence[Visitor], *, apart: bool = False) -> Turnout:
    """Return what the visitors come to."""
    return Turnout(
        days=tuple(_day(day, at, visitors) for at, day in enumerate(days)),
        every_day=sum(1 for one in visitors if NEVER not in one.first_in),
        origins=_origins(visitors),
        visitors=tuple(visitors),
        apart=apart,
    )


def _day(day: date, at: int, visitors: Sequence[Visitor]) -> DayTurnout:
    minutes = tuple(one.first_in[at] for one in visitors if one.first_in[at] != NEVER)
    registered = sum(1 for one in visitors if one.expected[at])
    return DayTurnout(day, registered, len(minutes), minutes)


def _origins(visitors: Sequence[Visitor]) -> Origins:
    kind_of: dict[str, str] = {}
    countries = set()
    for one in visitors:
        if any(minute != NEVER for minute in one.first_in):
            if one.organisation:
                kind_of[one.organisation] = one.kind or kind_of.get(one.organisation, "")
            if one.country:
                countries.add(one.country)
    kinds = Counter(kind for kind in kind_of.values() if kind)
    return Origins(len(kind_of), len({fold(one) for one in countries}), tuple(kinds.most_common()))
