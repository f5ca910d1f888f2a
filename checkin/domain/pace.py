"""How fast people come in: a minute, at each station, and when those still expected would be in.

Nobody sees the queue itself. What the record shows is whether a station has somebody before it all
the time, and how many it manages then; all that is said here follows from that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MINUTE_MS = 60_000
RECENT_MS = 5 * MINUTE_MS
BIN_MS = 5 * MINUTE_MS
BINS = 24
SPAN_MS = BINS * BIN_MS
# Whoever steps up within so long had stood in the queue already.
BUSY_GAP_MS = 20_000
FEWEST_IN_A_ROW = 5


@dataclass(frozen=True, slots=True)
class StationPace:
    """One station: how many came in within five minutes, and where it is busy, since when (Unix
    ms) and how many it manages a minute.
    """

    station: str
    recent: int
    busy_since: int | None = None
    manages: float = 0.0


@dataclass(frozen=True, slots=True)
class Pace:
    """All stations of one list: people a minute within the last five, the most in any minute.

    `bins` are entries of five minutes each, the last one that of now; `stations` the busiest first.
    """

    a_minute: float
    peak: int
    bins: tuple[int, ...]
    stations: tuple[StationPace, ...]

    def all_in_at(self, expected: int, now: int) -> int | None:
        """Return when so many more would be in (Unix ms), None where no station is busy.

        Where one is idle, those still expected are not waiting yet, and nobody knows when they
        will come.
        """
        manages = sum(one.manages for one in self.stations)
        if not manages or expected <= 0:
            return None
        return now + round(expected / manages * MINUTE_MS)


def pace(entries: Mapping[str, Sequence[int]], now: int) -> Pace:
    """Return what entries of the last two hours come to, in Unix ms, of each station ascending."""
    everywhere = sorted(at for times in entries.values() for at in times if at <= now)
    recent = [at for at in everywhere if now - at < RECENT_MS]
    # What began a moment ago has no five minutes to be divided by.
    minutes = max((now - recent[0]) / MINUTE_MS, 1.0) if recent else 1.0
    begun_before = len(recent) < len(everywhere)
    stations = [_station(one, times, now) for one, times in entries.items() if times]
    return Pace(
        a_minute=len(recent) / (RECENT_MS / MINUTE_MS if begun_before else minutes),
        peak=_peak(everywhere),
        bins=_bins(everywhere, now),
        stations=tuple(sorted(stations, key=lambda one: (-one.recent, one.station))),
    )


def _station(station: str, times: Sequence[int], now: int) -> StationPace:
    recent = sum(1 for at in times if 0 <= now - at < RECENT_MS)
    row = _in_a_row(times, now)
    if len(row) < FEWEST_IN_A_ROW or row[-1] == row[0]:
        return StationPace(station, recent)
    manages = (len(row) - 1) / (row[-1] - row[0]) * MINUTE_MS
    return StationPace(station, recent, row[0], manages)


def _in_a_row(times: Sequence[int], now: int) -> Sequence[int]:
    """Return the latest entries between which nobody was waited for, none if that is over."""
    if not times or not 0 <= now - times[-1] <= BUSY_GAP_MS:
        return ()
    start = len(times) - 1
    while start and times[start] - times[start - 1] <= BUSY_GAP_MS:
        start -= 1
    return times[start:]


def _peak(times: Sequence[int]) -> int:
    most, first = 0, 0
    for number, at in enumerate(times):
        while at - times[first] >= MINUTE_MS:
            first += 1
        most = max(most, number - first + 1)
    return most


def _bins(times: Sequence[int], now: int) -> tuple[int, ...]:
    counts = [0] * BINS
    latest = now // BIN_MS
    for at in times:
        back = latest - at // BIN_MS
        if 0 <= back < BINS:
            counts[BINS - 1 - back] += 1
    return tuple(counts)
