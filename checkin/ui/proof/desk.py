"""What the attendance page offers to prove it: closing a day, evidence pack, numbers."""

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
from checkin.ui.proof.closedialog import CloseDialog
from checkin.ui.proof.numbers import NumbersDesk
from checkin.ui.saving import documents, file_name, say_saved, with_ending
from checkin.ui.trust import may


class ProofDesk(QObject):
    """`actions` are for the page's menu; `day` gives the place of the day that is shown there."""

    def __init__(self, bench: Bench, page: Page) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        self.day = 0
        close = action(page, self.tr("Close the day…"), "Ctrl+Shift+D", "close day")
        pack = action(page, self.tr("Evidence pack…"), "Ctrl+Shift+K", "evidence pack")
        close.triggered.connect(self.close_day)
        pack.triggered.connect(self.begin_pack)
        self.numbers = NumbersDesk(bench, page)
        self.actions: tuple[QAction, ...] = close, pack, self.numbers.action

    def close_day(self) -> None:
        """Ask about the day that is shown, and close it."""
        if may(self._bench, Action.SAFEKEEPING):
            days = self._bench.programme().event.days
            CloseDialog(self._page, self._bench, days, min(self.day, len(days) - 1)).exec()

    def begin_pack(self) -> None:
        """Ask for the file, and pack the evidence."""
        if not may(self._bench, Action.EXPORT):
            return
        event = self._bench.programme().event
        title = file_name(event.title, self.tr("Seminar"))
        proposal = documents() / f"{title} {self.tr('evidence')}.zip"
        name, _ = QFileDialog.getSaveFileName(
            self._page, self.tr("Evidence pack"), str(proposal), self.tr("Evidence pack (*.zip)")
        )
        if name:
            self.write_pack(with_ending(name, ".zip"))

    def write_pack(self, path: Path) -> None:
        """Write the pack in the background; canceled it leaves no file."""
        outside = self._bench.outside

        def work(desk: Desk, progress: Progress) -> int:
            return outside.write_evidence(path, desk, progress)

        def say(count: int) -> None:
            words = self.tr("{file} is written: {count} files and the manifest that proves them.")
            say_saved(self._bench.notices, words.format(file=path.name, count=count), path)

        self._bench.long.start(self.tr("Writing {file}…").format(file=path.name), work, say)
