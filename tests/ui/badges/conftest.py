"""The page of badges, with printers and file dialogs that answer at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from checkin.services.badges import Choice
from checkin.ui.badges import printers
from checkin.ui.badges.beforedialog import BeforeDialog
from checkin.ui.badges.page import BadgesPage
from checkin.ui.dialog import Dialog
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


class JammingTray(PaperTray):
    """A printer that takes so many pages, and is gone when the next one begins."""

    def __init__(self, path: Path, pages: int) -> None:
        super().__init__(path)
        self._left = pages

    def newPage(self) -> bool:
        self._left -= 1
        return self._left > 0 and super().newPage()


class Badges:
    """Somebody at the keyboard of the page of badges."""

    def __init__(self, laptop: Laptop, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.laptop = laptop
        self.folder = folder
        self.paper = folder / "paper.pdf"
        self.pdf = folder / "badges.pdf"
        self.offered = ""
        self.told: list[str] = []
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

    def has_printer(self, *, wanted: bool = True, pages: int = 0) -> None:
        """Let there be a printer, and what is said before be answered with Enter, or with Esc.

        It is gone after so many `pages`, 0 for never.
        """
        tray = JammingTray(self.paper, pages) if pages else PaperTray(self.paper)
        key = Qt.Key.Key_Return if wanted else Qt.Key.Key_Escape
        self._monkeypatch.setattr(printers, "names", lambda: ["Back office", "Front desk"])
        self._monkeypatch.setattr(printers, "chosen_before", lambda _name, _title: tray)

        def answer(dialog: BeforeDialog) -> None:
            self.offered = dialog.printer_names.currentText()
            self.told = [one.text() for one in dialog.findChildren(QLabel) if one.text()]
            self.laptop.qtbot.keyClick(dialog, key)

        self.answer(BeforeDialog, answer)

    def answer(self, kind: type[Dialog], answer: Callable[[Any], object]) -> None:
        """Let a dialog that is opened be answered by somebody who has seen it."""

        def opened(dialog: Dialog) -> int:
            dialog.show()
            self.laptop.rest()
            answer(dialog)
            self.laptop.until(lambda: not dialog.isVisible())
            dialog.over = True
            # The platform without a screen gives the window back no focus when a dialog ends.
            self.laptop.window.activateWindow()
            self.laptop.until(self.laptop.window.isActiveWindow)
            return dialog.result()

        self._monkeypatch.setattr(kind, "exec", opened)

    def has_no_printer(self) -> None:
        self._monkeypatch.setattr(printers, "names", lambda: [])

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
