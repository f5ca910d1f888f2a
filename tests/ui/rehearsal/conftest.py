"""Somebody who rehearses the door the evening before."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from checkin.ui.rehearsal.dialog import RehearsalDialog
from checkin.ui.rehearsal.window import RehearsalWindow
from tests.scanner import Keyboard
from tests.ui.conftest import Laptop
from tests.ui.roles.conftest import CTRL, SHIFT, Guarded, answering


class Evening:
    """A laptop with an event open, which may be rehearsed."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        self.keyboard = Keyboard()

    @property
    def playing(self) -> RehearsalWindow:
        found = self.laptop.window.rehearsing.playing
        assert found
        return found

    def press(self, window, key: Qt.Key, modifier) -> None:
        window.activateWindow()
        self.laptop.until(window.isActiveWindow)
        self.laptop.qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)

    def begin(self, moment: int = 0) -> list[str]:
        """Rehearse from a moment, counted as offered; return what was offered."""
        offered: list[str] = []

        def choose(dialog: RehearsalDialog) -> None:
            offered.extend(dialog.moment.itemText(at) for at in range(dialog.moment.count()))
            dialog.moment.setCurrentIndex(moment)
            dialog.accept()

        with answering(RehearsalDialog, choose):
            self.press(self.laptop.window, Qt.Key.Key_R, CTRL | SHIFT)
        self.laptop.until(lambda: self.laptop.window.rehearsing.playing is not None)
        self.laptop.until(lambda: self.playing.view is not None)
        self.rest()
        return offered

    def rest(self) -> None:
        self.laptop.until(lambda: self.playing.idle)

    def scan(self, text: str) -> str:
        """Hold a code to the scanner; return the word that comes of it."""
        view = self.playing.view
        assert view
        self.playing.activateWindow()
        self.laptop.until(self.playing.isActiveWindow)
        with self.laptop.qtbot.waitSignal(view.reception.told, timeout=10_000):
            self.keyboard.scan(text)
        self.rest()
        return view.reception.panel.screen_shown.headline

    def end(self, does: Callable[[], object] | None = None) -> str:
        """End the rehearsal; return what the real event's window then says."""
        with self.laptop.qtbot.waitSignal(self.laptop.window.opened, timeout=10_000):
            (does or self._press_the_key)()
        self.laptop.rest()
        assert self.laptop.window.view
        return self.laptop.window.view.notices.notices[0].text

    def _press_the_key(self) -> None:
        self.press(self.playing, Qt.Key.Key_R, CTRL | SHIFT)


@pytest.fixture
def evening(at_event: Laptop) -> Evening:
    """The evening before the first day."""
    at_event.clock.now -= timedelta(hours=14)
    return Evening(at_event)


@pytest.fixture
def guarded(laptop: Laptop) -> Guarded:
    """An event with PINs, not opened yet."""
    laptop.make_event()
    made = Guarded(laptop)
    made.set_pins()
    return made
