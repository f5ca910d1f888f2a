"""Plays sounds in a thread of its own, so that no loudspeaker ever holds up the door."""

from array import array
from enum import StrEnum
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject, QThread, Signal, Slot

from checkin.ui.sound.scores import SCORES, Sound
from checkin.ui.sound.tones import samples

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink

LOUDEST = 100
_PATIENCE_MS = 3_000
_FULL_SCALE = 32_767
# A sound server swallows some milliseconds while it wakes up.
_LEAD_SECONDS = 0.02


class Output(StrEnum):
    """Whether sounds come out."""

    UNKNOWN = "unknown"
    READY = "ready"
    NO_DEVICE = "no device"
    NO_LIBRARY = "no library"


class Speaker(QObject):
    """`changed` tells whether sounds come out now, whenever that is another answer.

    A sound wanted while another plays cuts it off; of several wanted at once the last is played.
    """

    changed = Signal()
    _wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.output = Output.UNKNOWN
        self._over = False
        self._thread = QThread(self)
        self._slot = _Slot()
        self._player = _Player(self._slot)
        self._player.moveToThread(self._thread)
        self._thread.started.connect(self._player.open)
        self._wanted.connect(self._player.play)
        self._player.told.connect(self._on_told)
        self._thread.finished.connect(self._player.deleteLater)

    def start(self) -> None:
        """Look for a loudspeaker, unless that was done already, or it is to be silent."""
        if not self._over and not self._thread.isRunning():
            self._thread.start(QThread.Priority.LowPriority)

    def play(self, sound: Sound, volume: int) -> None:
        """Have a sound played as soon as that thread gets round to it, `volume` of LOUDEST."""
        self._slot.put(sound, volume)
        self._wanted.emit()

    def stop(self) -> None:
        """Fall silent for good."""
        self._over = True
        self._thread.quit()
        if not self._thread.wait(_PATIENCE_MS):
            # A sound server that no longer answers is no reason for the window to stay.
            self._thread.terminate()
            self._thread.wait()

    def _on_told(self, output: Output) -> None:
        if output is not self.output:
            self.output = output
            self.changed.emit()


class _Slot:
    """Holds the one sound that is wanted next, for two threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._wanted: tuple[Sound, int] | None = None

    def put(self, sound: Sound, volume: int) -> None:
        with self._lock:
            self._wanted = sound, volume

    def take(self) -> tuple[Sound, int] | None:
        with self._lock:
            wanted, self._wanted = self._wanted, None
        return wanted


class _Player(QObject):
    told = Signal(object)

    def __init__(self, slot: _Slot) -> None:
        super().__init__()
        self._slot = slot
        self._device: QAudioDevice | None = None
        self._sink: QAudioSink | None = None
        self._playing = QBuffer(self)
        self._made: dict[Sound, bytes] = {}

    @Slot()
    def open(self) -> None:
        try:
            # Not before: it takes long, and is not there without the system's sound library.
            from PySide6.QtMultimedia import QMediaDevices
        except ImportError:
            self.told.emit(Output.NO_LIBRARY)
            return
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._look)
        self._look()

    @Slot()
    def play(self) -> None:
        wanted = self._slot.take()
        if wanted is None or self._sink is None:
            return
        sound, volume = wanted
        self._sink.stop()
        self._playing.close()
        self._playing.setData(self._made[sound])
        self._playing.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink.setVolume(volume / LOUDEST)
        self._sink.start(self._playing)
        self._tell()

    @Slot()
    def _look(self) -> None:
        """Play on the loudspeaker that the system prefers now, if it has any."""
        device = self._devices.defaultAudioOutput()
        if device != self._device:
            self._let_go()
            self._device = device
            if not device.isNull():
                self._take(device)
        self._tell()

    def _take(self, device: "QAudioDevice") -> None:
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink

        form = device.preferredFormat()
        if form.sampleFormat() is not QAudioFormat.SampleFormat.Float:
            form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._made = {sound: sound_bytes(sound, form) for sound in Sound}
        self._sink = QAudioSink(device, form, self)

    def _let_go(self) -> None:
        if self._sink:
            self._sink.stop()
            self._sink.deleteLater()
        self._sink = None

    def _tell(self) -> None:
        from PySide6.QtMultimedia import QtAudio

        works = self._sink is not None and self._sink.error() in {
            QtAudio.Error.NoError,
            QtAudio.Error.UnderrunError,
        }
        self.told.emit(Output.READY if works else Output.NO_DEVICE)


def sound_bytes(sound: Sound, form: "QAudioFormat") -> bytes:
    """Return a sound as a device takes it, the same on each of its channels."""
    from PySide6.QtMultimedia import QAudioFormat

    whole = form.sampleFormat() is not QAudioFormat.SampleFormat.Float
    spread: array[float] = array("h" if whole else "f")
    lead = array("f", [0.0] * round(_LEAD_SECONDS * form.sampleRate()))
    for level in lead + samples(SCORES[sound], form.sampleRate()):
        spread.extend([round(level * _FULL_SCALE) if whole else level] * form.channelCount())
    return spread.tobytes()
