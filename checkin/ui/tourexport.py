"""The export in the tour: what is wanted of it."""

from collections.abc import Iterator

from checkin.domain.exportchoice import ExportChoice
from checkin.ui.attendance.exportdialog import ExportDialog
from checkin.ui.dialog import Dialog
from checkin.ui.window import Window


def export_scenes(window: Window) -> Iterator[tuple[str, Dialog]]:
    """Yield a name and each dialog over a window in which an event is open."""
    assert window.view, "no event is open"
    bench = window.view.bench
    first = bench.programme().event.first_day
    yield "dialog-export", ExportDialog(window, bench.outside.export, ExportChoice(), first)
