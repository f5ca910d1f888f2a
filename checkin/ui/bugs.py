"""The one place for faults of ours: written down, said in one sentence, and the window goes on."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from checkin.errors import CheckinError
from checkin.ui.words import sentence


class Bugs(QObject):
    """Hears of exceptions nobody expected, from any thread, and tells them one at a time.

    `keep` writes one down and returns where.
    """

    _caught = Signal(object)

    def __init__(self, keep: Callable[[BaseException], Path], window: QWidget) -> None:
        super().__init__(window)
        self._keep = keep
        self._window = window
        self._telling = False
        self._caught.connect(self.tell)

    def watch(self) -> None:
        """Hear of what no slot has caught; `rest` ends it."""
        sys.excepthook = self._hook

    def rest(self) -> None:
        """Leave what comes to Python again."""
        sys.excepthook = sys.__excepthook__

    def tell(self, error: BaseException) -> None:
        """Write a fault down and say so; while one is being told, others are only written down."""
        path = self._keep(error)
        if self._telling:
            return
        self._telling = True
        try:
            self._box(CheckinError("unexpected", what=type(error).__name__, path=path)).exec()
        finally:
            self._telling = False

    def _box(self, error: CheckinError) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setObjectName("bug")
        box.setWindowTitle(self.tr("A fault of the program"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence(error))
        box.addButton(self.tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
        return box

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self._caught.emit(error)
