"""Finds out of which other event a badge is that was refused here."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from checkin.domain.code import may_be_code
from checkin.domain.event import Event
from checkin.domain.keyboards import put_back
from checkin.domain.verdict import Reason, Verdict
from checkin.services.desk import Desk
from checkin.services.neighbours import event_of_code
from checkin.ui.bench import Bench


class Elsewhere(QObject):
    """`found` tells the Verdict that was asked about and the Event whose badge it was.

    Of verdicts that come while it looks only the newest is looked for next.
    """

    found = Signal(object, object)

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._looking = False
        self._next: Verdict | None = None

    def ask(self, verdict: Verdict) -> None:
        """Look into the other events of this computer, unless it cannot be a badge of any."""
        if verdict.reason is not Reason.INVALID or verdict.counted_only:
            return
        if not may_be_code(verdict.code, put_back):
            return
        self._next = verdict
        if not self._looking:
            self._look()

    def _look(self) -> None:
        verdict, self._next = self._next, None
        self._looking = verdict is not None
        if verdict is None:
            return

        def work(desk: Desk) -> Event | None:
            recent = [Path(one) for one in self._bench.outside.load_settings().recent]
            return event_of_code(desk.store, desk.operator, verdict.code, recent)

        def tell(event: Event | None) -> None:
            if event:
                self.found.emit(verdict, event)
            self._look()

        self._bench.reading.ask(work, tell, lambda _: self._look())
