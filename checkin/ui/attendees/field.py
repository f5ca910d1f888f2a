"""The field above the table that everything typed on the page goes to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from checkin.ui.listening import ListeningField

_DOWN = frozenset({Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SearchField(ListeningField):
    """`left` tells that the focus is wanted below."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DOWN:
            self.left.emit()
        else:
            super().keyPressEvent(event)
