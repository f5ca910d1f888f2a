"""The hybrid logical clock that orders what several stations did."""

DAY_MS = 24 * 60 * 60 * 1000
MOST_AHEAD_MS = 7 * DAY_MS


def tick(seen: int, wall_ms: int) -> int:
    """Return the next clock: 48 bits of Unix milliseconds, 16 bits of count, after `seen`."""
    return max(seen + 1, wall_ms << 16)


def milliseconds(clock: int) -> int:
    """Return the Unix milliseconds in a clock."""
    return clock >> 16


def too_far_ahead(clock: int, wall_ms: int) -> bool:
    """Tell whether a clock is so far ahead of ours that somebody must say whose is right."""
    return milliseconds(clock) > wall_ms + MOST_AHEAD_MS
