"""Takes somebody from the file they were sent to what it will change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from checkin.domain.listrows import NAMES
from checkin.domain.table import Table
from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.services.importing import plan_import
from checkin.services.importplan import ImportPlan
from checkin.ui.attendees.foreseen import Foreseen
from checkin.ui.attendees.mapping import MappingTable
from checkin.ui.attendees.wording import capital, number
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.longwork import Progress
from checkin.ui.parts import Card, column, label, literal, row
from checkin.ui.strip import WorkStrip
from checkin.ui.words import code_words

_WIDTH, _HEIGHT, _LEAST_HEIGHT = 900, 660, 400
_MOST_NAMED = 20
ENCODINGS = (
    "utf-8",
    "cp1257",
    "cp1252",
    "cp1250",
    "cp1251",
    "iso8859-13",
    "iso8859-2",
    "iso8859-15",
    "cp775",
    "cp852",
    "mac-roman",
    "utf-16",
)


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
        super().__init__(parent, _WIDTH)
        self.wanted: Wanted | None = None
        self._bench = bench
        self._path = path
        self._table: Table | None = None
        self._asked = 0
        self._planning = False
        self.entitle(self.tr("Import {file}").format(file=path.name), "")
        self.encoding = QComboBox()
        self.encoding.addItem(self.tr("as it seems right"), "")
        for one in ENCODINGS:
            self.encoding.addItem(one, one)
        self.encoding.activated.connect(lambda _: self.read())
        self.notes = label(role="quiet", wraps=True)
        self.mapping = MappingTable(bench.outside.fields, bench.programme().event.days)
        self.mapping.chosen.connect(self._check_columns)
        self.foreseen = Foreseen()
        self._lay_out()
        bench.long.ended.connect(self._on_ended)

    def begin(self) -> None:
        """Show the dialog, and read the file."""
        self.open()
        self.read()

    def read(self) -> None:
        """Read the file in the encoding chosen."""
        self._asked += 1
        asked, path, encoding = self._asked, self._path, str(self.encoding.currentData())
        outside = self._bench.outside
        self._wait(self.tr("Reading…"))

        def work(_: Desk) -> tuple[Table, dict[int, str]]:
            table = outside.read_list(path, encoding, "")
            return table, guessed(outside.guess_columns, table)

        def answered(found: tuple[Table, dict[int, str]]) -> None:
            if asked == self._asked:
                self._show_table(*found)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._show_nothing(error)

        self._bench.reading.ask(work, answered, failed)

    def accept(self) -> None:
        if self._table is None or not self.accept_button.isEnabled():
            return
        if self._pages.currentWidget() is self.foreseen:
            self.wanted = Wanted(self._path, self._table, self.mapping.columns())
            super().accept()
        else:
            self._plan(self._table, self.mapping.columns())

    def reject(self) -> None:
        if self._planning:
            self._bench.long.cancel()
        elif self._pages.currentWidget() is self.foreseen:
            self._show_columns()
        else:
            super().reject()

    def done(self, result: int) -> None:
        # What is still being read is for nobody then.
        self._asked += 1
        super().done(result)

    def _plan(self, table: Table, columns: Mapping[int, str]) -> None:
        if self._bench.long.busy:
            self.fail(CheckinError("other-work"))
            return
        self._planning = True
        self._wait("")

        def work(desk: Desk, progress: Progress) -> ImportPlan:
            return plan_import(desk.store, desk.operator, table, columns, progress)

        title = self.tr("Looking what will change…")
        self._bench.long.start(title, work, self._show_plan, self.fail)

    def _on_ended(self) -> None:
        if self._planning:
            self._planning = False
            self._show_columns()

    def _show_table(self, table: Table, columns: Mapping[int, str]) -> None:
        self._table = table
        self.mapping.show_table(table, columns)
        said = [self.tr("{count} rows.").format(count=number(len(table.rows)))]
        said += [capital(code_words(code, value=value)) + "." for code, value in table.warnings]
        self.notes.setText(" ".join(said))
        self._show_columns()
        self.mapping.first_choice().setFocus()

    def _show_nothing(self, error: Exception) -> None:
        """Say what is wrong with the file; another encoding may be tried, or another file."""
        self._table = None
        self.notes.setText("")
        self.mapping.show_nothing()
        self._show_columns()
        self.fail(error, self.encoding)

    def _show_columns(self) -> None:
        self._pages.setCurrentWidget(self._columns_page)
        self.accept_button.setText(literal(self.tr("What will change  Enter")))
        self.cancel_button.setText(literal(self.tr("Cancel  Esc")))
        self._check_columns()

    def _check_columns(self) -> None:
        named = bool(set(NAMES) & set(self.mapping.columns().values()))
        self.accept_button.setEnabled(named)
        self.wrong.hide()
        if self._table and not named:
            columns = ", ".join(self._table.header[:_MOST_NAMED])
            self.fail(CheckinError("no-name-column", columns=columns))

    def _show_plan(self, plan: ImportPlan) -> None:
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
        advice = self.tr("Say what each column is. If letters look wrong, read the file as")
        choosing = row(label(advice, "quiet"), self.encoding, None, gap=8)
        self.encoding.setAccessibleName(self.tr("The letters of the file are in"))
        self._columns_page, self._pages = QWidget(), QStackedWidget()
        inside = column(above, self.notes)
        inside.insertLayout(0, choosing)
        inside.setStretch(1, 1)
        self._columns_page.setLayout(inside)
        self._pages.addWidget(self._columns_page)
        self._pages.addWidget(self.foreseen)
        self._pages.setMinimumHeight(_LEAST_HEIGHT)
        self.resize(_WIDTH, _HEIGHT)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(WorkStrip(self._bench.long))


def guessed(
    guess: Callable[[Table, Mapping[int, str]], dict[int, str]], table: Table
) -> dict[int, str]:
    """Return what the columns are taken for; where none is known to hold names, all the others."""
    try:
        return guess(table, {})
    except CheckinError as error:
        if error.code != "no-name-column":
            raise
        # With a name in a column that is not there, the others are told apart all the same.
        columns = guess(table, {len(table.header): "name"})
        del columns[len(table.header)]
        return columns
