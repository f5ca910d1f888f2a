"""A page's one field that listens, whatever on the page has the focus."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget


@runtime_checkable
class HearsScans(Protocol):
    """A dialog that takes what is scanned while it is in front, in place of the door."""

    def take_scan(self, text: str) -> None:
        """Hear what a scanner read."""


class ListeningField(QLineEdit):
    """`Esc` clears it. Ctrl+Shift+Z is the page's, and Ctrl+Z while the field is empty."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and self.is_elsewhere(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def is_elsewhere(self, event: QKeyEvent) -> bool:
        """Tell whether keys that a field would take are what is around it to act on."""
        key = QKeySequence.StandardKey
        return event.matches(key.Redo) or (event.matches(key.Undo) and not self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def forward_typing(
    event: QKeyEvent, field: QLineEdit, otherwise: Callable[[QKeyEvent], None]
) -> None:
    """Give a key typed elsewhere on the page to the field, which then has the focus."""
    plain = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    if event.text().isprintable() and event.text() and not plain:
        field.setFocus()
        field.keyPressEvent(event)
    else:
        otherwise(event)
