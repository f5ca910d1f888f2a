"""Moves, resizes, aligns and distributes rectangles on a badge; lengths are 0.01 mm."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from checkin.domain.template import MOST_SIDE, Area, Code, Element, Shape, Template

# What of an element stays on the badge however far it is moved, so that it can be taken hold of.
_HOLD = 100
_LEAST_SIDE = {Code: 500, Shape: 20}
_USUAL_LEAST_SIDE = 200


class Edge(StrEnum):
    """What several elements are aligned by: an edge of all of them, or the middle."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Handle:
    """One of the eight handles: across is -1 at the left, 1 at the right; down is -1 at the top."""

    across: int
    down: int


HANDLES = tuple(
    Handle(across, down) for down in (-1, 0, 1) for across in (-1, 0, 1) if across or down
)


def bounds(areas: Sequence[Area]) -> Area:
    """Return the smallest rectangle around some, of which there is one at least."""
    left, top = min(one.left for one in areas), min(one.top for one in areas)
    right, bottom = max(one.right for one in areas), max(one.bottom for one in areas)
    return Area(left, top, right - left, bottom - top)


def kept_on(area: Area, template: Template) -> Area:
    """Return an area as near as it can be with some of it on the badge, and no larger than any."""
    width, height = (min(max(one, 0), MOST_SIDE) for one in (area.width, area.height))
    return Area(
        _kept(area.left, width, template.width),
        _kept(area.top, height, template.height),
        width,
        height,
    )


def _kept(start: int, length: int, side: int) -> int:
    least = max(-side, min(_HOLD, length) - length)
    return min(max(start, least), side - min(_HOLD, length))


def least_side(element: Element) -> int:
    """Return how narrow and how low an element may become by its handles."""
    return _LEAST_SIDE.get(type(element), _USUAL_LEAST_SIDE)


def resized(
    area: Area, handle: Handle, across: int, down: int, least: int, even: bool = False
) -> Area:
    """Return an area after one of its handles was dragged; `even` keeps its proportions.

    The opposite edge stays. A side that is no length, of a line, stays none.
    """
    width = _stretched(area.width, handle.across * across if handle.across else 0, least)
    height = _stretched(area.height, handle.down * down if handle.down else 0, least)
    if even and area.width and area.height:
        width, height = _evenly(area, handle, width, height, least)
    return Area(
        _start(area.left, area.width, width, handle.across),
        _start(area.top, area.height, height, handle.down),
        width,
        height,
    )


def _stretched(length: int, by: int, least: int) -> int:
    # What is smaller than that already, in a template from elsewhere, may stay so.
    return max(length + by, min(least, length)) if length else 0


def _evenly(area: Area, handle: Handle, width: int, height: int, least: int) -> tuple[int, int]:
    wider, higher = width / area.width, height / area.height
    if handle.across and handle.down:
        scale = max(wider, higher)
    else:
        scale = wider if handle.across else higher
    scale = max(scale, min(1.0, least / min(area.width, area.height)))
    return round(area.width * scale), round(area.height * scale)


def _start(start: int, before: int, now: int, pulled: int) -> int:
    """Return where a side begins that was pulled at its start, at its end, or at neither."""
    if pulled == 0:
        return start - (now - before) // 2
    return start + before - now if pulled < 0 else start


def scaled(area: Area, before: Area, now: Area, least: int) -> Area:
    """Return where an area is to go when what it lies in, `before`, has become `now`."""
    left, width = _scaled(area.left, area.width, (before.left, before.width, now.left, now.width))
    top, height = _scaled(area.top, area.height, (before.top, before.height, now.top, now.height))
    return Area(
        left,
        top,
        max(width, min(least, area.width)),
        max(height, min(least, area.height)),
    )


def _scaled(start: int, length: int, whole: tuple[int, int, int, int]) -> tuple[int, int]:
    before, before_length, now, now_length = whole
    if not before_length:
        return start - before + now, length
    scale = now_length / before_length
    begin = now + round((start - before) * scale)
    return begin, now + round((start + length - before) * scale) - begin


def aligned(area: Area, edge: Edge, whole: Area) -> Area:
    """Return an area moved to an edge of `whole`, or to its middle."""
    match edge:
        case Edge.LEFT:
            return replace(area, left=whole.left)
        case Edge.RIGHT:
            return replace(area, left=whole.right - area.width)
        case Edge.CENTRE:
            return replace(area, left=whole.left + (whole.width - area.width) // 2)
        case Edge.TOP:
            return replace(area, top=whole.top)
        case Edge.BOTTOM:
            return replace(area, top=whole.bottom - area.height)
        case Edge.MIDDLE:
            return replace(area, top=whole.top + (whole.height - area.height) // 2)


def distributed(areas: Sequence[Area], down: bool) -> list[Area]:
    """Return areas with the same room between neighbours, the first and the last where they are."""
    if len(areas) < 3:
        return list(areas)
    start, length = ("top", "height") if down else ("left", "width")
    order = sorted(
        range(len(areas)), key=lambda n: (getattr(areas[n], start), getattr(areas[n], length))
    )
    first, last = areas[order[0]], areas[order[-1]]
    begin, end = getattr(first, start), getattr(last, start) + getattr(last, length)
    room = end - begin - sum(getattr(one, length) for one in areas)
    moved, used = list(areas), 0
    for place, number in enumerate(order):
        at = begin + used + round(room * place / (len(areas) - 1))
        moved[number] = replace(areas[number], **{start: at})
        used += getattr(areas[number], length)
    return moved
