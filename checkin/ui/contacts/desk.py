"""Opens the contact desk, and brings it what any scanner or camera reads meanwhile."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from checkin.ui.attendees.page import AttendeesPage
from checkin.ui.bench import Bench
from checkin.ui.contacts.dialog import ContactDialog
from checkin.ui.page import Page
from checkin.ui.reception.page import ReceptionPage


class ContactDesk(QObject):
    """While it is open reception checks nobody in: a badge is held to the desk, not the door.

    It is asked for on the page of attendees, among the `pages`.
    """

    def __init__(self, bench: Bench, owner: QWidget, pages: Sequence[Page]) -> None:
        super().__init__(owner)
        self._bench = bench
        self._owner = owner
        (self._reception,) = (one for one in pages if isinstance(one, ReceptionPage))
        (attendees,) = (one for one in pages if isinstance(one, AttendeesPage))
        attendees.contacts_wanted.connect(self.open)

    def open(self) -> None:
        """Show the desk until it is closed."""
        dialog = ContactDialog(self._owner, self._bench)
        dialog.answered.connect(self._reception.told)
        before, self._reception.deputy = self._reception.deputy, dialog.take
        try:
            dialog.exec()
        finally:
            self._reception.deputy = before
