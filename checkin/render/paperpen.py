"""Writes and draws on plain paper in millimetres: any text, shrunk and broken until it fits."""

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from checkin.domain.stock import UNITS_A_MILLIMETRE
from checkin.render.fonts import load_fonts
from checkin.render.glyphs import Shapes
from checkin.render.lettering import Ladder, draw_setting, ladder, set_text
from checkin.render.qr import matrix_of, runs
from checkin.render.slot import restoring
from checkin.render.texts import printable

_SMALLEST = 1.6
_STEP = 0.92
# What a text may shrink to before it is broken.
_COMFORTABLE = 0.8
_REGULAR, _BOLD = QFont.Weight.Normal, QFont.Weight.Bold


class PaperPen:
    """Draws on painters in millimetres.

    `cut` are the texts that were cut short for want of room, `boxed` those with a letter that no
    font here has, for which a box stands.

    Needs a `QGuiApplication`. Raises `font-missing`.
    """

    def __init__(self) -> None:
        self.cut: list[str] = []
        self.boxed: list[str] = []
        self._family = load_fonts()
        self._shapes = Shapes()
        self._ladders: dict[tuple[float, bool], Ladder] = {}

    def write(
        self,
        painter: QPainter,
        text: str,
        area: QRectF,
        size: float,
        *,
        bold: bool = False,
        lines: int = 1,
        across: float = 0.0,
        down: float = 0.5,
        colour: str = "black",
    ) -> float:
        """Write a text into `area` and return how high it is; `size` is the largest of its letters.

        `across` and `down` are the shares of the room left over that come before it.
        """
        wanted = printable(text)
        text = self._shapes.drawable(wanted)
        if not text:
            return 0.0
        if text != wanted:
            self.boxed.append(wanted)
        units = UNITS_A_MILLIMETRE
        steps = self._steps(size, bold)
        comfortable = round(_COMFORTABLE * size * units)
        setting = set_text(
            text, steps, area.width() * units, area.height() * units, comfortable, lines
        )
        if setting.cut_short:
            self.cut.append(text)
        with restoring(painter):
            painter.setPen(QColor(colour))
            painter.scale(1 / units, 1 / units)
            box = QRectF(area.topLeft() * units, area.size() * units)
            top = box.top() + max(down * (box.height() - setting.height), 0)
            draw_setting(painter, setting, box, top + setting.rise, across)
        return setting.height / units

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return how wide a text is on one line."""
        cut = self._steps(size, bold)[0]
        return cut.metrics.horizontalAdvance(printable(text)) / UNITS_A_MILLIMETRE

    def _steps(self, size: float, bold: bool) -> Ladder:
        if (size, bold) not in self._ladders:
            sizes, at = [], size
            while at > _SMALLEST:
                sizes.append(round(at * UNITS_A_MILLIMETRE))
                at *= _STEP
            sizes.append(round(_SMALLEST * UNITS_A_MILLIMETRE))
            weight = _BOLD if bold else _REGULAR
            self._ladders[size, bold] = ladder(self._family, weight, sizes)
        return self._ladders[size, bold]


def draw_lines(painter: QPainter, lines: list[QLineF], width: float = 0.15) -> None:
    """Draw straight black lines."""
    with restoring(painter):
        painter.setPen(QPen(QColor("black"), width))
        painter.drawLines(lines)


def draw_box(painter: QPainter, area: QRectF, width: float = 0.25) -> None:
    """Draw the outline of a box."""
    with restoring(painter):
        painter.setPen(QPen(QColor("black"), width))
        painter.drawRect(area)


def draw_code(painter: QPainter, text: str, area: QRectF) -> None:
    """Draw the dark modules of a QR that fills a square, its quiet zone around it."""
    rows = matrix_of(text)
    module = area.width() / len(rows)
    black = QColor("black")
    for x, y, wide, high in runs(rows):
        place = QRectF(area.left() + x * module, area.top() + y * module, wide * module, 0)
        place.setHeight(high * module)
        painter.fillRect(place, black)
