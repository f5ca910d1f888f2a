"""Hears a scanner on a serial port, and finds it again after it was unplugged."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QElapsedTimer, QFileInfo, QObject, QTimer, Signal

from checkin.capture.seriallines import SerialLines

if TYPE_CHECKING:
    from PySide6.QtSerialPort import QSerialPort

SPEEDS = (9_600, 19_200, 38_400, 57_600, 115_200)
# What a scanner without an ending leaves between one code and the next.
_PAUSE_MS = 60
_LOOK_EVERY_MS = 500
# Windows holds up whoever opens a port of Bluetooth whose scanner is away: not all the time.
_REST_PER_TRY = 20
# What is read of a stuck scanner before the window has its turn, and what may wait to be read.
_BYTES_AT_ONCE, _MOST_WAITING = 1_024, 65_536


class SerialState(Enum):
    """Whether a serial scanner is heard, and if not, why."""

    OFF = "off"
    HEARD = "heard"
    ABSENT = "absent"
    REFUSED = "refused"
    """Another program has it, or this user may not use it."""
    MISSING = "missing"
    """The library for serial ports is not installed whole."""


def serial_ports() -> list[tuple[str, str]]:
    """Return the serial ports of this computer, each by the name to open and what is on it."""
    try:
        from PySide6.QtSerialPort import QSerialPortInfo
    except ImportError:
        return []
    return [
        (one.systemLocation() if one.systemLocation().startswith("/") else one.portName(), what)
        for one in QSerialPortInfo.availablePorts()
        if (what := one.description() or one.manufacturer() or one.portName())
    ]


def is_there(port: str) -> bool:
    """Tell whether something is plugged in at a port, also one that was typed in."""
    if port.startswith("/"):
        return QFileInfo.exists(port)
    return any(port == name for name, _ in serial_ports())


class SerialScanner(QObject):
    """Signals: `scanned` with each text read; `moved` with each new state."""

    scanned = Signal(str)
    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = SerialState.OFF
        self._name = ""
        self._speed = SPEEDS[0]
        self._port: QSerialPort | None = None
        self._lines = SerialLines()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._end)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._read)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_EVERY_MS)
        self._look.timeout.connect(self._look_at_port)

    def start(self, name: str, speed: int = SPEEDS[0]) -> None:
        """Hear the port of that name from now on, whenever it is there; "" hears none."""
        self.stop()
        self._name, self._speed = name, speed
        if name:
            self._open()
            self._look.start()

    def stop(self) -> None:
        """Hear nothing more."""
        self._look.stop()
        self._let_go()
        self._name = ""
        self._move(SerialState.OFF)

    def _open(self) -> None:
        try:
            from PySide6.QtSerialPort import QSerialPort
        except ImportError:
            self._look.stop()
            self._move(SerialState.MISSING)
            return
        port = QSerialPort(self._name, self)
        port.setBaudRate(self._speed)
        port.setReadBufferSize(_MOST_WAITING)
        taken = QElapsedTimer()
        taken.start()
        opened = port.open(QSerialPort.OpenModeFlag.ReadOnly)
        self._look.setInterval(max(_LOOK_EVERY_MS, _REST_PER_TRY * taken.elapsed()))
        if not opened:
            gone = port.error() is QSerialPort.SerialPortError.DeviceNotFoundError
            port.deleteLater()
            self._move(SerialState.ABSENT if gone else SerialState.REFUSED)
            return
        # Some scanners send nothing until they are told that somebody listens.
        port.setDataTerminalReady(True)
        port.readyRead.connect(self._read)
        port.errorOccurred.connect(self._on_error)
        self._port = port
        self._move(SerialState.HEARD)

    def _look_at_port(self) -> None:
        if self._port is None:
            self._open()
        elif not is_there(self._name):
            # A port that was unplugged says that it is open still.
            self._lose()

    def _on_error(self, error: "QSerialPort.SerialPortError") -> None:
        from PySide6.QtSerialPort import QSerialPort

        if error is QSerialPort.SerialPortError.ResourceError:
            self._lose()

    def _lose(self) -> None:
        self._let_go()
        self._move(SerialState.ABSENT)

    def _let_go(self) -> None:
        self._pause.stop()
        self._rest.stop()
        self._lines = SerialLines()
        if self._port:
            port, self._port = self._port, None
            port.blockSignals(True)
            port.close()
            port.deleteLater()

    def _read(self) -> None:
        if not self._port:
            return
        data: QByteArray = self._port.read(_BYTES_AT_ONCE)
        if self._port.bytesAvailable():
            self._rest.start(0)
        for text in self._lines.take(bytes(data.data())):
            self.scanned.emit(text)
        if self._lines.unended:
            self._pause.start()
        else:
            self._pause.stop()

    def _end(self) -> None:
        if text := self._lines.end():
            self.scanned.emit(text)

    def _move(self, state: SerialState) -> None:
        if state is not self.state:
            self.state = state
            self.moved.emit(state)
