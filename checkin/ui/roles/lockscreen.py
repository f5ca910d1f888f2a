"""What covers the pages while nobody has to be here: the door goes on, the rest takes a PIN."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from checkin.ui.listening import forward_typing
from checkin.ui.parts import GAP, ActionButton, action, label, row
from checkin.ui.reception.field import AskField
from checkin.ui.reception.panel import VerdictPanel
from checkin.ui.reception.screen import Screen, ready
from checkin.ui.words import sentence


class LockScreen(QWidget):
    """Signals: `scanned` with a code; `answered` with what else was typed, which is a PIN;
    `another` when somebody else wants to take over.
    """

    scanned = Signal(str)
    answered = Signal(str)
    another = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self._who, self._list = label(role="title"), label(role="quiet")
        self.wrong = label(role="wrong", wraps=True)
        self.panel = VerdictPanel([])
        self.field = AskField(self.tr("Scan a badge; or type your PIN, then Enter, to unlock"))
        # Nobody behind the desk reads a PIN off the screen.
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.scanned.connect(self._on_scanned)
        self.field.asked.connect(self._on_asked)
        take_over = action(self, self.tr("Somebody else"), "Ctrl+U", "somebody else")
        take_over.triggered.connect(self.another)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(GAP)
        button = ActionButton(take_over, takes_focus=False)
        whole.addLayout(row(self._who, None, self._list, button))
        whole.addWidget(self.field)
        whole.addWidget(self.wrong)
        whole.addWidget(self.panel, 1)
        self.wrong.hide()

    def show_screen(self, screen: Screen) -> None:
        """Show what the page of reception shows."""
        if screen == ready():
            screen = ready(self.tr("Scan a badge."))
        elif screen.asks:
            screen = self._out_of_reach(screen)
        self.panel.show_screen(screen)

    def _out_of_reach(self, screen: Screen) -> Screen:
        """Return what is shown of somebody who waits for one of the staff, who may be away."""
        words = self.tr("Not in yet. Unlock, then do this and let them in.")
        asked = [one.text for one in screen.questions]
        told = "\n".join(text for text in (screen.instruction, *asked, screen.flag) if text)
        return replace(screen, advice=words, flag=told, instruction="", questions=())

    def cover(self, who: str, where: str, screen: Screen) -> None:
        """Say whose PIN unlocks, which list is scanned against and what came of it last."""
        self.show_screen(screen)
        self._who.setText(self.tr("Locked · {who}").format(who=who))
        self._list.setText(where)
        self.wrong.hide()
        self.field.clear()

    def fail(self, error: Exception) -> None:
        """Say why it stays locked."""
        self.wrong.setText(sentence(error))
        self.wrong.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward_typing(event, self.field, super().keyPressEvent)

    def _on_scanned(self, text: str) -> None:
        self.field.clear()
        self.wrong.hide()
        self.scanned.emit(text)

    def _on_asked(self, text: str) -> None:
        self.field.clear()
        if text.strip():
            self.answered.emit(text)
