"""A text of the verdict as it is set: its font, where it is broken, and which way it is read."""

from dataclasses import dataclass, field
from unicodedata import bidirectional

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from checkin.ui.reception.cards import Fields, cards_height, draw_cards

_FLAG_MARGIN, _FLAG_ROUNDING = 14, 8
_BETWEEN_WORDS, _ANYWHERE = Qt.TextFlag.TextWordWrap, Qt.TextFlag.TextWrapAnywhere
_TALL = 10_000
_LEFTWARDS = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class Block:
    """A text and where it stands; a flag has a box around it, and `fields` are cards instead, which
    may stand `beside` one another in little room.
    """

    text: str
    font: QFont
    area: QRect = field(default_factory=QRect)
    flag: bool = False
    fields: Fields = ()
    beside: bool = False

    def height_for(self, width: int) -> int:
        """Return how high it is in that width."""
        if self.fields:
            return cards_height(len(self.fields), width, beside=self.beside)
        margin = _FLAG_MARGIN if self.flag else 0
        return lines_height(self.text, self.font, width - 2 * margin) + 2 * margin

    def draw(self, painter: QPainter, look: QWidget) -> None:
        """Draw it in the look of a widget."""
        area = self.area
        if self.fields:
            draw_cards(painter, self.fields, area, look, beside=self.beside)
        if self.flag:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.palette().base())
            painter.drawRoundedRect(area, _FLAG_ROUNDING, _FLAG_ROUNDING)
            area = area.adjusted(_FLAG_MARGIN, _FLAG_MARGIN, -_FLAG_MARGIN, -_FLAG_MARGIN)
        painter.setPen(look.palette().windowText().color())
        painter.setFont(self.font)
        breaks = _breaks(self.text, self.font, area.width())
        draw_text(painter, area, self.text, Qt.AlignmentFlag.AlignTop, breaks, look)


def draw_text(
    painter: QPainter,
    area: QRect,
    text: str,
    upright: Qt.AlignmentFlag,
    breaks: Qt.TextFlag,
    look: QWidget,
) -> None:
    """Draw a text at the side where a widget's lines begin, read as its own first letter says."""
    mirrored = look.layoutDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.setLayoutDirection(_direction(text))
    flags = side | Qt.AlignmentFlag.AlignAbsolute | upright
    painter.drawText(area, int(flags) | int(breaks), text)


def lines_height(text: str, font: QFont, width: int) -> int:
    """Return how high the lines of a text are in that width."""
    within = QRect(0, 0, max(width, 1), _TALL)
    breaks = _breaks(text, font, width)
    return QFontMetrics(font).boundingRect(within, int(breaks), text).height()


def unbroken(text: str, font: QFont, width: int) -> bool:
    """Tell whether no word of a text is longer than a line."""
    metrics = QFontMetrics(font)
    return all(metrics.horizontalAdvance(word) <= width for word in text.split())


def _breaks(text: str, font: QFont, width: int) -> Qt.TextFlag:
    return _BETWEEN_WORDS if unbroken(text, font, width) else _ANYWHERE


def _direction(text: str) -> Qt.LayoutDirection:
    for letter in text:
        way = bidirectional(letter)
        if way == "L":
            break
        if way in _LEFTWARDS:
            return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight
