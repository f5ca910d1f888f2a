"""What one computer knows of sheets and rolls: those that come along, its own, and their printers.

A book is never changed; what changes something returns another one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from checkin.domain.stock import Adjustment, Stock
from checkin.domain.text import fold

Printer = str


class UnknownStockError(LookupError):
    """No stock, or several, have a name that begins so; `names` are the several."""

    def __init__(self, names: tuple[str, ...] = ()) -> None:
        super().__init__(names)
        self.names = names


class TakenNameError(ValueError):
    """Another stock has that name."""


@dataclass(frozen=True, slots=True)
class StockBook:
    """`coming_along` are the program's stocks, `own` those made here, in their order.

    `adjustments` are by printer and stock, `left` has the slots still free on the sheet of a stock
    that was used last; both name stocks as they are named.
    """

    coming_along: tuple[Stock, ...]
    own: tuple[Stock, ...] = ()
    adjustments: Mapping[tuple[Printer, str], Adjustment] = field(default_factory=dict)
    left: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def stocks(self) -> tuple[Stock, ...]:
        """All stocks there are, one's own first."""
        return self.own + self.coming_along

    def find(self, text: str) -> Stock:
        """Return the stock whose name, or a part of it, begins so; case and accents aside.

        A whole name goes before a beginning of one, that before a later word.
        Raises `UnknownStockError`.
        """
        wanted = _plain(text)
        found: list[Stock] = []
        for fits in (str.__eq__, str.startswith, _begins_a_word):
            found = [one for one in self.stocks if wanted and fits(_plain(one.name), wanted)]
            if found:
                break
        if len(found) != 1:
            raise UnknownStockError(tuple(one.name for one in found))
        return found[0]

    def with_own(self, stocks: Iterable[Stock]) -> "StockBook":
        """Return a book with more stocks of one's own. Raises `TakenNameError`."""
        own, taken = list(self.own), {_plain(one.name) for one in self.stocks}
        for stock in stocks:
            if _plain(stock.name) in taken:
                raise TakenNameError(stock.name)
            taken.add(_plain(stock.name))
            own.append(stock)
        return replace(self, own=tuple(own))

    def with_changed(self, name: str, stock: Stock) -> "StockBook":
        """Return a book in which one's own stock of that name is another, perhaps renamed.

        What is remembered of it stays its own. Raises `TakenNameError`.
        """
        others = [one for one in self.stocks if one.name != name]
        if _plain(stock.name) in {_plain(one.name) for one in others}:
            raise TakenNameError(stock.name)

        def now(old: str) -> str:
            return stock.name if old == name else old

        return replace(
            self,
            own=tuple(stock if one.name == name else one for one in self.own),
            adjustments={(by, now(of)): one for (by, of), one in self.adjustments.items()},
            left={now(of): slots for of, slots in self.left.items()},
        )

    def without_own(self, name: str) -> "StockBook":
        """Return a book without one's own stock of that name, and nothing remembered of it."""
        return replace(
            self,
            own=tuple(one for one in self.own if one.name != name),
            adjustments={key: one for key, one in self.adjustments.items() if key[1] != name},
            left={of: slots for of, slots in self.left.items() if of != name},
        )

    def adjustment(self, printer: Printer, stock: Stock) -> Adjustment:
        """Return how pages of a stock are adjusted on a printer."""
        return self.adjustments.get((printer, stock.name), Adjustment())

    def adjusted(self, printer: Printer, stock: Stock, adjustment: Adjustment) -> "StockBook":
        """Return a book that remembers an adjustment, or forgets it where there is none."""
        kept = {key: one for key, one in self.adjustments.items() if key != (printer, stock.name)}
        if adjustment != Adjustment():
            kept[printer, stock.name] = adjustment
        return replace(self, adjustments=kept)

    def free_slots(self, stock: Stock) -> tuple[int, ...]:
        """Return the slots still free on the sheet used last, none where a new one is begun."""
        whole = range(1, stock.badges_a_page + 1)
        free = tuple(slot for slot in whole if slot in self.left.get(stock.name, ()))
        return free if len(free) < len(whole) else ()

    def used(self, stock: Stock, left: tuple[int, ...]) -> "StockBook":
        """Return a book that remembers which slots are left on the sheet of a stock."""
        kept = {of: slots for of, slots in self.left.items() if of != stock.name}
        if left:
            kept[stock.name] = left
        return replace(self, left=kept)


def _plain(name: str) -> str:
    # Nobody types the × of a size.
    return " ".join(fold(name).replace("×", "x").replace(" x ", "x").split())


def _begins_a_word(name: str, wanted: str) -> bool:
    words = name.split(" ")
    return any(" ".join(words[at:]).startswith(wanted) for at in range(1, len(words)))
