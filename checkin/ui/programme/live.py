"""How many are inside each session, asked anew as people come and as time passes."""

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.services.desk import Desk
from checkin.services.rooms import occupancy
from checkin.ui.bench import Bench
from checkin.ui.programme.phrases import Counts

_EVERY_MS = 20_000


class Live(QObject):
    """`counted` tells what there is to show; `ticked` that time has passed."""

    counted = Signal(object)
    ticked = Signal()

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._asked = self._again = False
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

    def _answer(self, counts: Counts) -> None:
        self._asked, again, self._again = False, self._again, False
        self.counted.emit(counts)
        if again:
            self.ask()

    def _fail(self, error: Exception) -> None:
        self._asked = self._again = False
        self._bench.notices.fail(error)

    def _tick(self) -> None:
        self.ticked.emit()
        self.ask()


def _count(desk: Desk) -> Counts:
    return Counts(inside=occupancy(desk.store, desk.operator))
