"""Brings the photo of whom a verdict is about, once the verdict is there and only to that one."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from checkin.domain.verdict import Verdict
from checkin.services.desk import Desk
from checkin.services.photos import has_photos, photo_of
from checkin.ui.bench import Bench
from checkin.ui.photo import decoded
from checkin.ui.reception.panel import VerdictPanel


class VerdictPhotos(QObject):
    """It is looked for once the verdict is painted, and only where anybody has one at all."""

    def __init__(self, bench: Bench, panel: VerdictPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._panel = panel
        self._any = False
        self._wanted = ""
        self._screen = panel.screen_shown
        panel.painted.connect(self._fetch)

    def look(self) -> None:
        """Find out whether anybody has a photo."""
        self._bench.reading.ask(_any, self._remember)

    def follow(self, verdict: Verdict | None) -> None:
        """Have the photo shown of whom the verdict that is shown now is about, None for no one."""
        self._wanted = verdict.attendee.id if verdict and verdict.attendee else ""
        self._screen = self._panel.screen_shown

    def _fetch(self) -> None:
        person, screen = self._wanted, self._screen
        if not (self._any and person and self._panel.screen_shown is screen):
            return

        def work(desk: Desk) -> QImage:
            return decoded(photo_of(desk.store, desk.operator, person))

        def show(photo: QImage) -> None:
            # By now somebody else may stand there.
            if self._panel.screen_shown is screen:
                self._panel.show_photo(photo)

        self._bench.reading.ask(work, show)

    def _remember(self, any_: bool) -> None:
        self._any = any_


def _any(desk: Desk) -> bool:
    return has_photos(desk.store, desk.operator)
