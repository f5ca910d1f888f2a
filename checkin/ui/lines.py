"""The lines of work of one open event, each a thread with a connection of its own."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from checkin.services.desk import Desk
from checkin.ui.line import Line
from checkin.ui.roles.duty import Duty


class Lines(QObject):
    """`failed` tells of an exception of any line that nobody else wanted to hear of.

    `door` is for what somebody waits for and watches the journal, `reading` for what pages show,
    `long` for what takes long, `backup` for backups.
    """

    failed = Signal(Exception)

    def __init__(self, open_desk: Callable[[], Desk], duty: Duty, parent: QObject) -> None:
        super().__init__(parent)
        self.door = Line(open_desk, self, duty=duty, watching=True)
        self.reading = Line(open_desk, self, duty=duty)
        self.long = Line(open_desk, self, duty=duty)
        self.backup = Line(open_desk, self, duty=duty)
        # In the order in which they are closed.
        self._all = (self.backup, self.long, self.reading, self.door)
        for one in self._all:
            one.failed.connect(self.failed)

    @property
    def idle(self) -> bool:
        """Tell whether nothing is being done on any."""
        return all(line.idle for line in self._all)

    def close(self) -> list[Exception]:
        """Finish what is being done and let go of the event; return what went wrong in that."""
        return [error for line in self._all if (error := line.close())]
