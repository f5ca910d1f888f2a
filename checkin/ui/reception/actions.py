"""What can be done at the door, each by a key and a button, and which of it is possible now."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from checkin.domain.verdict import Verdict
from checkin.ui.page import Page
from checkin.ui.parts import ActionButton, action
from checkin.ui.reception.screen import Screen, can_admit_anyway


class DoorActions:
    """The actions of reception; those about a verdict are possible only beside it."""

    def __init__(self, page: Page) -> None:
        self.change_list = action(page, page.tr("Change list"), "Ctrl+L", "change list")
        self.exit = action(page, page.tr("Exit"), "F8", "exit")
        self.exit.setCheckable(True)
        self.walk_in = action(page, page.tr("Walk-in"), "Ctrl+N", "walk-in")
        self.test = action(page, page.tr("Test the scanner"), "F9", "test scanner")
        self.undo = action(page, page.tr("Undo"), "Ctrl+Z", "undo")
        self.reprint = action(page, page.tr("Reprint badge"), "Ctrl+P", "reprint")
        self.admit = action(page, page.tr("Admit anyway"), "Ctrl+Return", "admit anyway")
        self.reprint.setEnabled(False)
        self.admit.setEnabled(False)

    def head_buttons(self) -> list[QWidget]:
        """Return the buttons beside the title."""
        self._head = _buttons(self.exit, self.change_list, self.walk_in)
        return [*self._head]

    def verdict_buttons(self) -> list[QWidget]:
        """Return the buttons below the verdict."""
        return [*_buttons(self.undo, self.reprint, self.admit)]

    def make_room(self, *, narrow: bool) -> None:
        """Leave the keys beside the title to the list of keys where the title needs the room."""
        for button in self._head:
            button.show_keys(not narrow)

    def offer(self, screen: Screen, verdict: Verdict | None) -> None:
        """Make possible what can be done about what is shown."""
        # To undo beside a refusal would take back somebody else's check-in.
        self.undo.setEnabled(verdict.reason is None if verdict else screen.undoes_last)
        self.admit.setEnabled(verdict is not None and can_admit_anyway(verdict))
        self.reprint.setEnabled(verdict is not None and verdict.attendee is not None)

    def withhold(self) -> None:
        """Make nothing possible: until a scan is answered, what is shown is about somebody else."""
        for one in (self.undo, self.reprint, self.admit):
            one.setEnabled(False)


def _buttons(*actions: QAction) -> list[ActionButton]:
    return [ActionButton(one, takes_focus=False) for one in actions]
