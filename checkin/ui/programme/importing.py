"""Takes in a programme from a file: shows what it would change, carries that out, takes it back."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHeaderView, QWidget

from checkin.domain.programmeplan import ProgrammePlan, SessionChange
from checkin.domain.roles import Action
from checkin.domain.sessionrows import SessionRow
from checkin.domain.table import RowFault
from checkin.services.desk import Desk
from checkin.services.programmeimport import (
    ProgrammeTaken,
    import_programme,
    plan_import_of_programme,
    undo_programme_import,
)
from checkin.ui.attendees.textrows import TextRows, text_table
from checkin.ui.bench import Bench
from checkin.ui.dates import short_day
from checkin.ui.dialog import Dialog
from checkin.ui.dropping import DropPlace
from checkin.ui.parts import action, label
from checkin.ui.saving import documents
from checkin.ui.trust import may
from checkin.ui.words import code_words

_FILES = "*.csv *.tsv *.txt *.xlsx *.xlsm *.xlsb *.xls *.ods *.ics"
_WIDTH, _ROW_WIDTH, _SAID_WIDTH = 780, 64, 230

_Keep = Callable[[str, str, Callable[[Desk], object]], None]
"""Says what was done, to what, and what takes it back."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a file, and what it would change."""

    rows: list[SessionRow]
    faults: list[RowFault]
    plan: ProgrammePlan


class ImportDesk:
    """`action` asks for the file; one that is dropped on the page is taken as well."""

    def __init__(self, bench: Bench, page: QWidget, keep: _Keep) -> None:
        self._bench, self._page, self._keep = bench, page, keep
        self.action = action(page, page.tr("Import…"), "Ctrl+I", "import programme")
        self.action.triggered.connect(self._ask)
        DropPlace(page, self.take)

    def take(self, path: Path) -> None:
        """Show what a file would change, and change it if that is wanted."""
        if not may(self._bench, Action.CHANGE_PROGRAMME):
            return
        read, zone = self._bench.outside.read_programme, self._bench.programme().event.timezone

        def work(desk: Desk) -> Found:
            rows, faults = read(path, zone)
            plan = plan_import_of_programme(desk.store, desk.operator, rows, faults)
            return Found(rows, faults, plan)

        self._bench.reading.ask(work, lambda found: self._show(path.name, found))

    def _ask(self) -> None:
        if not may(self._bench, Action.CHANGE_PROGRAMME):
            return
        tr = self._page.tr
        pattern = f"{tr('Programmes')} ({_FILES});;{tr('All files')} (*)"
        title = tr("Import a programme")
        name, _ = QFileDialog.getOpenFileName(self._page, title, str(documents()), pattern)
        if name:
            self.take(Path(name))

    def _show(self, file: str, found: Found) -> None:
        if not PlanDialog(self._page, file, found.plan).exec():
            return

        def work(desk: Desk) -> ProgrammeTaken:
            return import_programme(desk.store, desk.operator, found.rows, found.faults)

        self._bench.door.ask(work, lambda taken: self._say(file, taken))

    def _say(self, file: str, taken: ProgrammeTaken) -> None:
        plan = taken.plan
        said = self._page.tr("{file}: {added} added, {changed} changed, {rejected} not taken.")
        words = said.format(
            file=file,
            added=len(plan.added),
            changed=len(plan.changed),
            rejected=len(plan.rejected),
        )
        back = partial(_take_back, taken)
        self._keep(words, self._page.tr("The programme"), back)


class PlanDialog(Dialog):
    """Each row that would be taken, changed or left out, before anything is written."""

    def __init__(self, parent: QWidget, file: str, plan: ProgrammePlan) -> None:
        super().__init__(parent, _WIDTH)
        self.entitle(self.tr("Import {file}").format(file=file), self.tr("Import  Enter"))
        said = self.tr(
            "{added} added, {changed} changed, {unchanged} unchanged, {rejected} not taken."
        )
        self.said = label(
            said.format(
                added=len(plan.added),
                changed=len(plan.changed),
                unchanged=plan.unchanged,
                rejected=len(plan.rejected),
            ),
            wraps=True,
        )
        self.body.addWidget(self.said)
        self.table = text_table(self.windowTitle())
        titles = (self.tr("Row"), self.tr("What stands there"), self.tr("What happens"))
        lines = [*map(self._left_out, plan.rejected), *map(self._taken, plan.changes)]
        self._rows = TextRows(titles, lines, lambda line: line)
        self.table.setModel(self._rows)
        columns = self.table.horizontalHeader()
        for column, width in enumerate((_ROW_WIDTH, _SAID_WIDTH)):
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            columns.resizeSection(column, width)
        self.body.addWidget(self.table, 1)
        self.accept_button.setEnabled(bool(plan.changes))
        if not plan.changes:
            self.cancel_button.setText(self.tr("Close  Esc"))

    def _left_out(self, fault: RowFault) -> tuple[str, str, str]:
        why = code_words(fault.reason)
        said = self.tr("not taken: {why}").format(why=why)
        if field := self._field_words(fault.column):
            said = self.tr("not taken ({column}): {why}").format(column=field, why=why)
        return str(fault.row), fault.value, said

    def _taken(self, change: SessionChange) -> tuple[str, str, str]:
        words = change.words
        day = short_day(words.day) if words.day else ""
        place = f"{day} {words.starts:%H:%M}–{words.ends:%H:%M}"
        if words.room:
            place += f" · {words.room}"
        what = self.tr("changed: {place}") if change.before else self.tr("added: {place}")
        return str(change.row), words.name or "", what.format(place=place)

    def _field_words(self, field: str) -> str:
        """Return what a field is called, empty where a row as a whole is meant."""
        return {
            "name": self.tr("Name"),
            "day": self.tr("Day"),
            "starts": self.tr("Start"),
            "ends": self.tr("End"),
            "kind": self.tr("Kind"),
            "capacity": self.tr("Places"),
            "counted": self.tr("Counted"),
            "own_door": self.tr("Own door"),
        }.get(field, "")


def _take_back(taken: ProgrammeTaken, desk: Desk) -> int:
    return undo_programme_import(desk.store, desk.operator, taken)
