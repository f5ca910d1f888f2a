"""Prints one person's badge from the door."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from checkin.ui.bench import Bench


class Reprint(QObject):
    """Asks the printer for one badge."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page

    def begin(self, attendee: str) -> None:
        """Print the badge of one attendee."""
