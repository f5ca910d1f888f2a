"""Takes somebody from the file they were sent to what it will change."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from checkin.domain.listrows import NAMES
from checkin.domain.table import Table
from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.services.importing import plan_import
from checkin.services.importplan import ImportPlan
from checkin.ui.attendees.foreseen import Foreseen
from checkin.ui.attendees.listread import ListRead
from checkin.ui.attendees.mapping import MappingTable
from checkin.ui.attendees.readas import ReadAs
from checkin.ui.attendees.savingplan import SavingPlan
from checkin.ui.attendees.wording import number
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.longwork import Progress
from checkin.ui.parts import ActionButton, Card, action, column, label, literal, row
from checkin.ui.strip import WorkStrip

_SIZE, _LEAST_WIDTH = QSize(900, 660), 800
_MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """A list that somebody wants taken in, its columns taken for `columns`."""

    path: Path
    table: Table
    columns: Mapping[int, str]


class ImportDialog(Dialog):
    """First what each column is, then what will change; nothing is changed by the dialog itself.

    `wanted` is what is to be taken in once the dialog was accepted. Open it with `begin`.
    """

    def __init__(self, bench: Bench, parent: QWidget | None, path: Path) -> None:
        super().__init__(parent, _LEAST_WIDTH)
        self.wanted: Wanted | None = None
        self._bench = bench
        self._path = path
        self._read: ListRead | None = None
        self._plan: ImportPlan | None = None
        self._asked = 0
        self._working = False
        self.entitle(self.tr("Import {file}").format(file=path.name), "")
        self.read_as = ReadAs()
        self.read_as.changed.connect(self.read)
        self.notes = label(role="quiet", wraps=True)
        self.mapping = MappingTable(bench.outside.fields, bench.programme().event.days)
        self.mapping.chosen.connect(self._check_columns)
        self.foreseen = Foreseen()
        self.foreseen.save_wanted.connect(self._ask_where_to_save)
        self._saving = SavingPlan(bench, self, self.foreseen.say, self.fail)
        self._lay_out()
        bench.long.ended.connect(self._on_ended)

    def begin(self) -> None:
        """Show the dialog, and read the file."""
        self.open()
        self.read()

    def read(self) -> None:
        """Read the file in the way chosen."""
        self._asked += 1
        asked, path, way = self._asked, self._path, self.read_as.way
        outside, days = self._bench.outside, self._bench.programme().event.days
        self._wait(self.tr("Reading…"))

        def work(_: Desk) -> ListRead:
            return ListRead.of(path, way, outside, days)

        def answered(found: ListRead) -> None:
            if asked == self._asked:
                self._show_table(found)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._show_nothing(error)

        self._bench.reading.ask(work, answered, failed)

    def accept(self) -> None:
        if self._read is None or not self.accept_button.isEnabled() or self._is_busy():
            return
        if self._pages.currentWidget() is self.foreseen:
            self.wanted = Wanted(self._path, self._read.table, self.mapping.columns())
            super().accept()
        else:
            self._make_plan(self._read.table, self.mapping.columns())

    def reject(self) -> None:
        if self._working:
            self._bench.long.cancel()
        elif self._pages.currentWidget() is self.foreseen:
            self._show_columns()
        else:
            super().reject()

    def save_plan(self, path: Path) -> None:
        """Write what is shown to change into a file."""
        if path.resolve() == self._path.resolve():
            # The list itself is all that its sender has, perhaps.
            self.fail(CheckinError("file-exists", path=path))
        elif self._read and self._plan and not self._is_busy():
            self.wrong.hide()
            self._working = True
            self._saving.write(path, self._read.table, self._plan)

    def done(self, result: int) -> None:
        # What is still being read is for nobody then.
        self._asked += 1
        self._plan = None
        self.foreseen.show_nothing()
        super().done(result)

    def _make_plan(self, table: Table, columns: Mapping[int, str]) -> None:
        self._working = True
        self._wait("")

        def work(desk: Desk, progress: Progress) -> ImportPlan:
            return plan_import(desk.store, desk.operator, table, columns, progress)

        title = self.tr("Looking what will change…")
        self._bench.long.start(title, work, self._show_plan, self.fail)

    def _on_ended(self) -> None:
        if self._working:
            self._working = False
            if self._pages.currentWidget() is not self.foreseen:
                self._show_columns()

    def _ask_where_to_save(self) -> None:
        if not self._is_busy() and (path := self._saving.ask(self._path)):
            self.save_plan(path)

    def _is_busy(self) -> bool:
        """Tell whether something else has to end first, and say so."""
        if self._bench.long.busy:
            self.fail(CheckinError("other-work"))
        return self._bench.long.busy

    def _show_table(self, found: ListRead) -> None:
        self._read = found
        self.read_as.show_table(found.table)
        self._advice.show()
        self._show_fields(found.columns)
        self._recalled.setVisible(found.recalled is not None)
        self.notes.setText(found.words())
        self.mapping.first_choice().setFocus()

    def _show_fields(self, columns: Mapping[int, str]) -> None:
        if self._read:
            self.mapping.show_table(self._read.table, columns)
            self._show_columns()

    def _guess_again(self) -> None:
        if self._read:
            self._recalled.hide()
            self._show_fields(self._read.guess)
            self.mapping.first_choice().setFocus()

    def _show_nothing(self, error: Exception) -> None:
        """Say what is wrong with the file; it may be read otherwise, or another may be tried."""
        self._read = None
        self.notes.setText("")
        self._recalled.hide()
        self._advice.hide()
        self.mapping.show_nothing()
        self._show_columns()
        self.read_as.show_fault(error)
        self.fail(error, self.read_as.focus())

    def _show_columns(self) -> None:
        self._pages.setCurrentWidget(self._columns_page)
        self.accept_button.setText(literal(self.tr("What will change  Enter")))
        self.cancel_button.setText(literal(self.tr("Cancel  Esc")))
        self._check_columns()

    def _check_columns(self) -> None:
        named = bool(set(NAMES) & set(self.mapping.columns().values()))
        self.accept_button.setEnabled(named)
        self.wrong.hide()
        if self._read and not named:
            columns = ", ".join(self._read.table.header[:_MOST_NAMED])
            self.fail(CheckinError("no-name-column", columns=columns))

    def _show_plan(self, plan: ImportPlan) -> None:
        self._plan = plan
        self.foreseen.show_plan(plan)
        self._pages.setCurrentWidget(self.foreseen)
        count = plan.added + plan.changed
        self.wrong.hide()
        self.accept_button.setEnabled(count > 0)
        if not count:
            self.accept_button.setText(literal(self.tr("Nothing to import")))
        else:
            import_all = self.tr("Import {count} people  Enter")
            import_one = self.tr("Import 1 person  Enter")
            text = import_one if count == 1 else import_all.format(count=number(count))
            self.accept_button.setText(literal(text))
        self.cancel_button.setText(literal(self.tr("Back  Esc")))
        (self.accept_button if count else self.cancel_button).setFocus()

    def _wait(self, text: str) -> None:
        self.wrong.hide()
        self.accept_button.setEnabled(False)
        if text:
            self.notes.setText(text)

    def _lay_out(self) -> None:
        above = Card(margin=8)
        above.inside.addWidget(self.mapping)
        self._columns_page, self._pages = QWidget(), QStackedWidget()
        again = action(self._columns_page, self.tr("Guess again"), "Ctrl+G", "guess again")
        again.triggered.connect(self._guess_again)
        as_last_time = label(self.tr("Columns as last time for this kind of list."))
        self._recalled = QWidget()
        self._recalled.setLayout(row(as_last_time, ActionButton(again), None))
        self._recalled.hide()
        self._advice = label(self.tr("Say what each column is."), "quiet")
        inside = column(self._recalled, above, self.notes)
        inside.insertLayout(0, row(self._advice, self.read_as, gap=8))
        inside.setStretch(2, 1)
        self._columns_page.setLayout(inside)
        self._pages.addWidget(self._columns_page)
        self._pages.addWidget(self.foreseen)
        self.resize(_SIZE)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(WorkStrip(self._bench.long))
