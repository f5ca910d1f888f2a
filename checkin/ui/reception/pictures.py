"""Reads codes from pictures and PDFs: opened, dropped on the page, or copied elsewhere."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.ui.bench import Bench
from checkin.ui.dropping import DropPlace, dropped_files
from checkin.ui.longwork import Progress
from checkin.ui.parts import action
from checkin.ui.saving import documents

# What somebody may drop by mistake: a folder's worth of files is no queue of people.
_MOST_FILES = 100
_MOST_NAMED = 3
_ENDINGS = "*.pdf *.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff"

# The texts in a file, or why there are none.
_Found = list[str] | CheckinError


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
        DropPlace(page, self.read, _MOST_FILES)

    def choose(self) -> None:
        """Ask for the files."""
        pictures, every = self.tr("Pictures and PDFs"), self.tr("All files")
        folder = self._folder or str(documents())
        pattern = f"{pictures} ({_ENDINGS});;{every} (*)"
        names, _ = QFileDialog.getOpenFileNames(
            self._page, self.tr("Scan a picture"), folder, pattern
        )
        if names:
            self._folder = str(Path(names[0]).parent)
            self.read(*map(Path, names[:_MOST_FILES]))

    def read(self, *paths: Path) -> None:
        """Read the codes in files: a picture at once, a PDF or several as long work."""
        from checkin.capture.pdf import is_pdf

        fail = self._bench.notices.fail
        if len(paths) == 1 and not is_pdf(paths[0]):
            self._bench.reading.ask(lambda _: _looked_into(paths, _goes_on), self._tell_all, fail)
        else:
            names = ", ".join(path.name for path in paths[:_MOST_NAMED])
            title = self.tr("Reading {file}").format(file=names)
            self._bench.long.start(
                title, lambda _, progress: _looked_into(paths, progress), self._tell_all, fail
            )

    def paste(self) -> None:
        """Read the codes in a picture or a file that was copied."""
        clipboard = QApplication.clipboard()
        if paths := dropped_files(clipboard.mimeData()):
            self.read(*paths[:_MOST_FILES])
            return
        copied = clipboard.image()
        if copied.isNull():
            self._bench.notices.fail(CheckinError("no-picture-copied"))
            return

        def work(_: Desk) -> list[str]:
            from checkin.capture.drawn import decode_drawn

            return decode_drawn(copied)

        def tell(texts: list[str]) -> None:
            self._tell(texts or CheckinError("no-code-copied"))

        self._bench.reading.ask(work, tell, self._bench.notices.fail)

    def _tell_all(self, all_found: list[_Found]) -> None:
        for found in all_found:
            self._tell(found)

    def _tell(self, found: _Found) -> None:
        if isinstance(found, CheckinError):
            self._bench.notices.fail(found)
        else:
            for text in found:
                self.found.emit(text)


def _looked_into(paths: Sequence[Path], progress: Progress) -> list[_Found]:
    """Return what came of each file; one that cannot be read does not keep others from it."""
    from checkin.capture.pdf import decode_file

    found: list[_Found] = []
    for path in paths:
        try:
            texts = decode_file(path, progress)
        except CheckinError as error:
            if error.code == "canceled":
                raise
            found.append(error)
        else:
            found.append(texts or CheckinError("no-code-in-picture", path=path))
    return found


def _goes_on(_done: int, _of: int) -> bool:
    return True
