"""Which backups are kept: many of the last hour, some of the last day, a few of the last days."""

from collections.abc import Iterable

_MINUTE = 60_000
# How wide a slot is in milliseconds, and of how many slots the newest backup is kept.
SLOTS = ((5 * _MINUTE, 12), (60 * _MINUTE, 24), (24 * 60 * _MINUTE, 12))


def to_drop(times: Iterable[int], now: int) -> list[int]:
    """Return those of the backups' times (Unix ms) that are needed no more, oldest first.

    Only slots that hold a backup count, so that a laptop that rested for a month keeps what it had.
    One from a clock that was ahead stands in for now until there is one of now.
    """
    newest_first = sorted(set(times), key=lambda time: (min(time, now), time <= now), reverse=True)
    kept: set[int] = set()
    for width, count in SLOTS:
        newest_of: dict[int, int] = {}
        for time in newest_first:
            newest_of.setdefault(min(time, now) // width, time)
        kept.update(list(newest_of.values())[:count])
    return sorted(set(newest_first) - kept)
