"""Reads codes from pictures and PDFs: opened, dropped on the page, or copied elsewhere."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.ui.bench import Bench
from checkin.ui.dropping import DropPlace, dropped_file
from checkin.ui.longwork import Progress
from checkin.ui.parts import action
from checkin.ui.saving import documents

_ENDINGS = "*.pdf *.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff"


class Pictures(QObject):
    """`found` tells the text of each code in a file, line by line."""

    found = Signal(str)

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        self._folder = ""
        opening = action(page, self.tr("Scan a picture…"), "Ctrl+Shift+O", "scan picture")
        pasting = action(page, self.tr("Scan a copied picture"), "Ctrl+Shift+V", "scan copied")
        opening.triggered.connect(self.choose)
        pasting.triggered.connect(self.paste)
        DropPlace(page, self.read)

    def choose(self) -> None:
        """Ask for the file."""
        pictures, every = self.tr("Pictures and PDFs"), self.tr("All files")
        folder = self._folder or str(documents())
        pattern = f"{pictures} ({_ENDINGS});;{every} (*)"
        name, _ = QFileDialog.getOpenFileName(
            self._page, self.tr("Scan a picture"), folder, pattern
        )
        if name:
            self._folder = str(Path(name).parent)
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read the codes in a file."""

        from checkin.capture.pdf import decode_pdf, is_pdf

        def look(_: Desk) -> list[str]:
            from checkin.capture.decode import decode_image

            return decode_image(path)

        def leaf_through(_: Desk, progress: Progress) -> list[str]:
            return decode_pdf(path, progress)

        tell = partial(self._tell, CheckinError("no-code-in-picture", path=path))
        if is_pdf(path):
            title = self.tr("Reading {file}").format(file=path.name)
            self._bench.long.start(title, leaf_through, tell, self._bench.notices.fail)
        else:
            self._bench.reading.ask(look, tell, self._bench.notices.fail)

    def paste(self) -> None:
        """Read the codes in a picture or a file that was copied."""
        clipboard = QApplication.clipboard()
        if path := dropped_file(clipboard.mimeData()):
            self.read(path)
            return
        copied = clipboard.image()
        if copied.isNull():
            self._bench.notices.fail(CheckinError("no-picture-copied"))
            return

        def work(_: Desk) -> list[str]:
            from checkin.capture.drawn import decode_drawn

            return decode_drawn(copied)

        nothing = CheckinError("no-code-copied")
        self._bench.reading.ask(work, partial(self._tell, nothing), self._bench.notices.fail)

    def _tell(self, nothing: CheckinError, texts: list[str]) -> None:
        if not texts:
            self._bench.notices.fail(nothing)
        for text in texts:
            self.found.emit(text)
