"""Looks for people who are on the list twice; merges them or keeps them apart, and undoes it."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.duplicates import Pair
from checkin.domain.merging import Side
from checkin.domain.roles import Action
from checkin.services.browsing import roster_counts
from checkin.services.desk import Desk
from checkin.services.duplicates import Comparison, compare, likely_duplicates, without
from checkin.services.merging import (
    Merged,
    keep_apart,
    merge,
    take_back_apart,
    take_back_merger,
)
from checkin.ui.attendees.changing import Changing
from checkin.ui.attendees.duplicatesdialog import DuplicatesDialog
from checkin.ui.bench import Bench
from checkin.ui.trust import may

# So many are looked through unasked, in a moment; of more only when somebody asks.
MOST_UNASKED = 10_000
_LOOK_AFTER_MS = 700


class Duplicates(QObject):
    """`counted` tells how many likely duplicates there are, None where nobody looked.

    `dialog` is the one that is open, if any.
    """

    counted = Signal(object)

    def __init__(self, bench: Bench, changing: Changing, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._changing = changing
        self._page = page
        self.dialog: DuplicatesDialog | None = None
        self._undo: Callable[[], None] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_LOOK_AFTER_MS)
        self._soon.timeout.connect(self._count)

    def count_soon(self) -> None:
        """Count anew, once the list has been left alone for a moment."""
        if self._bench.operator.may(Action.CHANGE_ROSTER):
            self._soon.start()

    def begin(self) -> None:
        """Look, and show what is found."""
        if self.dialog or not may(self._bench, Action.CHANGE_ROSTER):
            return
        title = self.tr("Looking for duplicates…")
        self._bench.long.start(title, lambda desk, _: _found(desk), self._show)

    def _count(self) -> None:
        def work(desk: Desk) -> int | None:
            few = roster_counts(desk.store, desk.operator).total <= MOST_UNASKED
            return len(_found(desk)) if few else None

        self._bench.reading.ask(work, self.counted.emit)

    def _show(self, pairs: Sequence[Pair]) -> None:
        event, now = self._bench.programme().event, self._bench.outside.now()
        self.dialog = dialog = DuplicatesDialog(self._page, event, now)
        dialog.looked.connect(self._compare)
        dialog.merging.connect(self._merge)
        dialog.parting.connect(self._part)
        dialog.undoing.connect(self._take_back)
        dialog.show_pairs(pairs)
        dialog.exec()
        self.dialog = None

    def _compare(self, pair: Pair) -> None:
        def work(desk: Desk) -> Comparison:
            return compare(desk.store, desk.operator, pair)

        dialog = self._open()
        self._bench.door.ask(work, lambda found: dialog.show_pair(pair, found), dialog.fail_with)

    def _merge(self, pair: Pair, choices: Mapping[str, Side]) -> None:
        def work(desk: Desk) -> Merged:
            return merge(desk.store, desk.operator, pair.first, pair.second, choices)

        def merged(done: Merged) -> None:
            said = self.tr("{name} is one person now.").format(name=done.person.name)
            left = without(self._open().pairs, pair, done)
            self._settled(pair, left, said, lambda desk: self._separate(desk, done))

        self._bench.door.ask(work, merged, self._open().fail_with)

    def _part(self, pair: Pair) -> None:
        def work(desk: Desk) -> None:
            keep_apart(desk.store, desk.operator, pair.first, pair.second)

        def parted(_: object) -> None:
            said = self.tr("{one} and {other} are kept apart.")
            text = said.format(one=pair.first.name, other=pair.second.name)
            left = without(self._open().pairs, pair)
            self._settled(pair, left, text, lambda desk: _rejoin(desk, pair))

        self._bench.door.ask(work, parted, self._open().fail_with)

    def _separate(self, desk: Desk, done: Merged) -> None:
        take_back_merger(desk.store, desk.operator, done.record)

    def _settled(
        self, pair: Pair, left: Sequence[Pair], said: str, undo: Callable[[Desk], None]
    ) -> None:
        """Go on with the pairs that are left, and offer to undo it: here, and on the page."""
        dialog = self.dialog
        before = dialog.pairs if dialog else ()

        def take_back() -> None:
            self._bench.door.ask(undo, undone, self._fail)

        def undone(_: object) -> None:
            self._undo = None
            self._changing.forget(take_back)
            if self.dialog:
                self.dialog.show_pairs(before, before.index(pair))
            else:
                self._bench.notices.done(self.tr("They are two again, as before."))

        self._undo = take_back
        self._changing.offer(said, take_back)
        if dialog:
            dialog.show_pairs(left, before.index(pair), said)

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        if undo:
            undo()

    def _fail(self, error: Exception) -> None:
        (self.dialog.fail_with if self.dialog else self._bench.notices.fail)(error)

    def _open(self) -> DuplicatesDialog:
        assert self.dialog, "asked for by a dialog that is open"
        return self.dialog


def _found(desk: Desk) -> list[Pair]:
    return likely_duplicates(desk.store, desk.operator)


def _rejoin(desk: Desk, pair: Pair) -> None:
    take_back_apart(desk.store, desk.operator, pair.first, pair.second)
