"""Takes lists in and undoes it: asks, works in the background, and says what came of it."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.domain.imports import ImportRecord
from checkin.domain.roles import Action
from checkin.errors import CheckinError
from checkin.render.faces import face_of, fingerprint
from checkin.services.backups import back_up_changes
from checkin.services.badges import Badge, outdated
from checkin.services.desk import Desk
from checkin.services.importing import import_list
from checkin.services.importplan import ImportPlan
from checkin.services.undoing_import import UndoneImport, imports, undo_import
from checkin.ui.attendees.changing import Changing
from checkin.ui.attendees.importdialog import ImportDialog, Wanted
from checkin.ui.attendees.imports import ImportsDialog, KeptDialog
from checkin.ui.attendees.pasted import Pasted, copied_table
from checkin.ui.attendees.wording import number
from checkin.ui.bench import Bench
from checkin.ui.longwork import Progress
from checkin.ui.notices import Offer
from checkin.ui.saving import documents
from checkin.ui.trust import may

_LISTS = "*.csv *.tsv *.txt *.xlsx *.xlsm *.xlsb *.xls *.ods"


@dataclass(frozen=True, slots=True)
class Imported:
    """What was carried out, and by id whose printed badge looks different since."""

    plan: ImportPlan
    outdated: list[str]


class Importing(QObject):
    """`dialog` is the one that is open, if any."""

    def __init__(self, bench: Bench, changing: Changing, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._changing = changing
        self._page = page
        self._folder = ""
        self._pasted: Pasted | None = None
        self.dialog: ImportDialog | None = None

    def begin(self) -> None:
        """Ask for the file."""
        if not may(self._bench, Action.CHANGE_ROSTER):
            return
        folder = self._folder or str(documents())
        lists, every = self.tr("Lists"), self.tr("All files")
        pattern = f"{lists} ({_LISTS});;{every} (*)"
        name, _ = QFileDialog.getOpenFileName(self._page, self.tr("Import"), folder, pattern)
        if name:
            self.take(Path(name))

    def paste(self) -> None:
        """Show what is in a table that was copied, and what it would change."""
        if self.dialog or not may(self._bench, Action.CHANGE_ROSTER):
            return
        text = copied_table()
        if not text:
            self._bench.notices.warn(
                self.tr("No table was copied: copy its rows in the spreadsheet, the header too.")
            )
            return
        try:
            self._pasted = Pasted(text)
        except OSError as error:
            fault = CheckinError("file-fault", path=error.filename, why=error.strerror)
            self._bench.notices.fail(fault)
            return
        self._show(self._pasted.path)

    def take(self, path: Path) -> None:
        """Show what is in a file and what it would change."""
        if self.dialog or not may(self._bench, Action.CHANGE_ROSTER):
            return
        self._folder = str(path.parent)
        self._show(path)

    def _show(self, path: Path) -> None:
        dialog = ImportDialog(self._bench, self._page, path)
        self.dialog = dialog

        def finished() -> None:
            self.dialog = None
            self._pasted = None
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
        self._changing.follow(None)

        def work(desk: Desk, progress: Progress) -> UndoneImport:
            return undo_import(desk.store, desk.operator, identity, progress)

        title = self.tr("Undoing the import of {file}…").format(file=file)
        self._bench.long.start(title, work, self._say_undone)

    def _carry_out(self, wanted: Wanted) -> None:
        outside, event = self._bench.outside, self._bench.programme().event
        file, backups = wanted.path.name, outside.load_settings().backup_folder

        def work(desk: Desk, progress: Progress) -> Imported:
            with suppress(CheckinError):
                # Where no backup can be made is said elsewhere, and is no reason not to import.
                back_up_changes(desk.store, desk.operator, backups)
            store, operator = desk.store, desk.operator
            plan = import_list(store, operator, wanted.table, wanted.columns, progress, file)
            if plan.import_id:
                outside.keep_columns(wanted.table, wanted.columns)
            design = self._bench.design(desk)

            def face(one: Badge) -> str:
                return fingerprint(face_of(event, *one.shown), design)

            changed = outdated(store, operator, plan.people_changed, face)
            return Imported(plan, [one.id for one in changed])

        title = self.tr("Importing {file}…").format(file=file)
        self._bench.long.start(title, work, lambda done: self._say_imported(done, file))

    def _say_imported(self, done: Imported, file: str) -> None:
        plan = done.plan
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
        # Not all of the plan: it may be of many rows.
        identity, changed = plan.import_id, done.outdated

        def take_back() -> None:
            self.undo(identity, file)

        def print_them() -> None:
            self._bench.news.badges_wanted.emit(changed)

        self._changing.follow(take_back)
        offers: list[Offer] = [(self.tr("Undo import  Ctrl+Z"), take_back)]
        if done.outdated:
            words = self.tr("Print the changed badges ({count})")
            offers.insert(0, (words.format(count=number(len(done.outdated))), print_them))
        self._bench.notices.done(text, *offers)

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
            kept = self.tr("{count} kept, being checked in, edited or merged since.")
            text = f"{text} {kept.format(count=len(undone.kept))}"
            offer = (self.tr("Who was kept"), lambda: KeptDialog(self._page, undone.kept).exec())
            self._bench.notices.warn(text, offer)
        else:
            self._bench.notices.done(text)


def _imports(desk: Desk) -> list[ImportRecord]:
    return imports(desk.store, desk.operator)
