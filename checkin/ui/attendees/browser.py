"""Finds and orders the people of the table, off the window's thread, the latest wish winning."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.services.browsing import SortBy, listing, row_of, rows
from checkin.services.desk import Desk
from checkin.ui.attendees.rows import COLUMNS, People
from checkin.ui.bench import Bench

_PAUSE_MS = 60


@dataclass(frozen=True, slots=True)
class Listed:
    """People found for a text, in an order; in `row` is who was to stay chosen, -1 for nowhere."""

    search: str
    sort: SortBy
    descending: bool
    numbers: "array[int]"
    row: int

    @property
    def order(self) -> tuple[str, SortBy, bool]:
        """What was wished for."""
        return self.search, self.sort, self.descending


class Browser(QObject):
    """Signals: `listed` with what was found; `ordered` when another order is wished for.

    One list is asked for at a time; what is wished for meanwhile is asked for after it, once.
    """

    listed = Signal(object)
    ordered = Signal()

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self.search = ""
        self.sort = SortBy.NAME
        self.descending = False
        self.chosen: int | None = None
        self._wanted_id = ""
        self._asking = False
        self._again = False
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.timeout.connect(self.look)

    @property
    def idle(self) -> bool:
        """Tell whether what is shown is what was wished for."""
        return not self._asking and not self._typing.isActive()

    def find(self, text: str) -> None:
        """Look for what somebody types, once they pause."""
        if text.strip() != self.search:
            self.search = text.strip()
            self._typing.start(_PAUSE_MS)

    def order_by(self, sort: SortBy) -> None:
        """Sort by a column; by the one sorted by already, the other way round."""
        self.descending = sort is self.sort and not self.descending
        self.sort = sort
        self.ordered.emit()
        self.look()

    def next_order(self) -> None:
        """Sort by the next column."""
        sorts = [sort for sort, _ in COLUMNS]
        self.order_by(sorts[(sorts.index(self.sort) + 1) % len(sorts)])

    def choose(self, attendee: str) -> None:
        """List anew, and choose somebody by id, whatever row they are in then."""
        self._wanted_id = attendee
        self.look()

    def look(self) -> None:
        """List anew."""
        if self._asking:
            self._again = True
            return
        self._typing.stop()
        self._asking, self._again = True, False
        wish = (self.search, self.sort, self.descending)
        chosen, wanted_id = self.chosen, self._wanted_id

        def work(desk: Desk) -> tuple[Listed, int | None]:
            numbers = listing(desk.store, desk.operator, *wish)
            who = row_of(desk.store, desk.operator, wanted_id) if wanted_id else chosen
            row = numbers.index(who) if who is not None and who in numbers else -1
            return Listed(*wish, numbers, row), who

        def answered(answer: tuple[Listed, int | None]) -> None:
            self._asking = False
            found, who = answer
            latest = wish == (self.search, self.sort, self.descending)
            if latest:
                self._answer(found, who, wanted_id)
            if self._again or not latest:
                self.look()

        def failed(error: Exception) -> None:
            self._asking = False
            self._bench.notices.fail(error)

        self._bench.reading.ask(work, answered, failed)

    def _answer(self, found: Listed, who: int | None, wanted_id: str) -> None:
        if wanted_id:
            self._wanted_id = "" if wanted_id == self._wanted_id else self._wanted_id
            self.chosen = who
        elif self.chosen != who:
            # Somebody else was chosen while the list was being made.
            there = self.chosen is not None and self.chosen in found.numbers
            row = found.numbers.index(self.chosen) if self.chosen is not None and there else -1
            found = replace(found, row=row)
        self.listed.emit(found)

    def fetch(self, numbers: Sequence[int], then: Callable[[People], None]) -> None:
        """Ask for the people of some numbers."""

        def work(desk: Desk) -> People:
            return rows(desk.store, desk.operator, numbers)

        def failed(error: Exception) -> None:
            then([None] * len(numbers))
            self._bench.notices.fail(error)

        self._bench.reading.ask(work, then, failed)
