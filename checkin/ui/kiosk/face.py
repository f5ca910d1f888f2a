"""The kiosk's answer, drawn as large as the screen allows: mark, word, name, what to do next."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from checkin.ui.parts import restyle
from checkin.ui.reception.blocks import direction_of
from checkin.ui.reception.screen import Screen
from checkin.ui.shapes import Shape, draw_shape

_CENTRED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap
)
# Of the height of the room, for a screen as wide as 16 to 9.
_MARK, _HEADLINE, _NAME, _ADVICE, _GAP = 0.22, 0.11, 0.15, 0.06, 0.04
_WIDE = 16 / 9
_MARGIN = 0.05
_SMALLER, _LEAST_PIXELS = 0.92, 14
_LINES = 2
_NARROWER = 0.97


class KioskFace(QFrame):
    """Shows one screen; its tone is the frame's, as the verdict's of reception."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setObjectName("verdict")
        self.screen_shown = screen
        self._writing = _Writing()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._writing)
        self.setMinimumSize(QSize(300, 180))
        self.show_screen(screen)

    def show_screen(self, screen: Screen) -> None:
        """Show `screen` in place of what was there."""
        self.screen_shown = screen
        if screen.tone != self.property("tone"):
            self.setProperty("tone", screen.tone)
            restyle(self)
            self._writing.setProperty("tone", screen.tone)
        self._writing.show_screen(screen)
        parts = (screen.headline, screen.name, screen.advice)
        self.setAccessibleName(". ".join(part for part in parts if part))


class _Writing(QWidget):
    """The mark and the three texts, below one another in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self._screen: Screen | None = None

    def show_screen(self, screen: Screen) -> None:
        self._screen = screen
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        screen = self._screen
        if screen is None:
            return
        unit = min(self.height(), self.width() / _WIDE)
        room = self.width() * (1 - 2 * _MARGIN)
        texts = list(self._fitted(screen, unit, room))
        mark = unit * _MARK if screen.shape is not Shape.NONE else 0.0
        gap = unit * _GAP
        parts = [mark] * bool(mark) + [size.height() for _, _, size in texts]
        top = (self.height() - sum(parts) - gap * (len(parts) - 1)) / 2
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        if mark:
            area = QRectF((self.width() - mark) / 2, top, mark, mark)
            draw_shape(painter, area, screen.shape)
            top += mark + gap
        for text, font, size in texts:
            painter.setFont(font)
            painter.setLayoutDirection(direction_of(text))
            left = (self.width() - size.width()) / 2
            painter.drawText(QRectF(left, top, size.width(), size.height()), _CENTRED, text)
            top += size.height() + gap
        painter.end()

    def _fitted(
        self, screen: Screen, unit: float, room: float
    ) -> Iterator[tuple[str, QFont, QSizeF]]:
        bold, regular = QFont.Weight.Bold, QFont.Weight.Normal
        for text, share, weight in (
            (screen.headline, _HEADLINE, bold),
            (screen.name, _NAME, bold),
            (screen.advice, _ADVICE, regular),
        ):
            if text:
                font = self._fit(text, unit * share, weight, room)
                yield text, font, evened(text, font, room)

    def _fit(self, text: str, pixels: float, weight: QFont.Weight, room: float) -> QFont:
        """Return the largest font in which a text stands on two lines, none wider than the room."""
        font = QFont(self.font())
        font.setWeight(weight)
        while True:
            font.setPixelSize(max(round(pixels), _LEAST_PIXELS))
            needed = _needed(text, font, room)
            high = needed.height() > _LINES * QFontMetricsF(font).lineSpacing() + 1
            if not (high or needed.width() > room) or pixels <= _LEAST_PIXELS:
                return font
            pixels *= _SMALLER


def evened(text: str, font: QFont, room: float) -> QSizeF:
    """Return the size in which a text has as few lines as in the room, and none of a word alone."""
    size = QSizeF(room, _needed(text, font, room).height())
    while size.width() > room / _LINES:
        narrower = size.width() * _NARROWER
        needed = _needed(text, font, narrower)
        if needed.height() > size.height() or needed.width() > narrower:
            break
        size.setWidth(narrower)
    return size


def _needed(text: str, font: QFont, room: float) -> QSizeF:
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, room, 100_000), _CENTRED, text).size()
