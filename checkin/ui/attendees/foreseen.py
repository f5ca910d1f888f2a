"""What a list will change, before it does: how many, and each of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from checkin.domain.changes import FieldChange, RowPlan
from checkin.domain.people import Attendee
from checkin.domain.table import RowFault
from checkin.services.importplan import ImportPlan
from checkin.ui.attendees.textrows import TextRows, text_table
from checkin.ui.attendees.wording import field_words, number, value_words
from checkin.ui.parts import ActionButton, Card, action, label, literal
from checkin.ui.words import code_words

_ROW_WIDTH = 76


@dataclass(frozen=True, slots=True)
class _Part:
    """One sort of rows: what it is called, how many there are, and how they are shown."""

    name: str
    count: int
    rows: TextRows
    by_row: bool = True


class Foreseen(QWidget):
    """The sorts stand side by side with their numbers; the one chosen is shown below.

    `save_wanted` tells that somebody wants all of it in a file.
    """

    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(self._show_part)
        self._parts: list[_Part] = []
        self._said = label(role="quiet", wraps=True)
        save = action(self, self.tr("Save plan…"), "Ctrl+S", "save plan")
        save.triggered.connect(self.save_wanted)
        self.table: QTableView = text_table(self.tr("What will change"))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        self._unchanged = label(role="quiet")
        self._advice = self.tr(
            "Save the plan and send it back: its first sheet has the rows not taken, which can be"
            " imported on their own once they are corrected."
        )
        self._buttons.addWidget(self._unchanged)
        self._buttons.addStretch(1)
        self._buttons.addWidget(ActionButton(save))
        self._card = Card(margin=8)
        self._card.inside.addWidget(self.table)
        inside.addLayout(self._buttons)
        inside.addWidget(self._card, 1)
        inside.addWidget(self._said)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what a plan would do, what it leaves out first."""
        self._parts = [part for part in self._parts_of(plan) if part.count]
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        for at, part in enumerate(self._parts):
            button = QPushButton(literal(f"{number(part.count)}  {part.name}"))
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._group.addButton(button, at)
            self._buttons.insertWidget(at, button)
        self.say(self._advice if plan.rejected else "")
        self._unchanged.setText(self.tr("{count} unchanged").format(count=number(plan.unchanged)))
        self._card.setVisible(bool(self._parts))
        if self._parts:
            self._group.button(0).setChecked(True)
            self._show_part(0)

    def show_nothing(self) -> None:
        """Let go of the plan that was shown."""
        self._parts = []
        self.table.setModel(None)

    def say(self, text: str) -> None:
        """Say something below the rows."""
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _show_part(self, at: int) -> None:
        part = self._parts[at]
        self.table.setModel(part.rows)
        columns = self.table.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if part.by_row:
            columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
            columns.resizeSection(0, _ROW_WIDTH)

    def _parts_of(self, plan: ImportPlan) -> Sequence[_Part]:
        row, column = self.tr("Row"), self.tr("Column")
        name, organisation = self.tr("Name"), self.tr("Organisation")
        changed = [
            (one, change)
            for one in plan.changes
            for change in one.fields
            if change.before != change.after
        ]
        before, after = self.tr("Before"), self.tr("After")
        return (
            _Part(
                self.tr("added"),
                plan.added,
                TextRows((row, name, self.tr("E-mail"), organisation), plan.additions, _added),
            ),
            _Part(
                self.tr("changed"),
                plan.changed,
                TextRows((row, name, self.tr("Field"), before, after), changed, _changed),
            ),
            _Part(
                self.tr("not taken"),
                len(plan.rejected),
                TextRows(
                    (row, column, self.tr("Why"), self.tr("What stands there")),
                    plan.rejected,
                    self._rejected,
                ),
            ),
            _Part(
                self.tr("to look at"),
                len(plan.warnings),
                TextRows((self.tr("To look at"),), plan.warnings, _warning),
                by_row=False,
            ),
            _Part(
                self.tr("of the last list missing"),
                len(plan.missing),
                TextRows((name, organisation), plan.missing, _missing),
                by_row=False,
            ),
        )

    def _rejected(self, fault: RowFault) -> Sequence[str]:
        column = fault.column or self.tr("whole row")
        return str(fault.row), field_words(column), code_words(fault.reason), fault.value


def _added(one: RowPlan) -> Sequence[str]:
    return str(one.row), one.name, one.email, one.organisation


def _changed(pair: tuple[RowPlan, FieldChange]) -> Sequence[str]:
    one, change = pair
    before, after = (value_words(change.field, text) for text in (change.before, change.after))
    return str(one.row), one.name, field_words(change.field), before, after


def _warning(warning: tuple[str, str]) -> Sequence[str]:
    code, value = warning
    return (code_words(code, value=value),)


def _missing(one: Attendee) -> Sequence[str]:
    return one.name, one.organisation
