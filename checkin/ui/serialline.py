"""The scanner at a serial port: which port, remembered, and what is said when it comes and goes."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from checkin.capture.serial import SPEEDS, SerialScanner, SerialState
from checkin.ui.bench import Bench


class SerialLine(QObject):
    """Signals: `scanned` with each text read; `moved` with each SerialState."""

    scanned = Signal(str)
    moved = Signal(object)

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._scanner = SerialScanner(self)
        self._scanner.scanned.connect(self.scanned)
        self._scanner.moved.connect(self._on_moved)
        self._lost = False
        self.port, self.speed = "", SPEEDS[0]

    @property
    def state(self) -> SerialState:
        """Whether the scanner is heard now."""
        return self._scanner.state

    def start(self) -> None:
        """Hear the port that was chosen last, if any."""
        settings = self._bench.outside.load_settings()
        self._hear(settings.serial_port, settings.serial_speed)

    def stop(self) -> None:
        """Hear nothing more."""
        self._scanner.stop()

    def choose(self, port: str, speed: int) -> None:
        """Hear another port from now on, "" for none, and remember it."""
        if (port, speed) == (self.port, self.speed):
            return
        self._hear(port, speed)
        settings = self._bench.outside.load_settings()
        try:
            self._bench.outside.save_settings(
                replace(settings, serial_port=port, serial_speed=speed)
            )
        except OSError as error:
            self._bench.notices.fail(error)

    def state_words(self) -> str:
        """Return how it is with the scanner, and what to do if it is not heard."""
        port = self.port
        return {
            SerialState.OFF: "",
            SerialState.HEARD: self.tr("{port} is open. Scan a code to try it."),
            SerialState.ABSENT: self.tr(
                "{port} is not there. Plug the scanner in: it is heard again by itself."
            ),
            SerialState.REFUSED: self.tr(
                "{port} cannot be opened. Close the other program that uses the scanner, or ask"
                " for leave to use serial ports: on Linux, to be in the group dialout. It is tried"
                " again by itself."
            ),
            SerialState.MISSING: self.tr(
                "Serial ports cannot be used on this computer. Set the scanner to USB keyboard."
            ),
        }[self.state].format(port=port)

    def _hear(self, port: str, speed: int) -> None:
        self.port, self.speed, self._lost = port, speed, False
        self._scanner.start(port, speed)

    def _on_moved(self, state: SerialState) -> None:
        heard = state is SerialState.HEARD
        if heard and self._lost:
            self._lost = False
            words = self.tr("The scanner at {port} is heard again.")
            self._bench.notices.done(words.format(port=self.port))
        elif state not in {SerialState.HEARD, SerialState.OFF} and not self._lost:
            self._lost = True
            self._bench.notices.warn(self.state_words())
        self.moved.emit(state)
