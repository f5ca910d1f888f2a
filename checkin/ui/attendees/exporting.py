"""Writes everybody into a workbook or CSV file."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.domain.roles import Action
from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.services.permission import require
from checkin.services.registration import roster
from checkin.services.sessions import sessions
from checkin.ui.attendees.wording import number
from checkin.ui.bench import Bench
from checkin.ui.longwork import Progress
from checkin.ui.saving import documents, file_name, say_saved, with_ending
from checkin.ui.trust import may


class Exporting(QObject):
    """Asks where to, and writes in the background."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page

    def begin(self) -> None:
        """Ask for the file to write."""
        if not may(self._bench, Action.EXPORT):
            return
        title = self._bench.programme().event.title
        name = self.tr("{event} attendees").format(event=file_name(title, self.tr("Seminar")))
        pattern = self.tr("Workbook (*.xlsx);;CSV (*.csv)")
        chosen, kind = QFileDialog.getSaveFileName(
            self._page, self.tr("Export attendees"), str(documents() / f"{name}.xlsx"), pattern
        )
        if chosen:
            ending = ".csv" if "*.csv" in kind else ".xlsx"
            self.write(with_ending(chosen, ending, ".xlsx", ".csv"))

    def write(self, path: Path) -> None:
        """Write everybody into a file, or leave none."""
        outside = self._bench.outside

        def work(desk: Desk, progress: Progress) -> int:
            require(desk.store, desk.operator, Action.EXPORT)
            people = roster(desk.store, desk.operator)
            if not progress(0, len(people)):
                raise CheckinError("canceled")
            outside.write_roster(path, people, sessions(desk.store, desk.operator))
            return len(people)

        title = self.tr("Writing {file}…").format(file=path.name)
        self._bench.long.start(title, work, lambda count: self._say(path, count))

    def _say(self, path: Path, count: int) -> None:
        said = self.tr("{count} attendees are in {file}.")
        say_saved(self._bench.notices, said.format(count=number(count), file=path.name), path)
