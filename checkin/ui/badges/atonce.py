"""Prints badges at once on the printer this station used last: nobody at the door is asked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.design import Design
from checkin.errors import CheckinError
from checkin.render.face import BadgeFace
from checkin.render.page import Progress as Drawn
from checkin.render.printing import print_sheets
from checkin.services.badges import Badge, badges_to_print
from checkin.services.desk import Desk
from checkin.ui.background import Failed
from checkin.ui.badges import printers
from checkin.ui.badges.bringing import Fetch, Outcome, bring_out
from checkin.ui.badges.output import Output
from checkin.ui.bench import Bench
from checkin.ui.notices import Offer


def printer_at_once(bench: Bench) -> str:
    """Return the name of the printer that badges go to unasked, empty where none was chosen yet."""
    return bench.outside.load_settings().printer


def print_at_once(
    bench: Bench,
    attendees: Sequence[str],
    then: Callable[[Outcome], object],
    failed: Failed,
) -> None:
    """Print the badges of some attendees, named by id, off the window's thread.

    `then` hears what came out, once it is remembered; `failed` hears `printer-unset`,
    `printer-gone`, `printer-refused`, or what else stands in the way. Nothing is said or asked.
    """
    event = bench.programme().event
    try:
        printer = printers.chosen_before(printer_at_once(bench), event.title)
    except CheckinError as error:
        failed(error)
        return

    def draw(faces: Sequence[BadgeFace], design: Design, drawn: Drawn) -> int:
        return print_sheets(printer, faces, design, progress=drawn)

    def work(desk: Desk) -> Outcome:
        return bring_out(desk, _unheard, bench, _of(attendees), draw)

    def printed(outcome: Outcome) -> None:
        then(outcome)
        # It was written down on another line than the one that watches.
        bench.door.look()

    bench.reading.ask(work, printed, failed)


class AtOnce(QObject):
    """Prints somebody's badge at once; where it cannot, says why and offers a PDF.

    Signals: `printed` with words that are worth a moment, where nothing else was to be said.
    """

    printed = Signal(str)

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._output = Output(bench, page)

    def print(self, attendee: str, name: str, said: str = "") -> None:
        """Print the badge of somebody, given by id and name; `said`, if anything, stays to be read.

        It is told in any case.
        """
        fetch = _of([attendee])

        def tell(outcome: Outcome) -> None:
            words = self.tr("The badge of {name} went to {printer}.")
            words = words.format(name=name, printer=printer_at_once(self._bench))
            if said:
                self._bench.notices.done(f"{said} {words}")
            else:
                self.printed.emit(words)
            if outcome.unrecorded:
                self._bench.notices.fail(outcome.unrecorded)

        def failed(error: Exception) -> None:
            self._bench.notices.fail(error, *self._instead(fetch))
            if said:
                self._bench.notices.done(said)

        print_at_once(self._bench, [attendee], tell, failed)

    def _instead(self, fetch: Fetch) -> list[Offer]:
        """Return what else can be done with badges that no printer took."""
        offers: list[Offer] = [(self.tr("Save PDF…"), lambda: self._output.save_pdf(fetch))]
        if printers.has_printer():
            choose = (self.tr("Choose a printer…"), lambda: self._output.print(fetch))
            offers.insert(0, choose)
        return offers


def _of(attendees: Sequence[str]) -> Fetch:
    def fetch(desk: Desk) -> Sequence[Badge]:
        # To name nobody would mean everybody.
        return badges_to_print(desk.store, desk.operator, attendees) if attendees else []

    return fetch


def _unheard(_done: int, _total: int) -> bool:
    """Go on: badges of one or a few people are out before somebody could think better of it."""
    return True
