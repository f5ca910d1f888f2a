"""The one screen of the kiosk: what it asks or answers, a field, and how long an answer stays."""

from PySide6.QtCore import QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from checkin.ui.kiosk.face import KioskFace
from checkin.ui.kiosk.field import KioskField
from checkin.ui.kiosk.screens import asking
from checkin.ui.listening import forward_typing
from checkin.ui.parts import ActionButton, action, label, row
from checkin.ui.reception.screen import Screen

_FORGOTTEN_MS = 20_000
_STEPS = 1_000
_FIELD_LOOK = "font-size: 26px; min-height: 58px;"


class KioskPage(QWidget):
    """Signals: `scanned` with a code; `typed` with another text, ended with Enter; `calmed` once an
    answer has been shown long enough; `left_alone` when somebody went away while typing;
    `leaving` when somebody of the desk wants to end it.
    """

    scanned = Signal(str)
    typed = Signal(str)
    calmed = Signal()
    left_alone = Signal()
    leaving = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.face = KioskFace(asking())
        self.field = KioskField()
        self.field.setStyleSheet(_FIELD_LOOK)
        self.field.scanned.connect(self._on_scanned)
        self.field.asked.connect(self._on_asked)
        self.field.textChanged.connect(self._on_text)
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self._title = label(role="quiet")
        leave = action(self, self.tr("Staff"), "Ctrl+Shift+L", "leave kiosk")
        leave.triggered.connect(self.leaving)
        button = ActionButton(leave, takes_focus=False)
        button.setProperty("flat", True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 8)
        whole.setSpacing(12)
        whole.addWidget(self.face, 1)
        whole.addWidget(self.bar)
        whole.addWidget(self.field)
        whole.addLayout(row(self._title, None, button))
        self._shrinking = QVariantAnimation(self)
        self._shrinking.setStartValue(_STEPS)
        self._shrinking.setEndValue(0)
        self._shrinking.valueChanged.connect(self.bar.setValue)
        self._shrinking.finished.connect(self.calmed)
        self._forgetting = QTimer(self)
        self._forgetting.setSingleShot(True)
        self._forgetting.timeout.connect(self.left_alone)
        self.wait_with(asking())

    def entitle(self, title: str) -> None:
        """Say where one checks in here."""
        self._title.setText(title)

    def wait_with(self, screen: Screen) -> None:
        """Show what is asked; whoever does not go on answering in a while has gone away."""
        self._shrinking.stop()
        self.bar.setValue(0)
        self.face.show_screen(screen)
        self._forgetting.start(_FORGOTTEN_MS)

    def answer(self, screen: Screen, seconds: float) -> None:
        """Show an answer for so long."""
        self._shrinking.stop()
        self.face.show_screen(screen)
        self.bar.setValue(_STEPS)
        self._shrinking.setDuration(round(seconds * 1000))
        self._shrinking.start()

    def allow_typing(self, allowed: bool) -> None:
        """Take what is typed, or nothing."""
        self.field.setEnabled(allowed)
        if allowed:
            self.field.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        self.field.setFocus()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.field.isEnabled():
            forward_typing(event, self.field, QKeyEvent.accept)
        # Nothing lies below that a key could be for.
        event.accept()

    def _on_scanned(self, text: str) -> None:
        self.field.clear()
        self.scanned.emit(text)

    def _on_asked(self, text: str) -> None:
        self.field.clear()
        self.typed.emit(text)

    def _on_text(self, text: str) -> None:
        if not text:
            return
        self._forgetting.start(_FORGOTTEN_MS)
        if self._shrinking.state() is QVariantAnimation.State.Running:
            # Whoever types now is the next; what is shown is another's.
            self.calmed.emit()
