"""A scanner at a serial port that is a pseudo-terminal, plugged in and out at will."""

import os
import pty
import tty
from pathlib import Path


class SerialCable:
    """`port` is the name to open, the same each time it is plugged in."""

    def __init__(self, folder: Path) -> None:
        self._link = folder / "ttyScanner"
        self._master, self._kept = -1, -1

    @property
    def port(self) -> str:
        return str(self._link)

    def plug_in(self) -> None:
        """Make the port appear, under the name that the system gives the scanner again."""
        self._master, self._kept = pty.openpty()
        tty.setraw(self._kept)
        self._link.symlink_to(os.ttyname(self._kept))

    def pull_out(self) -> None:
        """Make the port vanish."""
        self._link.unlink(missing_ok=True)
        for one in (self._master, self._kept):
            if one >= 0:
                os.close(one)
        self._master = self._kept = -1

    def send(self, data: bytes) -> None:
        """Send as a scanner does; more than the port takes waits until it is read."""
        while data:
            data = data[os.write(self._master, data[:1024]) :]
