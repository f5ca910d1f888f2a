"""The side bar: which event is open, its pages with their keys, and who works here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from checkin.ui.parts import ElidedLabel, literal

_WIDTH = 212


class SideBar(QFrame):
    """`chosen` tells which page, counted from 0, somebody turned to."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str], actions: Sequence[QAction]) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setFixedWidth(_WIDTH)
        self._title, self._when = ElidedLabel("heading"), ElidedLabel("quiet")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 18, 14, 14)
        inside.setSpacing(4)
        inside.addWidget(self._title)
        inside.addWidget(self._when)
        inside.addSpacing(14)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for number, title in enumerate(titles):
            button = self._page_button(number, title)
            self._group.addButton(button, number)
            inside.addWidget(button)
        self._group.idClicked.connect(self.chosen)
        inside.addStretch(1)
        for choice in actions:
            inside.addWidget(_QuietButton(choice))

    def show_event(self, title: str, when: str) -> None:
        """Show which event is open."""
        self._title.show_text(title)
        self._when.show_text(when)

    def select(self, number: int) -> None:
        """Mark the page that is shown."""
        self._group.button(number).setChecked(True)

    def _page_button(self, number: int, title: str) -> QPushButton:
        button = QPushButton(literal(title))
        button.setCheckable(True)
        button.setAccessibleName(title)
        button.setToolTip(f"Ctrl+{number + 1}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button


class _QuietButton(QPushButton):
    """Does what an action of the window does, and goes with the bar that it stands in."""

    def __init__(self, choice: QAction) -> None:
        super().__init__()
        self._choice = choice
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(choice.trigger)
        choice.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(literal(self._choice.text()))
        self.setToolTip(self._choice.shortcut().toString())
