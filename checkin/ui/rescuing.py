"""Looks whether the event's file is still there, and saves a copy where it is not."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.services.desk import Desk
from checkin.services.safekeeping import rescue
from checkin.ui.bench import Bench
from checkin.ui.words import sentence


class Rescuing(QObject):
    """`moved` tells of the copy on which to go on; `path` is offered for it."""

    moved = Signal(Path)

    def __init__(self, bench: Bench, path: Path, view: QWidget) -> None:
        super().__init__(view)
        self._bench = bench
        self._path = path
        self._view = view
        self._saving = False

    def look(self) -> None:
        """See what is new in the journal, and that the file is still there."""
        if self._bench.door.idle:
            self._bench.door.ask(Desk.check, failed=self._on_gone)

    def _on_gone(self, error: Exception) -> None:
        """Say so, and again whenever somebody has put it away: nothing is recorded any more."""
        notices = self._bench.notices
        if not self._saving and sentence(error) not in [one.text for one in notices.notices]:
            notices.fail(error, (self.tr("Save a copy…"), self._save_copy))

    def _save_copy(self) -> None:
        """Save what is open under another name, which is all there may be left of it, and go on."""
        self._saving = True
        title = self.tr("Save a copy")
        name, _ = QFileDialog.getSaveFileName(self._view, title, str(self._path))
        self._saving = False
        if not name:
            return
        copy = Path(name)
        # By the line whose connection still holds the file, wherever that is.
        self._bench.door.ask(
            lambda desk: rescue(desk.store, desk.operator, copy),
            lambda _: self.moved.emit(copy),
        )
