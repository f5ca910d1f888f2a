"""What plots are drawn with: bars told apart by pattern as well as colour, lines and labels."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from checkin.render.texts import printable

LETTERS, TITLE_LETTERS = 13, 16
_HATCH = 5.0
_OUTLINE = 1.2


class Fill(IntEnum):
    """How a bar is filled, so that its meaning is seen without colour."""

    SOLID = 0
    OUTLINE = 1
    SLANTED = 2
    STRIPED = 3


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as `#rrggbb`; `fills` has one for each `Fill`, told apart by the colour-blind."""

    paper: str
    ink: str
    quiet: str
    line: str
    fills: tuple[str, str, str, str]


PAPER = Look(
    "#ffffff", "#17202c", "#4d5866", "#d5dae1", ("#0b62b0", "#4d5866", "#c25700", "#00795a")
)
DARK = Look(
    "#1a222c", "#eaf0f6", "#a3b0be", "#3a4756", ("#5aa9f0", "#a3b0be", "#f0a35a", "#4cc9a4")
)


class Canvas:
    """Draws in `area` on a painter; written right to left, everything is mirrored but letters."""

    def __init__(
        self, painter: QPainter, area: QRectF, look: Look, family: str, *, leftward: bool = False
    ) -> None:
        self.area = area
        self.look = look
        self._painter = painter
        self._family = family
        self._leftward = leftward

    def text(
        self,
        box: QRectF,
        text: str,
        across: float = 0.0,
        *,
        size: int = LETTERS,
        bold: bool = False,
        quiet: bool = True,
    ) -> None:
        """Write one line, ending in … where there is no room; `across` 0 begins, 1 ends the box."""
        font = self._font(size, bold)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(printable(text), Qt.TextElideMode.ElideRight, box.width() + 0.5)
        self._painter.setFont(font)
        self._painter.setPen(QColor(self.look.quiet if quiet else self.look.ink))
        if self._leftward:
            across = 1 - across
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter)
        side = (*sides, Qt.AlignmentFlag.AlignRight)[round(2 * across)]
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self._painter.drawText(self._mirrored(box), int(flags | Qt.TextFlag.TextSingleLine), shown)

    def width(self, text: str, size: int = LETTERS) -> float:
        """Return how wide a text is."""
        return QFontMetricsF(self._font(size, False)).horizontalAdvance(printable(text))

    def line(self, x1: float, y1: float, x2: float, y2: float, *, dashed: bool = False) -> None:
        """Draw a thin line; a dashed one is a limit, and darker."""
        pen = QPen(QColor(self.look.quiet if dashed else self.look.line), 1)
        if dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        self._painter.drawLine(QLineF(self._x(x1), y1, self._x(x2), y2))

    def bar(self, box: QRectF, fill: Fill = Fill.SOLID, radius: float = 0.0) -> None:
        """Fill a bar; nothing is drawn of one without height or width."""
        box = self._mirrored(box)
        if box.width() <= 0 or box.height() <= 0:
            return
        colour = QColor(self.look.fills[fill])
        if fill is Fill.SOLID:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(colour)
            radius = min(radius, box.height() / 2, box.width() / 2)
            self._painter.drawRoundedRect(box, radius, radius)
            return
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(colour, _OUTLINE))
        self._painter.drawLines(_hatch(box, fill))
        half = _OUTLINE / 2
        self._painter.drawRect(box.adjusted(half, half, -half, -half))

    def surface(self, edge: Sequence[tuple[float, float]]) -> None:
        """Fill what is below an edge that begins and ends at the bottom."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self.look.fills[Fill.SOLID]))
        self._painter.drawPolygon(QPolygonF([QPointF(self._x(x), y) for x, y in edge]))

    def shade(self, box: QRectF) -> None:
        """Mark a place, behind what is drawn there next."""
        self._painter.fillRect(self._mirrored(box), QColor(self.look.line))

    def _font(self, size: int, bold: bool) -> QFont:
        font = QFont(self._family)
        font.setPixelSize(size)
        # A font fitted to the points of a screen stands unevenly on paper.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _x(self, x: float) -> float:
        return self.area.left() + self.area.right() - x if self._leftward else x

    def _mirrored(self, box: QRectF) -> QRectF:
        if not self._leftward:
            return box
        return QRectF(self._x(box.right()), box.top(), box.width(), box.height())


def _hatch(box: QRectF, fill: Fill) -> list[QLineF]:
    """Return the lines across a box, which some files could not hold as a pattern."""
    lines = []
    if fill is Fill.STRIPED:
        y = box.bottom() - _HATCH
        while y > box.top():
            lines.append(QLineF(box.left(), y, box.right(), y))
            y -= _HATCH
    elif fill is Fill.SLANTED:
        width, height = box.width(), box.height()
        along = _HATCH
        while along < width + height:
            start, end = min(along, width), max(along - height, 0.0)
            lines.append(
                QLineF(
                    box.left() + start,
                    box.bottom() - (along - start),
                    box.left() + end,
                    box.bottom() - (along - end),
                )
            )
            along += _HATCH * 1.4
    return lines
