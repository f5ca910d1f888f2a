"""Acknowledging and answering at the door: what is shown of it below the name, until it is done."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from checkin.domain.questions import Question
from checkin.domain.verdict import Verdict
from checkin.services.completing import wrong_answer
from checkin.ui.parts import ActionButton, action, label
from checkin.ui.reception.field import AskField
from checkin.ui.reception.questionfields import ChoiceField, TextField, field_for
from checkin.ui.reception.screen import Screen
from checkin.ui.words import sentence

_LEAST_HEIGHT = 60
_STEPS = {
    Qt.Key.Key_Up: QScrollBar.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QScrollBar.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
}


class AnswerForm(QFrame):
    """`button` belongs below it, among others.

    Signals: `given` with the answers by question, once none of them is wrong; `left` when
    somebody turns away from it with Esc.
    """

    given = Signal(dict)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.acknowledge = action(self, "", "Return", "acknowledge")
        self.acknowledge.setShortcuts(
            [QKeySequence(Qt.Key.Key_Return), QKeySequence(Qt.Key.Key_Enter)]
        )
        self.acknowledge.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.acknowledge.triggered.connect(self.give)
        self.button = ActionButton(self.acknowledge, primary=True, takes_focus=False)
        self._instruction = label(role="instruction", wraps=True)
        self._asked: list[tuple[Question, TextField | ChoiceField]] = []
        self._inner = QWidget()
        self._inner.setObjectName("inner")
        self._inside = QVBoxLayout(self._inner)
        self._inside.setContentsMargins(0, 0, 8, 0)
        self._inside.setSpacing(6)
        self._inside.addWidget(self._instruction)
        self._inside.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setMinimumHeight(_LEAST_HEIGHT)
        self._scroll.setWidget(self._inner)
        self.wrong = label(role="wrong", wraps=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.wrong)
        self.show_all(False)

    def ask(self, screen: Screen) -> None:
        """Show what is to be acknowledged and answered, nothing answered yet."""
        self._clear()
        words = self.tr("Acknowledged") if screen.instruction else self.tr("Let in")
        self.acknowledge.setText(words)
        self._instruction.setText(screen.instruction)
        self._instruction.setVisible(bool(screen.instruction))
        for question in screen.questions:
            field = field_for(question)
            text = question.text
            if question.optional:
                text = self.tr("{question} (may be left open)").format(question=text)
            words_of = label(text, "question", wraps=True)
            words_of.setBuddy(field)
            for part in (words_of, field):
                self._inside.insertWidget(self._inside.count() - 1, part)
            field.edited.connect(lambda field=field: self._scroll.ensureWidgetVisible(field))
            self._asked.append((question, field))
        self._scroll.verticalScrollBar().setValue(0)
        self.show_all(True)

    def show_all(self, shown: bool) -> None:
        """Show the form and its button, or neither."""
        self.setVisible(shown)
        self.acknowledge.setVisible(shown)

    def read_on(self, key: int) -> None:
        """Move with the keys that move in a long text, wherever they were pressed."""
        if self.isVisible() and (step := _STEPS.get(Qt.Key(key))):
            self._scroll.verticalScrollBar().triggerAction(step)

    def first_field(self) -> QWidget | None:
        """Return the field to begin with, if anything is asked."""
        return self._asked[0][1] if self._asked else None

    def give(self) -> None:
        """Say what was answered, or what is wrong with it."""
        answers = {}
        for question, field in self._asked:
            try:
                answers[question.text] = question.read(field.answer())
            except ValueError as error:
                self.wrong.setText(sentence(wrong_answer(question, str(error))))
                self.wrong.show()
                self._scroll.ensureWidgetVisible(field)
                field.setFocus()
                return
        self.given.emit(answers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _STEPS:
            self.read_on(event.key())
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        self.wrong.hide()
        for at in reversed(range(1, self._inside.count() - 1)):
            if (item := self._inside.takeAt(at)) and (part := item.widget()):
                part.hide()
                part.deleteLater()
        self._asked = []


class Answering(QObject):
    """`given` tells a Verdict that was incomplete and what was answered, by question.

    The form is there as long as what is shown waits for it. `listening` is the page's one field:
    an Enter in it acknowledges while it is empty, and what is being typed there is left alone.
    """

    given = Signal(object, dict)

    def __init__(self, listening: AskField, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = AnswerForm()
        self._listening = listening
        self._verdict: Verdict | None = None
        self.form.given.connect(self._on_given)
        self.form.left.connect(listening.setFocus)
        listening.moved.connect(self.form.read_on)

    def offer(self, screen: Screen, verdict: Verdict | None) -> None:
        """Ask what a screen asks; where it asks nothing, whoever was asked before is left."""
        asked = not self.form.isHidden()
        self._verdict = verdict if screen.asks else None
        if self._verdict:
            self.form.ask(screen)
            typing = bool(self._listening.text())
            self._go_to(self._listening if typing else self.form.first_field())
        else:
            self.form.show_all(False)
            if asked:
                self._go_to(self._listening)

    def _go_to(self, field: QWidget | None) -> None:
        # Under the lock, or another page, the keys are somebody else's.
        if self._listening.isVisible():
            (field or self._listening).setFocus()

    def withhold(self) -> None:
        """Take no answer any more: what is shown is about somebody else by now."""
        self._verdict = None

    def on_enter(self, text: str) -> None:
        """Acknowledge with an Enter in the empty field."""
        if self._verdict and not text.strip():
            self.form.give()

    def _on_given(self, answers: Mapping[str, str]) -> None:
        if verdict := self._verdict:
            self.withhold()
            self.given.emit(verdict, answers)
