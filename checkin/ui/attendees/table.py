"""The table of people: one line each, every column always in view."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from checkin.services.browsing import SortBy
from checkin.ui.attendees.rows import COLUMNS, RosterModel
from checkin.ui.listening import forward_typing
from checkin.ui.parts import tip

ROW_HEIGHT = 36
_CELL_MARGIN = 20
# How wide a column is at least, and how much of what is left over it gets.
_WIDTHS = {
    SortBy.NAME: (130, 4),
    SortBy.ORGANISATION: (110, 4),
    SortBy.KIND: (90, 1),
    SortBy.CATEGORY: (98, 0.5),
    SortBy.STATUS: (84, 0),
    SortBy.BADGE: (112, 0),
}
# Where there is no room for all columns, these go first; who is chosen has them in the details.
_GO_FIRST = (SortBy.BADGE, SortBy.KIND, SortBy.CATEGORY)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class RosterTable(QTableView):
    """Signals: `moved` tells who, by row, is chosen now, -1 for nobody; `wanted`, that Enter or
    a double click asks for who is chosen.

    What is typed goes to `field`, and so does the focus from above the first row.
    """

    moved = Signal(int)
    wanted = Signal()

    def __init__(self, model: RosterModel, field: QLineEdit) -> None:
        super().__init__()
        self._field = field
        self.setModel(model)
        self.setItemDelegate(_WholeInTips(self))
        self.setAccessibleName(self.tr("Attendees"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.hide()
        columns.setSectionsClickable(True)
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setToolTip(self.tr("Sorts by this column; once more, the other way round"))
        self.doubleClicked.connect(self.wanted)
        self.selectionModel().currentRowChanged.connect(lambda now: self.moved.emit(now.row()))

    @property
    def row(self) -> int:
        """The row that is chosen, -1 for none."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Choose a row and bring it into view; -1 chooses nobody."""
        index = self.model().index(row, 0) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        else:
            self.clearSelection()

    def enter(self) -> None:
        """Take the focus, with somebody chosen."""
        if self.model().rowCount():
            self.setFocus()
            if self.row < 0:
                self.choose(0)

    def keyboardSearch(self, _letters: str) -> None:
        """Leave searching to the field."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.wanted.emit()
        elif event.key() == Qt.Key.Key_Up and self.row <= 0:
            self._field.setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            forward_typing(event, self._field, super().keyPressEvent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Give each column what it needs, and what is left to those with the longest texts."""
        whole = self.viewport().width()
        shown = {sort: _WIDTHS[sort] for sort, _ in COLUMNS}
        for sort in _GO_FIRST:
            if sum(least for least, _ in shown.values()) > whole:
                del shown[sort]
        spare = max(whole - sum(least for least, _ in shown.values()), 0)
        parts = sum(part for _, part in shown.values())
        for column, (sort, _) in enumerate(COLUMNS):
            self.setColumnHidden(column, sort not in shown)
            if sort in shown:
                least, part = shown[sort]
                self.setColumnWidth(column, int(least + spare * part / parts))


class _WholeInTips(QStyledItemDelegate):
    """Shows in a tool tip the whole of a text that ends in …"""

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() is not QEvent.Type.ToolTip:
            return False
        text = str(index.data() or "")
        room = option.rect.width() - _CELL_MARGIN
        if view.fontMetrics().horizontalAdvance(text) > room:
            QToolTip.showText(event.globalPos(), tip(text), view)
        else:
            QToolTip.hideText()
        return True
