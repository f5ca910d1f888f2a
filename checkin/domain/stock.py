"""The sheets and rolls badges are printed on, and how a print makes use of them.

Lengths are in hundredths of a millimetre from the upper left corner of the page. Slots, the places
of badges on a page, count from 1, row by row; pages count from 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

UNITS_A_MILLIMETRE = 100
# What is further off than 20 mm, 5 % or 5 degrees is set wrong at the printer itself.
MOST_SHIFT, MOST_STRETCH, MOST_TURN = 2_000, 5_000, 5_000


@dataclass(frozen=True, slots=True)
class Stock:
    """Pages of equal badges in rows and columns, a page of one badge being a roll or a card.

    `corner` is the radius that the corners of the badges are cut with. With `crop_marks` it is
    plain paper, cut along them.
    """

    name: str
    page_width: int
    page_height: int
    columns: int
    rows: int
    badge_width: int
    badge_height: int
    left: int
    top: int
    column_gap: int = 0
    row_gap: int = 0
    maker: str = ""
    crop_marks: bool = False
    corner: int = 0

    @property
    def badges_a_page(self) -> int:
        return self.columns * self.rows

    @property
    def right(self) -> int:
        """Where the last column ends."""
        return self.left + self.columns * (self.badge_width + self.column_gap) - self.column_gap

    @property
    def bottom(self) -> int:
        """Where the last row ends."""
        return self.top + self.rows * (self.badge_height + self.row_gap) - self.row_gap

    def position(self, slot: int) -> tuple[int, int]:
        """Return the upper left corner of a slot."""
        row, column = divmod(slot - 1, self.columns)
        return (
            self.left + column * (self.badge_width + self.column_gap),
            self.top + row * (self.badge_height + self.row_gap),
        )


class TwoSided(StrEnum):
    """Over which edge of the paper the printer turns it for the backs, if it does.

    Values are stored and typed: never rename one.
    """

    NO = "no"
    LONG_EDGE = "long"
    SHORT_EDGE = "short"


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What is done to a page so that it comes out right on a printer that is a little off.

    The page is first turned clockwise by thousandths of a degree and widened and heightened by
    hundred-thousandths, both about its middle, then moved by hundredths of a millimetre to the
    right and down.
    """

    across: int = 0
    down: int = 0
    widen: int = 0
    heighten: int = 0
    turn: int = 0

    @property
    def is_sane(self) -> bool:
        """Tell whether a printer may well be that much off."""
        return (
            max(abs(self.across), abs(self.down)) <= MOST_SHIFT
            and max(abs(self.widen), abs(self.heighten)) <= MOST_STRETCH
            and abs(self.turn) <= MOST_TURN
        )


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """How badges go onto pages of a stock.

    The first page may have been used: it is filled from slot `first` on, where `slots` are named
    only in those. All later pages are whole. `bleed` is how far colours go on past the edges of a
    badge. Each page of fronts is followed by one of backs where it is `two_sided`.
    """

    stock: Stock
    first: int = 1
    slots: tuple[int, ...] = ()
    bleed: int = 0
    two_sided: TwoSided = TwoSided.NO
    adjustment: Adjustment = Adjustment()

    def slots_of(self, page: int) -> Sequence[int]:
        """Return the slots that are filled on a page, in their order."""
        whole = range(1, self.stock.badges_a_page + 1)
        if page:
            return whole
        return [one for one in whole if one >= self.first and (not self.slots or one in self.slots)]

    def pages(self, count: int) -> int:
        """Return how many pages so many badges take, both sides being one page."""
        if not count:
            return 0
        return 1 - (-max(count - len(self.slots_of(0)), 0) // self.stock.badges_a_page)

    def on_page(self, page: int, count: int) -> range:
        """Return which of so many badges come onto a page, counted from 0."""
        start = len(self.slots_of(0)) + (page - 1) * self.stock.badges_a_page if page else 0
        return range(min(start, count), min(start + len(self.slots_of(page)), count))

    def left(self, count: int) -> tuple[int, ...]:
        """Return which slots of the last page are still free once so many badges are on it."""
        last = max(self.pages(count) - 1, 0)
        return tuple(self.slots_of(last)[len(self.on_page(last, count)) :])

    def next_free(self, count: int) -> int:
        """Return the first slot that is left on the last page, 1 for a new one."""
        return next(iter(self.left(count)), 1)


# 90 × 60 mm is what the usual badge holders take. The gaps hold the crop marks, so that a
# knife that strays by half a millimetre never shows a neighbour's colour.
A4_EIGHT = Stock(
    name="A4, eight of 90 × 60 mm",
    page_width=21_000,
    page_height=29_700,
    columns=2,
    rows=4,
    badge_width=9_000,
    badge_height=6_000,
    left=1_200,
    top=1_950,
    column_gap=600,
    row_gap=600,
    crop_marks=True,
)
USUAL_PLAN = SheetPlan(A4_EIGHT)
