"""Saves what a list will change into a file, while the dialog that shows it stays open."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.domain.table import Table
from checkin.services.desk import Desk
from checkin.services.importplan import ImportPlan
from checkin.ui.bench import Bench
from checkin.ui.longwork import Progress
from checkin.ui.saving import with_ending


class SavingPlan(QObject):
    """`said` hears that the file is there, `failed` why it is not."""

    def __init__(
        self,
        bench: Bench,
        over: QWidget,
        said: Callable[[str], object],
        failed: Callable[[Exception], object],
    ) -> None:
        super().__init__(over)
        self._bench = bench
        self._over = over
        self._said = said
        self._failed = failed

    def ask(self, file: Path) -> Path | None:
        """Ask where to write the plan of a list, offering its own folder."""
        offered = file.with_name(self.tr("{list} - plan").format(list=file.stem) + ".xlsx")
        pattern = self.tr("Workbook of it all (*.xlsx);;CSV of the rows not taken (*.csv)")
        chosen, kind = QFileDialog.getSaveFileName(
            self._over, self.tr("Save plan"), str(offered), pattern
        )
        ending = ".csv" if "*.csv" in kind else ".xlsx"
        return with_ending(chosen, ending, ".xlsx", ".csv") if chosen else None

    def write(self, path: Path, table: Table, plan: ImportPlan) -> None:
        """Write a plan of `table` in the background, or leave no file."""
        write = self._bench.outside.write_plan

        def work(_: Desk, progress: Progress) -> None:
            write(path, table, plan, progress)

        def written(_: None) -> None:
            self._said(self.tr("Saved as {path}.").format(path=path))

        title = self.tr("Writing {file}…").format(file=path.name)
        self._bench.long.start(title, work, written, self._failed)
