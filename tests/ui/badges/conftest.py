"""The page of badges, with printers and file dialogs that answer at once."""

from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.services.badges import Choice
from checkin.ui.badges import printers
from checkin.ui.badges.page import BadgesPage
from tests.render.paper import Pages
from tests.ui.conftest import Laptop

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


class PaperTray(QPrinter):
    """A printer whose paper falls into a PDF, though nobody asked it to print into a file."""

    def __init__(self, path: Path) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))

    def outputFileName(self) -> str:
        return ""

    def printerName(self) -> str:
        return "Front desk"


class Badges:
    """Somebody at the keyboard of the page of badges."""

    def __init__(self, laptop: Laptop, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.laptop = laptop
        self.folder = folder
        self.paper = folder / "paper.pdf"
        self.pdf = folder / "badges.pdf"
        self.offered = ""
        self._monkeypatch = monkeypatch

    @property
    def page(self) -> BadgesPage:
        assert self.laptop.window.view
        page = self.laptop.window.view.pages[2]
        assert isinstance(page, BadgesPage)
        return page

    @property
    def said(self) -> list[str]:
        """What the notices say, the newest first."""
        return [one.text for one in self.page.bench.notices.notices]

    @property
    def caption(self) -> str:
        return self.page.looking.caption.accessibleName()

    @property
    def button(self) -> str:
        """What the button that prints says."""
        return next(one for one in self.page.actions() if one.objectName() == "print").text()

    def open(self) -> "Badges":
        self.laptop.open(2)
        return self

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.laptop.qtbot.keyClick(self.page.focusWidget() or self.page, key, modifier)
        self.laptop.rest()

    def find(self, text: str) -> list[str]:
        """Type a name; return the rows that are shown for it."""
        self.press(Qt.Key.Key_F, CTRL)
        self.laptop.qtbot.keyClicks(self.page.picker.field, text)
        self.laptop.until(lambda: self.page.picker.shown_for == text)
        rows = self.page.picker.list
        return [rows.item(at).text() for at in range(rows.count())]

    def counts(self) -> list[str]:
        """Return how many there are of all, new, changed and chosen ones."""
        return [self.page.which.count_shown(choice) for choice in Choice]

    def has_printer(self, *, wanted: bool = True) -> None:
        """Let there be a printer, whose dialog is answered with Enter, or with Esc."""
        tray = PaperTray(self.paper)

        def ask(_parent: QWidget, _title: str, last: str) -> QPrinter | None:
            self.offered = last
            return tray if wanted else None

        self._monkeypatch.setattr(printers, "has_printer", lambda: True)
        self._monkeypatch.setattr(printers, "ask_printer", ask)
        self._monkeypatch.setattr(printers, "chosen_before", lambda _name, _title: tray)

    def has_no_printer(self) -> None:
        self._monkeypatch.setattr(printers, "has_printer", lambda: False)

    def will_save_as(self, name: str) -> None:
        """Let somebody type a file name into the dialog that comes; none for Esc."""

        def answer(_parent: QWidget, _title: str, offered: str, _pattern: str) -> tuple[str, str]:
            self.offered = offered
            return name, ""

        self._monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)


def codes_in(pdf: Path) -> set[str]:
    """Return every code on the pages of a PDF."""
    pages = Pages(pdf)
    return {
        found.text
        for page in range(len(pages))
        for found in zxingcpp.read_barcodes(pages.picture(page, 150))
    }


@pytest.fixture
def badges(laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Badges:
    """An event not opened yet, with nobody registered."""
    laptop.make_event()
    return Badges(laptop, tmp_path, monkeypatch)
