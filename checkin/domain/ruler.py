"""Works out how a printer is off from what is measured on a ruler page printed on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, degrees, hypot

from checkin.domain.stock import Adjustment, Stock

# How far the crosses of a page are from its edges, where it is large enough.
_USUAL_DISTANCE, _STEP = 2_000, 500
_CORNERS = 4

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """How far one cross is from the nearer side edge and the nearer upper or lower edge."""

    across: int
    down: int


def cross_distance(stock: Stock) -> int:
    """Return how far from both edges the cross in each corner of a ruler page is drawn."""
    narrow = min(stock.page_width, stock.page_height) // 4 // _STEP * _STEP
    return max(min(_USUAL_DISTANCE, narrow), _STEP // 2)


def crosses(stock: Stock) -> tuple[Point, Point, Point, Point]:
    """Return where the crosses are drawn: upper left and right, lower left and right."""
    distance = cross_distance(stock)
    return _corners(stock, [Reading(distance, distance)] * _CORNERS)


def adjustment_from(stock: Stock, readings: Sequence[Reading]) -> Adjustment:
    """Return what makes a printer right on which the crosses came out so far from the edges.

    Readings are of the corners as `crosses` has them, from a page printed without adjustment.
    Raises `ValueError` where no printer is so far off.
    """
    middle = stock.page_width / 2, stock.page_height / 2
    came_out = [_less(one, middle) for one in _corners(stock, readings)]
    wanted = [_less(one, middle) for one in crosses(stock)]
    # The linear map nearest to all that takes what came out to what was wanted.
    found_at, wanted_at = _mean(came_out), _mean(wanted)
    pairs = [
        (_less(one, found_at), _less(other, wanted_at))
        for one, other in zip(came_out, wanted, strict=True)
    ]
    xx, xy, yy = (sum(one[i] * one[j] for one, _ in pairs) for i, j in ((0, 0), (0, 1), (1, 1)))
    whole = xx * yy - xy * xy
    if not whole:
        raise ValueError("no printer is so far off")

    def row(axis: int) -> Point:
        x, y = (sum(one[i] * other[axis] for one, other in pairs) for i in (0, 1))
        return (x * yy - y * xy) / whole, (y * xx - x * xy) / whole

    (a, b), (c, d) = row(0), row(1)
    adjustment = Adjustment(
        across=round(wanted_at[0] - a * found_at[0] - b * found_at[1]),
        down=round(wanted_at[1] - c * found_at[0] - d * found_at[1]),
        widen=round((hypot(a, c) - 1) * 100_000),
        heighten=round((hypot(b, d) - 1) * 100_000),
        turn=round((degrees(atan2(c, a)) + degrees(atan2(-b, d))) / 2 * 1_000),
    )
    if not adjustment.is_sane:
        raise ValueError("no printer is so far off")
    return adjustment


def _corners(stock: Stock, readings: Sequence[Reading]) -> tuple[Point, Point, Point, Point]:
    upper_left, upper_right, lower_left, lower_right = readings
    right, bottom = stock.page_width, stock.page_height
    return (
        (upper_left.across, upper_left.down),
        (right - upper_right.across, upper_right.down),
        (lower_left.across, bottom - lower_left.down),
        (right - lower_right.across, bottom - lower_right.down),
    )


def _less(point: Point, other: Point) -> Point:
    return point[0] - other[0], point[1] - other[1]


def _mean(points: Sequence[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
