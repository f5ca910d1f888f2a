"""Brings badges onto paper, into a PDF or into pictures, once it is said what will come out."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.domain.design import Design
from checkin.domain.stock import SheetPlan
from checkin.errors import CheckinError
from checkin.render.face import BadgeFace
from checkin.render.page import Progress as Drawn
from checkin.render.sheet import write_pdf
from checkin.ui.badges import phrases, pictures, printers
from checkin.ui.badges.beforedialog import BeforeDialog
from checkin.ui.badges.bringing import Draw, Fetch, Outcome, bring_out
from checkin.ui.badges.findings import Meant
from checkin.ui.badges.papers import Papers
from checkin.ui.badges.restdialog import RestDialog
from checkin.ui.bench import Bench
from checkin.ui.notices import Offer
from checkin.ui.saving import documents, file_name, with_ending


class Output(QObject):
    """Belongs to the `page` that its dialogs lie over.

    Signals: `looked` with the number of somebody whose badge is to be looked at, and `wanted` with
    those of several, in place of printing; `used` when the sheet in the printer is another.
    """

    looked = Signal(int)
    wanted = Signal(list)
    used = Signal()

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        self._papers = Papers(bench.outside)

    def print(self, meant: Meant) -> None:
        """Print badges on the printer somebody chooses; offer a PDF where there is none."""
        if self._is_busy():
            return
        if not printers.has_printer():
            self._bench.notices.warn(
                self.tr("This computer has no printer. Save a PDF and print it elsewhere."),
                (self.tr("Save PDF…"), lambda: self.save_pdf(meant)),
            )
        elif dialog := self._ask(meant, on_paper=True):
            try:
                printer = dialog.printer()
            except CheckinError as error:
                self._bench.notices.fail(error)
                return
            if printer.outputFileName():
                # "Print to a file" is the PDF that we make better: whole, or not at all.
                self._write(dialog.meant.fetch, Path(printer.outputFileName()))
            else:
                self._print(dialog.meant.fetch, printer, dialog.plan)

    def print_at_once(self, meant: Meant) -> None:
        """Print badges, or save a PDF of them where there is no printer, with one dialog."""
        (self.print if printers.has_printer() else self.save_pdf)(meant)

    def save_pdf(self, meant: Meant) -> None:
        """Save badges into the PDF somebody names."""
        if self._is_busy():
            return
        if meant.findings or meant.fresh:
            dialog = self._ask(meant, on_paper=False)
            if not dialog:
                return
            meant = dialog.meant
        name, _ = QFileDialog.getSaveFileName(
            self._page,
            self.tr("Save badges as PDF"),
            str(documents() / self.tr("{event} badges.pdf").format(event=self._title())),
            "PDF (*.pdf)",
        )
        if name:
            self._write(meant.fetch, with_ending(name, ".pdf"))

    def save_pictures(self, meant: Meant) -> None:
        """Save a picture of each badge into the folder somebody names; that is no print."""
        if self._is_busy():
            return
        words = self.tr("Save a picture of each badge into this folder")
        if folder := QFileDialog.getExistingDirectory(self._page, words, str(documents())):
            pictures.save_pictures(self._bench, meant.fetch, Path(folder))

    # How it is done

    def _ask(self, meant: Meant, *, on_paper: bool) -> BeforeDialog | None:
        """Say what will come out; return the dialog if it is to."""
        dialog = BeforeDialog(self._page, self._bench, self._papers, meant, on_paper=on_paper)
        if dialog.exec():
            return dialog
        if dialog.looked_at is not None:
            self.looked.emit(dialog.looked_at)
        elif dialog.wanted:
            self.wanted.emit(list(dialog.wanted))
        return None

    def _print(self, fetch: Fetch, printer: QPrinter, plan: SheetPlan) -> None:
        name = printer.printerName()
        self._papers.keep_printer(name)

        def say(outcome: Outcome) -> None:
            self._papers.note(plan, outcome.badges)
            self.used.emit()
            if outcome.halted:
                self._say_halted(outcome, name)
            elif outcome.badges < len(outcome.people):
                words = self.tr("Stopped. {badges} on {sheets} had gone to {printer} already.")
                go_on = (self.tr("Go on from there"), lambda: self._print_rest(outcome))
                self._say(words, outcome, go_on, printer=name)
            else:
                words = self.tr("{badges} on {sheets} went to {printer}.")
                ask = (self.tr("Not all came out…"), lambda: self._ask_for_rest(outcome))
                self._say(words, outcome, ask, printer=name)

        self._start(self.tr("Printing badges"), fetch, plan, printers.draw_on(printer, plan), say)

    def _say_halted(self, outcome: Outcome, printer: str) -> None:
        words = self.tr(
            "{printer} gave up. {badges} on {sheets} are out, the last is {name}; {rest} are not."
        )
        rest = phrases.badges(len(outcome.people) - outcome.badges)
        go_on = (self.tr("Go on from there"), lambda: self._print_rest(outcome))
        _, last = outcome.people[outcome.badges - 1]
        badges, sheets = phrases.badges(outcome.badges), phrases.sheets(outcome.sheets)
        facts = {"printer": printer, "badges": badges, "sheets": sheets, "name": last}
        self._bench.notices.warn(words.format(**facts, rest=rest), go_on)
        self._say_unrecorded(outcome)

    def _ask_for_rest(self, outcome: Outcome) -> None:
        if outcome.sheets == 1:
            self._print_rest(outcome, 0)
            return
        dialog = RestDialog(self._page, outcome)
        if dialog.exec():
            self._print_rest(outcome, dialog.out)

    def _print_rest(self, outcome: Outcome, out: int | None = None) -> None:
        out = outcome.badges if out is None else out
        self.print(Meant(outcome.rest(out), len(outcome.people) - out))

    def _write(self, fetch: Fetch, path: Path) -> None:
        title, plan = self._bench.programme().event.title, self._papers.plan()
        url = QUrl.fromLocalFile(str(path))

        def draw(faces: Sequence[BadgeFace], design: Design, drawn: Drawn) -> int:
            written = write_pdf(path, faces, design, plan, title=title, progress=drawn)
            return len(faces) if written else 0

        def say(outcome: Outcome) -> None:
            self._papers.note(plan, outcome.badges)
            self.used.emit()
            words = self.tr("{file} holds {badges} on {sheets}. Print it at 100 %, not fitted.")
            offer = (self.tr("Open"), lambda: QDesktopServices.openUrl(url))
            self._say(words, outcome, offer, file=path.name)

        self._start(self.tr("Saving badges"), fetch, plan, draw, say)

    def _start(
        self,
        title: str,
        fetch: Fetch,
        plan: SheetPlan,
        draw: Draw,
        say: Callable[[Outcome], object],
    ) -> None:
        bench = self._bench
        bench.long.start(
            title, lambda desk, progress: bring_out(desk, progress, bench, fetch, plan, draw), say
        )

    def _say(self, words: str, outcome: Outcome, *offers: Offer, **facts: str) -> None:
        badges, sheets = phrases.badges(outcome.badges), phrases.sheets(outcome.sheets)
        self._bench.notices.done(words.format(badges=badges, sheets=sheets, **facts), *offers)
        self._say_unrecorded(outcome)

    def _say_unrecorded(self, outcome: Outcome) -> None:
        if outcome.unrecorded:
            self._bench.notices.fail(outcome.unrecorded)

    def _is_busy(self) -> bool:
        """Tell whether other long work has to end first, and say so."""
        if self._bench.long.busy:
            self._bench.notices.fail(CheckinError("other-work"))
        return self._bench.long.busy

    def _title(self) -> str:
        return file_name(self._bench.programme().event.title, self.tr("Seminar"))


def print_badges(bench: Bench, page: QWidget, attendees: Sequence[str]) -> None:
    """Print the badges of some attendees, named by id, in two keys; nothing if there are none."""
    if attendees:
        Output(bench, page).print_at_once(Meant.named(attendees))
