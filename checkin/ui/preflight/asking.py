"""Opens the checks before the doors open, each with the way to its remedy."""

import time

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from checkin.services.devices import Devices
from checkin.services.finding import Check
from checkin.services.preflight import Place
from checkin.ui.bench import Bench
from checkin.ui.parts import action
from checkin.ui.preflight.devices import plugged_in
from checkin.ui.preflight.dialog import PreflightDialog, Remedies

_ATTENDEES, _BADGES, _EVENT = 1, 2, 5


class Preflight(QObject):
    """Belongs to the page of reception, whose F5 it is; remembers whether a scanner was heard."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        self._heard = False
        bench.news.scanner_heard.connect(self._hear)
        asking = action(page, self.tr("Ready for the doors?"), "F5", "preflight")
        asking.triggered.connect(self.ask)

    def ask(self) -> None:
        """Make the checks, and show them."""
        settings = self._bench.outside.load_settings()
        place = Place(time.localtime().tm_gmtoff // 60, settings.backup_folder)
        PreflightDialog(
            self._page, self._bench.reading, place, self._devices, self._remedies()
        ).exec()

    def _hear(self) -> None:
        self._heard = True

    def _devices(self) -> Devices:
        return plugged_in(self._bench.outside.load_settings(), scanner_heard=self._heard)

    def _remedies(self) -> Remedies:
        news = self._bench.news

        def page(number: int) -> None:
            news.page_wanted.emit(number)

        return {
            Check.DAY: (self.tr("Event"), lambda: page(_EVENT)),
            Check.PEOPLE: (self.tr("Attendees"), lambda: page(_ATTENDEES)),
            Check.BADGES: (self.tr("Badges"), lambda: page(_BADGES)),
            Check.BACKUP: (self.tr("Event"), lambda: page(_EVENT)),
            Check.PINS: (self.tr("Event"), lambda: page(_EVENT)),
            Check.SCANNER: (self.tr("Test  F9"), news.scanner_test_wanted.emit),
        }
