"""What the page of attendance offers of paper: sheets to sign, typing them in, the emergency."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from checkin.domain.event import CheckInList
from checkin.domain.roles import Action
from checkin.domain.signaturesheet import SignatureSheet
from checkin.errors import CheckinError
from checkin.render.page import DrawingStoppedError
from checkin.render.signaturesheet import Drawn, write_sheet
from checkin.render.wholefile import whole_file
from checkin.services.desk import Desk
from checkin.services.sheets import Wish, print_sheet
from checkin.ui.bench import Bench
from checkin.ui.longwork import Progress
from checkin.ui.papers.emergencydialog import EmergencyDialog
from checkin.ui.papers.entrydialog import EntryDialog
from checkin.ui.papers.sheetdialog import SheetDialog
from checkin.ui.parts import action
from checkin.ui.saving import documents, file_name, say_saved, with_ending
from checkin.ui.trust import may

_MOST_NAMED = 20


class SheetsDesk(QObject):
    """`actions` are for the page's menu; a sheet's code that is scanned opens the typing in."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        self._entering: EntryDialog | None = None
        made = action(page, self.tr("Signature sheet…"), "Ctrl+Shift+S", "signature sheet")
        made.triggered.connect(self.print)
        typed = action(page, self.tr("Type in from paper…"), "Ctrl+Shift+T", "type in from paper")
        typed.triggered.connect(lambda _on: self.enter())
        kept = action(page, self.tr("Emergency list…"), "Ctrl+Shift+Y", "emergency list")
        kept.triggered.connect(self.keep)
        self.actions: tuple[QAction, ...] = (made, typed, kept)
        for one in self.actions:
            # Nothing of a rehearsal is printed or kept.
            one.setEnabled(bench.outside.rehearse is not None)
        bench.news.sheet_scanned.connect(self._on_scanned)

    def print(self) -> None:
        """Ask which sheet, and where to save it."""
        if not may(self._bench, Action.PRINT_BADGES):
            return
        if not self._bench.programme().lists:
            self._bench.notices.fail(CheckinError("no-entrance-at-all"))
            return
        dialog = SheetDialog(self._bench, self._page)
        if not dialog.exec():
            return
        wanted, wish = dialog.check_in_list, dialog.wish
        name, _ = QFileDialog.getSaveFileName(
            self._page,
            self.tr("Save signature sheet"),
            str(self.proposal(wanted)),
            "PDF (*.pdf)",
        )
        if name:
            self.write(with_ending(name, ".pdf"), wanted, wish)

    def enter(self, code: str = "") -> None:
        """Type signed sheets in, beginning with the one whose code was scanned, if any."""
        if not may(self._bench, Action.SCAN):
            return
        dialog = self._entering = EntryDialog(self._bench, self._page.window())
        if code:
            dialog.take_sheet(code)
        dialog.exec()
        self._entering = None

    def keep(self) -> None:
        """Ask whether and where to keep the emergency list."""
        if not may(self._bench, Action.SAFEKEEPING):
            return
        dialog = EmergencyDialog(self._bench, self._page)
        if not dialog.exec():
            return
        outside, folder = self._bench.outside, dialog.folder
        try:
            outside.save_settings(replace(outside.load_settings(), emergency_folder=folder))
        except OSError:
            self._bench.notices.warn(self.tr("The folder could not be remembered."))
            return
        self._bench.news.emergency_wanted.emit()
        if not folder:
            self._bench.notices.done(self.tr("No emergency list is kept on this computer."))

    def proposal(self, check_in_list: CheckInList) -> Path:
        """Return the file somebody will want."""
        title = file_name(self._bench.programme().event.title, self.tr("Seminar"))
        what = file_name(f"{check_in_list.day} {check_in_list.name}", "")
        return documents() / f"{title} {self.tr('signatures')} {what}.pdf"

    def write(self, path: Path, check_in_list: CheckInList, wish: Wish) -> None:
        """Write the sheet in the background; canceled it leaves no file."""

        def work(desk: Desk, progress: Progress) -> Drawn:
            with whole_file(path) as beside:

                def draw(sheet: SignatureSheet) -> Drawn:
                    total = len(sheet.rows) + sheet.blank
                    return write_sheet(beside, sheet, lambda done: progress(done, total))

                try:
                    return print_sheet(desk.store, desk.operator, check_in_list, draw, wish)
                except DrawingStoppedError as error:
                    raise CheckinError("canceled") from error

        def say(made: Drawn) -> None:
            words = self.tr("{file} is written: {pages} pages.")
            say_saved(self._bench.notices, words.format(file=path.name, pages=made.pages), path)
            for texts, words in (
                (made.cut, self.tr("Too long for its place and cut short: {text}")),
                (made.boxed, self.tr("Letters that no font on this computer has: {text}")),
            ):
                if texts:
                    named = "; ".join(texts[:_MOST_NAMED])
                    self._bench.notices.warn(words.format(text=named))

        self._bench.long.start(self.tr("Writing {file}…").format(file=path.name), work, say)

    def _on_scanned(self, code: str) -> None:
        if self._entering:
            self._entering.take_sheet(code)
        elif not QApplication.activeModalWidget() and self.actions[0].isEnabled():
            # Not while the scanner's keys are still being heard.
            QTimer.singleShot(0, self, lambda: self.enter(code))
