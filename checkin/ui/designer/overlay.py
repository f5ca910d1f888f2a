"""Draws what lies over the badge while it is designed: frames, handles, guides, the rubber band."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from checkin.domain.areas import HANDLES, Handle
from checkin.domain.template import Area

HANDLE_SIDE = 8
# How near a handle or a line the mouse has to be, in points of the screen.
REACH = 7
_FRAME, _GUIDE = QColor("#1f5eea"), QColor("#d6236f")


def rect_of(area: Area) -> QRectF:
    """Return an area of the badge as a rectangle of the scene."""
    return QRectF(area.left, area.top, area.width, area.height)


def handle_points(box: QRect) -> dict[Handle, QPoint]:
    """Return where the handles of a box lie; a box without a height or width has only two."""
    xs = {-1: box.left(), 0: box.left() + box.width() // 2, 1: box.left() + box.width()}
    ys = {-1: box.top(), 0: box.top() + box.height() // 2, 1: box.top() + box.height()}
    return {
        one: QPoint(xs[one.across], ys[one.down])
        for one in HANDLES
        if (box.width() > 1 or not one.across) and (box.height() > 1 or not one.down)
    }


def draw_frames(painter: QPainter, boxes: Iterable[QRect]) -> None:
    """Draw a thin line around each element that is chosen, in points of the screen."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_FRAME, 1))
    for box in boxes:
        painter.drawRect(box)


def draw_handles(painter: QPainter, box: QRect) -> None:
    """Draw the frame that can be pulled, with its handles."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_FRAME, 2))
    painter.drawRect(box)
    painter.setPen(QPen(QColor("white"), 1))
    painter.setBrush(_FRAME)
    half = HANDLE_SIDE // 2
    for point in handle_points(box).values():
        painter.drawRect(QRect(point.x() - half, point.y() - half, HANDLE_SIDE, HANDLE_SIDE))


def draw_guides(painter: QPainter, lines: Iterable[tuple[QPointF, QPointF]]) -> None:
    """Draw the lines that what is being moved is in line with."""
    painter.setPen(QPen(_GUIDE, 1))
    for start, end in lines:
        painter.drawLine(start, end)


def draw_band(painter: QPainter, band: QRect) -> None:
    """Draw the rubber band that chooses what it touches."""
    painter.setPen(QPen(_FRAME, 1, Qt.PenStyle.DashLine))
    inside = QColor(_FRAME)
    inside.setAlpha(30)
    painter.setBrush(inside)
    painter.drawRect(band)
