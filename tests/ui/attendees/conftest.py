"""Somebody at the keyboard of the page of attendees."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from checkin.domain.people import Attendee
from checkin.services.registration import find_attendee, roster
from checkin.ui.attendees.importdialog import ImportDialog
from checkin.ui.attendees.page import AttendeesPage
from tests.ui.conftest import OPERATOR, Laptop

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
PAGE = 1


class People:
    """The page, its people as the table shows them, and what it says."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop

    @property
    def page(self) -> AttendeesPage:
        assert self.laptop.window.view
        page = self.laptop.window.view.pages[PAGE]
        assert isinstance(page, AttendeesPage)
        return page

    @property
    def said(self) -> list[str]:
        """What the notices say, the newest first."""
        return [one.text for one in self.page.bench.notices.notices]

    @property
    def names(self) -> list[str]:
        """The first column, as far as it is loaded."""
        return self.column(0)

    def column(self, column: int) -> list[str]:
        """Return what a column of the table shows."""
        model = self.page.people.model
        return [str(model.index(row, column).data() or "") for row in range(model.rowCount())]

    @property
    def chosen(self) -> str:
        """The name of who is chosen."""
        person = self.page.card.person
        return person.name if person else ""

    def rest(self) -> None:
        """Wait until the page shows what was asked for."""
        self.laptop.until(
            lambda: self.laptop.window.idle and self.page.people.browser.idle and self._is_loaded()
        )

    def _is_loaded(self) -> bool:
        # To look is what makes the table ask.
        return all(self.names[:100])

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key, wherever the focus is, and wait for what comes of it."""
        self.laptop.qtbot.keyClick(self._focus(), key, modifier)
        self.rest()

    def type(self, text: str) -> None:
        """Type letters, wherever the focus is."""
        self.laptop.qtbot.keyClicks(self._focus(), text)
        self.rest()

    def _focus(self) -> QWidget:
        """Return what has the focus, the window being in front again after a dialog."""
        window = self.laptop.window
        window.activateWindow()
        self.laptop.until(window.isActiveWindow)
        return window.focusWidget() or self.page

    def choose(self, name: str) -> None:
        """Choose somebody in the table."""
        self.rest()
        self.page.people.table.setFocus()
        self.page.people.table.choose(self.names.index(name))
        self.rest()

    def in_dialog(self, begin: Callable[[], object], act: Callable[[QDialog], object]) -> None:
        """Begin something that asks, and answer; a dialog that was not answered is put away."""
        answered: list[QDialog] = []
        looking = QTimer(self.page)
        looking.setInterval(5)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog) or not dialog.isActiveWindow():
                return
            looking.stop()
            answered.append(dialog)
            try:
                act(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()

        looking.timeout.connect(look)
        looking.start()
        begin()
        self.laptop.until(lambda: bool(answered))
        self.rest()

    def import_dialog(self, path: Path) -> ImportDialog:
        """Bring a list to the page and wait until it is read."""
        self.page.importing.take(path)
        dialog = self.page.importing.dialog
        assert dialog
        self.rest()
        return dialog

    def on_file(self) -> list[Attendee]:
        """Return everybody, as another process would find them."""
        with self.laptop.app.open_event(self.laptop.path) as store:
            return roster(store, OPERATOR)

    def known(self, identity: str) -> Attendee:
        """Return somebody as another process would find them."""
        with self.laptop.app.open_event(self.laptop.path) as store:
            return find_attendee(store, identity)


@pytest.fixture
def people(laptop: Laptop) -> People:
    """A page with four people on it."""
    laptop.make_event()
    laptop.register("Ada Lovelace", organisation="Riga Photonics", email="ada@x.example")
    laptop.register("Žydrūnas Šimkus", organisation="Vilnius LaserHub")
    laptop.register("Bob Berg", organisation="Alpha Food", category="participant")
    laptop.register("Cecilia Celma")
    laptop.open(PAGE)
    made = People(laptop)
    made.rest()
    return made


@pytest.fixture
def nobody(laptop: Laptop) -> People:
    """A page with nobody on it."""
    laptop.make_event()
    laptop.open(PAGE)
    made = People(laptop)
    made.rest()
    return made
