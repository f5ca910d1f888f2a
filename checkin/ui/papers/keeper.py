"""Keeps the emergency list fresh in a folder while an event is open, without being in the way."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from checkin.errors import CheckinError
from checkin.render.emergency import KeptFiles, write_emergency
from checkin.services.desk import Desk
from checkin.services.emergency import emergency
from checkin.services.watching import Changed
from checkin.ui.bench import Bench
from checkin.ui.line import Line
from checkin.ui.saving import say_saved

_LOOK_EVERY_MS = 60_000
EVERY_MS = 5 * 60_000
_CONCERNS = Changed.EVENT | Changed.LISTS | Changed.ATTENDEES | Changed.CHECK_INS


class EmergencyKeeper(QObject):
    """What stands in the way is said once, until the list is written again, and tried again.

    `written` is when that was last (Unix ms), None for not yet.
    """

    def __init__(self, bench: Bench, line: Line, parent: QObject) -> None:
        super().__init__(parent)
        self.written: int | None = None
        self._bench = bench
        self._line = line
        self._stale = True
        self._busy = False
        self._said = ""
        self._says_where = False
        bench.news.changed.connect(self._note)
        bench.news.emergency_wanted.connect(self.begin)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_EVERY_MS)

    @property
    def folder(self) -> str:
        """Where it is kept, empty for nowhere."""
        return self._bench.outside.load_settings().emergency_folder

    def look(self) -> None:
        """Write the list if anything changed, five minutes after the last time at the earliest."""
        now = self._bench.outside.now()
        due = self.written is None or not 0 <= now - self.written < EVERY_MS
        if self._stale and due and self.folder:
            self.write()

    def write(self) -> None:
        """Write the list now."""
        folder = self.folder
        if self._busy or not folder:
            return
        self._busy, self._stale = True, False
        self._line.ask(lambda desk: write_into(desk, Path(folder)), self._done, self._fail)

    def begin(self) -> None:
        """Write the list, the folder being another now, and say where it is."""
        self._said, self.written, self._says_where = "", None, True
        self.write()

    def _note(self, changed: Changed) -> None:
        self._stale |= bool(changed & _CONCERNS)

    def _done(self, files: KeptFiles) -> None:
        self._busy, self._said = False, ""
        self.written = self._bench.outside.now()
        if self._says_where:
            self._says_where = False
            words = self.tr("The emergency list is kept as {file}.")
            say_saved(self._bench.notices, words.format(file=files.people.name), files.people)

    def _fail(self, error: Exception) -> None:
        self._busy, self._stale = False, True
        said = error.code if isinstance(error, CheckinError) else repr(error)
        if said != self._said:
            self._said = said
            self._bench.notices.fail(error)


def write_into(desk: Desk, folder: Path) -> KeptFiles:
    """Write list and sheet into a folder; CheckinError says what stands in the way."""
    if not folder.is_dir():
        raise CheckinError("emergency-folder-gone", path=folder)
    made = emergency(desk.store, desk.operator)
    try:
        return write_emergency(folder, made)
    except CheckinError as error:
        if error.code != "cannot-write":
            raise
        raise CheckinError("emergency-unwritable", path=folder, why=error.facts["why"]) from error
