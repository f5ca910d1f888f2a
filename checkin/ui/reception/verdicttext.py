"""Writes a verdict: its word, the name as large as it fits, and what belongs to it.

All of it is one widget, because a layout of labels takes longer to settle than a scan to record.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.ui.photo import squared
from checkin.ui.reception.blocks import Block, draw_text, lines_height, unbroken
from checkin.ui.reception.screen import Screen, ready

HEADLINE_HEIGHT = 64
_HEADLINE_SIZES = (34, 30, 26, 22)
_NAME_SIZES = (44, 40, 36, 32, 28, 24, 20)
_SMALL_NAME_SIZES = _NAME_SIZES[3:]
_NO_LIMIT = (1 << 24) - 1
_NAME_LINES = 2
_ORIGIN_PIXELS, _DETAIL_PIXELS, _ADVICE_PIXELS, _FLAG_PIXELS = 21, 17, 19, 17
_SMALL_ADVICE_PIXELS = 16
_GAP, _SMALL_GAP = 10, 4
_FLAG_LETTERS, _ASIDE_LETTERS = 300, 200
_PHOTO_SIDE, _BESIDE_PHOTO = 176, 20
# How far down the rest of the room below the word the name begins.
_NAME_AT = 0.3


class VerdictText(QWidget):
    """Shows one screen, its `mark` before the word; `indent` is the room that takes.

    `painted` tells once of each screen that it is to be seen.
    """

    painted = Signal()

    def __init__(self, mark: QWidget) -> None:
        super().__init__()
        self._mark = mark
        mark.setParent(self)
        self._screen = ready()
        self._tone = QColor()
        self._indent = 0
        self._most: int | None = None
        self._blocks: list[Block] = []
        self._photo, self._photo_at = QImage(), QRect()
        self._unseen = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(200, 2 * HEADLINE_HEIGHT))

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

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

    def make_room(self, most: int | None) -> None:
        """Be no higher than is needed, nor than `most`; None is as high as there is room."""
        if most != self._most:
            self._most = most
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._mark.move(self.width() - self._mark.width() if self._mirrored else 0, 0)
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._tone)
        width = self.width() - self._indent
        headline = QRect(0 if self._mirrored else self._indent, 0, width, HEADLINE_HEIGHT)
        painter.setFont(self._headline_font(width))
        middle, one_line = Qt.AlignmentFlag.AlignVCenter, Qt.TextFlag.TextSingleLine
        draw_text(painter, headline, self._screen.headline, middle, one_line, self)
        if self._photo_at.isValid():
            side = self._photo_at.width()
            face = squared(self._photo, side, self.devicePixelRatioF())
            painter.drawPixmap(self._photo_at.topLeft(), face)
        for block in self._blocks:
            block.draw(painter, self)
        painter.end()
        if self._unseen:
            self._unseen = False
            self.painted.emit()

    def _arrange(self) -> None:
        self._photo_at = self._place_for_photo()
        room = self.height() - HEADLINE_HEIGHT if self._most is None else self._most
        for some, gap in self._ways():
            blocks = list(self._below_one_another(some, gap))
            height = blocks[-1].area.bottom() if blocks else 0
            if height <= room:
                break
        else:
            # Half a line tells nothing; the name is there in any case.
            blocks = [one for one in blocks if not one.area.top() or one.area.bottom() <= room]
        if self._most is None:
            down = HEADLINE_HEIGHT + round(max(room - height, 0) * _NAME_AT)
            self.setMinimumHeight(2 * HEADLINE_HEIGHT)
            self.setMaximumHeight(_NO_LIMIT)
        else:
            down = HEADLINE_HEIGHT
            self.setFixedHeight(HEADLINE_HEIGHT + height + _GAP)
        lowest = max(self.height() - self._photo_at.height(), 0)
        self._photo_at.moveTop(min(down, lowest))
        self._blocks = [replace(one, area=one.area.translated(0, down)) for one in blocks]

    def _ways(self) -> Iterator[tuple[list[Block], int]]:
        """Yield what may be shown and the gap between, for ever less room; in the last, what
        matters most is first.
        """
        screen = self._screen
        origin = Block(screen.origin, self._font(_ORIGIN_PIXELS))
        advice = Block(screen.advice, self._font(_ADVICE_PIXELS))
        bold = self._font(_FLAG_PIXELS, QFont.Weight.DemiBold)
        flag = Block(screen.flag[:_FLAG_LETTERS], bold, flag=True)
        fields = Block("", self.font(), fields=screen.fields)
        if self._most is None:
            quiet = self._font(_DETAIL_PIXELS)
            detail, aside = (
                Block(text, quiet) for text in (screen.detail, screen.aside[:_ASIDE_LETTERS])
            )
            yield [self._name(_NAME_SIZES), origin, detail, advice, fields, flag, aside], _GAP
        name, beside = self._name(_SMALL_NAME_SIZES), replace(fields, beside=True)
        yield [name, origin, advice, beside, flag], _GAP
        if self._most is None:
            line = Block(" · ".join(f"{what}: {text}" for what, text in screen.fields), bold)
            yield [name, advice, flag, line, origin], _SMALL_GAP
            small = self._font(_SMALL_ADVICE_PIXELS)
            rest = [
                replace(advice, font=small),
                replace(flag, flag=False),
                line,
                replace(origin, font=small),
            ]
            for sizes in (_NAME_SIZES[4:], _NAME_SIZES[-1:]):
                yield [self._name(sizes), *rest], _SMALL_GAP
        else:
            yield [name, origin, beside], _GAP
            yield [name, beside], _GAP
            yield [name], _GAP

    def _below_one_another(self, blocks: Sequence[Block], gap: int) -> Iterator[Block]:
        taken = self._photo_at.width() + _BESIDE_PHOTO if self._photo_at.isValid() else 0
        width, start = self.width() - taken, taken if self._mirrored else 0
        top = 0
        for block in blocks:
            if block.text or block.fields:
                area = QRect(start, top, width, block.height_for(width))
                yield replace(block, area=area)
                top = area.bottom() + gap

    def _place_for_photo(self) -> QRect:
        """Return the square for the photo at the far end, empty for none."""
        if self._photo.isNull():
            return QRect()
        side = min(_PHOTO_SIDE, self.width() // 4, self.height() - HEADLINE_HEIGHT)
        return QRect(0 if self._mirrored else self.width() - side, 0, side, side)

    def _headline_font(self, width: int) -> QFont:
        for size in _HEADLINE_SIZES:
            font = self._font(size, QFont.Weight.Bold)
            if QFontMetrics(font).horizontalAdvance(self._screen.headline) <= width:
                break
        return font

    def _name(self, sizes: Sequence[int]) -> Block:
        """Return the name in the largest size in which it stands on two lines, no word of it
        broken, else in the last.
        """
        name, width = self._screen.name, self.width()
        if self._photo_at.isValid():
            width -= self._photo_at.width() + _BESIDE_PHOTO
        for size in sizes:
            font = self._font(size, QFont.Weight.Bold)
            most = _NAME_LINES * QFontMetrics(font).lineSpacing()
            if unbroken(name, font, width) and lines_height(name, font, width) <= most:
                break
        return Block(name, font)

    def _font(self, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setWeight(weight)
        return font
