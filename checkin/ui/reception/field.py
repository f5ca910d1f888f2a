"""The one field that always listens: to a scanner, to a name, to a badge number."""

from collections.abc import Callable
from time import monotonic_ns

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from checkin.domain.code import ALPHABET, CODE_LETTERS, LONGEST_SCAN, NUMBER_LETTERS, tidy

_BURST_LETTERS = 8
_BURST_GAP_MS = 35
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class AskField(QLineEdit):
    """Signals: `scanned` with a text that is a code or came as fast as only a scanner types;
    `asked` with one that somebody typed and ended with Enter; `moved` with a key that moves among
    the people found.
    """

    scanned = Signal(str)
    asked = Signal(str)
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        self.setMaxLength(10 * LONGEST_SCAN)
        self._pace = Pace()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.text()
        ):
            # An empty field has nothing to undo: the key is for the last check-in then.
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._end()
        elif event.key() in _MOVES:
            self.moved.emit(event.key())
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            if event.text():
                # Some input methods send keys without their time.
                at = event.timestamp() or monotonic_ns() // 1_000_000
                self._pace.key(at, first=not self.text())
            super().keyPressEvent(event)

    def _end(self) -> None:
        text = self.text()
        if text.strip():
            (self.scanned if self._pace.burst or is_code(text) else self.asked).emit(text)
        else:
            self.asked.emit("")


class Pace:
    """Tells a scanner's burst of keys from typing by the times of the keys, in milliseconds."""

    def __init__(self) -> None:
        self._last = 0
        self._fast = 0

    def key(self, at: int, *, first: bool) -> None:
        """Hear of a key; `first` is one into an empty field."""
        in_time = not first and at - self._last <= _BURST_GAP_MS
        self._fast = self._fast + 1 if in_time else 1
        self._last = at

    @property
    def burst(self) -> bool:
        """Tell whether the keys just heard came from a scanner."""
        return self._fast >= _BURST_LETTERS


def is_code(text: str) -> bool:
    """Tell whether a text is a whole code by its letters, or a badge number with its hyphens."""
    scan = tidy(text).upper()
    bare = scan.replace("-", "")
    lengths = {CODE_LETTERS, NUMBER_LETTERS} if "-" in scan else {CODE_LETTERS}
    return len(bare) in lengths and not set(bare) - set(ALPHABET)


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
