"""Hears a scanner that types, whatever has the focus, and keeps its keys from everything else.

Every key goes through the window that has the focus, so only windows are listened to: a filter on
the application would be asked about every event of every widget. What a layout makes of a dead key
or of one key with two letters comes another way, as input of the widget that has the focus.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow

from checkin.capture.burst import Burst, Key, Kind
from checkin.capture.bursts import Bursts
from checkin.capture.keys import key_of, now_ms

# So many letters a scanner may be set to send before a code: `]Q1`, an ECI mark, some of its own.
MOST_BEFORE = 16
_KEY_EVENTS = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}
)
_POINTING = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}
)
# Two letters of one key come as input of the focus; more is no key's.
_MOST_OF_A_KEY = 2
_INPUT = -1


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
        self._last = 0
        self._focus: QObject | None = None
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
            application = _application()
            application.focusWindowChanged.connect(self._follow)
            application.focusObjectChanged.connect(self._follow_focus)
            self._follow(QGuiApplication.focusWindow())
            self._follow_focus(QGuiApplication.focusObject())

    def stop(self) -> None:
        """Let every key through from now on."""
        if self._listening:
            self._bursts.flush()
            self._listening = False
            application = _application()
            application.focusWindowChanged.disconnect(self._follow)
            application.focusObjectChanged.disconnect(self._follow_focus)
            self._follow_focus(None)

    def now(self) -> int:
        """Return this moment by the keyboard's clock (ms), which is not this program's."""
        return now_ms() + self._ahead

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            return self._listening and self._hear_input(event)
        if kind in _KEY_EVENTS and isinstance(event, QKeyEvent):
            # What has the focus hears the same key once more, from its window.
            return self._listening and isinstance(watched, QWindow) and self._hear(kind, event)
        if kind in _POINTING:
            self._bursts.flush()
        return False

    def _follow(self, window: QWindow | None) -> None:
        if window:
            # Once more does no harm: Qt takes the first one away.
            window.installEventFilter(self)

    def _follow_focus(self, focus: QObject | None) -> None:
        # What had the focus before may be gone by now.
        with suppress(RuntimeError):
            if self._focus and self._focus is not focus:
                self._focus.removeEventFilter(self)
        self._focus = focus
        if focus:
            focus.installEventFilter(self)

    def _hear(self, kind: QEvent.Type, event: QKeyEvent) -> bool:
        if self._passing:
            self._passing = False
            return False
        key = key_of(event, self._platform)
        self._ahead, self._last = key.at - now_ms(), key.at
        # Qt takes a letter twice in one millisecond for one that repeats itself.
        if event.isAutoRepeat() and not self._bursts.pressed_just_now(key):
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

    def _hear_input(self, event: QInputMethodEvent) -> bool:
        if self._passing:
            self._passing = False
            return False
        text = event.commitString()
        if not text or len(text) > _MOST_OF_A_KEY or event.replacementLength():
            return False
        # It has no time of its own: that of the keys it comes amid, or else this moment.
        amid = self._bursts.due(self._last) is not None
        at = self._last if amid else self.now()
        key = Key(at, _INPUT, Kind.LETTER, text, event=event.clone(), guessed=not amid)
        kept = self._bursts.press(key)
        self._bursts.release(Key(at, _INPUT, Kind.LETTER, ""))
        self._wait(at)
        return kept

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
        now = self.now()
        self._bursts.settle(now)
        self._wait(now)

    def _give_back(self, key: Key) -> None:
        focus: QObject | None = QGuiApplication.focusWindow()
        if isinstance(key.event, QInputMethodEvent):
            focus = self._focus
        if focus and isinstance(key.event, QEvent):
            self._passing = True
            QCoreApplication.sendEvent(focus, key.event)

    def _on_burst(self, burst: Burst) -> bool:
        code = code_in(burst.text, self._genuine) or code_in(burst.keys, self._genuine)
        if not code and not burst.ending and self._writing():
            return False
        text = burst.text.swapcase() if burst.caps_lock else burst.text
        self.scanned.emit(Scan(code or text, bool(code), burst))
        return True


def code_in(text: str, genuine: Callable[[str], bool]) -> str:
    """Return the code that a text ends with, empty where there is none."""
    ends = (text[start:] for start in range(min(MOST_BEFORE, len(text)) + 1))
    return next((end for end in ends if genuine(end)), "")


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    return application


def _nothing_is(_text: str) -> bool:
    return False


def _nothing_is_written() -> bool:
    return False
