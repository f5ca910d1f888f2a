"""Asks what is to become of words that are not saved."""

from enum import StrEnum

from PySide6.QtWidgets import QPushButton, QWidget

from checkin.ui.dialog import Dialog
from checkin.ui.parts import label


class Leaving(StrEnum):
    """What somebody decided."""

    STAY = "stay"
    SAVE = "save"
    DISCARD = "discard"


class LeavingDialog(Dialog):
    """Enter saves, Esc stays."""

    def __init__(self, parent: QWidget | None, title: str = "") -> None:
        super().__init__(parent)
        usual = self.tr("The event was changed, but not saved.")
        self.entitle(title or usual, self.tr("Save  Enter"))
        self.decision = Leaving.SAVE
        self.cancel_button.setText(self.tr("Stay here  Esc"))
        self.discard_button = QPushButton()
        self.discard_button.setText(self.tr("Discard  Alt+D"))
        self.discard_button.setShortcut("Alt+D")
        self.discard_button.setAutoDefault(False)
        self.discard_button.clicked.connect(self._discard)
        self.buttons.insertWidget(0, self.discard_button)
        self.body.addWidget(label(self.tr("Save the changes before you go?"), wraps=True))

    @classmethod
    def ask(cls, parent: QWidget, title: str = "") -> Leaving:
        """Return what somebody decided; `title` says what is not saved, else the event."""
        dialog = cls(parent, title)
        return dialog.decision if dialog.exec() else Leaving.STAY

    def _discard(self) -> None:
        self.decision = Leaving.DISCARD
        self.accept()
