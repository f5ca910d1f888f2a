"""Reads and writes stocks as plain data, the form in which they stand in files.

Lengths are in millimetres, as packs tell them, with two decimals; pairs are across, then down.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from checkin.domain.stock import UNITS_A_MILLIMETRE, Stock
from checkin.domain.text import clean

# A badge smaller than a stamp or a page larger than A2 is a slip of the finger.
LEAST_SIDE, MOST_SIDE = 1_000, 60_000
MOST_BADGES = 1_000
LONGEST_NAME = 80
PAGES = {
    "A3": (29_700, 42_000),
    "A4": (21_000, 29_700),
    "A5": (14_800, 21_000),
    "A6": (10_500, 14_800),
    "A7": (7_400, 10_500),
    "Letter": (21_590, 27_940),
    "Legal": (21_590, 35_560),
}
_KEYS = frozenset(
    {"name", "maker", "page", "badge", "grid", "margin", "gap", "corner", "crop_marks"}
)


class StockError(ValueError):
    """What is wrong with a stock, as the code of a reason: `stock-grid`, `stock-fit`…"""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.reason = f"stock-{field}"


def stock_from(data: Mapping[str, object]) -> Stock:
    """Return the stock that data describe; without a `margin` its badges are centred.

    Raises `StockError`.
    """
    if set(data) - _KEYS:
        raise StockError("unknown")
    reader = _Reader(data)
    name, maker = reader.text("name"), reader.text("maker", "")
    page_width, page_height = reader.page()
    badge_width, badge_height = reader.lengths("badge")
    columns, rows = reader.counts("grid", (1, 1))
    column_gap, row_gap = reader.lengths("gap", (0, 0))
    centred = (
        (page_width - columns * (badge_width + column_gap) + column_gap) // 2,
        (page_height - rows * (badge_height + row_gap) + row_gap) // 2,
    )
    left, top = reader.lengths("margin", centred)
    return checked(
        Stock(
            name=name,
            page_width=page_width,
            page_height=page_height,
            columns=columns,
            rows=rows,
            badge_width=badge_width,
            badge_height=badge_height,
            left=left,
            top=top,
            column_gap=column_gap,
            row_gap=row_gap,
            maker=maker,
            crop_marks=reader.yes("crop_marks"),
            corner=reader.length("corner"),
        )
    )


def stock_data(stock: Stock) -> dict[str, object]:
    """Return what `stock_from` reads back as the same stock."""
    data: dict[str, object] = {
        "name": stock.name,
        "maker": stock.maker,
        "page": _millimetres(stock.page_width, stock.page_height),
        "badge": _millimetres(stock.badge_width, stock.badge_height),
        "grid": [stock.columns, stock.rows],
        "margin": _millimetres(stock.left, stock.top),
        "gap": _millimetres(stock.column_gap, stock.row_gap),
        "corner": stock.corner / UNITS_A_MILLIMETRE,
    }
    return data | ({"crop_marks": True} if stock.crop_marks else {})


def checked(stock: Stock) -> Stock:
    """Return a stock that can be printed on. Raises `StockError` for any other."""
    sane = {
        "name": clean(stock.name) == stock.name and 0 < len(stock.name) <= LONGEST_NAME,
        "maker": clean(stock.maker) == stock.maker and len(stock.maker) <= LONGEST_NAME,
        "page": _is_side(stock.page_width) and _is_side(stock.page_height),
        "badge": _is_side(stock.badge_width) and _is_side(stock.badge_height),
        "grid": min(stock.columns, stock.rows) >= 1 and stock.badges_a_page <= MOST_BADGES,
        "fit": stock.right <= stock.page_width and stock.bottom <= stock.page_height,
        "margin": min(stock.left, stock.top) >= 0,
        "gap": min(stock.column_gap, stock.row_gap) >= 0,
        "corner": 0 <= 2 * stock.corner <= min(stock.badge_width, stock.badge_height),
    }
    for field, right in sane.items():
        if not right:
            raise StockError(field)
    return stock


def _is_side(length: int) -> bool:
    return LEAST_SIDE <= length <= MOST_SIDE


def _millimetres(across: int, down: int) -> list[float]:
    return [across / UNITS_A_MILLIMETRE, down / UNITS_A_MILLIMETRE]


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is asked of the data is there and of its kind, or a fault."""

    data: Mapping[str, object]

    def text(self, field: str, usual: str | None = None) -> str:
        value = self.data.get(field, usual)
        if not isinstance(value, str):
            raise StockError(field)
        return value

    def yes(self, field: str) -> bool:
        value = self.data.get(field, False)
        if not isinstance(value, bool):
            raise StockError(field)
        return value

    def length(self, field: str) -> int:
        return _units(self.data.get(field, 0), field)

    def lengths(self, field: str, usual: tuple[int, int] | None = None) -> tuple[int, int]:
        if usual and field not in self.data:
            return usual
        across, down = self._pair(field)
        return _units(across, field), _units(down, field)

    def counts(self, field: str, usual: tuple[int, int]) -> tuple[int, int]:
        if field not in self.data:
            return usual
        across, down = self._pair(field)
        # Not an isinstance: true is a number to Python.
        if type(across) is not int or type(down) is not int:
            raise StockError(field)
        return across, down

    def page(self) -> tuple[int, int]:
        value = self.data.get("page")
        if not isinstance(value, str):
            return self.lengths("page")
        if value not in PAGES:
            raise StockError("page")
        return PAGES[value]

    def _pair(self, field: str) -> tuple[object, object]:
        value = self.data.get(field)
        if not isinstance(value, list) or len(value) != 2:
            raise StockError(field)
        return value[0], value[1]


def _units(value: object, field: str) -> int:
    # A comparison with NaN is never true.
    if type(value) not in {int, float} or not abs(value) <= MOST_SIDE:  # type: ignore[arg-type]
        raise StockError(field)
    return round(value * UNITS_A_MILLIMETRE)  # type: ignore[operator]
