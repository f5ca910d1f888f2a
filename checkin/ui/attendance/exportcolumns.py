"""The columns of a table to be ticked, and put in order."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from checkin.ui.parts import ActionButton, action, column, row

_KEY = Qt.ItemDataRole.UserRole


def ticked(is_so: bool) -> Qt.CheckState:
    """Return a tick or none."""
    return Qt.CheckState.Checked if is_so else Qt.CheckState.Unchecked


class ExportColumns(QWidget):
    """`changed` tells that others are ticked, or in another order; `usual` are those to go back to.

    They are moved by drag, by button, or by Alt and an arrow.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.usual: Sequence[str] = ()
        self._names: Mapping[str, str] = {}
        self.list = QListWidget()
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setAccessibleName(self.tr("Columns"))
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        self.list.model().rowsMoved.connect(lambda *_: self.changed.emit())
        buttons = []
        for text, keys, name, do in (
            (self.tr("Up"), "Alt+Up", "column up", lambda: self.move_by(-1)),
            (self.tr("Down"), "Alt+Down", "column down", lambda: self.move_by(1)),
            (self.tr("As usual"), "Alt+U", "columns as usual", self._go_back),
        ):
            made = action(self, text, keys, name)
            made.triggered.connect(lambda _on=False, do=do: do())
            button = ActionButton(made)
            button.setAutoDefault(False)
            buttons.append(button)
        inside = column(self.list)
        inside.addLayout(row(*buttons, None))
        inside.setContentsMargins(0, 0, 0, 0)
        self.setLayout(inside)

    def show_columns(self, names: Mapping[str, str], chosen: Sequence[str]) -> None:
        """Show columns by key and name: those chosen ticked, in their order, the others below."""
        self._names = names
        self.list.blockSignals(True)
        self.list.clear()
        known = [key for key in chosen if key in names]
        for key in [*known, *(key for key in names if key not in known)]:
            item = QListWidgetItem(names[key])
            item.setData(_KEY, key)
            item.setCheckState(ticked(key in known))
            # Else one dropped onto another would take its place.
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)

    def chosen(self) -> tuple[str, ...]:
        """Return the keys of those ticked, in order."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return tuple(
            str(item.data(_KEY)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def move_by(self, step: int) -> None:
        """Move the one selected up or down."""
        place = self.list.currentRow()
        if place < 0 or not 0 <= place + step < self.list.count():
            return
        item = self.list.takeItem(place)
        self.list.insertItem(place + step, item)
        self.list.setCurrentRow(place + step)
        self.changed.emit()

    def _go_back(self) -> None:
        self.show_columns(self._names, self.usual)
        self.changed.emit()
