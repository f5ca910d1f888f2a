"""Writes the export: one key as it was chosen last, another to choose anew."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.domain.exportchoice import ExportChoice, read_choice, write_choice
from checkin.domain.roles import Action
from checkin.services.desk import Desk
from checkin.ui.attendance.exportdialog import ExportDialog
from checkin.ui.bench import Bench
from checkin.ui.longwork import Progress
from checkin.ui.saving import documents, file_name, say_saved, with_ending
from checkin.ui.trust import may


class Export(QObject):
    """Asks where to, and writes in the background; canceled it leaves no file."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page

    @property
    def choice(self) -> ExportChoice:
        """What was chosen last on this computer."""
        return read_choice(self._bench.outside.load_settings().export)

    def choose(self, day: date | None) -> None:
        """Ask what of the export is wanted, and write it: of all days, or of the one shown."""
        if not may(self._bench, Action.EXPORT):
            return
        dialog = ExportDialog(self._page, self._bench.outside.export, self.choice, day)
        if dialog.exec():
            self._keep(dialog.choice())
            self.begin(day if dialog.one_day.isChecked() else None)

    def begin(self, day: date | None = None) -> None:
        """Write one day, or all, as it was chosen last, once it is said where to."""
        if not may(self._bench, Action.EXPORT):
            return
        choice = self.choice
        if path := self._ask_place(choice, day):
            self.write(path, choice, day)

    def _ask_place(self, choice: ExportChoice, day: date | None) -> Path | None:
        title = self.tr("Export attendance")
        if choice.ending == ".csv" and len(choice.tables) > 1:
            folder = QFileDialog.getExistingDirectory(self._page, title, str(documents()))
            return Path(folder) if folder else None
        pattern = {
            ".xlsx": self.tr("Workbook (*.xlsx)"),
            ".csv": self.tr("CSV (*.csv)"),
            ".json": self.tr("JSON (*.json)"),
        }[choice.ending]
        place = str(self.proposal(choice, day))
        name, _ = QFileDialog.getSaveFileName(self._page, title, place, pattern)
        return with_ending(name, choice.ending) if name else None

    def proposal(self, choice: ExportChoice, day: date | None) -> Path:
        """Return the file somebody will want: the event's title and which day."""
        event = self._bench.programme().event
        title = file_name(event.title, self.tr("Seminar"))
        what = day.isoformat() if day else self.tr("all days")
        return documents() / f"{title} {self.tr('attendance')} {what}{choice.ending}"

    def write(self, path: Path, choice: ExportChoice, day: date | None = None) -> None:
        """Write the file, or a file of each table into a folder."""
        outside = self._bench.outside

        def work(desk: Desk, progress: Progress) -> Sequence[Path]:
            return outside.export.write(desk, path, choice, day, progress)

        def say(files: Sequence[Path]) -> None:
            words = self.tr("{file} is written.")
            if len(files) != 1:
                words = self.tr("{count} files are written into {folder}.")
            text = words.format(file=path.name, count=len(files), folder=path.name)
            say_saved(self._bench.notices, text, files[0] if files else path)

        self._bench.long.start(self.tr("Writing {file}…").format(file=path.name), work, say)

    def _keep(self, choice: ExportChoice) -> None:
        """Remember the choice; one that cannot be kept is no reason not to write."""
        outside = self._bench.outside
        try:
            outside.save_settings(replace(outside.load_settings(), export=write_choice(choice)))
        except OSError:
            return
