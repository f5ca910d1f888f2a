"""Counts anew who came, not so often that it would be in anybody's way."""

from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.turnout import Turnout
from checkin.services.desk import Desk
from checkin.services.turnout import Twice, in_twice, turnout
from checkin.ui.bench import Bench

_LEAST_REST_S = 0.5
# While people come in, counting takes a quarter of the time at most.
_RESTS_OF_WORK = 3


class Counting(QObject):
    """`counted` tells a turnout and who is in twice."""

    counted = Signal(Turnout, list)

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._busy = False
        self._stale = False
        self._not_before = 0.0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._count)

    def refresh(self) -> None:
        """Count anew, at once if that has not just been done."""
        self._stale = True
        if self._busy or self._later.isActive():
            return
        wait = self._not_before - monotonic()
        if wait > 0:
            self._later.start(int(wait * 1000) + 1)
        else:
            self._count()

    def _count(self) -> None:
        self._busy, self._stale = True, False
        started = monotonic()

        def work(desk: Desk) -> tuple[Turnout, list[Twice]]:
            seen = turnout(desk.store, desk.operator)
            return seen, in_twice(desk.store, desk.operator) if seen.apart else []

        def done(answer: tuple[Turnout, list[Twice]]) -> None:
            self._rest(started)
            self.counted.emit(*answer)

        def failed(error: Exception) -> None:
            self._rest(started)
            self._bench.notices.fail(error)

        self._bench.reading.ask(work, done, failed)

    def _rest(self, started: float) -> None:
        now = monotonic()
        self._busy = False
        self._not_before = now + max(_LEAST_REST_S, _RESTS_OF_WORK * (now - started))
        if self._stale:
            self.refresh()
