"""Looks for people who are on the list twice; merges them or keeps them apart, and undoes it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.duplicates import Pair
from checkin.domain.merging import Side
from checkin.domain.roles import Action
from checkin.services.desk import Desk
from checkin.services.duplicates import (
    Comparison,
    compare,
    duplicates_at_a_glance,
    likely_duplicates,
    without,
)
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
        self._done: _Done | None = None
        self._before: tuple[Sequence[Pair], Pair]
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
            return duplicates_at_a_glance(desk.store, desk.operator)

        self._bench.reading.ask(work, self.counted.emit)

    def _show(self, pairs: Sequence[Pair]) -> None:
        event, now = self._bench.programme().event, self._bench.outside.now()
        self.dialog = dialog = DuplicatesDialog(self._page, event, now)
        dialog.looked.connect(partial(self._compare, dialog))
        dialog.merging.connect(partial(self._merge, dialog))
        dialog.parting.connect(partial(self._part, dialog))
        dialog.undoing.connect(self._take_back)
        dialog.show_pairs(pairs)
        dialog.exec()
        self.dialog = None
        self._offer()

    def _compare(self, dialog: DuplicatesDialog, pair: Pair) -> None:
        def work(desk: Desk) -> Comparison:
            return compare(desk.store, desk.operator, pair)

        def compared(found: Comparison) -> None:
            if not dialog.over:
                dialog.show_pair(pair, found)

        self._bench.door.ask(work, compared, partial(self._fail, dialog))

    def _merge(self, dialog: DuplicatesDialog, pair: Pair, choices: Mapping[str, Side]) -> None:
        def work(desk: Desk) -> Merged:
            return merge(desk.store, desk.operator, pair.first, pair.second, choices)

        def merged(done: Merged) -> None:
            said = self.tr("{name} is one person now.").format(name=done.person.name)
            left = without(dialog.pairs, pair, done)
            self._settled(dialog, pair, left, _Done(said, partial(_separate, done.record)))

        self._bench.door.ask(work, merged, partial(self._fail, dialog))

    def _part(self, dialog: DuplicatesDialog, pair: Pair) -> None:
        def work(desk: Desk) -> None:
            keep_apart(desk.store, desk.operator, pair.first, pair.second)

        def parted(_: object) -> None:
            said = self.tr("{one} and {other} are kept apart.")
            text = said.format(one=pair.first.name, other=pair.second.name)
            left = without(dialog.pairs, pair)
            self._settled(dialog, pair, left, _Done(text, partial(_rejoin, pair)))

        self._bench.door.ask(work, parted, partial(self._fail, dialog))

    def _settled(
        self, dialog: DuplicatesDialog, pair: Pair, left: Sequence[Pair], done: "_Done"
    ) -> None:
        """Go on with the pairs that are left; undone, it is the old ones again."""
        before, self._done = (dialog.pairs, pair), done
        if dialog.over:
            self._offer()
        else:
            self._before = before
            dialog.show_pairs(left, dialog.pairs.index(pair), done.said)

    def _offer(self) -> None:
        """Offer on the page to undo what was done last, now that the dialog is closed."""
        if self._done:
            self._changing.offer(self._done.said, self._take_back)

    def _take_back(self) -> None:
        done, self._done = self._done, None
        if done is None:
            return
        dialog = self.dialog

        def undone(_: object) -> None:
            if dialog and not dialog.over:
                pairs, pair = self._before
                dialog.show_pairs(pairs, pairs.index(pair))
            else:
                self._bench.notices.done(self.tr("They are two again, as before."))

        self._bench.door.ask(done.undo, undone, partial(self._fail, dialog))

    def _fail(self, dialog: DuplicatesDialog | None, error: Exception) -> None:
        (self._bench.notices if dialog is None or dialog.over else dialog).fail(error)


@dataclass(frozen=True, slots=True)
class _Done:
    """What was done last, in words, and what undoes it."""

    said: str
    undo: Callable[[Desk], None]


def _found(desk: Desk) -> list[Pair]:
    return likely_duplicates(desk.store, desk.operator)


def _separate(record: str, desk: Desk) -> None:
    take_back_merger(desk.store, desk.operator, record)


def _rejoin(pair: Pair, desk: Desk) -> None:
    take_back_apart(desk.store, desk.operator, pair.first, pair.second)
