"""The one field that always listens: to a scanner, to a name, to a badge number."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from checkin.domain.code import ALPHABET, CODE_LETTERS, LONGEST_SCAN, NUMBER_LETTERS, tidy
from checkin.ui.listening import ListeningField

_ASIDE_MS = 3_000
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class AskField(ListeningField):
    """Signals: `scanned` with a text that is a code; `asked` with another that somebody ended with
    Enter; `moved` with a key that moves among the people found.
    """

    scanned = Signal(str)
    asked = Signal(str)
    moved = Signal(int)

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder)
        self.setMaxLength(10 * LONGEST_SCAN)
        self._aside = QTimer(self)
        self._aside.setSingleShot(True)
        self._aside.timeout.connect(lambda: self.setPlaceholderText(placeholder))

    def say_aside(self, text: str) -> None:
        """Say something in the empty field for a moment: worth no more than that."""
        self.setPlaceholderText(text)
        self._aside.start(_ASIDE_MS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            # A key held down means one thing, not what comes of it as well.
            if not event.isAutoRepeat():
                self._end()
        elif event.key() in _MOVES:
            self.moved.emit(event.key())
        else:
            super().keyPressEvent(event)

    def _end(self) -> None:
        text = self.text()
        if text.strip():
            (self.scanned if is_code(text) else self.asked).emit(text)
        else:
            self.asked.emit("")


def is_code(text: str) -> bool:
    """Tell whether a text is a whole code by its letters, or a badge number with its hyphens."""
    scan = tidy(text).upper()
    bare = scan.replace("-", "")
    lengths = {CODE_LETTERS, NUMBER_LETTERS} if "-" in scan else {CODE_LETTERS}
    return len(bare) in lengths and not set(bare) - set(ALPHABET)
