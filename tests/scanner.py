"""A scanner and a person at the keyboard of a real window: key events with times of their own."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent

_ENDS = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
_NO_MODIFIER, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
US_ROWS = {10: "1234567890-=", 24: "QWERTYUIOP[]", 38: "ASDFGHJKL;'`", 51: "\\ZXCVBNM,./", 65: " "}
# As an X server counts the keys of a US keyboard.
KEYCODES = {sign: first + at for first, row in US_ROWS.items() for at, sign in enumerate(row)}


class Keyboard:
    """What is pressed arrives at once, as at a window that was busy, but says when it was."""

    def __init__(self) -> None:
        self.now = 10_000

    def scan(self, keys: str, ending: str = "\r", *, gap: int = 6, texts: str = "") -> None:
        """Type a code as a scanner; `texts` is what the layout makes of the US keys pressed."""
        for key, text in zip(keys + ending, (texts or keys) + ending, strict=True):
            self._stroke(key, text, 2)
            self.now += gap
        self.now += 500

    def type(self, text: str, gaps: Sequence[int] = (110,)) -> None:
        """Type as a person does."""
        for place, one in enumerate(text):
            self._stroke(one, one, 70)
            self.now += gaps[place % len(gaps)]

    def press(self, letter: str) -> None:
        """Put a key down and not let go of it yet."""
        self._send(QEvent.Type.KeyPress, letter, letter)
        self.now += 110

    def strike(self, key: str, text: str, gap: int = 6) -> None:
        """Press one key as a scanner does."""
        self._stroke(key, text, 2)
        self.now += gap

    def double(self, letter: str) -> None:
        """Press a letter twice within one millisecond, as Qt tells of it on an X server."""
        self._send(QEvent.Type.KeyPress, letter, letter)
        self._send(QEvent.Type.KeyRelease, letter, letter, repeats=True)
        self._send(QEvent.Type.KeyPress, letter, letter, repeats=True)
        self._send(QEvent.Type.KeyRelease, letter, letter)
        self.now += 6

    def put_in(self, text: str) -> None:
        """Type what an input method makes of keys: it says no time, and no key."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(QGuiApplication.focusObject(), event)

    def wait(self, milliseconds: int) -> None:
        """Let time pass on the keyboard's clock."""
        self.now += milliseconds

    def hold_down(self, letter: str, times: int) -> None:
        """Keep a key down until it has repeated itself."""
        self._send(QEvent.Type.KeyPress, letter, letter)
        for _ in range(times):
            self.now += 33
            self._send(QEvent.Type.KeyRelease, letter, letter, repeats=True)
            self._send(QEvent.Type.KeyPress, letter, letter, repeats=True)
        self._send(QEvent.Type.KeyRelease, letter, letter)

    def _stroke(self, key: str, text: str, dwell: int) -> None:
        # The keys of a person roll over one another; here each is up before the next.
        self._send(QEvent.Type.KeyPress, key, text)
        self.now += dwell
        self._send(QEvent.Type.KeyRelease, key, text)
        self.now -= dwell

    def _send(self, kind: QEvent.Type, key: str, text: str, *, repeats: bool = False) -> None:
        window = QGuiApplication.focusWindow()
        assert window, "no window has the focus"
        code = _ENDS.get(key) or Qt.Key(ord(key.upper()))
        shift = _SHIFT if text.isupper() else _NO_MODIFIER
        kinds = [kind]
        if kind is QEvent.Type.KeyPress:
            kinds.insert(0, QEvent.Type.ShortcutOverride)
        for one in kinds:
            event = QKeyEvent(
                one, code, shift, KEYCODES.get(key.upper(), 0), 0, 0, text, repeats, 1
            )
            event.setTimestamp(self.now)
            QCoreApplication.sendEvent(window, event)
