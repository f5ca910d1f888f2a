"""What this station prints badges on, as its settings remember it: stock, used sheet, printer."""

from dataclasses import replace

from checkin.domain.paper import Paper
from checkin.domain.stock import A4_EIGHT, SheetPlan, Stock
from checkin.settings import Settings
from checkin.ui.outside import Outside


class Papers:
    """Asks the settings each time, since the door and the page of badges print by turns."""

    def __init__(self, outside: Outside) -> None:
        self._outside = outside

    @property
    def paper(self) -> Paper:
        """What was chosen here."""
        return Paper.read(self._outside.load_settings().paper)

    @property
    def stock(self) -> Stock:
        """What badges are printed on; the usual one where that chosen is not there any more."""
        wanted = self.paper.stock
        return next((one for one in self.stocks() if one.name == wanted), A4_EIGHT)

    @property
    def printer(self) -> str:
        """The printer used last, empty for none."""
        return self._outside.load_settings().printer

    def stocks(self) -> tuple[Stock, ...]:
        """Return all stocks there are to choose from."""
        return (A4_EIGHT,)

    def plan(self, printer: str = "") -> SheetPlan:
        """Return how the next print goes onto the paper, put right for that printer."""
        return self.paper.plan(self.stock)

    def keep(self, paper: Paper) -> None:
        """Remember other choices."""
        self._save(replace(self._outside.load_settings(), paper=paper.written()))

    def go_on(self, wanted: bool) -> None:
        """Print on what is left of the last sheet from now on, or on new sheets."""
        self.keep(replace(self.paper, goes_on=wanted))

    def begin_at(self, free: tuple[int, ...]) -> None:
        """Fill these places of a used sheet with the next print; all of them, a new one."""
        whole = len(free) == self.stock.badges_a_page
        self.keep(self.paper.going_on(self.stock, () if whole else free))

    def keep_printer(self, printer: str) -> None:
        """Remember which printer is used."""
        self._save(replace(self._outside.load_settings(), printer=printer))

    def note(self, plan: SheetPlan, count: int) -> None:
        """Remember what is left of the sheet once so many badges have come out by a plan."""
        self.keep(self.paper.after(plan, count))

    def _save(self, settings: Settings) -> None:
        try:
            self._outside.save_settings(settings)
        except OSError:
            # What is not remembered is chosen again next time.
            return
