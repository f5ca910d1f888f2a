"""The window of a rehearsal: like any, on a copy, plainly marked, and with no way to an event."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog

from checkin.domain.rehearsal import PracticeCode
from checkin.domain.roles import Operator
from checkin.render.practicepage import write_practice_page
from checkin.services.desk import Desk
from checkin.services.rehearsal import codes_to_practise
from checkin.ui.dates import day_name
from checkin.ui.outside import Rehearsal
from checkin.ui.parts import action
from checkin.ui.rehearsal.band import Band
from checkin.ui.rehearsal.tally import Tally
from checkin.ui.rehearsal.wording import page_of
from checkin.ui.saving import documents, file_name, say_saved, with_ending
from checkin.ui.window import Window
from checkin.ui.words import sentence


class RehearsalWindow(Window):
    """`ended` tells, once it is closed, what was practised or why nothing could be.

    `last` is then who worked in it, None where it was locked.
    """

    ended = Signal(str)

    def __init__(self, rehearsal: Rehearsal, operator: Operator) -> None:
        super().__init__(rehearsal.outside, operator)
        self._now = rehearsal.outside.now
        self._failed = ""
        self.last: Operator | None = None
        self.tally = Tally(self)
        self.tally.grown.connect(self._tell)
        for one in (self.new_action, self.open_action, self.demo_action):
            one.setVisible(False)
        self.switch_action.setText(self.tr("End the rehearsal"))
        self.switch_action.setShortcuts([QKeySequence("Ctrl+Shift+R"), QKeySequence("Ctrl+W")])
        self.codes_action = action(self, self.tr("Test codes…"), "Ctrl+Shift+T", "test codes")
        self.codes_action.triggered.connect(self._save_codes)
        self.band = Band([self.codes_action, self.switch_action])
        # Where a menu would be, so that it lies above whatever the window shows.
        self.setMenuWidget(self.band)
        self.opened.connect(self._on_opened)
        self.refused.connect(self._on_refused)
        self.open(rehearsal.path, proven=True)

    def close_event(self) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.view:
            self.last = None if self.view.covered else self.view.bench.operator
        super().closeEvent(event)
        if event.isAccepted():
            words = self.tr("The rehearsal is over and nothing of it was kept. {what}")
            self.ended.emit(self._failed or words.format(what=self.tally.words()))

    def _entitle(self, title: str) -> None:
        super()._entitle(self.tr("REHEARSAL · {event}").format(event=title))

    def _on_opened(self) -> None:
        assert self.view
        self.view.reception.doorway.answered.connect(self.tally.hear)
        self.view.kiosk.doorway.answered.connect(self.tally.hear)
        self._tell()

    def _on_refused(self, error: Exception) -> None:
        if self.view is None:
            self._failed = sentence(error)
            self.close()

    def _tell(self) -> None:
        if self.view:
            at = self.view.bench.programme().event.local(self._now())
            when = self.tr("It is played on {day}, {time}.")
            when = when.format(day=day_name(at.date()), time=f"{at:%H:%M}")
            self.band.tell(f"{when} {self.tally.words()}")

    def _save_codes(self) -> None:
        """Save the page of test codes into the PDF somebody names."""
        if not self.view:
            return
        bench, event = self.view.bench, self.view.title
        offered = documents() / self.tr("{event} test codes.pdf").format(
            event=file_name(event, self.tr("Seminar"))
        )
        pattern = "PDF (*.pdf)"
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the test codes"), str(offered), pattern
        )
        if not name:
            return
        path = with_ending(name, ".pdf")

        def work(desk: Desk) -> list[PracticeCode]:
            codes = codes_to_practise(desk.store, desk.operator)
            write_practice_page(path, page_of(event, codes))
            return codes

        bench.reading.ask(work, lambda _: self._say_saved(path), bench.notices.fail)

    def _say_saved(self, path: Path) -> None:
        if self.view:
            words = self.tr("{file} holds the test codes, and what each is to show.")
            say_saved(self.view.notices, words.format(file=path.name), path)
