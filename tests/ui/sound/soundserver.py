"""A sound server of the tests' own, with a loudspeaker nobody hears and everything records."""

import os
import shutil
import subprocess
import sys
import tempfile
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import IO

RATE = 48_000
SILENT = 1e-3
_PROGRAMS = ("pulseaudio", "pactl", "parec")
_RECORDED = ("--format=float32le", f"--rate={RATE}", "--channels=1")
_TRIES = 200
_BYTES = 4


def missing() -> list[str]:
    """Return which programs of the sound server are not installed."""
    return [name for name in _PROGRAMS if not shutil.which(name)]


class SoundServer:
    """Runs until `stop`; `play` hands back what came out of the loudspeaker."""

    def __init__(self, folder: Path) -> None:
        socket = folder / "native"
        self._environment = os.environ | {
            "PULSE_SERVER": f"unix:{socket}",
            "XDG_RUNTIME_DIR": str(folder),
            "HOME": str(folder),
        }
        modules = (
            f"module-null-sink sink_name=door rate={RATE} channels=2",
            f"module-native-protocol-unix socket={socket} auth-anonymous=1",
        )
        self._server = subprocess.Popen(
            ["pulseaudio", "--daemonize=no", "-n", "--exit-idle-time=-1", "--use-pid-file=no"]
            + [f"--load={module}" for module in modules],
            env=self._environment,
            stderr=subprocess.DEVNULL,
        )
        if not any(self._answers() for _ in range(_TRIES)):
            raise RuntimeError("the sound server does not answer")
        self._recorder = subprocess.Popen(
            ["parec", "-d", "door.monitor", "--latency-msec=5", *_RECORDED],
            env=self._environment,
            stdout=subprocess.PIPE,
        )
        recorded = self._recorder.stdout
        assert recorded
        # The first of the recording says that it runs.
        self._heard = bytearray(recorded.read(_BYTES))
        self._reading = Thread(target=self._listen, args=(recorded,))
        self._reading.start()

    def _answers(self) -> bool:
        asked = subprocess.run(
            ["pactl", "info"], env=self._environment, capture_output=True, check=False
        )
        return asked.returncode == 0

    def play(self, apart: int, volume: int, *sounds: str) -> "array[float]":
        """Have a program play sounds; return what was heard, between -1 and 1, from first to last.

        A rest of any length within is kept.
        """
        before = len(self._heard)
        told = subprocess.run(
            [sys.executable, "-m", "tests.ui.sound.playing", str(apart), str(volume), *sounds],
            env=self._environment,
            capture_output=True,
            check=True,
            text=True,
        )
        assert told.stdout == "ready\n", told.stderr
        heard = bytes(self._heard[before:])
        return sounding(array("f", heard[: len(heard) // _BYTES * _BYTES]))

    def _listen(self, recorded: IO[bytes]) -> None:
        while some := recorded.read(_BYTES * RATE // 100):
            self._heard += some

    def stop(self) -> None:
        """End the server."""
        self._recorder.terminate()
        self._reading.join()
        self._recorder.communicate()
        self._server.terminate()
        self._server.wait()


def sounding(heard: "array[float]") -> "array[float]":
    """Return what there is from the first that is to be heard to the last."""
    loud = [at for at, level in enumerate(heard) if abs(level) > SILENT]
    return heard[loud[0] : loud[-1] + 1] if loud else array("f")


@contextmanager
def sound_server() -> Iterator[SoundServer]:
    """Run a sound server; its socket needs a short path."""
    with tempfile.TemporaryDirectory(prefix="door-") as folder:
        server = SoundServer(Path(folder))
        try:
            yield server
        finally:
            server.stop()
