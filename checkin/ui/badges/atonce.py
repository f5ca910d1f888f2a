"""Prints badges at once on the printer this station used last: nobody at the door is asked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.verdict import Person
from checkin.errors import CheckinError
from checkin.services.badges import was_printed
from checkin.services.desk import Desk
from checkin.ui.background import Failed
from checkin.ui.badges import phrases, printers
from checkin.ui.badges.bringing import Outcome, badges_of, bring_out
from checkin.ui.badges.findings import Meant
from checkin.ui.badges.output import Output
from checkin.ui.badges.papers import Papers
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
    event, papers = bench.programme().event, Papers(bench.outside)
    plan = papers.plan(papers.printer)
    try:
        printer = printers.chosen_before(papers.printer, event.title)
    except CheckinError as error:
        failed(error)
        return
    # At once, lest the next badge, asked for meanwhile, goes to the same place.
    papers.note(plan, len(attendees))

    def work(desk: Desk) -> Outcome:
        draw = printers.draw_on(printer, plan)
        return bring_out(desk, _unheard, bench, badges_of(attendees), plan, draw)

    def printed(outcome: Outcome) -> None:
        then(outcome)
        # It was written down on another line than the one that watches.
        bench.door.look()

    def refused(error: Exception) -> None:
        if papers.free == plan.left(len(attendees)):
            papers.give_back(plan)
        failed(error)

    bench.reading.ask(work, printed, refused)


def find_new(
    bench: Bench,
    people: Sequence[Person],
    then: Callable[[Sequence[Person]], object],
    failed: Failed,
) -> None:
    """Tell `then` whose badge was never printed, counting those on their way to the printer."""

    def work(desk: Desk) -> Sequence[Person]:
        return [one for one in people if not was_printed(desk.store, desk.operator, one.badge)]

    # Where badges are printed at once, on the same line.
    bench.reading.ask(work, then, failed)


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
        meant = Meant.named([attendee])

        def tell(outcome: Outcome) -> None:
            where = phrases.first_places(outcome.plan)
            words = self.tr("The badge of {name} went to {printer}.")
            if where:
                words = self.tr("The badge of {name} went to {printer}, {where}.")
            printer = printer_at_once(self._bench)
            words = words.format(name=name, printer=printer, where=where)
            if said:
                self._bench.notices.done(f"{said} {words}")
            else:
                self.printed.emit(words)
            if outcome.unrecorded:
                self._bench.notices.fail(outcome.unrecorded)

        def failed(error: Exception) -> None:
            self._bench.notices.fail(error, *self._instead(meant))
            if said:
                self._bench.notices.done(said)

        print_at_once(self._bench, [attendee], tell, failed)

    def print_all(self, attendees: Sequence[str]) -> None:
        """Print the badges of several people, given by id."""

        def tell(outcome: Outcome) -> None:
            words = self.tr("{badges} on {sheets} went to {printer}.").format(
                badges=phrases.badges(outcome.badges),
                sheets=phrases.sheets(outcome.sheets),
                printer=printer_at_once(self._bench),
            )
            self.printed.emit(words)
            if outcome.halted:
                rest = Meant(outcome.rest(outcome.badges), len(attendees) - outcome.badges)
                self._bench.notices.fail(outcome.halted, *self._instead(rest))
            if outcome.unrecorded:
                self._bench.notices.fail(outcome.unrecorded)

        def failed(error: Exception) -> None:
            self._bench.notices.fail(error, *self._instead(Meant.named(attendees)))

        print_at_once(self._bench, attendees, tell, failed)

    def _instead(self, meant: Meant) -> list[Offer]:
        """Return what else can be done with badges that no printer took."""
        offers: list[Offer] = [(self.tr("Save PDF…"), lambda: self._output.save_pdf(meant))]
        if printers.has_printer():
            choose = (self.tr("Choose a printer…"), lambda: self._output.print(meant))
            offers.insert(0, choose)
        return offers


def _unheard(_done: int, _total: int) -> bool:
    """Go on: badges of one or a few people are out before somebody could think better of it."""
    return True
