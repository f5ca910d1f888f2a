"""How stocks and adjustments are told on the command line: as lines and as JSON."""

from typing import Any

from checkin.domain.stock import UNITS_A_MILLIMETRE, Adjustment, Stock
from checkin.domain.stockbook import StockBook
from checkin.domain.stockform import PAGES, stock_data


def stock_line(book: StockBook, stock: Stock) -> str:
    """Return a stock's name, what it is and what is known of it, as one line."""
    badge = _size(stock.badge_width, stock.badge_height)
    page = _page(stock)
    one = stock.badges_a_page == 1
    told = [f"one of {badge} a page" if one else f"{stock.badges_a_page} of {badge} on {page}"]
    if stock in book.own:
        told.append("your own")
    if stock.crop_marks:
        told.append("crop marks")
    if free := book.free_slots(stock):
        told.append(f"a sheet is free from slot {free[0]}")
    return f"{stock.name}  ({'; '.join(told)})"


def stock_shape(book: StockBook, stock: Stock) -> dict[str, Any]:
    """Return a stock as JSON shows it, lengths in millimetres."""
    return stock_data(stock) | {
        "crop_marks": stock.crop_marks,
        "badges_a_page": stock.badges_a_page,
        "own": stock in book.own,
        "free": book.free_slots(stock),
        "adjustments": {
            printer: {
                "across": one.across / 100,
                "down": one.down / 100,
                "widen": one.widen / 1_000,
                "heighten": one.heighten / 1_000,
                "turn": one.turn / 1_000,
            }
            for (printer, of), one in book.adjustments.items()
            if of == stock.name
        },
    }


def adjustment_line(adjustment: Adjustment) -> str:
    """Return what is done to pages, in words."""
    told = [
        f"{value:+g} {words}"
        for value, words in (
            (adjustment.across / 100, "mm to the right"),
            (adjustment.down / 100, "mm down"),
            (adjustment.widen / 1_000, "% in width"),
            (adjustment.heighten / 1_000, "% in height"),
            (adjustment.turn / 1_000, "degrees clockwise"),
        )
        if value
    ]
    return ", ".join(told) or "not adjusted"


def _page(stock: Stock) -> str:
    size = stock.page_width, stock.page_height
    named = {sides: name for name, sides in PAGES.items()}
    return named.get(size) or _size(*size)


def _size(width: int, height: int) -> str:
    return f"{width / UNITS_A_MILLIMETRE:g} × {height / UNITS_A_MILLIMETRE:g} mm"
