"""Names those of a group who were not let in, and why."""

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget, QWidget

from checkin.domain.verdict import Verdict
from checkin.ui.dialog import Dialog
from checkin.ui.words import code_words

_WIDTH, _HEIGHT = 640, 200


class RefusedDialog(Dialog):
    """A list to be dealt with one by one: each can be found by name, or scanned."""

    def __init__(self, parent: QWidget | None, refused: Sequence[Verdict]) -> None:
        super().__init__(parent, _WIDTH)
        self.entitle(self.tr("Not checked in"), self.tr("Close  Enter"))
        self.cancel_button.hide()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Who was not checked in, and why"))
        self.list.setMinimumHeight(_HEIGHT)
        self.list.setWordWrap(True)
        for one in refused:
            name = one.attendee.name if one.attendee else self.tr("Somebody removed meanwhile")
            why = code_words(one.reason.value) if one.reason else ""
            self.list.addItem(f"{name} — {why}")
        self.body.addWidget(self.list)
