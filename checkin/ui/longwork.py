"""Long work, one piece at a time: it tells how far it is and can be canceled."""

from collections.abc import Callable
from threading import Event as Flag
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.ui.background import Failed, nothing
from checkin.ui.line import Line

T = TypeVar("T")
Progress = Callable[[int, int], bool]
"""Hears how much of how much is done, and answers whether to go on."""

_BETWEEN_REPORTS = 0.05


class LongWork(QObject):
    """Signals: `started` with what it is called, `progressed` with how much of how much is done,
    `ended` whatever came of it, `canceled` where somebody stopped it and nothing was changed.
    """

    started = Signal(str)
    progressed = Signal(int, int)
    ended = Signal()
    canceled = Signal()

    def __init__(self, line: Line, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.busy = False
        self._line = line
        self._stop = Flag()
        self._reported = 0.0

    def start(
        self,
        title: str,
        work: Callable[[Desk, Progress], T],
        then: Callable[[T], object] = nothing,
        failed: Failed | None = None,
    ) -> bool:
        """Do `work` unless other work is still being done; return whether it was begun."""
        if self.busy:
            self._line.failed.emit(CheckinError("other-work"))
            return False
        self.busy = True
        self._stop.clear()
        self.started.emit(title)

        def finished(result: T) -> None:
            self._end()
            then(result)

        def stopped(error: Exception) -> None:
            self._end()
            if isinstance(error, CheckinError) and error.code == "canceled":
                self.canceled.emit()
            else:
                (failed or self._line.failed.emit)(error)

        self._line.ask(lambda desk: work(desk, self._report), finished, stopped)
        return True

    def cancel(self) -> None:
        """Stop at the next moment at which nothing is left half done."""
        self._stop.set()

    def _report(self, done: int, total: int) -> bool:
        """Pass on how far the work is; called in its own thread."""
        now = monotonic()
        if now - self._reported > _BETWEEN_REPORTS or done >= total:
            self._reported = now
            self.progressed.emit(done, total)
        return not self._stop.is_set()

    def _end(self) -> None:
        self.busy = False
        self.ended.emit()
