"""A field for a PIN, whose digits nobody else reads off the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

_LONGEST = 64


class PinField(QLineEdit):
    """Shows dots, and asks a keyboard on the screen for digits."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(_LONGEST)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(
            hints.ImhDigitsOnly | hints.ImhSensitiveData | hints.ImhNoPredictiveText
        )
