"""Walks through a list by the arrows of the field above it, which keeps what is typed."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

_BACK = frozenset({Qt.Key.Key_Up, Qt.Key.Key_PageUp})
_ON = frozenset({Qt.Key.Key_Down, Qt.Key.Key_PageDown})


class Steering(QObject):
    """Belongs to the field."""

    def __init__(self, field: QWidget, walked: QListWidget) -> None:
        super().__init__(field)
        self._list = walked
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() not in _BACK | _ON:
            return super().eventFilter(watched, event)
        step = -1 if event.key() in _BACK else 1
        last = self._list.count() - 1
        self._list.setCurrentRow(max(0, min(self._list.currentRow() + step, last)))
        return True
