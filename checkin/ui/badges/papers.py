"""What this station prints badges on, as it is remembered: stock, used sheet, printers."""

from contextlib import suppress
from dataclasses import replace

from checkin.domain.paper import Paper
from checkin.domain.stock import A4_EIGHT, SheetPlan, Stock
from checkin.domain.stockbook import StockBook
from checkin.errors import CheckinError
from checkin.settings import Settings
from checkin.ui.outside import Outside


class Papers:
    """Asks what is kept each time, since the door and the page of badges print by turns."""

    def __init__(self, outside: Outside) -> None:
        self._outside = outside

    @property
    def paper(self) -> Paper:
        """What was chosen here."""
        return Paper.read(self._outside.load_settings().paper)

    @property
    def book(self) -> StockBook:
        """What is known of stocks; the usual one alone where the others cannot be read."""
        try:
            return self._outside.load_stocks()
        except CheckinError:
            return StockBook((A4_EIGHT,))

    @property
    def stock(self) -> Stock:
        """What badges are printed on; the usual one where that chosen is not there any more."""
        wanted = self.paper.stock
        return next((one for one in self.book.stocks if one.name == wanted), A4_EIGHT)

    @property
    def printer(self) -> str:
        """The printer used last, empty for none."""
        return self._outside.load_settings().printer

    @property
    def free(self) -> tuple[int, ...]:
        """The places still free on the sheet used last, none where it is used up."""
        return self.book.free_slots(self.stock)

    def plan(self, printer: str = "") -> SheetPlan:
        """Return how the next print goes onto the paper, put right for that printer."""
        return self.paper.plan(self.stock, self.book, printer)

    def keep(self, paper: Paper) -> None:
        """Remember other choices."""
        self._save(replace(self._outside.load_settings(), paper=paper.written()))

    def keep_book(self, book: StockBook) -> None:
        """Remember other stocks. CheckinError where they cannot be written."""
        self._outside.save_stocks(book)

    def go_on(self, wanted: bool) -> None:
        """Print on what is left of the last sheet from now on, or on new sheets."""
        self.keep(replace(self.paper, goes_on=wanted))

    def begin_at(self, free: tuple[int, ...]) -> None:
        """Fill these places of a used sheet with the next print; all of them, a new one."""
        whole = len(free) == self.stock.badges_a_page
        self._use(self.stock, () if whole else free)
        self.go_on(not whole)

    def keep_printer(self, printer: str) -> None:
        """Remember which printer is used."""
        self._save(replace(self._outside.load_settings(), printer=printer))

    def note(self, plan: SheetPlan, count: int) -> None:
        """Remember what is left of the sheet once so many badges have come out by a plan."""
        self._use(plan.stock, plan.left(count) if count else plan.slots)
        self.keep(self.paper.after(plan.stock))

    def give_back(self, plan: SheetPlan) -> None:
        """Remember that nothing has come out by a plan after all."""
        self._use(plan.stock, plan.slots)
        self.keep(replace(self.paper, goes_on=bool(plan.slots)))

    def _use(self, stock: Stock, free: tuple[int, ...]) -> None:
        # What cannot be remembered is seen on the sheet itself; a book that cannot be read is not
        # to be replaced by one without what is in it.
        with suppress(CheckinError):
            self._outside.save_stocks(self._outside.load_stocks().used(stock, free))

    def _save(self, settings: Settings) -> None:
        # What is not remembered is chosen again next time.
        with suppress(OSError):
            self._outside.save_settings(settings)
