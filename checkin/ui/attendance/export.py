"""Writes who was there into a workbook or CSV file, of every day or of one."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.domain.roles import Action
from checkin.services.attendance import attendance
from checkin.services.desk import Desk
from checkin.ui.bench import Bench
from checkin.ui.longwork import Progress
from checkin.ui.saving import documents, file_name, say_saved, with_ending
from checkin.ui.trust import may


class Export(QObject):
    """Asks where to, and writes in the background; canceled it leaves no file."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page

    def begin(self, day: date | None = None) -> None:
        """Ask for the file to write: of one day, or of all."""
        if not may(self._bench, Action.EXPORT):
            return
        pattern = self.tr("Workbook (*.xlsx);;CSV (*.csv)")
        name, chosen = QFileDialog.getSaveFileName(
            self._page, self.tr("Export attendance"), str(self.proposal(day)), pattern
        )
        if name:
            ending = ".csv" if "*.csv" in chosen else ".xlsx"
            self.write(with_ending(name, ending, ".xlsx", ".csv"), day)

    def proposal(self, day: date | None) -> Path:
        """Return the file somebody will want: the event's title and which day."""
        event = self._bench.programme().event
        title = file_name(event.title, self.tr("Seminar"))
        what = day.isoformat() if day else self.tr("all days")
        return documents() / f"{title} {self.tr('attendance')} {what}.xlsx"

    def write(self, path: Path, day: date | None = None) -> None:
        """Write the file."""
        outside = self._bench.outside

        def work(desk: Desk, progress: Progress) -> int:
            days = attendance(desk.store, desk.operator, day=day)
            outside.write_attendance(path, days, progress)
            return sum(one.present for one in days) if day else len(days)

        def say(count: int) -> None:
            words = (
                self.tr("{file} is written: {count} were present.")
                if day
                else self.tr("{file} is written, with a sheet for each of {count} days.")
            )
            if not day and path.suffix.lower() == ".csv":
                words = self.tr("{file} is written, with all {count} days below one another.")
            say_saved(self._bench.notices, words.format(file=path.name, count=count), path)

        self._bench.long.start(self.tr("Writing {file}…").format(file=path.name), work, say)
