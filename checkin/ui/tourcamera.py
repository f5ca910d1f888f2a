"""Takes the pictures of the tour: of the window, its pages and the dialogs over them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from checkin.ui.eventview import EventView
from checkin.ui.window import Window

_PATIENCE_MS = 60_000
# What is shown a moment later on purpose: counters, searches, plots.
_AFTERTHOUGHTS_MS = 350


class Camera:
    """Takes a picture if its name has `only` in it."""

    def __init__(self, window: Window, events: Mapping[str, Path], out: Path, only: str) -> None:
        self._window = window
        self._events = events
        self._out = out
        self._only = only
        self._drawn = 0

    @property
    def _view(self) -> EventView:
        assert self._window.view, "no event is open"
        return self._window.view

    def _open(self, name: str) -> None:
        self._window.open(self._events[name])
        self._wait(self._window.opened)
        self._settle()

    def _shoot(self, name: str, widget: QWidget | None = None) -> None:
        """Draw the window, or a dialog of it, once all it waits for is there."""
        if self._only in name:
            self._settle()
            (widget or self._window).grab().save(str(self._out / f"{name}.png"))
            self._drawn += 1

    def _shoot_all(self, scenes: Iterable[tuple[str, QWidget]]) -> None:
        """Draw each scene under its name."""
        for name, widget in scenes:
            self._shoot_dialog(name, widget)

    def _shoot_dialog(self, name: str, dialog: QWidget) -> None:
        dialog.show()
        self._shoot(name, dialog)
        if dialog is self._window:
            return
        dialog.close()
        dialog.deleteLater()

    def _shoot_modal(self, name: str, page: int, keys: str) -> None:
        """Draw the dialog that keys of a page open, and close it."""
        if self._only not in name:
            return

        def shoot() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog):
                dialog.grab().save(str(self._out / f"{name}.png"))
                self._drawn += 1
                dialog.reject()

        self._view.show_page(page)
        self._settle()
        QTimer.singleShot(2 * _AFTERTHOUGHTS_MS, shoot)
        wanted = QKeySequence(keys)
        next(one for one in self._view.pages[page].actions() if one.shortcut() == wanted).trigger()
        self._settle()

    def _settle(self) -> None:
        """Let the window finish what it is doing, and what it put off for a moment."""
        self._pause(_AFTERTHOUGHTS_MS)
        while not self._window.idle:
            self._pause(20)

    def _pause(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _wait(self, signal: SignalInstance) -> None:
        loop = QEventLoop()
        signal.connect(loop.quit)
        QTimer.singleShot(_PATIENCE_MS, loop.quit)
        loop.exec()
        signal.disconnect(loop.quit)
