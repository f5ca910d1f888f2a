"""What can be done at the door, each by a key and a button, and which of it is possible now."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStackedWidget, QWidget

from checkin.domain.verdict import Verdict
from checkin.ui.page import Page
from checkin.ui.parts import ActionButton, action, keys_text, literal
from checkin.ui.reception.screen import Screen, can_admit_anyway

# What the button has around its text.
_AROUND = 30


class DoorActions:
    """The actions of reception; those about a verdict are possible only beside it.

    Who is at the desk is for others to know: `reprint`, `fix` and `replace` are theirs to allow.
    """

    def __init__(self, page: Page) -> None:
        self.change_list = action(page, page.tr("Change list"), "Ctrl+L", "change list")
        self.exit = action(page, page.tr("Exit"), "F8", "exit")
        self.exit.setCheckable(True)
        self.walk_in = action(page, page.tr("Walk-in"), "Ctrl+N", "walk-in")
        self.test = action(page, page.tr("Test the scanner"), "F9", "test scanner")
        self.undo = action(page, page.tr("Undo"), "Ctrl+Z", "undo")
        self.admit = action(page, page.tr("Admit anyway"), "Ctrl+Return", "admit anyway")
        self.reprint = action(page, page.tr("Reprint"), "Ctrl+P", "reprint")
        self.fix = action(page, page.tr("Correct"), "F2", "fix")
        self.replace = action(page, page.tr("Replace badge"), "Ctrl+R", "replace badge")
        self.group = action(page, page.tr("Others of the organisation"), "Ctrl+G", "group")
        # They are never of use at once, and share a place.
        self._undo_or_admit = QStackedWidget()
        for one in _buttons(self.undo, self.admit):
            self._undo_or_admit.addWidget(one)
        self._undo_or_admit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.group_button = GroupButton(self.group)
        self.withhold()
        self.undo.setEnabled(True)

    def head_buttons(self) -> list[QWidget]:
        """Return the buttons beside the title."""
        self._head = _buttons(self.exit, self.change_list, self.walk_in)
        return [*self._head]

    def verdict_buttons(self) -> list[QWidget]:
        """Return the buttons below the verdict."""
        return [self._undo_or_admit, *_buttons(self.reprint, self.fix, self.replace)]

    def make_room(self, *, narrow: bool) -> None:
        """Leave the keys beside the title to the list of keys where the title needs the room."""
        for button in self._head:
            button.show_keys(not narrow)

    def offer(self, screen: Screen, verdict: Verdict | None) -> None:
        """Make possible what can be done about what is shown, but for its person's badge."""
        # To undo beside a refusal would take back somebody else's check-in.
        self.undo.setEnabled(verdict.reason is None if verdict else screen.undoes_last)
        admits = verdict is not None and can_admit_anyway(verdict)
        self.admit.setEnabled(admits)
        self._undo_or_admit.setCurrentIndex(int(admits))
        self.offer_group("", 0)

    def offer_group(self, organisation: str, count: int) -> None:
        """Offer to let in so many more of an organisation."""
        self.group.setEnabled(count > 0)
        self.group_button.tell(organisation, count)

    def withhold(self) -> None:
        """Make nothing possible: until a scan is answered, what is shown is about somebody else."""
        for one in (self.undo, self.admit, self.reprint, self.fix, self.replace, self.group):
            one.setEnabled(False)


class GroupButton(QPushButton):
    """A quiet line that says who else is expected; there only where somebody is."""

    def __init__(self, of: QAction) -> None:
        super().__init__()
        self._keys = keys_text(of.shortcut())
        self._count, self._organisation = 0, ""
        self.setObjectName("group")
        self.setProperty("flat", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(of.trigger)
        self.hide()

    def tell(self, organisation: str, count: int) -> None:
        """Say how many more of an organisation are expected; nothing where none are."""
        self._count, self._organisation = count, organisation
        self._write()
        self.setVisible(count > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._write()
        super().resizeEvent(event)

    def _write(self) -> None:
        """Write the name as far as there is room for it beside the rest."""
        words = self.tr("{count} more of {name}").format(count=self._count, name="{name}")
        text = f"{words}  {self._keys}"
        letters = self.fontMetrics()
        room = self.width() - letters.horizontalAdvance(text) - _AROUND
        name = letters.elidedText(self._organisation, Qt.TextElideMode.ElideRight, max(room, 0))
        self.setText(literal(text.format(name=name)))


def _buttons(*actions: QAction) -> list[ActionButton]:
    return [ActionButton(one, takes_focus=False) for one in actions]
