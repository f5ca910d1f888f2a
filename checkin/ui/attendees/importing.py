"""Takes lists in and undoes it: asks, works in the background, and says what came of it."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.domain.imports import ImportRecord
from checkin.domain.roles import Action
from checkin.errors import CheckinError
from checkin.services.backups import back_up_changes
from checkin.services.desk import Desk
from checkin.services.importing import import_list
from checkin.services.importplan import ImportPlan
from checkin.services.undoing_import import UndoneImport, imports, undo_import
from checkin.ui.attendees.changing import Changing
from checkin.ui.attendees.importdialog import ImportDialog, Wanted
from checkin.ui.attendees.imports import ImportsDialog, KeptDialog
from checkin.ui.attendees.wording import number
from checkin.ui.bench import Bench
from checkin.ui.longwork import Progress
from checkin.ui.saving import documents
from checkin.ui.trust import may


class Importing(QObject):
    """`dialog` is the one that is open, if any."""

    def __init__(self, bench: Bench, changing: Changing, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._changing = changing
        self._page = page
        self._folder = ""
        self.dialog: ImportDialog | None = None

    def begin(self) -> None:
        """Ask for the file."""
        if not may(self._bench, Action.CHANGE_ROSTER):
            return
        folder = self._folder or str(documents())
        lists, every = self.tr("Lists"), self.tr("All files")
        pattern = f"{lists} (*.csv *.tsv *.txt);;{every} (*)"
        name, _ = QFileDialog.getOpenFileName(self._page, self.tr("Import"), folder, pattern)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Show what is in a file and what it would change."""
        if self.dialog or not may(self._bench, Action.CHANGE_ROSTER):
            return
        self._folder = str(path.parent)
        dialog = ImportDialog(self._bench, self._page, path)
        self.dialog = dialog

        def finished() -> None:
            self.dialog = None
            if dialog.wanted:
                self._carry_out(dialog.wanted)
            dialog.deleteLater()

        dialog.finished.connect(finished)
        dialog.begin()

    def choose_undo(self) -> None:
        """Ask which import is to be undone, and undo it."""
        if may(self._bench, Action.CHANGE_ROSTER):
            self._bench.reading.ask(_imports, self._ask_which)

    def undo(self, identity: str, file: str) -> None:
        """Undo an import."""

        def work(desk: Desk, progress: Progress) -> UndoneImport:
            return undo_import(desk.store, desk.operator, identity, progress)

        title = self.tr("Undoing the import of {file}…").format(file=file)
        self._bench.long.start(title, work, self._say_undone)

    def _carry_out(self, wanted: Wanted) -> None:
        file, backups = wanted.path.name, self._bench.outside.load_settings().backup_folder

        def work(desk: Desk, progress: Progress) -> ImportPlan:
            with suppress(CheckinError):
                # Where no backup can be made is said elsewhere, and is no reason not to import.
                back_up_changes(desk.store, desk.operator, backups)
            return import_list(
                desk.store, desk.operator, wanted.table, wanted.columns, progress, file
            )

        title = self.tr("Importing {file}…").format(file=file)
        self._bench.long.start(title, work, lambda plan: self._say_imported(plan, file))

    def _say_imported(self, plan: ImportPlan, file: str) -> None:
        if not plan.import_id:
            self._bench.notices.done(self.tr("{file} changed nothing.").format(file=file))
            return
        said = self.tr("{file}: {added} added, {changed} changed, {rejected} not taken.")
        text = said.format(
            file=file,
            added=number(plan.added),
            changed=number(plan.changed),
            rejected=number(len(plan.rejected)),
        )
        offer = (self.tr("Undo import"), lambda: self.undo(plan.import_id, file))
        self._bench.notices.done(text, offer)

    def _ask_which(self, records: list[ImportRecord]) -> None:
        event, now = self._bench.programme().event, self._bench.outside.now()
        chosen = ImportsDialog.ask(self._page, records, event, now)
        if chosen:
            self.undo(chosen.id, chosen.file)

    def _say_undone(self, undone: UndoneImport) -> None:
        said = self.tr("The import of {file} is undone: {removed} removed, {restored} put back.")
        text = said.format(
            file=undone.file or undone.id, removed=undone.removed, restored=undone.restored
        )
        if undone.kept:
            kept = self.tr("{count} kept, being checked in or edited since.")
            text = f"{text} {kept.format(count=len(undone.kept))}"
            offer = (self.tr("Who was kept"), lambda: KeptDialog(self._page, undone.kept).exec())
            self._bench.notices.warn(text, offer)
        else:
            self._bench.notices.done(text)


def _imports(desk: Desk) -> list[ImportRecord]:
    return imports(desk.store, desk.operator)
