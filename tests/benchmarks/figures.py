"""What the benchmarks share: rows of the table, and turns that let all meet the same weather."""

from collections.abc import Callable, Sequence
from statistics import median

Rows = list[tuple[str, str, str]]
# Does a piece of work and returns the seconds of each of its parts, not counting preparations.
Work = Callable[[], Sequence[float]]


def medians_in_turn(turns: int, *works: Work) -> list[float]:
    """Return the median seconds of a part of each work, all being done one after another."""
    return [median(seconds) for seconds in _in_turn(turns, works)]


def best_in_turn(turns: int, *works: Work) -> list[float]:
    """Return the least seconds of a part of each work, all being done one after another."""
    return [min(seconds) for seconds in _in_turn(turns, works)]


def _in_turn(turns: int, works: Sequence[Work]) -> list[list[float]]:
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(turns):
        for seconds, work in zip(taken, works, strict=True):
            seconds.extend(work())
    return taken
