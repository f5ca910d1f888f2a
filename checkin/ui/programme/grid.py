"""Where things are drawn in a timetable: minutes down, rooms across from where writing begins."""

from bisect import bisect
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSize

from checkin.domain.timetable import Block, Place, Timetable

AXIS_WIDTH, HEAD_HEIGHT = 54, 50
_LEAST_LANE, _LEAST_MINUTE = 128.0, 1.45
_TOP, _BOTTOM = 10, 12
_BETWEEN = 4.0
EDGE = 7
"""How near its lower edge a block is taken by it, in pixels."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A timetable as it lies in a view of `size`, scrolled to `across` and `down` pixels."""

    table: Timetable
    size: QSize
    across: int = 0
    down: int = 0
    mirrored: bool = False

    @property
    def edges(self) -> list[float]:
        """Where columns begin and end, unscrolled; one with lanes is as wide as several."""
        lanes = [1] * len(self.table.rooms)
        for block in self.table.blocks:
            lanes[block.column] = max(lanes[block.column], block.lanes)
        lane = max(_LEAST_LANE, (self.size.width() - AXIS_WIDTH) / sum(lanes))
        return list(accumulate((lane * one for one in lanes), initial=float(AXIS_WIDTH)))

    @property
    def minute(self) -> float:
        """How high a minute is."""
        minutes = self.table.last - self.table.first
        return max(_LEAST_MINUTE, (self.size.height() - HEAD_HEIGHT - _TOP - _BOTTOM) / minutes)

    @property
    def content(self) -> QSize:
        """How much there is to see, of which the view shows a part."""
        minutes = self.table.last - self.table.first
        return QSize(
            int(self.edges[-1]),
            int(HEAD_HEIGHT + _TOP + minutes * self.minute + _BOTTOM),
        )

    def height_of(self, minute: float) -> float:
        """Return how far down a minute is."""
        return HEAD_HEIGHT + _TOP + (minute - self.table.first) * self.minute - self.down

    def minute_at(self, y: float) -> float:
        """Return which minute is so far down."""
        return (y + self.down - HEAD_HEIGHT - _TOP) / self.minute + self.table.first

    def room_at(self, x: float) -> str:
        """Return the room whose column is so far across, the nearest beside the table."""
        logical = self.size.width() - x if self.mirrored else x
        number = bisect(self.edges, logical + self.across) - 1
        return self.table.rooms[min(max(number, 0), len(self.table.rooms) - 1)]

    def column_rect(self, number: int) -> QRectF:
        """Return a column, as high as the view."""
        left, right = self._reach(number)
        return self.turned(QRectF(left, 0, right - left, self.size.height()))

    def block_rect(self, block: Block) -> QRectF:
        """Return where a session is drawn."""
        left, right = self._reach(block.column)
        lane = (right - left - 2 * _BETWEEN) / block.lanes
        left += _BETWEEN + block.lane * lane
        gap = _BETWEEN if block.lane < block.lanes - 1 else 0.0
        return self.turned(self._between(left, lane - gap, block.begin, block.end))

    def place_rect(self, place: Place) -> QRectF:
        """Return where a session would be drawn that has a column to itself."""
        left, right = self._reach(self.table.column_of(place.room))
        width = right - left - 2 * _BETWEEN
        return self.turned(self._between(left + _BETWEEN, width, place.begin, place.end))

    def block_at(self, point: QPointF) -> Block | None:
        """Return the session that is drawn at a point."""
        if point.y() < HEAD_HEIGHT:
            return None
        found = (one for one in self.table.blocks if self.block_rect(one).contains(point))
        return next(found, None)

    def turned(self, rect: QRectF) -> QRectF:
        """Return a rectangle as it lies from the side where writing begins."""
        if not self.mirrored:
            return rect
        return QRectF(self.size.width() - rect.right(), rect.top(), rect.width(), rect.height())

    def _reach(self, column: int) -> tuple[float, float]:
        """Return from where to where a column reaches, from where writing begins."""
        edges = self.edges
        return edges[column] - self.across, edges[column + 1] - self.across

    def _between(self, left: float, width: float, begin: int, end: int) -> QRectF:
        top = self.height_of(begin) + 1
        return QRectF(left, top, width, max(self.height_of(end) - top - 1, 4.0))
