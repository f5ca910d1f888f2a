"""A laptop with the window open on it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from checkin.app import App
from checkin.cli.outside import outside_of
from checkin.domain.details import Details
from checkin.domain.people import Attendee
from checkin.domain.roles import Operator, Role
from checkin.services.badges import badge_of
from checkin.services.events import create_event
from checkin.services.registration import register
from checkin.ui.application import application
from checkin.ui.window import Window
from tests.serialport import SerialCable
from tests.world import RIGA, Clock

FIRST, LAST = date(2026, 6, 2), date(2026, 6, 3)
OPERATOR = Operator("Elīna", Role.COORDINATOR)


def end_kiosk(window: Window) -> None:
    """Let a window be closed after a test, which a kiosk would keep open."""
    if window.view and window.view.kiosk.running:
        window.view.kiosk.leave(OPERATOR)


class Laptop:
    """One installation with a window; its clock stands at nine on the first morning.

    `handed` are functions that the window is handed in place of those of this computer.
    """

    def __init__(self, folder: Path, qtbot: QtBot, **handed: Any) -> None:
        application()
        self.clock = Clock()
        self.clock.now = datetime(2026, 6, 2, 9, 0, tzinfo=RIGA)
        self.app = App(folder / "installation", self.clock)
        self.path = folder / "seminar.checkin"
        self.qtbot = qtbot
        self.window = Window(replace(outside_of(self.app), **handed), OPERATOR)
        qtbot.addWidget(self.window, before_close_func=end_kiosk)

    def make_event(self, title: str = "Clusters go international") -> None:
        """Make an event of two days, the first of them today."""
        create_event(
            *(self.path, self.app.book, self.app.now, OPERATOR),
            title=title,
            first_day=FIRST,
            last_day=LAST,
            timezone="Europe/Riga",
            venue="Riga",
        )

    def register(self, *names: str, **texts: str) -> list[Attendee]:
        """Register people, as another process would."""
        with self.app.open_event(self.path) as store:
            return [register(store, OPERATOR, Details({"name": n, **texts}))[0] for n in names]

    def code(self, attendee: Attendee) -> str:
        """Return the letters in somebody's QR."""
        with self.app.open_event(self.path) as store:
            return badge_of(store, attendee).code

    def open(self, page: int = 0) -> None:
        """Show the window, open the event, and turn to a page."""
        self.window.show()
        with self.qtbot.waitSignal(self.window.opened, timeout=10_000):
            self.window.open(self.path)
        assert self.window.view
        self.window.view.show_page(page)
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is being done any more."""
        self.until(lambda: self.window.idle)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(holds, timeout=10_000)


@pytest.fixture(autouse=True)
def no_fault_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours opens a dialog that waits for somebody: here it fails the test instead."""

    def fail(box: QMessageBox) -> int:
        raise AssertionError(box.text())

    monkeypatch.setattr(QMessageBox, "exec", fail)


@pytest.fixture(autouse=True)
def nothing_stays_copied() -> Iterator[None]:
    """What a test copied would be let go of after Python is gone, which ends in a crash."""
    yield
    if isinstance(QGuiApplication.instance(), QGuiApplication):
        QGuiApplication.clipboard().clear()


@pytest.fixture
def laptop(tmp_path: Path, qtbot: QtBot) -> Iterator[Laptop]:
    """A laptop with the window not shown yet."""
    made = Laptop(tmp_path, qtbot)
    yield made
    made.window.close()


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[SerialCable]:
    """A scanner at a serial port, plugged in."""
    made = SerialCable(tmp_path)
    made.plug_in()
    yield made
    made.pull_out()


@pytest.fixture
def at_event(laptop: Laptop) -> Laptop:
    """A laptop with an empty event of two days open, at reception."""
    laptop.make_event()
    laptop.open()
    return laptop
