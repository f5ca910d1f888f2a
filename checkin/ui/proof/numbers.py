"""Writes the numbers for the report to the funder into a workbook or CSV file."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from checkin.domain.reportnumbers import ReportNumbers
from checkin.domain.roles import Action
from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.services.report import report
from checkin.ui.attendees.wording import number
from checkin.ui.bench import Bench
from checkin.ui.longwork import Progress
from checkin.ui.page import Page
from checkin.ui.parts import action
from checkin.ui.saving import documents, file_name, say_saved, with_ending
from checkin.ui.trust import may


class NumbersDesk(QObject):
    """`action` is for the page's menu."""

    def __init__(self, bench: Bench, page: Page) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        self.action = action(
            page, self.tr("Numbers for the report…"), "Ctrl+Shift+I", "report numbers"
        )
        self.action.triggered.connect(self.begin)

    def begin(self) -> None:
        """Ask for the file, and write."""
        if not may(self._bench, Action.EXPORT):
            return
        title = file_name(self._bench.programme().event.title, self.tr("Seminar"))
        proposal = documents() / f"{title} {self.tr('numbers')}.xlsx"
        name, chosen = QFileDialog.getSaveFileName(
            self._page,
            self.tr("Numbers for the report"),
            str(proposal),
            self.tr("Workbook (*.xlsx);;CSV (*.csv)"),
        )
        if name:
            ending = ".csv" if "*.csv" in chosen else ".xlsx"
            self.write(with_ending(name, ending, ".xlsx", ".csv"))

    def write(self, path: Path) -> None:
        """Write the file in the background."""
        outside = self._bench.outside

        def work(desk: Desk, progress: Progress) -> ReportNumbers:
            numbers = report(desk.store, desk.operator)
            if not progress(0, 1):
                raise CheckinError("canceled")
            outside.write_numbers(path, numbers)
            return numbers

        def say(numbers: ReportNumbers) -> None:
            words = self.tr("{file} is written. People: {people}, organisations: {organisations}.")
            told = words.format(
                file=path.name,
                people=number(numbers.whole.people),
                organisations=number(numbers.whole.organisations),
            )
            say_saved(self._bench.notices, told, path)

        self._bench.long.start(self.tr("Writing {file}…").format(file=path.name), work, say)
