"""Which organisations came: as many rows as there are, and a key to see the people of one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QWidget

from checkin.domain.organisationturnout import OrganisationTurnout, organisations_of
from checkin.domain.text import fold
from checkin.domain.turnout import Visitor
from checkin.ui.bench import Bench
from checkin.ui.dates import short_day
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label

_WIDTH, _LEAST_HEIGHT, _WIDEST = 800, 300, 150
_FACTS = 3
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class OrganisationsModel(QAbstractTableModel):
    """`shown` are the organisations in the rows."""

    def __init__(self, days: Sequence[date]) -> None:
        super().__init__()
        self.shown: Sequence[OrganisationTurnout] = ()
        self._titles = [
            *(self.tr("Organisation"), self.tr("Kind"), self.tr("Country")),
            *map(short_day, days),
            *(self.tr("Came"), self.tr("People")),
        ]

    def show(self, organisations: Sequence[OrganisationTurnout]) -> None:
        """Show others."""
        self.beginResetModel()
        self.shown = organisations
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() >= _FACTS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        one = self.shown[index.row()]
        name = one.name or self.tr("Without an organisation")
        facts = (name, one.kind, one.country, *map(str, one.days), str(one.came), str(one.people))
        return facts[index.column()]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section >= _FACTS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class OrganisationsDialog(Dialog):
    """`chosen` is the organisation whose people somebody wants to see, None for none."""

    def __init__(
        self, parent: QWidget, bench: Bench, days: Sequence[date], visitors: Sequence[Visitor]
    ) -> None:
        super().__init__(parent, _WIDTH)
        self.entitle(self.tr("Organisations"), self.tr("Show its people  Enter"))
        self.cancel_button.setText(self.tr("Close  Esc"))
        self.accept_button.setEnabled(False)
        self.chosen: OrganisationTurnout | None = None
        self._all: Sequence[OrganisationTurnout] = ()
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Filter by name, kind or country"))
        self.field.setAccessibleName(self.tr("Filter by name, kind or country"))
        self.field.textChanged.connect(self._filter)
        self.model = OrganisationsModel(days)
        self.table = self._table()
        self._count = label(role="quiet")
        for part in (self.field, self.table, self._count):
            self.body.addWidget(part)
        self.field.setFocus()
        bench.reading.ask(lambda _desk: organisations_of(visitors), self._fill, self.fail)

    def accept(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.shown) and self.model.shown[row].name:
            self.chosen = self.model.shown[row]
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the rows by the keys that the field has no use for."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        last = len(self.model.shown) - 1
        self.table.selectRow(max(0, min(self.table.currentIndex().row() + step, last)))

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setMinimumHeight(_LEAST_HEIGHT)
        table.setAccessibleName(self.tr("Organisations"))
        table.doubleClicked.connect(self.accept)
        return table

    def _fill(self, found: tuple[OrganisationTurnout, ...]) -> None:
        if not self.over:
            self._all = found
            self._filter()
            header = self.table.horizontalHeader()
            for column in range(1, self.model.columnCount()):
                self.table.resizeColumnToContents(column)
                width = min(header.sectionSize(column), _WIDEST)
                header.resizeSection(column, width)

    def _filter(self) -> None:
        words = fold(self.field.text()).split()
        shown = [
            one
            for one in self._all
            if all(word in fold(f"{one.name} {one.kind} {one.country}") for word in words)
        ]
        self.model.show(shown)
        self.table.selectRow(0)
        self.accept_button.setEnabled(bool(shown))
        came = sum(1 for one in shown if one.name and one.came)
        named = sum(1 for one in shown if one.name)
        said = self.tr("{came} of {count} organisations came.")
        self._count.setText(said.format(came=came, count=named))
