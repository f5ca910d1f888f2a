"""Writes everybody into a workbook or CSV file."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.domain.roles import Action
from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.services.permission import require
from checkin.services.registration import roster
from checkin.ui.bench import Bench
from checkin.ui.longwork import Progress

_NOT_IN_FILE_NAMES = '<>:"/\\|?*'
_LONGEST_NAME = 80


class Exporting(QObject):
    """Asks where to, and writes in the background."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page

    def begin(self) -> None:
        """Ask for the file to write."""
        pattern = self.tr("Workbook (*.xlsx);;CSV (*.csv)")
        name, chosen = QFileDialog.getSaveFileName(
            self._page, self.tr("Export attendees"), str(self._proposal()), pattern
        )
        if name:
            path = Path(name)
            ending = ".csv" if "*.csv" in chosen else ".xlsx"
            self.write(path if path.suffix else path.with_suffix(ending))

    def write(self, path: Path) -> None:
        """Write everybody into a file, or leave none."""
        outside = self._bench.outside

        def work(desk: Desk, progress: Progress) -> int:
            require(desk.operator, Action.EXPORT)
            people = roster(desk.store, desk.operator)
            if not progress(0, len(people)):
                raise CheckinError("canceled")
            outside.write_roster(path, people)
            return len(people)

        title = self.tr("Writing {file}…").format(file=path.name)
        self._bench.long.start(title, work, lambda count: self._say(path, count))

    def _say(self, path: Path, count: int) -> None:
        said = self.tr("{count} attendees are in {file}.").format(count=count, file=path.name)
        folder = QUrl.fromLocalFile(str(path.parent))
        offer = (self.tr("Open folder"), lambda: QDesktopServices.openUrl(folder))
        self._bench.notices.done(said, offer)

    def _proposal(self) -> Path:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(place) or Path.home())
        title = self._bench.programme().event.title
        letters = (" " if one in _NOT_IN_FILE_NAMES or ord(one) < 32 else one for one in title)
        name = " ".join("".join(letters).split())[:_LONGEST_NAME].strip(". ")
        return folder / f"{name} {self.tr('attendees')}.xlsx"
