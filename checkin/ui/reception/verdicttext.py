"""Writes a verdict: its word, the name as large as it fits, and what belongs to it.

All of it is one widget, because a layout of labels takes longer to settle than a scan to record.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.ui.reception.cards import Fields, cards_height, draw_cards
from checkin.ui.reception.screen import Screen, ready

HEADLINE_HEIGHT = 64
_HEADLINE_SIZES = (34, 30, 26, 22)
_NAME_SIZES = (44, 40, 36, 32, 28, 24, 20)
_SMALL_NAME_SIZES = _NAME_SIZES[3:]
_NO_LIMIT = (1 << 24) - 1
_NAME_LINES = 2
_ORIGIN_PIXELS, _DETAIL_PIXELS, _ADVICE_PIXELS, _FLAG_PIXELS = 21, 17, 19, 17
_GAP, _FLAG_MARGIN, _FLAG_ROUNDING = 10, 14, 8
_FLAG_LETTERS = 300
_WRAPS = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
_START = int(_WRAPS) | int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
_MIDDLE = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
# How far down the rest of the room below the word the name begins.
_NAME_AT = 0.3


@dataclass(frozen=True, slots=True)
class _Block:
    """A text and where it stands; a flag has a box around it, and `fields` are cards instead, which
    may stand `beside` one another in little room.
    """

    text: str
    font: QFont
    area: QRect = field(default_factory=QRect)
    flag: bool = False
    fields: Fields = ()
    beside: bool = False


class VerdictText(QWidget):
    """Shows one screen; `indent` is the room that the mark takes before the word."""

    def __init__(self) -> None:
        super().__init__()
        self._screen = ready()
        self._tone = QColor()
        self._indent = 0
        self._most: int | None = None
        self._blocks: list[_Block] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(200, 2 * HEADLINE_HEIGHT))

    def show_screen(self, screen: Screen, tone: QColor, indent: int) -> None:
        """Show `screen`, its word in the colour of its tone."""
        self._screen, self._tone, self._indent = screen, tone, indent
        self._arrange()
        self.update()

    def make_room(self, most: int | None) -> None:
        """Be no higher than is needed, nor than `most`; None is as high as there is room."""
        if most != self._most:
            self._most = most
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().windowText().color()
        painter.setPen(self._tone)
        headline = QRect(self._indent, 0, self.width() - self._indent, HEADLINE_HEIGHT)
        painter.setFont(self._headline_font(headline.width()))
        painter.drawText(headline, _MIDDLE, self._screen.headline)
        for block in self._blocks:
            area = block.area
            if block.fields:
                draw_cards(painter, block.fields, area, self, beside=block.beside)
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
        room = self.height() - HEADLINE_HEIGHT if self._most is None else self._most
        for some in self._ways():
            blocks = list(self._below_one_another(some))
            height = blocks[-1].area.bottom() if blocks else 0
            if height <= room:
                break
        if self._most is None:
            down = HEADLINE_HEIGHT + round(max(room - height, 0) * _NAME_AT)
            self.setMinimumHeight(2 * HEADLINE_HEIGHT)
            self.setMaximumHeight(_NO_LIMIT)
        else:
            down = HEADLINE_HEIGHT
            self.setFixedHeight(HEADLINE_HEIGHT + height + _GAP)
        self._blocks = [replace(one, area=one.area.translated(0, down)) for one in blocks]

    def _ways(self) -> Iterator[list[_Block]]:
        """Yield what may be shown, for ever less room; in the last, what matters most is first."""
        screen = self._screen
        origin = _Block(screen.origin, self._font(_ORIGIN_PIXELS))
        advice = _Block(screen.advice, self._font(_ADVICE_PIXELS))
        bold = self._font(_FLAG_PIXELS, QFont.Weight.DemiBold)
        flag = _Block(screen.flag[:_FLAG_LETTERS], bold, flag=True)
        fields = _Block("", self.font(), fields=screen.fields)
        if self._most is None:
            detail = _Block(screen.detail, self._font(_DETAIL_PIXELS))
            yield [self._name(_NAME_SIZES), origin, detail, advice, fields, flag]
        name, beside = self._name(_SMALL_NAME_SIZES), replace(fields, beside=True)
        yield [name, origin, advice, beside, flag]
        if self._most is None:
            line = " · ".join(f"{what}: {text}" for what, text in screen.fields)
            yield [name, advice, flag, _Block(line, bold), origin]
        else:
            yield [name, origin, beside]
            yield [name, beside]
            yield [name]

    def _below_one_another(self, blocks: Sequence[_Block]) -> Iterator[_Block]:
        top = 0
        for block in blocks:
            if block.text or block.fields:
                area = QRect(0, top, self.width(), self._height_of(block))
                yield replace(block, area=area)
                top = area.bottom() + _GAP

    def _height_of(self, block: _Block) -> int:
        if block.fields:
            return cards_height(len(block.fields), self.width(), beside=block.beside)
        margin = _FLAG_MARGIN if block.flag else 0
        return self._lines(block.text, block.font, self.width() - 2 * margin) + 2 * margin

    def _headline_font(self, width: int) -> QFont:
        for size in _HEADLINE_SIZES:
            font = self._font(size, QFont.Weight.Bold)
            if QFontMetrics(font).horizontalAdvance(self._screen.headline) <= width:
                break
        return font

    def _name(self, sizes: Sequence[int]) -> _Block:
        """Return the name in the largest size in which it stands on two lines, else the last."""
        name = self._screen.name
        for size in sizes:
            font = self._font(size, QFont.Weight.Bold)
            if (
                self._lines(name, font, self.width())
                <= _NAME_LINES * QFontMetrics(font).lineSpacing()
            ):
                break
        return _Block(name, font)

    def _lines(self, text: str, font: QFont, width: int) -> int:
        within = QRect(0, 0, max(width, 1), 10_000)
        return QFontMetrics(font).boundingRect(within, _START, text).height()

    def _font(self, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setWeight(weight)
        return font
