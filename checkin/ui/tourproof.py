"""Closing a day in the tour."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from checkin.ui.proof.closedialog import CloseDialog
from checkin.ui.window import Window


def proof_scenes(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Yield a name and the dialog over a window in which an event is open."""
    assert window.view, "no event is open"
    bench = window.view.bench
    yield "dialog-close-day", CloseDialog(window, bench, bench.programme().event.days, 0)
