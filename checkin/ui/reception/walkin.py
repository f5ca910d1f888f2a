"""Registers somebody who walks in, prints their badge, and hands it to the door."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.details import Details
from checkin.domain.people import Attendee
from checkin.services.browsing import known_words
from checkin.services.desk import Desk
from checkin.services.registration import already_there, register
from checkin.ui.badges.atonce import AtOnce, printer_at_once
from checkin.ui.bench import Bench
from checkin.ui.reception.walkindialog import WalkInDialog

_USUAL = "participant"


class WalkIn(QObject):
    """Signals: `registered` with the number of the badge that is to be checked in, `known` with
    the Attendees of whom one is on the list already.
    """

    registered = Signal(str)
    known = Signal(list)

    def __init__(self, bench: Bench, page: QWidget, at_once: AtOnce) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        self._at_once = at_once
        # As somebody left it, for the next who walks in.
        self._prints = True

    def begin(self) -> None:
        """Ask who it is."""
        self._bench.door.ask(_categories, self._ask)

    def _ask(self, categories: Sequence[str]) -> None:
        usual_first = (_USUAL, *(one for one in categories if one != _USUAL))
        printer = printer_at_once(self._bench)
        dialog = WalkInDialog(self._page, usual_first, self._alike, printer, prints=self._prints)
        if not dialog.exec():
            return
        if printer:
            self._prints = dialog.prints.isChecked()
        if dialog.known:
            self.known.emit(list(dialog.known))
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

        def registered(added: Attendee) -> None:
            self.registered.emit(added.badge)
            if self._prints:
                self._at_once.print(added.id, added.name)

        self._bench.door.ask(work, registered)


def _categories(desk: Desk) -> Sequence[str]:
    return known_words(desk.store, desk.operator).categories
