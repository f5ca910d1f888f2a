"""Paper in the tour: a sheet to be printed, one typed in, and the emergency list."""

from collections.abc import Iterator
from datetime import time

from checkin.domain.paperrows import EnteredRow, Mark, Outcome
from checkin.domain.verdict import Reason
from checkin.ui.dialog import Dialog
from checkin.ui.papers.emergencydialog import EmergencyDialog
from checkin.ui.papers.entrydialog import EntryDialog
from checkin.ui.papers.sheetdialog import SheetDialog
from checkin.ui.window import Window


def paper_scenes(window: Window) -> Iterator[tuple[str, Dialog]]:
    """Yield a name and each dialog over a window in which an event is open."""
    assert window.view, "no event is open"
    bench = window.view.bench
    yield "dialog-signature-sheet", SheetDialog(bench, window)
    typing = EntryDialog(bench, window)
    event = bench.programme().event
    came, left = (event.moment(event.first_day, time(hour, 5)) for hour in (9, 16))
    written = Mark(came, Outcome.WRITTEN), Mark(left, Outcome.WRITTEN)
    there = Mark(came, Outcome.THERE), Mark(left, Outcome.WRITTEN)
    typing.show_rows(
        (
            EnteredRow(1, "Rūta Kazlauskienė", "", *written),
            EnteredRow(2, "Ieva Bērziņa", "", *there),
            EnteredRow(15, "Tomas Šimkus", "", Mark(came, Outcome.REFUSED, Reason.CANCELED), None),
        )
    )
    yield "dialog-type-in-sheet", typing
    yield "dialog-emergency-list", EmergencyDialog(bench, window)
