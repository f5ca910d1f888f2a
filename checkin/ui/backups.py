"""Keeps backups while an event is open: now and then, on a line of its own, and without a word."""

from PySide6.QtCore import QObject, QTimer

from checkin.errors import CheckinError
from checkin.services.backups import Backup, back_up_when_due
from checkin.services.desk import Desk
from checkin.ui.bench import Bench
from checkin.ui.line import Line

_LOOK_EVERY_MS = 60_000


class Backups(QObject):
    """What stands in the way is said once, until a backup is made again."""

    def __init__(self, bench: Bench, line: Line, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._line = line
        self._said = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_EVERY_MS)

    def look(self) -> None:
        """Make a backup if one is due; never two at a time."""
        if self._line.idle:
            chosen = self._bench.outside.load_settings().backup_folder

            def work(desk: Desk) -> Backup | None:
                return back_up_when_due(desk.store, desk.operator, chosen)

            self._line.ask(work, self._made, self._failed)

    def stop(self) -> None:
        """Make no more."""
        self._timer.stop()

    def _made(self, made: Backup | None) -> None:
        if made:
            self._said = ""

    def _failed(self, error: Exception) -> None:
        said = error.code if isinstance(error, CheckinError) else repr(error)
        if said != self._said:
            self._said = said
            self._bench.notices.fail(error)
