"""When people came: first entries of a day, counted in bins of equal width."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

MOST_BINS = 40
LEAST_BINS = 12
_WIDTHS = (10, 15, 30, 60)
_HOUR = 60


@dataclass(frozen=True, slots=True)
class Arrivals:
    """`counts` of arrivals in bins of `width` minutes, from `start` minutes after midnight on."""

    start: int = 0
    width: int = _WIDTHS[0]
    counts: tuple[int, ...] = ()

    def span(self, number: int) -> tuple[int, int]:
        """Return from and until which minute a bin reaches."""
        begin = self.start + number * self.width
        return begin, begin + self.width


def minute_of(moment: datetime, day: date) -> int:
    """Return how many minutes after a day's midnight a moment of it was, by the clock on the wall.

    An hour after the midnight that ends the day is the 25th hour.
    """
    return (moment.date() - day).days * 24 * _HOUR + moment.hour * _HOUR + moment.minute


def arrivals(minutes: Iterable[int]) -> Arrivals:
    """Count minutes in the narrowest bins of which there are not too many; none for nobody.

    The first bin begins and the last one ends at a half or whole hour, so that few arrivals do not
    fill the whole width.
    """
    counted = Counter(minutes)
    if not counted:
        return Arrivals()
    first, last = min(counted), max(counted)
    for width in _WIDTHS:
        edge = max(width, _HOUR // 2)
        start = first // edge * edge
        bins = max((last // edge * edge + edge - start) // width, LEAST_BINS)
        if bins <= MOST_BINS:
            break
    counts = [0] * bins
    for minute, number in counted.items():
        counts[(minute - start) // width] += number
    return Arrivals(start, width, tuple(counts))


def clock_words(minute: int) -> str:
    """Return a minute of a day as a clock shows it."""
    hour, rest = divmod(minute, _HOUR)
    return f"{hour % 24:02d}:{rest:02d}"
