"""Undoes a check-in, and asks why where that takes a word."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checkin.errors import CheckinError
from checkin.services.annulment import undo
from checkin.services.desk import Desk
from checkin.services.reception import name_of_badge
from checkin.ui.bench import Bench
from checkin.ui.dates import clock
from checkin.ui.reception.screen import undone
from checkin.ui.reception.why import WhyDialog


class TakingBack(QObject):
    """`undone` tells the Screen that says whose check-in was undone."""

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

        def failed(error: Exception) -> None:
            if isinstance(error, CheckinError) and error.code == "undo-why-missing":
                if words := WhyDialog.of_undoing(self._page).words():
                    self.undo(named, words)
            else:
                self._bench.notices.fail(error)

        self._bench.door.ask(work, say, failed)
