"""Stretches of time, and what they come to together; moments and lengths in milliseconds."""

from collections.abc import Iterable, Sequence

Span = tuple[int, int]
"""From when until when; the end is no longer part of it."""


def union(spans: Iterable[Span]) -> list[Span]:
    """Return the same time in spans that neither touch nor overlap, in order; empty ones go."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if end <= start:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged


def meet(one: Sequence[Span], other: Sequence[Span]) -> list[Span]:
    """Return the time that is in both, each given as `union` returns it."""
    met: list[Span] = []
    at = 0
    for start, end in one:
        while at < len(other) and other[at][1] <= start:
            at += 1
        following = at
        while following < len(other) and other[following][0] < end:
            met.append((max(start, other[following][0]), min(end, other[following][1])))
            following += 1
    return met


def length(spans: Iterable[Span]) -> int:
    """Return how long spans are that do not overlap."""
    return sum(end - start for start, end in spans)


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two spans have any time in common."""
    return max(one[0], other[0]) < min(one[1], other[1])
