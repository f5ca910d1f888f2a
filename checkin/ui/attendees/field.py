"""The field above the table that everything typed on the page goes to."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_DOWN = frozenset({Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SearchField(QLineEdit):
    """`left` tells that the focus is wanted below."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ask")
        self.setPlaceholderText(
            self.tr("Search by name, organisation, e-mail, badge or registration number")
        )
        self.setAccessibleName(self.placeholderText())

    def event(self, event: QEvent) -> bool:
        # An empty field has nothing to undo: the key is for the last change then.
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.text()
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DOWN:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
