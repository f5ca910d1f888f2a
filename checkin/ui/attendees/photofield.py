"""The field for somebody's photo: chosen, dropped, pasted, or taken away."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageWriter, QPixmap
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from checkin.capture.picture import picture_at
from checkin.errors import CheckinError
from checkin.render.photo import photo_from, photo_from_png
from checkin.ui.dropping import dropped_file
from checkin.ui.parts import column, label, row
from checkin.ui.photo import decoded, squared

_SIDE = 84
_ENDINGS = "*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff"

InBackground = Callable[
    [Callable[[], bytes], Callable[[bytes], object], Callable[[Exception], object]], None
]
"""Does work in another thread, and hands its answer, or what went wrong, to one of two."""


def read_photo(path: Path) -> bytes:
    """Return the picture in a file as a photo is kept; CheckinError for one that is none."""
    with picture_at(path) as picture:
        return photo_from(picture)


class PhotoField(QWidget):
    """`changed` is the photo chosen, empty where it was taken away, None while it is as it was.

    Signals: `reading` tells whether a picture is being read, `failed` why it is none.
    """

    reading = Signal(bool)
    failed = Signal(Exception)

    def __init__(self, photo: bytes, in_background: InBackground) -> None:
        super().__init__()
        self.changed: bytes | None = None
        self._in_background = in_background
        self._face = label(role="quiet")
        self._face.setFixedSize(QSize(_SIDE, _SIDE))
        self._face.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose_button = self._button(self.tr("Choose…"), self.tr("Choose a photo"))
        self.paste_button = self._button(self.tr("Paste"), self.tr("Paste a copied photo"))
        self.remove_button = self._button(self.tr("No photo"), self.tr("Take the photo away"))
        self.choose_button.clicked.connect(self._choose)
        self.paste_button.clicked.connect(self.paste)
        self.remove_button.clicked.connect(lambda: self._take(b""))
        buttons = column(gap=6)
        buttons.addLayout(row(self.choose_button, self.paste_button, None, gap=6))
        buttons.addLayout(row(self.remove_button, None, gap=6))
        beside = row(self._face)
        beside.addLayout(buttons, 1)
        self.setLayout(beside)
        self._show(photo)

    def take(self, path: Path) -> None:
        """Make a photo of a picture file, if one may be set."""
        if self.isEnabled():
            self._read(lambda: read_photo(path))

    def paste(self) -> None:
        """Make a photo of a picture, or of a picture file, that was copied."""
        copied = QApplication.clipboard().mimeData()
        if path := dropped_file(copied):
            self.take(path)
        elif copied.hasImage():
            image = QApplication.clipboard().image()
            self._read(lambda: _photo_of(image))
        else:
            self.failed.emit(CheckinError("no-picture-copied"))

    def _read(self, work: Callable[[], bytes]) -> None:
        self.reading.emit(True)
        self._in_background(work, self._take, self._refuse)

    def _take(self, photo: bytes) -> None:
        self.changed = photo
        self._show(photo)
        self.reading.emit(False)

    def _refuse(self, error: Exception) -> None:
        self.reading.emit(False)
        self.failed.emit(error)

    def _show(self, photo: bytes) -> None:
        face = decoded(photo)
        if face.isNull():
            self._face.setPixmap(QPixmap())
            self._face.setText(self.tr("none"))
        else:
            self._face.setPixmap(squared(face, _SIDE, self.devicePixelRatioF()))
        self.remove_button.setEnabled(bool(photo))

    def _choose(self) -> None:
        pattern = self.tr("Pictures") + f" ({_ENDINGS})"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a photo"), "", pattern)
        if name:
            self.take(Path(name))

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("compact", True)
        button.setAutoDefault(False)
        button.setAccessibleName(name)
        return button


def _photo_of(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return photo_from_png(bytes(buffer.data().data()))
