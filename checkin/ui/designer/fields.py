"""Fields for a length and for a colour."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QComboBox, QLineEdit

from checkin.domain.lengths import Unit, length_from, length_words
from checkin.domain.template import BY_CATEGORY

_SWATCH = QSize(22, 14)
_OTHER = "other"
_STEPS = {Unit.MILLIMETRES: 50, Unit.POINTS: 35}


class LengthField(QLineEdit):
    """Signals: `changed` with hundredths of a millimetre; `refused` with what is no length.

    What is no length leaves the field as it was. Up and Down go by half a millimetre or a point.
    """

    changed = Signal(int)
    refused = Signal(str)

    def __init__(self, least: int, most: int, unit: Unit = Unit.MILLIMETRES) -> None:
        super().__init__()
        self._least, self._most, self._unit = least, most, unit
        self._length = least
        self.editingFinished.connect(self._on_finished)

    def show_length(self, length: int) -> None:
        """Show another length, unless somebody is writing one that is the same."""
        if length != self._length or not self.isModified():
            self._length = length
            self.setText(length_words(length, self._unit))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._take(self._length + step * _STEPS[self._unit])

    def _on_finished(self) -> None:
        text = self.text()
        if text == length_words(self._length, self._unit):
            return
        length = length_from(text, self._unit)
        if length is None:
            self.refused.emit(text)
        self._take(self._length if length is None else length)

    def _take(self, length: int) -> None:
        length = min(max(length, self._least), self._most)
        differs = length != self._length
        self._length = length
        self.setText(length_words(length, self._unit))
        self.setModified(False)
        if differs:
            self.changed.emit(length)


class ColourField(QComboBox):
    """`changed` tells the colour that somebody chose, as templates write it; empty for none.

    `offered` are colours with what they are called.
    """

    changed = Signal(str)

    def __init__(self, offered: Mapping[str, str]) -> None:
        super().__init__()
        self.setIconSize(_SWATCH)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for colour, name in offered.items():
            self.addItem(swatch(colour), name, colour)
        self.addItem(self.tr("Another colour…"), _OTHER)
        self._colour = ""
        self.activated.connect(self._on_activated)

    def show_colour(self, colour: str) -> None:
        """Show a colour, added to those offered if it is none of them."""
        self._colour = colour
        at = self.findData(colour)
        if at < 0:
            at = self.count() - 1
            self.insertItem(at, swatch(colour), colour.upper(), colour)
        self.setCurrentIndex(at)

    def choose_another(self) -> None:
        """Ask for a colour that is not offered."""
        colour = QColorDialog.getColor(QColor(self._colour or "white"), self.window())
        if colour.isValid():
            self._take(colour.name())
        else:
            self.show_colour(self._colour)

    def _on_activated(self, at: int) -> None:
        colour = str(self.itemData(at))
        if colour == _OTHER:
            self.choose_another()
        else:
            self._take(colour)

    def _take(self, colour: str) -> None:
        differs = colour != self._colour
        self.show_colour(colour)
        if differs:
            self.changed.emit(colour)


def swatch(colour: str) -> QIcon:
    """Return a small patch of a colour; half and half for that of the category, bare for none."""
    patch = QPixmap(_SWATCH)
    patch.fill(QColor("white"))
    painter = QPainter(patch)
    if colour == BY_CATEGORY:
        third = _SWATCH.width() // 3 + 1
        for place, part in enumerate(("#1f5eea", "#7c32e8", "#0f7a3d")):
            painter.fillRect(place * third, 0, third, _SWATCH.height(), QColor(part))
    elif colour:
        painter.fillRect(patch.rect(), QColor(colour))
    else:
        painter.setPen(QColor("#b01218"))
        painter.drawLine(0, _SWATCH.height() - 1, _SWATCH.width(), 0)
    painter.setPen(QColor("#8a96a3"))
    painter.drawRect(patch.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return QIcon(patch)
