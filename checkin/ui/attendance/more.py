"""A button with a menu, for what a page offers besides: papers, certificates, proof."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton


class More(QPushButton):
    """Opens a menu of actions, their keys beside them; `add` groups with a line between them."""

    def __init__(self) -> None:
        super().__init__()
        self.setText(self.tr("More"))
        self.setObjectName("more")
        self._menu = QMenu(self)
        self.setMenu(self._menu)

    def add(self, *actions: QAction) -> None:
        """Add a group of actions below those that are there."""
        if not self._menu.isEmpty():
            self._menu.addSeparator()
        self._menu.addActions(actions)
