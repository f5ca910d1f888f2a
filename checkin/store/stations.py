"""What this installation remembers of each event file it works on: its station and last entry.

A station's identity is kept here and not in the event file, so that a copied, restored or
carried file cannot go on under the same identity and fork the chain.
"""

import os
from dataclasses import dataclass
from hashlib import sha256
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checkin.store.tries import Tries

_STATION, _SEQ, _DIGEST = 32, 13, 64
_LENGTH = _STATION + _SEQ + _DIGEST + 3


@dataclass(frozen=True, slots=True)
class Mark:
    """The last entry this installation wrote into a file: its station, number and digest."""

    station: str
    seq: int
    digest: str


class Memory:
    """Remembers the mark of one event file; a line rewritten in place after every commit."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: FileIO | None = None

    def read(self) -> Mark | None:
        """Return the mark, or None when this installation has not written the file yet."""
        if not self._file:
            if not self._path.exists():
                return None
            self._file = FileIO(self._path, "r+")
        self._file.seek(0)
        line = (self._file.read(_LENGTH) or b"").decode("ascii", "replace")
        if len(line) != _LENGTH or not line.endswith("\n"):
            return None
        station, seq, digest = line.split()
        return Mark(station, int(seq), digest)

    def write(self, mark: Mark) -> None:
        """Remember `mark`, replacing what was remembered."""
        if not self._file:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.touch(mode=0o600)
            self._file = FileIO(self._path, "r+")
        self._file.seek(0)
        self._file.write(f"{mark.station} {mark.seq:0{_SEQ}} {mark.digest}\n".encode("ascii"))

    def forget(self) -> None:
        """Drop the mark, so that the file goes on as a new station."""
        self.close()
        self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file."""
        if self._file:
            self._file.close()
            self._file = None


class StationBook:
    """The memories of one installation, in `folder`."""

    def __init__(self, folder: Path, tries: Path | None = None) -> None:
        self._folder = folder
        self._tries = tries or folder

    def rehearsing(self, folder: Path) -> "StationBook":
        """Return a book in `folder` for a copy to practise on: wrong PINs count as ever."""
        return StationBook(folder, tries=self._tries)

    def memory(self, event: str, path: Path) -> Memory:
        """Return what is remembered of the file at `path` of the event with that id."""
        place = os.fsencode(path.resolve())
        name = sha256(event.encode() + b" " + place).hexdigest()[:32]
        return Memory(self._folder / f"{name}.station")

    def tries(self, event: str) -> "Tries":
        """Return what is remembered of wrong PINs of the event with that id, wherever it lies."""
        # Not at import: the window is there before anything is opened.
        from checkin.store.tries import Tries

        return Tries(self._tries / f"{event}.tries")

    def recall(self, event: str, path: Path) -> Mark | None:
        """Return the last entry this installation wrote at `path`, if it has written there."""
        memory = self.memory(event, path)
        try:
            return memory.read()
        finally:
            memory.close()

    def moved(self, event: str, old: Path, new: Path) -> None:
        """Carry a memory along with a file that this installation itself has just renamed."""
        before, after = self.memory(event, old), self.memory(event, new)
        if mark := before.read():
            after.write(mark)
        before.forget()
        after.close()
