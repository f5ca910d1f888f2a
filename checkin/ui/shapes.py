"""Draws the marks that tell verdicts apart without colour: a tick, an exclamation, a cross."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget


class Shape(StrEnum):
    """What a mark looks like."""

    NONE = "none"
    TICK = "tick"
    EXCLAMATION = "exclamation"
    CROSS = "cross"
    ARROW = "arrow"
    QUESTION = "question"


# Strokes on a square of side 100; a stroke of one point is a dot.
_STROKES: dict[Shape, tuple[tuple[tuple[int, int], ...], ...]] = {
    Shape.NONE: (),
    Shape.TICK: (((12, 54), (40, 82), (88, 20)),),
    Shape.EXCLAMATION: (((50, 8), (50, 62)), ((50, 90),)),
    Shape.CROSS: (((16, 16), (84, 84)), ((84, 16), (16, 84))),
    Shape.QUESTION: (
        (
            (25, 40),
            (24, 33),
            (25, 26),
            (27, 20),
            (32, 15),
            (37, 10),
            (43, 8),
            (50, 7),
            (57, 8),
            (63, 10),
            (68, 15),
            (73, 20),
            (75, 26),
            (76, 33),
            (75, 40),
            (73, 46),
            (68, 51),
            (63, 56),
            (54, 60),
            (50, 66),
        ),
        ((50, 92),),
    ),
    Shape.ARROW: (((12, 50), (86, 50)), ((56, 20), (86, 50), (56, 80))),
}
_STROKE_WIDTH = 15


def draw_shape(painter: QPainter, area: QRectF, shape: Shape) -> None:
    """Draw a mark into a square in the colour of the painter's pen."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / 100, area.height() / 100)
    round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(painter.pen().color(), _STROKE_WIDTH, c=round_cap, j=round_join))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in _STROKES[shape]:
        points = [QPointF(*point) for point in stroke]
        if len(points) == 1:
            painter.drawPoint(points[0])
        else:
            painter.drawPolyline(QPolygonF(points))
    painter.restore()


class ShapeMark(QWidget):
    """A mark in the colour of the letters beside it."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._shape = Shape.NONE
        self.setFixedSize(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_shape(self, shape: Shape) -> None:
        """Show another mark."""
        self._shape = shape
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        margin = self.width() * 0.06
        side = self.width() - 2 * margin
        draw_shape(painter, QRectF(margin, margin, side, side), self._shape)
        painter.end()
