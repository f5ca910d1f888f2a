"""Reads codes from pictures: opened, dropped on the page, or copied elsewhere."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.ui.bench import Bench
from checkin.ui.dropping import DropPlace
from checkin.ui.parts import action
from checkin.ui.saving import documents

_ENDINGS = "*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff"


class Pictures(QObject):
    """`found` tells the text of each code in a picture, line by line."""

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
        pictures, every = self.tr("Pictures"), self.tr("All files")
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

        def work(_: Desk) -> list[str]:
            from checkin.capture.decode import decode_image

            return decode_image(path)

        nothing = CheckinError("no-code-in-picture", path=path)
        self._bench.reading.ask(work, partial(self._tell, nothing), self._bench.notices.fail)

    def paste(self) -> None:
        """Read the codes in a picture that was copied."""
        copied = QApplication.clipboard().image()
        if copied.isNull():
            self._bench.notices.fail(CheckinError("no-picture-copied"))
            return

        def work(_: Desk) -> list[str]:
            from checkin.capture.decode import decode_grey

            grey = _on_white(copied).convertToFormat(QImage.Format.Format_Grayscale8)
            pixels = bytes(grey.constBits())
            return decode_grey(pixels, grey.width(), grey.height(), grey.bytesPerLine())

        nothing = CheckinError("no-code-copied")
        self._bench.reading.ask(work, partial(self._tell, nothing), self._bench.notices.fail)

    def _tell(self, nothing: CheckinError, texts: list[str]) -> None:
        if not texts:
            self._bench.notices.fail(nothing)
        for text in texts:
            self.found.emit(text)


def _on_white(picture: QImage) -> QImage:
    """Return a picture as it looks on paper, where it is see-through."""
    if not picture.hasAlphaChannel():
        return picture
    paper = QImage(picture.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, picture)
    painter.end()
    return paper
