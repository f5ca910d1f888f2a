"""How many are inside each session and booked it, asked anew as people come and time passes."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.bookings import is_booked
from checkin.services.bookings import Bookings, bookings
from checkin.services.desk import Desk
from checkin.services.rooms import occupancy
from checkin.ui.bench import Bench
from checkin.ui.programme.phrases import Counts

_EVERY_MS = 20_000


class Live(QObject):
    """`counted` tells what there is to show, `booked` where bookings do not fit; `ticked` that time
    has passed.
    """

    counted = Signal(object)
    booked = Signal(object)
    ticked = Signal()

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._asked = self._again = False
        self._counts = Counts()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)

    def watch(self, watched: bool) -> None:
        """Ask now and then while somebody looks."""
        if watched:
            self._timer.start(_EVERY_MS)
            self._tick()
        else:
            self._timer.stop()

    def ask(self) -> None:
        """Count anew; asked again while counting, it counts once more after."""
        if self._asked:
            self._again = True
            return
        self._asked = True
        self._bench.reading.ask(_count, self._answer, self._fail)

    def ask_bookings(self) -> None:
        """Count bookings anew, for which everybody is looked at: not at each scan."""
        self._bench.reading.ask(_booked, self._show_bookings, self._fail)

    def _show_bookings(self, found: Bookings) -> None:
        any_booked = any(one.count for one in found.booked)
        counts = {
            one.session.id: one.count
            for one in found.booked
            if one.count or (any_booked and is_booked(one.session))
        }
        self._counts = replace(self._counts, booked=counts)
        self.counted.emit(self._counts)
        self.booked.emit(found)

    def _answer(self, inside: dict[str, int]) -> None:
        self._asked, again, self._again = False, self._again, False
        self._counts = replace(self._counts, inside=inside)
        self.counted.emit(self._counts)
        if again:
            self.ask()

    def _fail(self, error: Exception) -> None:
        self._asked = self._again = False
        self._bench.notices.fail(error)

    def _tick(self) -> None:
        self.ticked.emit()
        self.ask()


def _count(desk: Desk) -> dict[str, int]:
    return occupancy(desk.store, desk.operator)


def _booked(desk: Desk) -> Bookings:
    return bookings(desk.store, desk.operator)
