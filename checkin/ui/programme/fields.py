"""Fields two to a line, each with its label before it and what is wrong with it below."""

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from checkin.errors import CheckinError
from checkin.ui.parts import label
from checkin.ui.words import sentence


class Fields(QGridLayout):
    """Add fields in the order in which Tab goes through them."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(8)
        self.setColumnStretch(1, 1)
        self.setColumnStretch(3, 1)
        self._wrong: dict[QWidget, QLabel] = {}
        self._line = 0

    def add(self, name: str, field: QWidget) -> None:
        """Add a field that takes a whole line."""
        self._put(name, field, 0, 3)
        self._next_line(field)

    def add_two(self, name: str, field: QWidget, other_name: str, other: QWidget) -> None:
        """Add two fields to a line."""
        self._put(name, field, 0, 1)
        self._put(other_name, other, 2, 1)
        self._next_line(field, other)

    def add_boxes(self, *boxes: QWidget) -> None:
        """Add what has its name within itself, one to a line."""
        for box in boxes:
            self.addWidget(box, self._line, 1, 1, 3)
            self._line += 1

    def say(self, field: QWidget, error: CheckinError) -> None:
        """Say below a field what is wrong with it."""
        self._show(field, sentence(error))

    def clear(self) -> None:
        """Find nothing wrong any more."""
        for field in self._wrong:
            self._show(field, "")

    def _show(self, field: QWidget, text: str) -> None:
        words = self._wrong[field]
        words.setText(text)
        words.setVisible(bool(text))
        field.setAccessibleDescription(text)

    def _put(self, name: str, field: QWidget, column: int, wide: int) -> None:
        words = label(name)
        words.setBuddy(field)
        field.setAccessibleName(name)
        self.addWidget(words, self._line, column)
        self.addWidget(field, self._line, column + 1, 1, wide)

    def _next_line(self, *fields: QWidget) -> None:
        """Leave room for what is wrong with the fields of a line, as wide as all of it."""
        for field in fields:
            self._line += 1
            wrong = label(role="wrong", wraps=True)
            wrong.hide()
            self._wrong[field] = wrong
            self.addWidget(wrong, self._line, 1, 1, 3)
        self._line += 1


def line(placeholder: str = "") -> QLineEdit:
    """Return a line to write in, with what could stand there."""
    made = QLineEdit()
    made.setPlaceholderText(placeholder)
    return made
