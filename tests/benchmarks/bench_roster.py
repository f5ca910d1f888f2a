"""Measures how long the page of a roster of 100,000 ever holds the window's thread."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QTimer

from tests.benchmarks.bigevent import BigEvent
from tests.benchmarks.figures import Rows

PEOPLE = 100_000
_BEAT_MS = 2
ATTENDEES = 1


class Heart:
    """Beats in the window's thread; `longest` is the longest pause between two beats."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT_MS)

    def rest(self) -> float:
        """Return the longest pause since the last rest, in seconds."""
        longest, self.longest = self.longest, 0.0
        return longest

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def rows() -> Rows:
    """Return what was measured, the figure, and the bar it is held to."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from checkin.ui.attendees.page import AttendeesPage
    from tests.benchmarks.atthewindow import AtTheWindow

    with TemporaryDirectory() as name:
        folder = Path(name)
        event = BigEvent(folder, PEOPLE, attended=False)
        with AtTheWindow(event, folder / "home") as desk:
            view = desk.window.view
            assert view
            page = view.pages[ATTENDEES]
            assert isinstance(page, AttendeesPage)
            heart = Heart()
            held = {}

            def do(what: str, does: Callable[[], object]) -> None:
                desk.until_idle()
                heart.rest()
                does()
                desk.until_idle(lambda: page.people.browser.idle)
                held[what] = heart.rest()

            do("opening", lambda: view.show_page(ATTENDEES))
            for one in page.actions():
                if one.objectName().startswith("sort by"):
                    do(one.text(), one.trigger)
            do("searching", lambda: page.field.setText("an"))
            do("all again", page.field.clear)
    what, longest = max(held.items(), key=lambda one: one[1])
    return [
        (
            f"roster of {PEOPLE:,}: the window's thread is held at most ({what.lower()})",
            f"{longest * 1000:.0f} ms",
            "≤ 100 ms",
        )
    ]
