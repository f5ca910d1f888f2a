"""What a station prints its badges on, and what is left of the sheet it printed on last."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Self

from checkin.domain.stock import SheetPlan, Stock, TwoSided


@dataclass(frozen=True, slots=True)
class Paper:
    """A station's choices; `written` is how it remembers them.

    `stock` is a name, empty for the usual one. `crop_marks` are printed where they are wanted, None
    for as the stock says. `bleed` is in hundredths of a millimetre. `left` has, by the name of a
    stock, the slots still free on the sheet that was printed on last; prints go there if they go
    on, which `goes_on` tells, else onto a new sheet.
    """

    stock: str = ""
    crop_marks: bool | None = None
    bleed: int = 0
    two_sided: TwoSided = TwoSided.NO
    goes_on: bool = False
    left: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def free(self, stock: Stock) -> tuple[int, ...]:
        """Return the slots still free on the last sheet of a stock, none where it is used up."""
        whole = range(1, stock.badges_a_page + 1)
        free = tuple(one for one in whole if one in self.left.get(stock.name, ()))
        return free if len(free) < len(whole) else ()

    def plan(self, stock: Stock) -> SheetPlan:
        """Return how the next print goes onto a stock."""
        marks = stock.crop_marks if self.crop_marks is None else self.crop_marks
        return SheetPlan(
            stock=replace(stock, crop_marks=marks),
            slots=self.free(stock) if self.goes_on else (),
            bleed=self.bleed,
            two_sided=self.two_sided,
        )

    def going_on(self, stock: Stock, free: tuple[int, ...]) -> Self:
        """Return the choices where the next print is to fill these slots first, none for all."""
        left = {**self.left, stock.name: free}
        return replace(self, left=left, goes_on=bool(free))

    def after(self, plan: SheetPlan, count: int) -> Self:
        """Return the choices once so many badges have come out by a plan.

        Plain paper is cut up, and the next print begins a new sheet unless somebody says so.
        """
        page = max(plan.pages(count) - 1, 0)
        free = tuple(plan.slots_of(page))[len(plan.on_page(page, count)) :]
        left = {name: slots for name, slots in self.left.items() if name != plan.stock.name}
        if free and count:
            left[plan.stock.name] = free
        return replace(self, left=left, goes_on=self.goes_on and not plan.stock.crop_marks)

    def written(self) -> str:
        """Return the choices as one line of text."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the choices that were written so; the usual ones for a damaged text."""
        try:
            found = json.loads(text)
            left = {str(name): tuple(map(int, free)) for name, free in found.pop("left").items()}
            two_sided = TwoSided(found.pop("two_sided"))
            read = cls(**found, two_sided=two_sided, left=left)
        except (ValueError, TypeError, KeyError, AttributeError):
            return cls()
        sound = isinstance(read.stock, str) and type(read.bleed) is int and read.bleed >= 0
        return read if sound else cls()
