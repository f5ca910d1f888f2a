"""Where the event is: its file, and which station of it this computer is."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from checkin.services.desk import Desk
from checkin.services.eventfile import EventFile, event_file
from checkin.ui.bench import Bench
from checkin.ui.parts import ActionButton, Card, action, label, row
from checkin.ui.saving import open_folder

_ID_LETTERS = 8


class FileCard(Card):
    """Its path can be copied."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__()
        self._bench = bench
        self._file: EventFile | None = None
        self.path = QLineEdit()
        self.path.setReadOnly(True)
        self.path.setAccessibleName(self.tr("Where the event is"))
        self._facts = label(role="quiet", wraps=True)
        copy = action(page, self.tr("Copy path"), "Ctrl+Shift+C", "copy path")
        copy.triggered.connect(self._copy)
        show = action(page, self.tr("Open folder"), "Ctrl+Shift+F", "open folder")
        show.triggered.connect(self._show_folder)
        self.inside.addWidget(label(self.tr("File"), "heading"))
        self.inside.addWidget(self.path)
        self.inside.addWidget(self._facts)
        self.inside.addLayout(row(ActionButton(copy), ActionButton(show), None, gap=8))

    def read(self) -> None:
        """Show where the file is now, and how large."""

        def work(desk: Desk) -> EventFile:
            return event_file(desk.store, desk.operator)

        self._bench.reading.ask(work, self._show)

    def _show(self, found: EventFile) -> None:
        self._file = found
        if self.path.text() != str(found.path):
            self.path.setText(str(found.path))
            self.path.setCursorPosition(0)
        parts = [
            size_words(found.size),
            self.tr("{count} entries in the journal").format(count=found.entries),
            self._station(found),
        ]
        if found.read_only:
            parts.append(self.tr("can only be looked at"))
        self._facts.setText(" · ".join(parts))

    def _station(self, found: EventFile) -> str:
        if not found.station:
            return self.tr("this computer has written nothing here yet")
        words = self.tr("this computer is station {station}, one of {count}")
        return words.format(station=found.station[:_ID_LETTERS], count=found.stations)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.path.text())
        self._bench.notices.done(self.tr("The path was copied."))

    def _show_folder(self) -> None:
        if self._file:
            open_folder(self._file.path.parent)


def size_words(size: int) -> str:
    """Return a size such as `1.4 MB`."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
