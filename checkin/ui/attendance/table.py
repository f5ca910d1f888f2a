"""The table of visitors: a column a day, as quick with 100,000 rows as with ten."""

from array import array
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView

from checkin.domain.turnout import Visitor
from checkin.ui.attendance.arranging import (
    CATEGORY,
    FIRST_DAY,
    HALVES,
    NAME,
    ORGANISATION,
    SHARE,
    day_text,
    halves_text,
    hours_text,
    lists_text,
    share_text,
)
from checkin.ui.dates import short_day
from checkin.ui.listening import forward_typing
from checkin.ui.parts import tip

_ROW_HEIGHT = 34
_DAY_WIDTH, _CATEGORY_WIDTH = 116, 112
_LEAST_NAME_WIDTH, _LEAST_WIDTH = 170, 140
_LEAST_HEIGHT = 140
_SUMS = (hours_text, share_text, halves_text, lists_text)
_SUM_WIDTHS = (104, 84, 104)
_LONG_LETTERS = 12

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class VisitorsModel(QAbstractTableModel):
    """Shows some of the visitors in an order made elsewhere; `sort_wanted` asks for another.

    `days` is how many columns are days; what other lists they entered stands last, if any did.
    """

    sort_wanted = Signal(int, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visitors: Sequence[Visitor] = ()
        self._order: array[int] = array("q")
        self._titles: list[str] = []
        self.days = 0

    def show(self, days: Sequence[date], visitors: Sequence[Visitor], order: "array[int]") -> None:
        """Show other visitors."""
        self.beginResetModel()
        names = [self.tr("Name"), self.tr("Organisation"), self.tr("Category")]
        self.days = len(days)
        sums = [self.tr("Hours"), self.tr("Share"), self.tr("Half days")]
        self._titles = [*names, *map(short_day, days), *sums]
        if any(one.lists for one in visitors):
            self._titles.append(self.tr("Other lists"))
        self._visitors, self._order = visitors, order
        self.endResetModel()

    def visitor(self, row: int) -> Visitor:
        """Return who stands in a row."""
        return self._visitors[self._order[row]]

    def row_of(self, number: int) -> int | None:
        """Return in which row the visitor with that number stands."""
        rows = range(len(self._order))
        return next((row for row in rows if self.visitor(row).number == number), None)

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section] if section < len(self._titles) else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sort_wanted.emit(column, order is Qt.SortOrder.DescendingOrder)

    def _tip(self, index: Index) -> str | None:
        column = index.column() - FIRST_DAY - self.days
        if column == HALVES:
            return tip(self.tr("Morning and afternoon of each day: ● attended, ○ missed"))
        text = self._text(index)
        needed = self.visitor(index.row()).needed // 60_000
        if column == SHARE and needed:
            words = self.tr("At risk: needs {hours}:{minutes} more today")
            text = words.format(hours=needed // 60, minutes=f"{needed % 60:02d}")
        return tip(text) if len(text) > _LONG_LETTERS else None

    def _text(self, index: Index) -> str:
        one, column = self.visitor(index.row()), index.column()
        if column == NAME:
            return one.name
        if column == ORGANISATION:
            return one.organisation
        if column == CATEGORY:
            return one.category
        if column < FIRST_DAY + self.days:
            return day_text(one, column - FIRST_DAY)
        return _SUMS[column - FIRST_DAY - self.days](one)


class VisitorsTable(QTableView):
    """What is typed into it goes to `field`; the one selected stays so when others are shown."""

    def __init__(self, model: VisitorsModel, field: QLineEdit) -> None:
        super().__init__()
        self._visitors = model
        self._field = field
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_HEIGHT)
        columns.setHighlightSections(False)
        columns.setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setAccessibleName(self.tr("Attendance"))

    def show_visitors(
        self, days: Sequence[date], visitors: Sequence[Visitor], order: "array[int]"
    ) -> None:
        """Show other visitors, or the same ones in another order."""
        current = self.currentIndex()
        number = self._visitors.visitor(current.row()).number if current.isValid() else None
        place = self.verticalScrollBar().value()
        self._visitors.show(days, visitors, order)
        self._fit()
        self.verticalScrollBar().setValue(place)
        row = self._visitors.row_of(number) if number is not None else None
        if row is not None:
            flag = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(
                self._visitors.index(row, NAME), flag.ClearAndSelect | flag.Rows
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward_typing(event, self._field, super().keyPressEvent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the days what they need, and the names what is left."""
        header, columns = self.horizontalHeader(), self._visitors.columnCount()
        if not columns:
            return
        days = range(FIRST_DAY, FIRST_DAY + self._visitors.days)
        sums = range(days.stop, days.stop + len(_SUM_WIDTHS))
        texts = [ORGANISATION, *range(sums.stop, columns)]
        left = self.viewport().width() - _CATEGORY_WIDTH - len(days) * _DAY_WIDTH
        left -= sum(_SUM_WIDTHS)
        share = left // (1 + len(texts))
        header.resizeSection(CATEGORY, _CATEGORY_WIDTH)
        for day in days:
            header.resizeSection(day, _DAY_WIDTH)
        for place, width in zip(sums, _SUM_WIDTHS, strict=True):
            header.resizeSection(place, width)
        for text in texts:
            header.resizeSection(text, max(share, _LEAST_WIDTH))
        header.resizeSection(NAME, max(left - len(texts) * share, _LEAST_NAME_WIDTH))
