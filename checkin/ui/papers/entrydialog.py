"""Types signed sheets in, row after row, with nothing but the keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from checkin.domain.paperrows import EnteredRow, Entering
from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.services.paperentry import (
    SheetAtHand,
    enter_rows,
    foresee_rows,
    sheet_at_hand,
)
from checkin.services.paperundoing import take_back
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.listening import ListeningField
from checkin.ui.papers.rowwords import row_words, written
from checkin.ui.parts import action, label

T = TypeVar("T")
_WIDTH, _LIST_HEIGHT = 700, 120


class RowsField(ListeningField):
    """Where rows are typed; the arrow up gives the last line back to be corrected."""

    def __init__(self, give_back: Callable[[], str]) -> None:
        super().__init__()
        self.setObjectName("rows")
        self._give_back = give_back

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and not self.text():
            self.setText(self._give_back())
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class _Done:
    """What was written last, to be taken back."""

    rows: Sequence[EnteredRow]
    sheet: str


class EntryDialog(Dialog):
    """Enter finds the sheet, then takes each line of rows, and on an empty line writes all down."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(parent, _WIDTH)
        self._bench = bench
        self._sheet: SheetAtHand | None = None
        self._lines: list[str] = []
        self._last: _Done | None = None
        self._busy = False
        self.code = ListeningField(self.tr("Scan it, or type how it begins: KDTR"))
        self.code.setObjectName("code")
        self.about = label(role="quiet", wraps=True)
        self.rows = RowsField(self._last_line)
        self.rows.setPlaceholderText(self.tr("1-12, 15, 18 9:05-16:40"))
        self.force = QLineEdit()
        self.force.setPlaceholderText(self.tr("Leave empty to have them named"))
        self.list = QListWidget()
        self.said = label(role="quiet", wraps=True)
        self._lay_out()

    def take_sheet(self, code: str) -> None:
        """Go on with the sheet whose code was scanned."""
        self.code.setText(code)
        self._find()

    def accept(self) -> None:
        if self._busy:
            return
        self.wrong.hide()
        if self.code.hasFocus() or self._sheet is None:
            self._find()
        elif self.rows.text().strip():
            self._add()
        elif self._lines:
            self._write()
        else:
            self.rows.setFocus()

    def _lay_out(self) -> None:
        self.entitle(self.tr("Type in a signature sheet"), self.tr("Go on  Enter"))
        self.cancel_button.setText(self.tr("Close  Esc"))
        self.add_field(self.tr("Code of the sheet"), self.code)
        self.form.addRow(self.about)
        self.add_field(self.tr("Rows and times"), self.rows)
        self.add_field(self.tr("Admit those refused, because"), self.force)
        self.list.setAccessibleName(self.tr("What will be written"))
        self.list.setMinimumHeight(_LIST_HEIGHT)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setWordWrap(True)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.said)
        self._undo = action(self, self.tr("Take back"), "Ctrl+Z", "take back")
        self._undo.triggered.connect(self._take_back)
        self.about.setText(self.tr("The code stands at the upper right of each page."))

    def _find(self) -> None:
        text = self.code.text()

        def then(found: SheetAtHand) -> None:
            self._sheet, self._lines = found, []
            self.list.clear()
            words = self.tr("{sheet}: {list}, {count} rows. {hint}")
            hint = self.tr("A time holds for the rows before it; without one it is {hours}.")
            facts = {"sheet": found.code, "list": found.name, "count": found.rows}
            self.about.setText(words.format(**facts, hint=hint.format(hours=found.hours)))
            self.said.clear()
            self.rows.setFocus()

        self._ask(lambda desk: sheet_at_hand(desk.store, desk.operator, text), then, self.code)

    def _add(self) -> None:
        self._foresee([*self._lines, self.rows.text().strip()], clears=True)

    def _foresee(self, lines: list[str], *, clears: bool) -> None:
        assert self._sheet
        sheet, text, how = self._sheet.kept, "\n".join(lines), self._how()

        def work(desk: Desk) -> list[EnteredRow]:
            return foresee_rows(desk.store, desk.operator, sheet, text, how) if lines else []

        def then(found: list[EnteredRow]) -> None:
            self._lines = lines
            self.show_rows(found)
            self._say_hint(written(found))
            if clears:
                self.rows.clear()

        self._ask(work, then, self.rows)

    def _write(self) -> None:
        assert self._sheet
        sheet, text, how = self._sheet, "\n".join(self._lines), self._how()

        def then(found: list[EnteredRow]) -> None:
            self._lines, self._last = [], _Done(found, sheet.code)
            self.show_rows(found)
            words = self.tr(
                "{count} check-ins of {rows} rows are written. Ctrl+Z takes them back; type more"
                " rows, or the code of the next sheet."
            )
            self.said.setText(words.format(count=written(found), rows=len(found)))
            self.code.clear()
            self.force.clear()
            self.code.setFocus()

        self._ask(
            lambda desk: enter_rows(desk.store, desk.operator, sheet.kept, text, how),
            then,
            self.rows,
        )

    def _take_back(self) -> None:
        last = self._last
        if last is None or self._busy:
            return

        def then(count: int) -> None:
            self._last = None
            self.list.clear()
            words = self.tr("{count} check-ins of sheet {sheet} no longer count.")
            self.said.setText(words.format(count=count, sheet=last.sheet))

        self._ask(lambda desk: take_back(desk.store, desk.operator, last.rows), then, self.code)

    def _last_line(self) -> str:
        """Take the last line out of what is to be written, and return it."""
        if not self._lines or self._busy:
            return ""
        *before, last = self._lines
        self._foresee(before, clears=False)
        return last

    def _how(self) -> Entering:
        return Entering(force=self.force.text().strip())

    def _ask(self, work: Callable[[Desk], T], then: Callable[[T], None], field: QWidget) -> None:
        """Ask the door, one thing after another; what goes wrong is said below the field."""
        self._busy = True

        def answered(answer: T) -> None:
            self._busy = False
            if not self.over:
                then(answer)

        def failed(error: Exception) -> None:
            self._busy = False
            if isinstance(error, CheckinError) and not self.over:
                self.fail(error, field)
            else:
                self._bench.door.failed.emit(error)

        self._bench.door.ask(work, answered, failed)

    def show_rows(self, rows: Sequence[EnteredRow]) -> None:
        """Show what would become of rows, or did."""
        event = self._bench.programme().event
        self.list.clear()
        for row in rows:
            self.list.addItem(f"{'✕' if row.refused else '✓'}  {row_words(row, event)}")
        self.list.scrollToBottom()

    def _say_hint(self, count: int) -> None:
        words = self.tr(
            "{count} check-ins. Enter on the empty line writes them down; ↑ takes the"
            " last line back."
        )
        self.said.setText(words.format(count=count))
