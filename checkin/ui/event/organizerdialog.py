"""Asks for an organizer's name and logo; a picture may be dropped on the dialog."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from checkin.domain.event import Organizer
from checkin.errors import CheckinError
from checkin.ui.dialog import Dialog
from checkin.ui.dropping import DropPlace
from checkin.ui.event.logos import LOGO, on_white
from checkin.ui.parts import label, row

ReadLogo = Callable[[Path, Callable[[bytes], object], Callable[[Exception], object]], None]
"""Makes a logo of a picture file and hands it on, or what is wrong with the file."""


@dataclass(frozen=True, slots=True)
class OrganizerWords:
    """What somebody wrote; `picture` None leaves the logo as it is, empty takes it away."""

    name: str
    picture: bytes | None


class OrganizerDialog(Dialog):
    """`known` is the organizer that is being changed."""

    def __init__(
        self, parent: QWidget | None, read: ReadLogo, known: Organizer | None = None
    ) -> None:
        super().__init__(parent)
        title = self.tr("Change organizer") if known else self.tr("Add organizer")
        self.entitle(title, self.tr("Save  Enter"))
        DropPlace(self, self.take)
        self._read = read
        self._picture: bytes | None = None
        self.name = QLineEdit(known.name if known else "")
        self.add_field(self.tr("Name"), self.name)
        self.logo = label()
        self.logo.setFixedSize(LOGO)
        self.logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.logo.setAccessibleName(self.tr("Logo"))
        self.choose_button = self._button(self.tr("Choose logo…  Ctrl+O"), "Ctrl+O", self._choose)
        self.remove_button = self._button(self.tr("No logo  Ctrl+R"), "Ctrl+R", self._remove)
        self.body.addLayout(row(self.logo, self.choose_button, self.remove_button, None))
        hint = self.tr("PNG or JPEG; a picture may also be dropped here. It is kept in the event.")
        self.body.addWidget(label(hint, "quiet", wraps=True))
        self._show(known.picture if known else b"")

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        read: ReadLogo,
        known: Organizer | None = None,
        picture: Path | None = None,
    ) -> OrganizerWords | None:
        """Return what somebody wants saved, or None; `picture` is a file to begin with."""
        dialog = cls(parent, read, known)
        if picture:
            dialog.take(picture)
        return dialog.words() if dialog.exec() else None

    def words(self) -> OrganizerWords:
        """Return what the fields say."""
        return OrganizerWords(self.name.text().strip(), self._picture)

    def take(self, path: Path) -> None:
        """Make a logo of a picture file."""
        self.wrong.hide()
        self.accept_button.setEnabled(False)
        self._read(path, self._take, self._refuse)

    def accept(self) -> None:
        if not self.name.text().strip():
            self.fail(CheckinError("organizer-name-missing"), self.name)
        elif self.accept_button.isEnabled():
            super().accept()

    def _button(self, text: str, keys: str, does: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setShortcut(keys)
        button.setAutoDefault(False)
        button.clicked.connect(does)
        return button

    def _choose(self) -> None:
        pattern = self.tr("Pictures") + " (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose logo"), "", pattern)
        if name:
            self.take(Path(name))

    def _remove(self) -> None:
        self._picture = b""
        self._show(b"")

    def _take(self, picture: bytes) -> None:
        self.accept_button.setEnabled(True)
        self._picture = picture
        self._show(picture)

    def _refuse(self, error: Exception) -> None:
        self.accept_button.setEnabled(True)
        self.fail(error, self.choose_button)

    def _show(self, picture: bytes) -> None:
        self.logo.setPixmap(on_white(picture) if picture else QPixmap())
        if not picture:
            self.logo.setText(self.tr("no logo"))
        self.remove_button.setEnabled(bool(picture))
