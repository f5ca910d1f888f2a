"""A bar that runs out while no badge comes."""

from PySide6.QtCore import QVariantAnimation, Signal
from PySide6.QtWidgets import QProgressBar

_STEPS = 1000


class Countdown(QProgressBar):
    """`over` tells that it has run out, after so many `seconds`."""

    over = Signal()

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.setRange(0, _STEPS)
        self.setTextVisible(False)
        self.setAccessibleName(self.tr("Until the next badge begins a new group"))
        self._running = QVariantAnimation(self)
        self._running.setStartValue(_STEPS)
        self._running.setEndValue(0)
        self._running.setDuration(round(seconds * 1000))
        self._running.valueChanged.connect(self.setValue)
        self._running.finished.connect(self.over)

    def begin(self) -> None:
        """Run from the start."""
        self._running.stop()
        self._running.start()

    def end(self) -> None:
        """Run no more."""
        self._running.stop()
        self.setValue(0)
