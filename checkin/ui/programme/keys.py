"""The actions of the page of the programme and their keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from checkin.domain.timetable import STEP
from checkin.ui.parts import action

if TYPE_CHECKING:
    from checkin.ui.programme.page import ProgrammePage

_HERE_ONLY = Qt.ShortcutContext.WidgetShortcut


class Keys:
    """What concerns the marked session works while the timetable has the focus."""

    def __init__(self, page: "ProgrammePage") -> None:
        self._page, self._view = page, page.view
        tr, view = page.tr, page.view
        mirrored = page.isRightToLeft()
        before, after = ("Right", "Left") if mirrored else ("Left", "Right")
        self.add = action(page, tr("Add session"), "Ctrl+N", "add")
        self.add.triggered.connect(page.add_next)
        self.undo = action(page, tr("Undo"), "Ctrl+Z", "undo")
        self.undo.setEnabled(False)
        self.undo.triggered.connect(page.changing.undo)
        for text, keys, by in ((tr("Day before"), before, -1), (tr("Day after"), after, 1)):
            turn = action(page, text, f"Alt+{keys}")
            turn.triggered.connect(lambda _=False, by=by: page.days.turn(by))
        self._own: list[QAction] = []
        self.edit = self._of_session(tr("Edit"), "Return", "edit")
        self.edit.triggered.connect(page.edit)
        self.remove = self._of_session(tr("Remove"), "Del", "remove")
        self.remove.triggered.connect(page.remove)
        for text, keys, by, stretching in (
            (tr("Earlier by 5 minutes"), "Alt+Up", -STEP, False),
            (tr("Later by 5 minutes"), "Alt+Down", STEP, False),
            (tr("End earlier"), "Alt+Shift+Up", -STEP, True),
            (tr("End later"), "Alt+Shift+Down", STEP, True),
        ):
            step = self._of_session(text, keys)
            step.setAutoRepeat(True)
            step.triggered.connect(
                lambda _=False, by=by, stretching=stretching: view.step(by, stretching=stretching)
            )
        for text, keys, by in (
            (tr("To the room before"), f"Alt+Shift+{before}", -1),
            (tr("To the room after"), f"Alt+Shift+{after}", 1),
        ):
            step = self._of_session(text, keys)
            step.triggered.connect(lambda _=False, by=by: view.step_room(by))

    def enable(self, marked: bool) -> None:
        """Tell whether any session is marked."""
        for one in self._own:
            one.setEnabled(marked)

    def _of_session(self, text: str, keys: str, name: str = "") -> QAction:
        """Return an action listed with the page's, whose keys only the timetable hears."""
        made = action(self._page, text, keys, name)
        made.setShortcutContext(_HERE_ONLY)
        self._view.addAction(made)
        self._own.append(made)
        return made
