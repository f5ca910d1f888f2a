"""Registers somebody who walks in, and hands their badge to the door."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.details import Details
from checkin.domain.people import Attendee
from checkin.services.browsing import known_words
from checkin.services.desk import Desk
from checkin.services.registration import already_there, register
from checkin.ui.bench import Bench
from checkin.ui.reception.walkindialog import WalkInDialog

_USUAL = "participant"


class WalkIn(QObject):
    """`registered` tells the number of the badge that is to be checked in."""

    registered = Signal(str)

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page

    def begin(self) -> None:
        """Ask who it is."""
        self._bench.door.ask(_categories, self._ask)

    def _ask(self, categories: Sequence[str]) -> None:
        usual_first = (_USUAL, *(one for one in categories if one != _USUAL))
        dialog = WalkInDialog(self._page, usual_first, self._alike)
        if dialog.exec():
            if dialog.known:
                self.registered.emit(dialog.known.badge)
            else:
                self._register(dialog.details())

    def _alike(self, details: Details, then: Callable[[Sequence[Attendee]], None]) -> None:
        def work(desk: Desk) -> Sequence[Attendee]:
            return already_there(desk.store, details.texts)

        self._bench.door.ask(work, then)

    def _register(self, details: Details) -> None:
        def work(desk: Desk) -> Attendee:
            added, _ = register(desk.store, desk.operator, details)
            return added

        self._bench.door.ask(work, lambda added: self.registered.emit(added.badge))


def _categories(desk: Desk) -> Sequence[str]:
    return known_words(desk.store, desk.operator).categories
