"""Reads the stocks that come along."""

import tomllib
from pathlib import Path

from checkin.domain.stock import Stock
from checkin.domain.stockform import StockError, stock_from
from checkin.errors import CheckinError


def read_stocks(path: Path) -> tuple[Stock, ...]:
    """Return the stocks of a file of the shape of stocks.toml, in its order.

    CheckinError `stock-file-unreadable`, or `stock-in-file` with the stock and the reason.
    """
    try:
        found = tomllib.loads(path.read_text("utf-8")).get("stock")
    except (OSError, ValueError) as error:
        raise CheckinError("stock-file-unreadable", path=path) from error
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise CheckinError("stock-file-unreadable", path=path)
    return tuple(_stock(path, at, one) for at, one in enumerate(found, 1))


def _stock(path: Path, at: int, data: dict[str, object]) -> Stock:
    try:
        return stock_from(data)
    except StockError as error:
        name = data.get("name", at)
        raise CheckinError("stock-in-file", path=path, stock=name, reason=error.reason) from error
