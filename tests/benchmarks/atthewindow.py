"""A window open on a big event, and somebody with a scanner at its keyboard."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin.app import App
from checkin.cli.outside import outside_of
from checkin.ui.application import application
from checkin.ui.reception.page import ReceptionPage
from checkin.ui.window import Window
from tests.benchmarks.bigevent import COORDINATOR, BigEvent, codes

PATIENCE = 60.0


class AtTheWindow:
    """The page of reception, in a window of its usual size.

    `handed` are functions that the window is handed in place of those of this computer.
    """

    def __init__(self, event: BigEvent, home: Path, **handed: Any) -> None:
        self.running = application()
        with event.open() as store:
            self.codes = codes(store)
        outside = replace(outside_of(App(home, event.clock)), **handed)
        self.window = Window(outside, COORDINATOR)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.open(event.path)
        self.until_idle()
        assert self.window.view
        page = self.window.view.pages[0]
        assert isinstance(page, ReceptionPage)
        self.page = page
        self._answered = False
        page.doorway.answered.connect(self._on_answered)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.window.close()
        self.running.processEvents()

    def until_idle(self, holds: Callable[[], bool] = lambda: True) -> None:
        """Let the window finish what it is doing, and until something holds."""
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            QApplication.processEvents()
            view = self.window.view
            if view and view.pages and self.window.idle and holds():
                return
        raise TimeoutError

    def seconds_to_verdict(self, code: str) -> float:
        """Type a code as a scanner does; return the seconds from Enter to the verdict painted."""
        field = self.page.field
        field.setText(code)
        self.running.processEvents()
        self._answered = False
        start = time.perf_counter()
        QTest.keyClick(field, Qt.Key.Key_Return)
        while not self._answered:
            # As the program itself waits; to ask again and again would keep others from working.
            self.running.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        # The painting it asked for.
        self.running.processEvents()
        return time.perf_counter() - start

    def seconds_to_paint(self) -> float:
        """Return the seconds the panel takes to be painted as it stands."""
        start = time.perf_counter()
        self.page.panel.repaint()
        return time.perf_counter() - start

    def _on_answered(self, _verdict: object) -> None:
        self._answered = True
