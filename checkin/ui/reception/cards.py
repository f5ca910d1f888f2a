"""Draws the chosen fields of a person below the name: what each is called, and what it says."""

from collections.abc import Iterator, Sequence
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QWidget

Fields = Sequence[tuple[str, str]]

_LEAST_WIDTH, _LEAST_BESIDE, _HEIGHT, _GAP = 200, 120, 62, 10
_MARGIN, _ROUNDING = 12, 8
_LABEL_PIXELS, _VALUE_PIXELS = 14, 24
_LABEL_HEIGHT = 22
_MIDDLE = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)


def cards_height(count: int, width: int, *, beside: bool) -> int:
    """Return how high so many fields stand in that width, narrow ones where they are `beside`."""
    rows = ceil(count / _across(count, width, beside))
    return rows * _HEIGHT + (rows - 1) * _GAP


def draw_cards(
    painter: QPainter, fields: Fields, area: QRect, look: QWidget, *, beside: bool
) -> None:
    """Draw fields into `area` in the look of a widget; what is too long ends in … ."""
    palette, font = look.palette(), look.font()
    quiet = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    for (name, text), card in zip(fields, _areas(len(fields), area, beside), strict=True):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.base())
        painter.drawRoundedRect(card, _ROUNDING, _ROUNDING)
        inside = card.adjusted(_MARGIN, 4, -_MARGIN, -4)
        label = QRect(inside.topLeft(), inside.size())
        label.setHeight(_LABEL_HEIGHT)
        value = inside.adjusted(0, _LABEL_HEIGHT, 0, 0)
        painter.setPen(quiet)
        _write(painter, label, name, _sized(font, _LABEL_PIXELS, QFont.Weight.Normal))
        painter.setPen(palette.windowText().color())
        _write(painter, value, text, _sized(font, _VALUE_PIXELS, QFont.Weight.Bold))


def _across(count: int, width: int, beside: bool) -> int:
    least = _LEAST_BESIDE if beside else _LEAST_WIDTH
    fitting = max(1, (width + _GAP) // (least + _GAP))
    # Four stand in two even rows rather than in three and one.
    return min(ceil(count / ceil(count / fitting)), count)


def _areas(count: int, area: QRect, beside: bool) -> Iterator[QRect]:
    across = _across(count, area.width(), beside)
    width = (area.width() - (across - 1) * _GAP) // across
    for place in range(count):
        down, along = divmod(place, across)
        yield QRect(
            area.left() + along * (width + _GAP),
            area.top() + down * (_HEIGHT + _GAP),
            width,
            _HEIGHT,
        )


def _write(painter: QPainter, area: QRect, text: str, font: QFont) -> None:
    painter.setFont(font)
    line = " ".join(text.split())
    elided = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, _MIDDLE, elided)


def _sized(font: QFont, pixels: int, weight: QFont.Weight) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(pixels)
    sized.setWeight(weight)
    return sized
