"""Keeps the counters and the latest scans as they are, not oftener than somebody can read them."""

from PySide6.QtCore import QObject, QTimer

from checkin.services.desk import Desk
from checkin.services.live import Live, live
from checkin.services.reception import LatestScan, latest
from checkin.services.watching import Changed
from checkin.ui.bench import Bench
from checkin.ui.reception.doorway import Doorway
from checkin.ui.reception.side import LATEST_SHOWN, Side

_NOT_OFTENER_THAN_MS = 150
_EVERY_MS = 15_000


class Counting(QObject):
    """How many are registered is counted anew only when somebody was added or changed."""

    def __init__(self, bench: Bench, doorway: Doorway, side: Side) -> None:
        super().__init__(side)
        self._bench = bench
        self._doorway = doorway
        self._counts, self._pace, self._latest = side.counts, side.pace, side.latest
        self._registered: int | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._count)
        # What was within the last five minutes is not for ever, nor is a queue.
        self._now_and_then = QTimer(self)
        self._now_and_then.timeout.connect(self._count_soon)
        self._now_and_then.start(_EVERY_MS)

    def refresh(self, changed: Changed) -> None:
        """Count anew, soon, what those kinds of change may have touched."""
        if changed & ~(Changed.CHECK_INS | Changed.BADGES):
            self._registered = None
        self._count_soon()

    def _count_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start(_NOT_OFTENER_THAN_MS)

    def _count(self) -> None:
        where, registered = self._doorway.list, self._registered

        def work(desk: Desk) -> tuple[Live | None, list[LatestScan]]:
            counted = live(desk.store, desk.operator, where, registered) if where else None
            return counted, latest(desk.store, desk.operator, LATEST_SHOWN)

        def show(answer: tuple[Live | None, list[LatestScan]]) -> None:
            counted, scans = answer
            event, now = self._bench.programme().event, self._bench.outside.now()
            if counted and where and where == self._doorway.list:
                self._registered = counted.overview.registered
                today = where.entrance and where.day == event.day_of(now)
                self._counts.show_overview(counted.overview, today=today)
                self._pace.show_live(counted, event, now)
            self._latest.show_latest(scans, event)

        self._bench.door.ask(work, show)
