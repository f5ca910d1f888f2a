"""What the attendance page offers to show: its plots, and the report with them."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from checkin.domain.roles import Action
from checkin.services.desk import Desk
from checkin.ui.bench import Bench
from checkin.ui.longwork import Progress
from checkin.ui.page import Page
from checkin.ui.parts import action
from checkin.ui.plots.dialog import PlotsDialog
from checkin.ui.saving import documents, file_name, say_saved, with_ending
from checkin.ui.trust import may


class PlotsDesk(QObject):
    """`actions` are for the page's menu."""

    def __init__(self, bench: Bench, page: Page) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        show = action(page, self.tr("Plots…"), "Ctrl+Shift+G", "plots")
        report = action(page, self.tr("Report…"), "Ctrl+Shift+F", "report")
        show.triggered.connect(self.show_plots)
        report.triggered.connect(self.begin_report)
        self.actions: tuple[QAction, ...] = show, report

    def show_plots(self) -> None:
        """Show all plots."""
        if may(self._bench, Action.EXPORT):
            PlotsDialog(self._page, self._bench).exec()

    def begin_report(self) -> None:
        """Ask for the file, and write the report."""
        if not may(self._bench, Action.EXPORT):
            return
        title = file_name(self._bench.programme().event.title, self.tr("Seminar"))
        proposal = documents() / f"{title} {self.tr('report')}.pdf"
        name, _ = QFileDialog.getSaveFileName(
            self._page, self.tr("Report"), str(proposal), self.tr("PDF (*.pdf)")
        )
        if name:
            self.write_report(with_ending(name, ".pdf"))

    def write_report(self, path: Path) -> None:
        """Write the report in the background."""
        outside = self._bench.outside

        def work(desk: Desk, _progress: Progress) -> int:
            return outside.write_report(path, desk)

        def say(pages: int) -> None:
            words = self.tr("{file} is written: {count} pages with numbers, plots and rules.")
            say_saved(self._bench.notices, words.format(file=path.name, count=pages), path)

        self._bench.long.start(self.tr("Writing {file}…").format(file=path.name), work, say)
