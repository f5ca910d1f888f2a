"""Measures how long the page of attendance of 10,000 people ever holds the window's thread."""

import os
from collections.abc import Callable
from datetime import time
from pathlib import Path
from tempfile import TemporaryDirectory

from checkin.services.sessions import SessionWords, add_session
from tests.benchmarks.bench_roster import Heart
from tests.benchmarks.bigevent import COORDINATOR, DAYS, BigEvent
from tests.benchmarks.figures import Rows

PEOPLE = 10_000
_HOURS = ((9, 10), (10, 12), (13, 15), (15, 17))


def rows() -> Rows:
    """Return what was measured, the figure, and the bar it is held to."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt

    from checkin.ui.attendance.arranging import FIRST_DAY, SHARE
    from checkin.ui.attendance.page import AttendancePage
    from tests.benchmarks.atthewindow import AtTheWindow

    share, last_first = FIRST_DAY + DAYS + SHARE, Qt.SortOrder.DescendingOrder
    with TemporaryDirectory() as name:
        folder = Path(name)
        event = BigEvent(folder, PEOPLE)
        _plan(event)
        with AtTheWindow(event, folder / "home") as desk:
            view = desk.window.view
            assert view
            place, page = next(
                (place, page)
                for place, page in enumerate(view.pages)
                if isinstance(page, AttendancePage)
            )
            heart = Heart()
            held = {}

            def do(what: str, does: Callable[[], object]) -> None:
                """Do something, and wait until the table shows what comes of it."""
                shown: list[bool] = []
                connection = page.people.shown.connect(lambda: shown.append(True))
                desk.until_idle()
                heart.rest()
                does()
                desk.until_idle(lambda: bool(shown))
                held[what] = heart.rest()
                page.people.shown.disconnect(connection)

            do("opening", lambda: view.show_page(place))
            for which, action in page.people.choices.items():
                do(which.value, action.trigger)
            do("all", next(iter(page.people.choices.values())).trigger)
            do("typing", lambda: page.people.field.setText("an"))
            do("typing on", lambda: page.people.field.setText("anna"))
            do("all again", page.people.field.clear)
            do("by share", lambda: page.people.table.sortByColumn(share, last_first))
    opened = held.pop("opening")
    what, longest = max(held.items(), key=lambda one: one[1])
    people = f"attendance page of {PEOPLE:,}: the window's thread is held"
    return [
        (f"{people}, opening", f"{opened * 1000:.0f} ms", "≤ 100 ms"),
        (f"{people}, filtering and sorting ({what})", f"{longest * 1000:.0f} ms", "≤ 100 ms"),
    ]


def _plan(event: BigEvent) -> None:
    """Give each day four sessions."""
    with event.open() as store:
        for day in store.programme.event().days:
            for start, end in _HOURS:
                words = SessionWords(f"{day} at {start}", day, time(start), time(end))
                add_session(store, COORDINATOR, words)
