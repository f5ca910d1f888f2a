"""Follows who is chosen in the table: reads them and what happened to them, the latest winning."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from checkin.domain.people import Attendee
from checkin.services.browsing import rows
from checkin.services.desk import Desk
from checkin.services.history import Happening, history
from checkin.services.photos import photo_of
from checkin.ui.attendees.details import DetailsCard
from checkin.ui.bench import Bench
from checkin.ui.photo import decoded

_Found = tuple[Attendee | None, list[Happening], QImage]


class Chosen(QObject):
    """Shows whoever is chosen in `card`, one look-up at a time."""

    def __init__(self, bench: Bench, card: DetailsCard, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._card = card
        self._number: int | None = None
        self._asking = False
        self._again = False

    def follow(self, number: int | None, person: Attendee | None) -> None:
        """Show somebody else: `person` at once where they are known, the rest as it is read."""
        if number != self._number and person is None:
            self._card.show_nobody()
        self._number = number
        if number is None:
            self._card.show_nobody()
            return
        if person:
            programme = self._bench.programme()
            self._card.show_person(person, programme.event, programme.sessions)
        self.read()

    def read(self) -> None:
        """Read anew who is chosen."""
        if self._number is None:
            return
        if self._asking:
            self._again = True
            return
        number = self._number
        self._asking, self._again = True, False

        def work(desk: Desk) -> _Found:
            (person,) = rows(desk.store, desk.operator, [number])
            if person is None:
                return None, [], QImage()
            photo = decoded(photo_of(desk.store, desk.operator, person.id))
            return person, history(desk.store, desk.operator, person.id), photo

        def answered(found: _Found) -> None:
            self._asking = False
            if number == self._number:
                self._show(*found)
            if self._again:
                self.read()

        def failed(error: Exception) -> None:
            self._asking = False
            self._bench.notices.fail(error)

        self._bench.reading.ask(work, answered, failed)

    def _show(self, person: Attendee | None, happened: list[Happening], photo: QImage) -> None:
        if person is None:
            self._card.show_nobody()
            return
        programme, now = self._bench.programme(), self._bench.outside.now()
        self._card.show_person(person, programme.event, programme.sessions)
        self._card.show_photo(photo)
        self._card.show_history(person, happened, programme.event, now)
