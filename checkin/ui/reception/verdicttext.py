"""Writes a verdict: its word, the name as large as it fits, and what belongs to it.

All of it is one widget, because a layout of labels takes longer to settle than a scan to record.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.ui.photo import squared
from checkin.ui.reception.screen import Screen, ready

HEADLINE_HEIGHT = 64
_HEADLINE_SIZES = (34, 30, 26, 22)
_NAME_SIZES = (44, 40, 36, 32, 28, 24, 20)
_NAME_LINES = 2
_ORIGIN_PIXELS, _DETAIL_PIXELS, _ADVICE_PIXELS, _FLAG_PIXELS = 21, 17, 19, 17
_GAP, _FLAG_MARGIN, _FLAG_ROUNDING = 10, 14, 8
_FLAG_LETTERS = 300
_START = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
_BETWEEN_WORDS = _START | int(Qt.TextFlag.TextWordWrap)
_ANYWHERE = _START | int(Qt.TextFlag.TextWrapAnywhere)
_MIDDLE = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
_PHOTO_SIDE, _BESIDE_PHOTO = 176, 20
# How far down the rest of the room below the word the name begins.
_NAME_AT = 0.3


@dataclass(frozen=True, slots=True)
class _Block:
    """A text, where it stands and how it is broken; a flag has a box around it."""

    text: str
    font: QFont
    area: QRect
    breaks: int
    flag: bool = False


class VerdictText(QWidget):
    """Shows one screen; `indent` is the room that the mark takes before the word.

    `painted` tells once of each screen that it is to be seen.
    """

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._screen = ready()
        self._tone = QColor()
        self._indent = 0
        self._blocks: list[_Block] = []
        self._photo, self._photo_at = QImage(), QRect()
        self._unseen = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(200, 2 * HEADLINE_HEIGHT))

    def show_screen(self, screen: Screen, tone: QColor, indent: int) -> None:
        """Show `screen`, its word in the colour of its tone."""
        self._screen, self._tone, self._indent = screen, tone, indent
        self._unseen = True
        self.show_photo(QImage())

    def show_photo(self, photo: QImage) -> None:
        """Show a photo beside the name, or none where it is null."""
        self._photo = photo
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
        painter.setFont(self._headline_font())
        headline = QRect(self._indent, 0, self.width() - self._indent, HEADLINE_HEIGHT)
        painter.drawText(headline, _MIDDLE, self._screen.headline)
        if self._photo_at.isValid():
            side = self._photo_at.width()
            face = squared(self._photo, side, self.devicePixelRatioF())
            painter.drawPixmap(self._photo_at.topLeft(), face)
        for block in self._blocks:
            area = block.area
            if block.flag:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.palette().base())
                painter.drawRoundedRect(area, _FLAG_ROUNDING, _FLAG_ROUNDING)
                area = area.adjusted(_FLAG_MARGIN, _FLAG_MARGIN, -_FLAG_MARGIN, -_FLAG_MARGIN)
            painter.setPen(ink)
            painter.setFont(block.font)
            painter.drawText(area, block.breaks, block.text)
        painter.end()
        if self._unseen:
            self._unseen = False
            self.painted.emit()

    def _arrange(self) -> None:
        self._photo_at = self._place_for_photo()
        blocks = list(self._below_one_another())
        height = blocks[-1].area.bottom() if blocks else 0
        room = max(self.height() - HEADLINE_HEIGHT - height, 0)
        down = HEADLINE_HEIGHT + round(room * _NAME_AT)
        self._photo_at.moveTop(min(down, max(self.height() - self._photo_at.height(), 0)))
        self._blocks = [replace(one, area=one.area.translated(0, down)) for one in blocks]

    def _place_for_photo(self) -> QRect:
        """Return the square for the photo at the far end, empty for none."""
        if self._photo.isNull():
            return QRect()
        side = min(_PHOTO_SIDE, self.width() // 4, self.height() - HEADLINE_HEIGHT)
        far = 0 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else self.width() - side
        return QRect(far, 0, side, side)

    def _below_one_another(self) -> Iterator[_Block]:
        screen, top = self._screen, 0
        taken = self._photo_at.width() + _BESIDE_PHOTO if self._photo_at.isValid() else 0
        width = self.width() - taken
        start = taken if self._photo_at.left() == 0 else 0
        for text, font, flag in (
            (screen.name, self._name_font(screen.name, width), False),
            (screen.origin, self._font(_ORIGIN_PIXELS), False),
            (screen.detail, self._font(_DETAIL_PIXELS), False),
            (screen.advice, self._font(_ADVICE_PIXELS), False),
            (screen.flag[:_FLAG_LETTERS], self._font(_FLAG_PIXELS, QFont.Weight.DemiBold), True),
        ):
            if text:
                margin = _FLAG_MARGIN if flag else 0
                breaks = _breaks(text, font, width - 2 * margin)
                lines = self._lines(text, font, width - 2 * margin)
                area = QRect(start, top, width, lines + 2 * margin)
                yield _Block(text, font, area, breaks, flag)
                top = area.bottom() + _GAP

    def _headline_font(self) -> QFont:
        """Return the largest in which the word fits beside the mark, else the smallest."""
        fonts = [self._font(size, QFont.Weight.Bold) for size in _HEADLINE_SIZES]
        room, word = self.width() - self._indent, self._screen.headline
        fitting = (one for one in fonts if QFontMetrics(one).horizontalAdvance(word) <= room)
        return next(fitting, fonts[-1])

    def _name_font(self, name: str, width: int) -> QFont:
        """Return the largest in which the name stands on two lines, no word of it broken.

        If there is none, the smallest.
        """
        for size in _NAME_SIZES:
            font = self._font(size, QFont.Weight.Bold)
            most = _NAME_LINES * QFontMetrics(font).lineSpacing()
            whole = _breaks(name, font, width) == _BETWEEN_WORDS
            if whole and self._lines(name, font, width) <= most:
                return font
        return self._font(_NAME_SIZES[-1], QFont.Weight.Bold)

    def _lines(self, text: str, font: QFont, width: int) -> int:
        within = QRect(0, 0, max(width, 1), 10_000)
        breaks = _breaks(text, font, width)
        return QFontMetrics(font).boundingRect(within, breaks, text).height()

    def _font(self, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setWeight(weight)
        return font


def _breaks(text: str, font: QFont, width: int) -> int:
    """Return how a text is to be broken: between words, unless one is too long for a line."""
    metrics = QFontMetrics(font)
    longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
    return _BETWEEN_WORDS if longest <= width else _ANYWHERE
