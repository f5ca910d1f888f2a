"""How a station prints badges: on which stock, with which marks, onto new sheets or a used one."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Self

from checkin.domain.stock import SheetPlan, Stock, TwoSided
from checkin.domain.stockbook import StockBook


@dataclass(frozen=True, slots=True)
class Paper:
    """A station's choices; `written` is how it remembers them.

    `stock` is a name, empty for the usual one. `crop_marks` are printed where they are wanted, None
    for as the stock says. `bleed` is in hundredths of a millimetre. Where it `goes_on`, the sheet
    that was printed on last is filled first, else a new one.
    """

    stock: str = ""
    crop_marks: bool | None = None
    bleed: int = 0
    two_sided: TwoSided = TwoSided.NO
    goes_on: bool = False

    def plan(self, stock: Stock, book: StockBook, printer: str = "") -> SheetPlan:
        """Return how the next print goes onto a stock, put right for that printer."""
        marks = stock.crop_marks if self.crop_marks is None else self.crop_marks
        return SheetPlan(
            stock=replace(stock, crop_marks=marks),
            slots=book.free_slots(stock) if self.goes_on else (),
            bleed=self.bleed,
            two_sided=self.two_sided,
            adjustment=book.adjustment(printer, stock),
        )

    def after(self, stock: Stock) -> Self:
        """Return the choices once something was printed.

        Plain paper is cut up, and the next print begins a new sheet unless somebody says so.
        """
        return replace(self, goes_on=self.goes_on and not stock.crop_marks)

    def written(self) -> str:
        """Return the choices as one line of text."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the choices that were written so; the usual ones for a damaged text."""
        try:
            found = json.loads(text)
            read = cls(**found | {"two_sided": TwoSided(found["two_sided"])})
        except (ValueError, TypeError, KeyError):
            return cls()
        sound = isinstance(read.stock, str) and type(read.bleed) is int and read.bleed >= 0
        return read if sound else cls()
