"""The fields in which questions are answered at the door, by keyboard alone."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from checkin.domain.questions import LONGEST_ANSWER, NO, YES, Question, QuestionKind
from checkin.ui.parts import literal

_GAP, _EDGE = 8, 4
_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up})
_ON = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down})
_DIGITS = "123456789"


class TextField(QLineEdit):
    """Takes any text; `edited` whenever somebody writes in it."""

    edited = Signal()

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.setAccessibleName(question.text)
        self.setMaxLength(LONGEST_ANSWER)
        self.textEdited.connect(self.edited)

    def answer(self) -> str:
        """Return what is written."""
        return self.text()


class ChoiceField(QWidget):
    """Choices side by side, each with a key: its digit, or `letters` where it has one.

    Nothing is chosen at first. Arrows move the choice, Backspace takes it back; `edited` whenever
    another is chosen.
    """

    edited = Signal()

    def __init__(
        self, question: Question, choices: Sequence[tuple[str, str]], letters: str
    ) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(question.text)
        self.setAccessibleDescription(", ".join(words for _, words in choices))
        self._keys = letters or _DIGITS
        self._answers = [answer for answer, _ in choices]
        self.chosen = -1
        self.buttons: list[QPushButton] = []
        for at, (key, (_, words)) in enumerate(zip(self._keys, choices, strict=False)):
            button = QPushButton(literal(f"{key}  {words}"))
            button.setCheckable(True)
            button.setProperty("choice", True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.buttons.append(button)
            button.clicked.connect(lambda _=False, at=at: self.choose(at))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self._grid.setSpacing(_GAP)
        self._across = 0
        self._place(len(self.buttons))

    def answer(self) -> str:
        """Return what is chosen, empty for nothing."""
        return self._answers[self.chosen] if self.chosen >= 0 else ""

    def choose(self, at: int) -> None:
        """Choose one by its place, or none with -1."""
        self.chosen = at
        for place, button in enumerate(self.buttons):
            button.setChecked(place == at)
        self.setFocus()
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text().upper()
        last = len(self.buttons) - 1
        at = self._keys.find(text) if text else -1
        digit = _DIGITS.find(text) if text else -1
        if 0 <= at <= last:
            self.choose(at)
        elif digit >= 0:
            # A digit too high is a slip, not the beginning of a search.
            self.choose(digit if digit <= last else self.chosen)
        elif key in _ON:
            self.choose(min(self.chosen + 1, last))
        elif key in _BACK:
            self.choose(max(self.chosen - 1, 0))
        elif key == Qt.Key.Key_Backspace:
            self.choose(-1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widest = max(button.sizeHint().width() for button in self.buttons)
        room = self.width() - 2 * _EDGE + _GAP
        self._place(max(1, min(room // (widest + _GAP), len(self.buttons))))

    def _place(self, across: int) -> None:
        if across != self._across:
            self._across = across
            for at, button in enumerate(self.buttons):
                self._grid.addWidget(button, *divmod(at, across))


def field_for(question: Question) -> TextField | ChoiceField:
    """Return the field in which a question is answered."""
    match question.kind:
        case QuestionKind.CHOICE:
            return ChoiceField(question, [(one, one) for one in question.choices], "")
        case QuestionKind.YES_NO | QuestionKind.CONSENT:
            yes, no = _tr("Yes"), _tr("No")
            first = (yes[:1] + no[:1]).upper()
            # In a language in which both begin alike, digits tell them apart.
            letters = first if len(set(first)) == len(first) else ""
            return ChoiceField(question, [(YES, yes), (NO, no)], letters)
        case _:
            return TextField(question)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChoiceField", text)
