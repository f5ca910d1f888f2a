"""What each column of a list is taken for, above its first rows."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, QTimer, Signal
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
_WIDTH = 190
_ROW_HEIGHT, _CHOICE_HEIGHT = 30, 46
_LONGEST_CELL = 200
_AT_ONCE = 24


class MappingTable(QTableWidget):
    """`chosen` tells that somebody says otherwise what a column is. One field has one column.

    `choices` are what one chooses with, made a few at a time.
    """

    chosen = Signal()

    def __init__(self, fields: Sequence[str], days: Sequence[date]) -> None:
        super().__init__()
        self._offered = _offered(fields, days, self)
        self._table: Table | None = None
        self._fields: list[str] = []
        self.choices: list[FieldChoice] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fill)
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
        self.show_nothing()
        self._table = table
        self._fields = [_kind_of(columns.get(at, LEFT_OUT)) for at in range(len(table.header))]
        self.setColumnCount(len(table.header))
        self.setRowCount(1 + len(table.rows[:PREVIEWED]))
        self.setHorizontalHeaderLabels(list(table.header))
        self.setRowHeight(0, _CHOICE_HEIGHT)
        self._fill()

    def show_nothing(self) -> None:
        """Show that there is no list."""
        self._table = None
        self._fields = []
        self.choices = []
        self.clear()
        self.setColumnCount(0)
        self.setRowCount(0)

    def columns(self) -> dict[int, str]:
        """Return the field of each column that is not left out."""
        header = self._table.header if self._table else ()
        return {
            at: f"{CUSTOM_FIELD}{header[at]}" if field == OWN else field
            for at, field in enumerate(self._fields)
            if field != LEFT_OUT
        }

    def first_choice(self) -> QWidget:
        """Return what the keyboard goes to."""
        return self.choices[0] if self.choices else self

    def _fill(self) -> None:
        """Fill in some columns, and the next ones once the window has drawn them."""
        if self._table is None:
            return
        first = len(self.choices)
        for at in range(first, min(first + _AT_ONCE, len(self._fields))):
            self.choices.append(self._choice(at, self._table.header[at]))
            for number, row in enumerate(self._table.rows[:PREVIEWED], 1):
                text = row.cells[at][:_LONGEST_CELL] if at < len(row.cells) else ""
                item = QTableWidgetItem(text)
                item.setToolTip(tip(text))
                self.setItem(number, at, item)
        if len(self.choices) < len(self._fields):
            self._soon.start(0)

    def _choice(self, at: int, heading: str) -> "FieldChoice":
        choice = FieldChoice(self._offered)
        choice.choose(self._fields[at])
        choice.setAccessibleName(self.tr("{column} is taken for").format(column=heading))
        choice.activated.connect(lambda _: self._on_chosen(at))
        choice.entered.connect(lambda: self.scrollTo(self.model().index(0, at)))
        self.setCellWidget(0, at, choice)
        return choice

    def _on_chosen(self, at: int) -> None:
        """Give the field to that column; another that had it becomes a field of its own."""
        field = self.choices[at].field
        for other, known in enumerate(self._fields):
            if other != at and known == field and field not in {OWN, LEFT_OUT}:
                self._fields[other] = OWN
                if other < len(self.choices):
                    self.choices[other].choose(OWN)
        self._fields[at] = field
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
        """Choose a field."""
        self.setCurrentIndex(max(self.findData(field, _FIELD), 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Who scrolls past does not mean to choose.
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


def _kind_of(field: str) -> str:
    return OWN if field.startswith(CUSTOM_FIELD) else field


def _offered(fields: Sequence[str], days: Sequence[date], parent: QObject) -> QStandardItemModel:
    """Return what may be chosen, shared by all columns."""
    model = QStandardItemModel(parent)
    every = [OWN, LEFT_OUT, *fields, *(f"{DAY_FIELD}{day.isoformat()}" for day in days)]
    for field in every:
        item = QStandardItem(field_words(field) if field else model.tr("Left out"))
        item.setData(field, _FIELD)
        model.appendRow(item)
    return model
