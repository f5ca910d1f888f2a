"""The list of keys that work where somebody is, under F1."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QWidget

from checkin.ui.dialog import Dialog
from checkin.ui.parts import keys_text, label

_A_COLUMN, _COLUMNS = 12, 3


class KeysDialog(Dialog):
    """Shows each action that has keys."""

    def __init__(self, parent: QWidget, actions: Sequence[QAction]) -> None:
        super().__init__(parent, 620)
        self.entitle(self.tr("Keys that work here"), self.tr("Close  Enter"))
        self.cancel_button.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        shown = [one for one in actions if not one.shortcut().isEmpty() and one.isVisible()]
        for number, one in enumerate(shown):
            across, down = divmod(number, _A_COLUMN)
            keys = label(keys_text(one.shortcut()), "mark")
            grid.addWidget(keys, down, 2 * across, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label(one.text()), down, 2 * across + 1)
        grid.setColumnStretch(2 * _COLUMNS, 1)
        self.body.addLayout(grid)

    @classmethod
    def of(cls, window: QWidget, parts: Iterable[QWidget]) -> "KeysDialog":
        """Return the list of a window's own keys and of those of its parts that are to be seen."""
        own = [one for one in window.actions() if one.isEnabled()]
        shown = [one for one in parts if one.isVisible()]
        return cls(window, [*own, *(one for part in shown for one in part.actions())])
