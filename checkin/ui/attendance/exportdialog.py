"""Asks what of the export is wanted: tables, their columns and order, language, kind of file."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QListWidget, QListWidgetItem, QWidget

from checkin.domain.exportchoice import COLUMNS, ExportChoice
from checkin.domain.exporttables import TableKind, keys_of
from checkin.errors import CheckinError
from checkin.ui.attendance.exportcolumns import ExportColumns, ticked
from checkin.ui.dates import day_name
from checkin.ui.dialog import Dialog
from checkin.ui.outside import Exporting
from checkin.ui.parts import column, label, row

_WIDTH = 640
_LIST_HEIGHT = 180
_KEY = Qt.ItemDataRole.UserRole


class ExportDialog(Dialog):
    """Ask it for its `choice` once it is answered; `one_day` is whether only `day` is wanted.

    Tables and columns are called as they will be in the language chosen.
    """

    def __init__(
        self,
        parent: QWidget | None,
        exporting: Exporting,
        choice: ExportChoice,
        day: date | None,
    ) -> None:
        super().__init__(parent, _WIDTH)
        self.entitle(self.tr("Export attendance"), self.tr("Export  Enter"))
        self._exporting = exporting
        self._columns = {
            kind: choice.columns.get(kind) or keys_of(COLUMNS[kind], usual=True)
            for kind in TableKind
        }
        self._make_fields(choice, day)
        self.tables, self.columns = QListWidget(), ExportColumns()
        self.tables.setAccessibleName(self.tr("Tables"))
        for kind in TableKind:
            item = QListWidgetItem()
            item.setData(_KEY, kind)
            item.setCheckState(ticked(kind in choice.tables))
            self.tables.addItem(item)
        self._lay_out()
        self._say_words()
        self.tables.currentRowChanged.connect(self._show_columns)
        self.columns.changed.connect(self._take_columns)
        self.language.currentIndexChanged.connect(self._say_words)
        self.tables.setCurrentRow(list(TableKind).index(TableKind.DAY))

    def choice(self) -> ExportChoice:
        """Return what is wanted."""
        return ExportChoice(
            tables=self._ticked(),
            columns={
                kind: keys
                for kind, keys in self._columns.items()
                if keys != keys_of(COLUMNS[kind], usual=True)
            },
            language=self.language.currentData(),
            ending=self.ending.currentData(),
        )

    def accept(self) -> None:
        tables = self._ticked()
        empty = next((kind for kind in tables if not self._columns[kind]), None)
        if not tables:
            self.fail(CheckinError("no-table-chosen"), self.tables)
        elif empty:
            row_of_it = list(TableKind).index(empty)
            self.tables.setCurrentRow(row_of_it)
            name = self.tables.item(row_of_it).text()
            self.fail(CheckinError("no-column-chosen", table=name), self.columns.list)
        else:
            super().accept()

    def _make_fields(self, choice: ExportChoice, day: date | None) -> None:
        self.ending, self.language = QComboBox(), QComboBox()
        for ending, words in (
            (".xlsx", self.tr("Workbook (XLSX)")),
            (".csv", self.tr("CSV, a file of each table")),
            (".json", self.tr("JSON")),
        ):
            self.ending.addItem(words, ending)
        self.ending.setCurrentIndex(self.ending.findData(choice.ending))
        for code, name in self._exporting.languages().items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(self.language.findData(choice.language), 0))
        self.one_day = QCheckBox()
        if day:
            self.one_day.setText(self.tr("Only {day}").format(day=day_name(day)))
        self.one_day.setVisible(day is not None)
        self.add_field(self.tr("File"), self.ending)
        self.add_field(self.tr("Language"), self.language)
        self.buttons.insertWidget(0, self.one_day)

    def _lay_out(self) -> None:
        self.tables.setMinimumHeight(_LIST_HEIGHT)
        left = column(label(self.tr("Tables")), self.tables)
        right = column(label(self.tr("Columns")), self.columns)
        lists = row()
        lists.addLayout(left, 2)
        lists.addLayout(right, 3)
        self.body.addLayout(lists, 1)

    def _say_words(self) -> None:
        self._words = self._exporting.words(self.language.currentData())
        for place, kind in enumerate(TableKind):
            self.tables.item(place).setText(self._words[f"table.{kind}"])
        self._show_columns(self.tables.currentRow())

    def _show_columns(self, place: int) -> None:
        if place < 0:
            return
        kind = list(TableKind)[place]
        keys = keys_of(COLUMNS[kind])
        names = {key: self._words[f"column.{key}"] for key in keys}
        self.columns.show_columns(names, self._columns[kind])
        self.columns.usual = keys_of(COLUMNS[kind], usual=True)

    def _take_columns(self) -> None:
        kind = list(TableKind)[self.tables.currentRow()]
        self._columns[kind] = self.columns.chosen()

    def _ticked(self) -> tuple[TableKind, ...]:
        return tuple(
            kind
            for place, kind in enumerate(TableKind)
            if self.tables.item(place).checkState() is Qt.CheckState.Checked
        )
