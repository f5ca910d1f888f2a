"""The backups: the last one and where, all of them, making one now, and another folder."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QWidget

from checkin.services.backups import (
    Backup,
    back_up,
    backup_folder,
    backups,
    check_backup_folder,
)
from checkin.services.desk import Desk
from checkin.ui.bench import Bench
from checkin.ui.dates import ago, moment
from checkin.ui.event.filecard import size_words
from checkin.ui.longwork import Progress
from checkin.ui.parts import ActionButton, Card, ElidedLabel, action, label, row
from checkin.ui.saving import open_folder, say_saved

_LIST_HEIGHT = 124
_PATH = Qt.ItemDataRole.UserRole


class BackupsCard(Card):
    """`folder` is where they are kept."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__()
        self._bench = bench
        self.folder = Path()
        self.found: list[Backup] = []
        self.last, self._where = label(wraps=True), ElidedLabel("quiet")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.setFixedHeight(_LIST_HEIGHT)
        self._lay_out(page)

    def read(self) -> None:
        """Show which backups there are now."""
        chosen = self._chosen()

        def work(desk: Desk) -> tuple[Path, list[Backup]]:
            found = backups(desk.store, desk.operator, chosen)
            return backup_folder(desk.store, chosen), found

        self._bench.reading.ask(work, lambda answer: self._show(*answer))

    def make(self) -> None:
        """Make a backup now."""
        chosen = self._chosen()

        def work(desk: Desk, _progress: Progress) -> Backup:
            return back_up(desk.store, desk.operator, chosen)

        def said(made: Backup) -> None:
            words = self.tr("Backed up and checked: {file}, {size}.")
            text = words.format(file=made.path.name, size=size_words(made.size))
            say_saved(self._bench.notices, text, made.path)
            self.read()

        self._bench.long.start(self.tr("Making a backup…"), work, said)

    def choose(self, folder: str) -> None:
        """Keep backups in another folder from now on; empty for the one beside the event."""

        def work(desk: Desk) -> None:
            if folder:
                check_backup_folder(desk.store, desk.operator, Path(folder))

        self._bench.door.ask(work, lambda _: self._keep(folder))

    def _lay_out(self, page: QWidget) -> None:
        make = action(page, self.tr("Back up now"), "Ctrl+B", "back up")
        make.triggered.connect(self.make)
        show = action(page, self.tr("Open backups"), "Ctrl+Shift+B", "open backups")
        show.triggered.connect(lambda: open_folder(self.folder))
        change = action(page, self.tr("Change folder…"), "Ctrl+Shift+G", "change folder")
        change.triggered.connect(self._ask)
        self._beside = action(page, self.tr("Beside the event"), name="beside")
        self._beside.triggered.connect(lambda: self.choose(""))
        self.inside.addWidget(label(self.tr("Backups"), "heading"))
        self.inside.addWidget(self.last)
        self.inside.addWidget(self._where)
        self.inside.addWidget(self.list)
        self.inside.addLayout(row(ActionButton(make), ActionButton(show), None, gap=8))
        self.inside.addLayout(row(ActionButton(change), ActionButton(self._beside), None, gap=8))
        self.inside.addWidget(
            label(
                self.tr("One is made every five minutes in which something changed."),
                "quiet",
                wraps=True,
            )
        )

    def _ask(self) -> None:
        title = self.tr("Where to keep backups")
        if folder := QFileDialog.getExistingDirectory(self, title, str(self.folder)):
            self.choose(folder)

    def _keep(self, folder: str) -> None:
        outside = self._bench.outside
        try:
            outside.save_settings(replace(outside.load_settings(), backup_folder=folder))
        except OSError:
            self._bench.notices.warn(self.tr("The folder could not be remembered."))
            return
        self._bench.notices.done(self.tr("Backups are kept there from now on."))
        self.read()

    def _chosen(self) -> str:
        return self._bench.outside.load_settings().backup_folder

    def _show(self, folder: Path, found: list[Backup]) -> None:
        event, now = self._bench.programme().event, self._bench.outside.now()
        self.folder = folder
        if [one.path for one in found] != [one.path for one in self.found] or not found:
            self.list.clear()
            for one in found:
                item = QListWidgetItem(f"{moment(one.at, event, now)}   {size_words(one.size)}")
                item.setData(_PATH, one.path)
                self.list.addItem(item)
        self.found = found
        self.list.setVisible(bool(found))
        self._where.show_text(str(folder))
        self._beside.setVisible(bool(self._chosen()))
        if found:
            words = self.tr("The last one: {when} ({ago})")
            when = moment(found[0].at, event, now)
            self.last.setText(words.format(when=when, ago=ago(max(now - found[0].at, 0))))
        else:
            self.last.setText(self.tr("None yet: the first is made once something changes."))
