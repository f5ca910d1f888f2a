"""Writes a verdict: its word, the name as large as it fits, and what belongs to it.

All of it is one widget, because a layout of labels takes longer to settle than a scan to record.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.ui.reception.screen import Screen, ready

HEADLINE_HEIGHT = 64
_HEADLINE_PIXELS = 34
_NAME_SIZES = (44, 40, 36, 32, 28, 24, 20)
_NAME_LINES = 2
_ORIGIN_PIXELS, _DETAIL_PIXELS, _ADVICE_PIXELS, _FLAG_PIXELS = 21, 17, 19, 17
_GAP, _FLAG_MARGIN, _FLAG_ROUNDING = 10, 14, 8
_FLAG_LETTERS, _ASIDE_LETTERS = 300, 200
_WRAPS = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
_START = int(_WRAPS) | int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
_MIDDLE = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
# How far down the rest of the room below the word the name begins.
_NAME_AT = 0.3


@dataclass(frozen=True, slots=True)
class _Block:
    """A text and where it stands; a flag has a box around it."""

    text: str
    font: QFont
    area: QRect
    flag: bool = False


class VerdictText(QWidget):
    """Shows one screen; `indent` is the room that the mark takes before the word."""

    def __init__(self) -> None:
        super().__init__()
        self._screen = ready()
        self._tone = QColor()
        self._indent = 0
        self._blocks: list[_Block] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(200, 2 * HEADLINE_HEIGHT))

    def show_screen(self, screen: Screen, tone: QColor, indent: int) -> None:
        """Show `screen`, its word in the colour of its tone."""
        self._screen, self._tone, self._indent = screen, tone, indent
        self._arrange()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().windowText().color()
        painter.setPen(self._tone)
        painter.setFont(self._font(_HEADLINE_PIXELS, QFont.Weight.Bold))
        headline = QRect(self._indent, 0, self.width() - self._indent, HEADLINE_HEIGHT)
        painter.drawText(headline, _MIDDLE, self._screen.headline)
        for block in self._blocks:
            area = block.area
            if block.flag:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.palette().base())
                painter.drawRoundedRect(area, _FLAG_ROUNDING, _FLAG_ROUNDING)
                area = area.adjusted(_FLAG_MARGIN, _FLAG_MARGIN, -_FLAG_MARGIN, -_FLAG_MARGIN)
            painter.setPen(ink)
            painter.setFont(block.font)
            painter.drawText(area, _START, block.text)
        painter.end()

    def _arrange(self) -> None:
        blocks = list(self._below_one_another())
        height = blocks[-1].area.bottom() if blocks else 0
        room = max(self.height() - HEADLINE_HEIGHT - height, 0)
        down = HEADLINE_HEIGHT + round(room * _NAME_AT)
        self._blocks = [
            _Block(one.text, one.font, one.area.translated(0, down), one.flag) for one in blocks
        ]

    def _below_one_another(self) -> Iterator[_Block]:
        screen, top = self._screen, 0
        for text, font, flag in (
            (screen.name, self._name_font(screen.name), False),
            (screen.origin, self._font(_ORIGIN_PIXELS), False),
            (screen.detail, self._font(_DETAIL_PIXELS), False),
            (screen.advice, self._font(_ADVICE_PIXELS), False),
            (screen.flag[:_FLAG_LETTERS], self._font(_FLAG_PIXELS, QFont.Weight.DemiBold), True),
            (screen.aside[:_ASIDE_LETTERS], self._font(_DETAIL_PIXELS), False),
        ):
            if text:
                margin = _FLAG_MARGIN if flag else 0
                lines = self._lines(text, font, self.width() - 2 * margin)
                area = QRect(0, top, self.width(), lines + 2 * margin)
                yield _Block(text, font, area, flag)
                top = area.bottom() + _GAP

    def _name_font(self, name: str) -> QFont:
        """Return the largest in which the name stands on two lines, else the smallest."""
        for size in _NAME_SIZES:
            font = self._font(size, QFont.Weight.Bold)
            most = _NAME_LINES * QFontMetrics(font).lineSpacing()
            if self._lines(name, font, self.width()) <= most:
                return font
        return self._font(_NAME_SIZES[-1], QFont.Weight.Bold)

    def _lines(self, text: str, font: QFont, width: int) -> int:
        within = QRect(0, 0, max(width, 1), 10_000)
        return QFontMetrics(font).boundingRect(within, _START, text).height()

    def _font(self, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setWeight(weight)
        return font
