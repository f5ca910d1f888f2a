"""Hears a scanner that types, whatever has the focus, and keeps its keys from everything else.

Every key goes through the window that has the focus, so only windows are listened to: a filter on
the application would be asked about every event of every widget.
"""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic_ns

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from checkin.capture.burst import Burst, Key, Kind
from checkin.capture.bursts import Bursts
from checkin.capture.keys import us_sign

# So many letters a scanner may be set to send before a code: `]Q1`, an ECI mark, some of its own.
MOST_BEFORE = 16
_ENDS: dict[int, str] = {
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Tab: "tab",
}
_MODIFIERS = frozenset(
    {
        *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr),
        *(Qt.Key.Key_Meta, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock),
        *(Qt.Key.Key_Mode_switch, Qt.Key.Key_Multi_key),
    }
)
_EDITING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Escape})
_KEY_EVENTS = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}
)
_POINTING = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}
)
_Modifier = Qt.KeyboardModifier
_CHORD = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
_ALT_GR = _Modifier.ControlModifier | _Modifier.AltModifier


@dataclass(frozen=True, slots=True)
class Scan:
    """A text read by a scanner; `proven` when it is a code of the event, and then only that.

    `burst` is how it was typed.
    """

    text: str
    proven: bool
    burst: Burst


class Wedge(QObject):
    """Signals: `scanned` with each Scan; `followed` with an Enter or Tab that came after one.

    It hears nothing until `start`.
    """

    scanned = Signal(object)
    followed = Signal(str)

    def __init__(self, parent: QObject | None = None, platform: str = "") -> None:
        super().__init__(parent)
        self._platform = platform or QGuiApplication.platformName()
        self._genuine: Callable[[str], bool] = _nothing_is
        self._writing: Callable[[], bool] = _nothing_is_written
        self._bursts = Bursts(self._give_back, self._on_burst, self.followed.emit)
        self._listening = False
        self._passing = False
        self._ahead = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_pause)
        self._once_more = QTimer(self)
        self._once_more.setSingleShot(True)
        self._once_more.timeout.connect(self._settle)

    def start(self, genuine: Callable[[str], bool], writing: Callable[[], bool]) -> None:
        """Listen from now on.

        `genuine` tells whether a text is a code of the event. `writing` tells whether somebody
        writes in a form: what a tool types there, that is no code and has no Enter, is let through.
        """
        self._genuine, self._writing = genuine, writing
        if not self._listening:
            self._listening = True
            application = QGuiApplication.instance()
            assert isinstance(application, QGuiApplication)
            application.focusWindowChanged.connect(self._follow)
            self._follow(QGuiApplication.focusWindow())

    def stop(self) -> None:
        """Let every key through from now on."""
        if self._listening:
            self._bursts.flush()
            self._listening = False
            application = QGuiApplication.instance()
            assert isinstance(application, QGuiApplication)
            application.focusWindowChanged.disconnect(self._follow)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _KEY_EVENTS and isinstance(event, QKeyEvent):
            return self._listening and self._hear(kind, event)
        if kind in _POINTING:
            self._bursts.flush()
        return False

    def _follow(self, window: QWindow | None) -> None:
        if window:
            # Once more does no harm: Qt takes the first one away.
            window.installEventFilter(self)

    def _hear(self, kind: QEvent.Type, event: QKeyEvent) -> bool:
        if self._passing:
            self._passing = False
            return False
        key = self._key(event)
        self._ahead = key.at - _now()
        if event.isAutoRepeat():
            kept = self._bursts.repeat(key)
        elif kind is QEvent.Type.ShortcutOverride:
            kept = self._bursts.foresee(key)
        elif kind is QEvent.Type.KeyPress:
            kept = self._bursts.press(key)
        else:
            kept = self._bursts.release(key)
        if kept:
            event.accept()
        self._wait(key.at)
        return kept

    def _key(self, event: QKeyEvent) -> Key:
        return Key(
            # Some input methods send keys without their time.
            at=event.timestamp() or _now(),
            place=event.nativeScanCode() or event.key(),
            kind=_kind(event),
            text=_ENDS.get(event.key(), event.text()),
            us=us_sign(event.nativeScanCode(), self._platform),
            shifted=bool(event.modifiers() & _Modifier.ShiftModifier),
            event=event.clone(),
        )

    def _wait(self, now: int) -> None:
        due = self._bursts.due(now)
        if due is None:
            self._timer.stop()
        else:
            self._timer.start(max(due - now, 0))

    def _on_pause(self) -> None:
        # Keys pressed while the window was busy may still wait behind this timer.
        self._once_more.start(0)

    def _settle(self) -> None:
        now = _now() + self._ahead
        self._bursts.settle(now)
        self._wait(now)

    def _give_back(self, key: Key) -> None:
        window = QGuiApplication.focusWindow()
        if window and isinstance(key.event, QKeyEvent):
            self._passing = True
            QCoreApplication.sendEvent(window, key.event)

    def _on_burst(self, burst: Burst) -> bool:
        code = self._code_in(burst.text) or self._code_in(burst.keys)
        if not code and not burst.ending and self._writing():
            return False
        text = burst.text.swapcase() if burst.caps_lock else burst.text
        self.scanned.emit(Scan(code or text, bool(code), burst))
        return True

    def _code_in(self, text: str) -> str:
        """Return the code that a text ends with, empty where there is none."""
        ends = (text[start:] for start in range(min(MOST_BEFORE, len(text)) + 1))
        return next((end for end in ends if self._genuine(end)), "")


def _kind(event: QKeyEvent) -> Kind:
    key = event.key()
    if key in _MODIFIERS:
        return Kind.MODIFIER
    chord = event.modifiers() & _CHORD
    if key in _ENDS and not chord:
        return Kind.END
    letter = event.text() and (not chord or (chord == _ALT_GR and event.text().isprintable()))
    return Kind.LETTER if letter and key not in _EDITING else Kind.OTHER


def _now() -> int:
    return monotonic_ns() // 1_000_000


def _nothing_is(_text: str) -> bool:
    return False


def _nothing_is_written() -> bool:
    return False
