"""Asks whether somebody means it."""

from PySide6.QtWidgets import QWidget

from checkin.ui.dialog import Dialog
from checkin.ui.parts import label


class Question(Dialog):
    """What is about to be done, and what follows from it."""

    def __init__(self, parent: QWidget | None, title: str, text: str, accept: str) -> None:
        super().__init__(parent, 460)
        self.entitle(title, accept)
        self.body.addWidget(label(text, wraps=True))

    @classmethod
    def ask(cls, parent: QWidget, title: str, text: str, accept: str) -> bool:
        """Return whether somebody means it."""
        return bool(cls(parent, title, text, accept).exec())
