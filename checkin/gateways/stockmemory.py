"""Keeps what this computer knows of stocks in a small JSON file beside its settings."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from checkin.domain.stock import Adjustment, Stock
from checkin.domain.stockbook import StockBook
from checkin.domain.stockform import StockError, stock_data, stock_from
from checkin.errors import CheckinError
from checkin.gateways.atomic import replacing


def load_book(path: Path, coming_along: tuple[Stock, ...]) -> StockBook:
    """Return the book that is kept; what is missing or damaged of it is left out."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        found = {}
    data = found if isinstance(found, dict) else {}
    names = {one.name for one in coming_along}
    own = {one.name: one for one in _stocks(data.get("own")) if one.name not in names}
    return StockBook(
        coming_along,
        own=tuple(own.values()),
        adjustments=dict(_adjustments(data.get("adjustments"))),
        left=dict(_left(data.get("left"))),
    )


def save_book(path: Path, book: StockBook) -> None:
    """Write the file whole or not at all. CheckinError as from `replacing`."""
    data = {
        "own": [stock_data(one) for one in book.own],
        "adjustments": [
            {"printer": printer, "stock": stock} | asdict(one)
            for (printer, stock), one in book.adjustments.items()
        ],
        "left": {name: list(slots) for name, slots in book.left.items()},
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CheckinError("file-fault", path=path, why=error.strerror or str(error)) from error
    with replacing(path) as draft:
        draft.write_text(json.dumps(data, indent=2, ensure_ascii=False), "utf-8")


def _stocks(found: object) -> Iterator[Stock]:
    for one in _objects(found):
        try:
            yield stock_from(one)
        except StockError:
            continue


def _adjustments(found: object) -> Iterator[tuple[tuple[str, str], Adjustment]]:
    for one in _objects(found):
        printer, stock = one.pop("printer", None), one.pop("stock", None)
        named = isinstance(printer, str) and isinstance(stock, str)
        if named and set(one) == set(asdict(Adjustment())) and _are_counts(one.values()):
            adjustment = Adjustment(**one)  # type: ignore[arg-type]
            if adjustment.is_sane:
                yield (str(printer), str(stock)), adjustment


def _left(found: object) -> Iterator[tuple[str, tuple[int, ...]]]:
    for name, slots in found.items() if isinstance(found, dict) else ():
        if isinstance(slots, list) and slots and _are_counts(slots):
            yield name, tuple(slots)


def _objects(found: object) -> list[dict[str, object]]:
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _are_counts(found: Iterable[object]) -> bool:
    # Not an isinstance: true is a number to Python.
    return all(type(one) is int for one in found)
