"""Prints one person's badge from the door."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from checkin.services.badges import badges_to_print
from checkin.ui.badges.output import Output
from checkin.ui.bench import Bench


class Reprint(QObject):
    """Asks the printer for one badge, or for a PDF where there is no printer."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._output = Output(bench, page)

    def begin(self, attendee: str) -> None:
        """Print the badge of one attendee."""
        self._output.print_at_once(
            lambda desk: badges_to_print(desk.store, desk.operator, [attendee])
        )
