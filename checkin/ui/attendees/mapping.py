"""What each column of a list is taken for, above its first rows."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from checkin.domain.listrows import CUSTOM_FIELD, DAY_FIELD
from checkin.domain.table import Table
from checkin.ui.attendees.wording import field_words
from checkin.ui.parts import tip

PREVIEWED = 10
OWN, LEFT_OUT = "custom", ""
_FIELD = Qt.ItemDataRole.UserRole
_WIDTH = 172
_ROW_HEIGHT, _CHOICE_HEIGHT = 30, 46
_LONGEST_CELL = 200


class MappingTable(QTableWidget):
    """`chosen` tells that somebody says otherwise what a column is. One field has one column."""

    chosen = Signal()

    def __init__(self, fields: Sequence[str], days: Sequence[date]) -> None:
        super().__init__()
        self._offered = _offered(fields, days, self)
        self._header: tuple[str, ...] = ()
        self._choices: list[FieldChoice] = []
        self.setAccessibleName(self.tr("Columns of the list"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        columns = self.horizontalHeader()
        columns.setDefaultSectionSize(_WIDTH)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def show_table(self, table: Table, columns: Mapping[int, str]) -> None:
        """Show the first rows of a list, and what its columns are taken for."""
        self.clear()
        rows = table.rows[:PREVIEWED]
        self._header = table.header
        self.setColumnCount(len(table.header))
        self.setRowCount(1 + len(rows))
        self.setHorizontalHeaderLabels(list(table.header))
        self.setRowHeight(0, _CHOICE_HEIGHT)
        self._choices = [self._choice(at) for at in range(len(table.header))]
        self.show_columns(columns)
        for number, row in enumerate(rows, 1):
            for at, cell in enumerate(row.cells[: len(table.header)]):
                item = QTableWidgetItem(cell[:_LONGEST_CELL])
                item.setToolTip(tip(cell[:_LONGEST_CELL]))
                self.setItem(number, at, item)

    def show_nothing(self) -> None:
        """Show that there is no list."""
        self._choices = []
        self.clear()
        self.setColumnCount(0)
        self.setRowCount(0)

    def show_columns(self, columns: Mapping[int, str]) -> None:
        """Show what the columns are taken for."""
        for at, choice in enumerate(self._choices):
            choice.blockSignals(True)
            choice.choose(columns.get(at, LEFT_OUT))
            choice.blockSignals(False)

    def columns(self) -> dict[int, str]:
        """Return the field of each column that is not left out."""
        return {
            at: f"{CUSTOM_FIELD}{self._header[at]}" if field == OWN else field
            for at, field in enumerate(choice.field for choice in self._choices)
            if field != LEFT_OUT
        }

    def first_choice(self) -> QWidget:
        """Return what the keyboard goes to."""
        return self._choices[0] if self._choices else self

    def _choice(self, at: int) -> "FieldChoice":
        choice = FieldChoice(self._offered)
        choice.setAccessibleName(self.tr("{column} is taken for").format(column=self._header[at]))
        choice.activated.connect(lambda _: self._on_chosen(at))
        choice.entered.connect(lambda: self.scrollTo(self.model().index(0, at)))
        self.setCellWidget(0, at, choice)
        return choice

    def _on_chosen(self, at: int) -> None:
        """Give the field to that column; another that had it becomes a field of its own."""
        field = self._choices[at].field
        for other, choice in enumerate(self._choices):
            if other != at and choice.field == field and field not in {OWN, LEFT_OUT}:
                choice.choose(OWN)
        self.chosen.emit()


class FieldChoice(QComboBox):
    """`entered` tells that the keyboard came here."""

    entered = Signal()

    def __init__(self, offered: QStandardItemModel) -> None:
        super().__init__()
        self.setModel(offered)

    @property
    def field(self) -> str:
        """The field that is chosen."""
        return str(self.currentData(_FIELD))

    def choose(self, field: str) -> None:
        """Choose a field; one that is not offered is somebody's own."""
        wanted = OWN if field.startswith(CUSTOM_FIELD) else field
        self.setCurrentIndex(max(self.findData(wanted, _FIELD), 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Who scrolls past does not mean to choose.
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


def _offered(fields: Sequence[str], days: Sequence[date], parent: QObject) -> QStandardItemModel:
    """Return what may be chosen, shared by all columns."""
    model = QStandardItemModel(parent)
    every = [OWN, LEFT_OUT, *fields, *(f"{DAY_FIELD}{day.isoformat()}" for day in days)]
    for field in every:
        item = QStandardItem(field_words(field) if field else model.tr("Left out"))
        item.setData(field, _FIELD)
        model.appendRow(item)
    return model
