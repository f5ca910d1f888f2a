"""The one field that always listens: to a scanner, to a name, to a badge number."""

from time import monotonic_ns

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from checkin.domain.code import ALPHABET, CODE_LETTERS, LONGEST_SCAN, NUMBER_LETTERS, tidy
from checkin.ui.listening import ListeningField

_BURST_LETTERS = 8
_BURST_GAP_MS = 35
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class AskField(ListeningField):
    """Signals: `scanned` with a text that is a code or came as fast as only a scanner types;
    `asked` with one that somebody typed and ended with Enter; `moved` with a key that moves among
    the people found.
    """

    scanned = Signal(str)
    asked = Signal(str)
    moved = Signal(int)

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder)
        self.setMaxLength(10 * LONGEST_SCAN)
        self._pace = Pace()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._end()
        elif event.key() in _MOVES:
            self.moved.emit(event.key())
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
