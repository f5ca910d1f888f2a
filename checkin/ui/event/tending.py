"""What lists of the page have in common: buttons and keys to add, change and remove."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from checkin.ui.parts import ActionButton, action, row

_A_LINE = 3
Does = Callable[[], None]


class Tended:
    """`add` works on the whole page; what concerns one row, only where its list has the focus."""

    def __init__(
        self,
        page: QWidget,
        view: QAbstractItemView,
        *,
        add: tuple[str, str, Does],
        change: tuple[str, Does],
        remove: tuple[str, Does],
    ) -> None:
        self._view = view
        text, keys, does = add
        self.add = action(page, text, keys)
        self.add.triggered.connect(does)
        self._own: list[QAction] = []
        self.own(change[0], "F2", change[1])
        self.own(remove[0], "Del", remove[1])

    def own(self, text: str, keys: str, does: Does) -> QAction:
        """Return an action for the row that is marked."""
        made = action(self._view, text, keys)
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(does)
        self._own.append(made)
        return made

    def buttons(self) -> QVBoxLayout:
        """Return the buttons, three to a line, so that they fit a narrow card."""
        all_of_them = [ActionButton(one) for one in (self.add, *self._own)]
        lines = QVBoxLayout()
        lines.setSpacing(8)
        for first in range(0, len(all_of_them), _A_LINE):
            lines.addLayout(row(*all_of_them[first : first + _A_LINE], None, gap=8))
        return lines

    def enable(self, there: bool) -> None:
        """Tell whether there is any row to do something about."""
        for one in self._own:
            one.setEnabled(there)
