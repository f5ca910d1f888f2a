"""Lets an area that is moved or resized by hand come to rest where it is in line with others."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from checkin.domain.areas import Handle
from checkin.domain.template import Area, Template

# 3 mm, what most printers and cutters need, and the grid where there is nothing to be in line with.
MARGIN, GRID = 300, 50


@dataclass(frozen=True, slots=True)
class Guide:
    """A line across the badge, at a height, or down it."""

    across: bool
    at: int


@dataclass(frozen=True, slots=True)
class Lines:
    """What an area may be in line with, from the left and from the top."""

    down: frozenset[int]
    across: frozenset[int]


@dataclass(frozen=True, slots=True)
class Snap:
    """Where an area came to rest, and the lines that it is in line with by that."""

    area: Area
    guides: tuple[Guide, ...] = ()


def lines_of(template: Template, others: Iterable[Area]) -> Lines:
    """Return the edges, margins and middle of a badge, and the edges and middles of `others`."""
    down, across = set(_badge(template.width)), set(_badge(template.height))
    for one in others:
        down |= {one.left, one.left + one.width // 2, one.right}
        across |= {one.top, one.top + one.height // 2, one.bottom}
    return Lines(frozenset(down), frozenset(across))


def _badge(side: int) -> tuple[int, ...]:
    return 0, MARGIN, side // 2, side - MARGIN, side


def snapped_move(area: Area, lines: Lines, reach: int) -> Snap:
    """Return a moved area in line with what is at most `reach` away, or else on the grid."""
    left = _nearest(area.left, (0, area.width // 2, area.width), lines.down, reach)
    top = _nearest(area.top, (0, area.height // 2, area.height), lines.across, reach)
    moved = replace(area, left=left, top=top)
    return Snap(moved, _guides(moved, lines, Handle(0, 0)))


def snapped_resize(area: Area, handle: Handle, lines: Lines, reach: int) -> Snap:
    """Return a resized area, the edges that were pulled in line or on the grid.

    A side that would be gone by it stays as it was pulled.
    """
    left, right = _pulled((area.left, area.right), handle.across, lines.down, reach)
    top, bottom = _pulled((area.top, area.bottom), handle.down, lines.across, reach)
    snapped = Area(left, top, right - left, bottom - top)
    return Snap(snapped, _guides(snapped, lines, handle))


def _pulled(
    ends: tuple[int, int], pulled: int, lines: frozenset[int], reach: int
) -> tuple[int, int]:
    start, end = ends
    if pulled < 0:
        start = _nearest(start, (0,), lines, reach)
    elif pulled > 0:
        end = _nearest(end, (0,), lines, reach)
    return (start, end) if start < end else ends


def _nearest(start: int, points: tuple[int, ...], lines: frozenset[int], reach: int) -> int:
    """Return the start at which one of the points, counted from it, is on a line or on the grid."""
    ways = (line - start - point for line in lines for point in points)
    best = min(ways, key=lambda way: (abs(way), way), default=None)
    if best is not None and abs(best) <= reach:
        return start + best
    on_grid = round(start / GRID) * GRID
    return on_grid if abs(on_grid - start) <= reach else start


def _guides(area: Area, lines: Lines, handle: Handle) -> tuple[Guide, ...]:
    """Return the lines that an area which was moved or pulled is on now."""
    down = _points(area.left, area.width, handle.across, moved=handle == Handle(0, 0))
    across = _points(area.top, area.height, handle.down, moved=handle == Handle(0, 0))
    return (
        *(Guide(across=False, at=at) for at in sorted(lines.down & down)),
        *(Guide(across=True, at=at) for at in sorted(lines.across & across)),
    )


def _points(start: int, length: int, pulled: int, *, moved: bool) -> set[int]:
    if moved:
        return {start, start + length // 2, start + length}
    return {start + length} if pulled > 0 else {start} if pulled < 0 else set()
