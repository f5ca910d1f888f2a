"""A mark at the end of a field: nothing is to be heard there, and why."""

from PySide6.QtCore import QEvent, QMargins, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from checkin.ui.parts import tip

_FROM_END = 10


class SilentMark(QPushButton):
    """Lies over the end of `field`, which keeps its text clear of it."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self.setObjectName("silent")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        field.installEventFilter(self)
        self.hide()

    def show_silence(self, words: str, why: str) -> None:
        """Show in a word or two that nothing is heard; no words, no mark."""
        self.setText(words)
        self.setToolTip(tip(why))
        self.setAccessibleName(words)
        self.setAccessibleDescription(why)
        self.setVisible(bool(words))
        self._place()

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        self.adjustSize()
        room = self._field.rect()
        self.move(room.width() - self.width() - _FROM_END, (room.height() - self.height()) // 2)
        self._field.setTextMargins(QMargins(0, 0, self.width() if self.text() else 0, 0))
