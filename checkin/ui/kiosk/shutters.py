"""While a kiosk runs, it fills the screen and the window's own keys do nothing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from checkin.ui.eventview import EventView


class Shutters(QObject):
    """Belongs to a window, whichever event is open in it."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shut: list[QAction] | None = None
        self._before = window.windowState()

    def follow(self, view: "EventView") -> None:
        """Close while the kiosk of that event runs."""
        view.kiosk.changed.connect(self._close)
        self._close(view.kiosk.running)

    def _close(self, shut: bool) -> None:
        if shut and self._shut is None:
            self._shut = [one for one in self._window.actions() if one.isEnabled()]
            self._before = self._window.windowState()
            self._window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
        elif not shut and self._shut is not None:
            for one in self._shut:
                one.setEnabled(True)
            self._shut = None
            self._window.setWindowState(self._before)
        for one in self._shut or ():
            one.setEnabled(False)
