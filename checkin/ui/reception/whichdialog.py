"""Shows people who may be taken for one another, and has somebody say which one it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin.domain.event import Event
from checkin.errors import CheckinError
from checkin.services.reception import Suggestion
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label
from checkin.ui.reception.people import PeopleList

_WIDTH = 720
_MOST_HEIGHT = 330
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class WhichDialog(Dialog):
    """Nobody is marked at first, so that Enter never takes the first."""

    def __init__(self, parent: QWidget | None, found: Sequence[Suggestion], event: Event) -> None:
        super().__init__(parent, _WIDTH)
        self.entitle(self.tr("Which one is it?"), self.tr("This one  Enter"))
        words = self.tr("Ask for the organisation or e-mail, then press the number.")
        self.body.addWidget(label(words, "quiet", wraps=True))
        self.people = PeopleList(numbered=True)
        self.people.show_people(found, event)
        self.people.setCurrentRow(-1)
        self.people.setFixedHeight(min(self.people.whole_height(), _MOST_HEIGHT))
        self.people.chosen.connect(lambda _: self.accept())
        self.body.addWidget(self.people)
        # The keys are the dialog's own, not of a button that happens to be focused.
        for button in (self.accept_button, self.cancel_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def chosen(self) -> Suggestion | None:
        """Return who is marked."""
        return self.people.marked()

    def accept(self) -> None:
        if self.chosen():
            super().accept()
        else:
            self.fail(CheckinError("nobody-chosen"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1
        if event.key() in _MOVES:
            self.people.move(event.key())
        elif 0 <= place < min(self.people.count(), 9):
            self.people.setCurrentRow(place)
            self.accept()
        else:
            super().keyPressEvent(event)
