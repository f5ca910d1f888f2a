"""Notices that nobody touches the keys, the mouse or a badge."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_A_MINUTE_MS = 60_000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """`left_alone` tells of so many minutes without a touch.

    It listens to the windows of the screen, which hear of keys once, not to every part of them.
    """

    left_alone = Signal()

    def __init__(self, minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.left_alone)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._listen_to)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """Wait so long, 0 for ever."""
        self.timer.setInterval(minutes * _A_MINUTE_MS)
        self.touch()

    def touch(self) -> None:
        """Begin to wait anew."""
        if self.timer.interval():
            self.timer.start()
        else:
            self.timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def _listen_to(self, window: QWindow | None) -> None:
        if window:
            # Asked twice, a filter is still there once.
            window.installEventFilter(self)
            self.touch()
