"""Undoes a check-in or a group's, and asks why where that takes a word."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checkin.errors import CheckinError
from checkin.services.annulment import undo, undo_together
from checkin.services.desk import Desk
from checkin.services.reception import name_of_badge
from checkin.ui.bench import Bench
from checkin.ui.dates import clock
from checkin.ui.reception.screen import undone
from checkin.ui.reception.together import group_undone
from checkin.ui.reception.why import WhyDialog


class TakingBack(QObject):
    """`undone` tells the Screen that says whose check-in was undone, or which group's."""

    undone = Signal(object)

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page

    def undo(self, named: str | None, why: str = "") -> None:
        """Undo a check-in, or the operator's last one where none is named."""

        def work(desk: Desk) -> tuple[str, int]:
            _, recorded = undo(desk.store, desk.operator, named, why)
            return name_of_badge(desk.store, desk.operator, recorded.badge), recorded.at

        def say(answer: tuple[str, int]) -> None:
            name, at = answer
            self.undone.emit(undone(name, clock(at, self._bench.programme().event)))

        again = partial(self.undo, named)
        self._bench.door.ask(work, say, lambda error: self._fail(error, again))

    def undo_group(self, names: Sequence[str], organisation: str, why: str = "") -> None:
        """Undo the check-ins of a group that came together."""

        def work(desk: Desk) -> int:
            return undo_together(desk.store, desk.operator, names, why)

        def say(count: int) -> None:
            self.undone.emit(group_undone(organisation, count))

        again = partial(self.undo_group, names, organisation)
        self._bench.door.ask(work, say, lambda error: self._fail(error, again))

    def _fail(self, error: Exception, again: Callable[[str], None]) -> None:
        """Ask why where that is all that is missing, and do it with that word."""
        if isinstance(error, CheckinError) and error.code == "undo-why-missing":
            if words := WhyDialog.of_undoing(self._page).words():
                again(words)
        else:
            self._bench.notices.fail(error)
