"""Brings badges onto paper or into a PDF, asking which printer or file."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.domain.design import Design
from checkin.errors import CheckinError
from checkin.render.face import BadgeFace
from checkin.render.page import Progress as Drawn
from checkin.render.printing import print_sheets
from checkin.render.sheet import write_pdf
from checkin.services.badges import badges_to_print
from checkin.ui.badges import phrases, printers
from checkin.ui.badges.bringing import Draw, Fetch, Outcome, bring_out
from checkin.ui.bench import Bench
from checkin.ui.notices import Offer
from checkin.ui.saving import documents, file_name, with_ending


class Output(QObject):
    """Belongs to the `page` that its dialogs lie over."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page

    def print(self, fetch: Fetch) -> None:
        """Print badges on the printer somebody chooses; offer a PDF where there is none."""
        if printers.has_printer():
            self._choose_printer(fetch)
        else:
            self._bench.notices.warn(
                self.tr("This computer has no printer. Save a PDF and print it elsewhere."),
                (self.tr("Save PDF…"), lambda: self.save_pdf(fetch)),
            )

    def print_at_once(self, fetch: Fetch) -> None:
        """Print badges, or save a PDF of them where there is no printer, with one dialog."""
        (self._choose_printer if printers.has_printer() else self.save_pdf)(fetch)

    def save_pdf(self, fetch: Fetch) -> None:
        """Save badges into the PDF somebody names."""
        if self._is_busy():
            return
        pattern = "PDF (*.pdf)"
        name, _ = QFileDialog.getSaveFileName(
            self._page, self.tr("Save badges as PDF"), str(self._offered_file()), pattern
        )
        if name:
            self._write(fetch, with_ending(name, ".pdf"))

    def _choose_printer(self, fetch: Fetch) -> None:
        if self._is_busy():
            return
        last = self._bench.outside.load_settings().printer
        printer = printers.ask_printer(self._page, self.tr("Print badges"), last)
        if printer and printer.outputFileName():
            # "Print to a file" is the PDF that we make better: whole, or not at all.
            self._write(fetch, Path(printer.outputFileName()))
        elif printer:
            self._print(fetch, printer)

    def _print(self, fetch: Fetch, printer: QPrinter) -> None:
        name = printer.printerName()
        self._remember(name)

        def draw(faces: Sequence[BadgeFace], design: Design, drawn: Drawn) -> int:
            return print_sheets(printer, faces, design, progress=drawn)

        def say(outcome: Outcome) -> None:
            words = self.tr("{badges} on {sheets} went to {printer}.")
            offers: list[Offer] = [(self.tr("Print again"), lambda: self.print(fetch))]
            if outcome.badges < outcome.of:
                words = self.tr("Stopped. {badges} on {sheets} had gone to {printer} already.")
                offers.clear()
            self._say(words, outcome, *offers, printer=name)

        self._start(self.tr("Printing badges"), fetch, draw, say)

    def _write(self, fetch: Fetch, path: Path) -> None:
        title = self._bench.programme().event.title
        url = QUrl.fromLocalFile(str(path))

        def draw(faces: Sequence[BadgeFace], design: Design, drawn: Drawn) -> int:
            pages = write_pdf(path, faces, design, title=title, progress=drawn)
            return len(faces) if pages else 0

        def say(outcome: Outcome) -> None:
            words = self.tr("{file} holds {badges} on {sheets}. Print it at 100 %, not fitted.")
            offer = (self.tr("Open"), lambda: QDesktopServices.openUrl(url))
            self._say(words, outcome, offer, file=path.name)

        self._start(self.tr("Saving badges"), fetch, draw, say)

    def _start(
        self, title: str, fetch: Fetch, draw: Draw, say: Callable[[Outcome], object]
    ) -> None:
        bench = self._bench
        bench.long.start(
            title, lambda desk, progress: bring_out(desk, progress, bench, fetch, draw), say
        )

    def _say(self, words: str, outcome: Outcome, *offers: Offer, **facts: str) -> None:
        badges, sheets = phrases.badges(outcome.badges), phrases.sheets(outcome.sheets)
        self._bench.notices.done(words.format(badges=badges, sheets=sheets, **facts), *offers)
        if outcome.unrecorded:
            self._bench.notices.fail(outcome.unrecorded)

    def _is_busy(self) -> bool:
        """Tell whether other long work has to end first, and say so."""
        if self._bench.long.busy:
            self._bench.notices.fail(CheckinError("other-work"))
        return self._bench.long.busy

    def _remember(self, printer: str) -> None:
        settings = self._bench.outside.load_settings()
        try:
            self._bench.outside.save_settings(replace(settings, printer=printer))
        except OSError:
            # A printer that is not remembered is chosen again next time.
            return

    def _offered_file(self) -> Path:
        title = self._bench.programme().event.title
        name = file_name(title, self.tr("Seminar"))
        return documents() / self.tr("{event} badges.pdf").format(event=name)


def print_badges(bench: Bench, page: QWidget, attendees: Sequence[str]) -> None:
    """Print the badges of some attendees, named by id, in two keys; nothing if there are none."""
    if not attendees:
        # To name nobody would mean everybody.
        return
    Output(bench, page).print_at_once(
        lambda desk: badges_to_print(desk.store, desk.operator, attendees)
    )
