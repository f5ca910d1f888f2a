"""Keeps writers, checkpoints and closing apart, among threads and processes, by a file's lock.

SQLite before 3.51.3 can lose a write when one connection resets the WAL while another writes.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from checkin.errors import CheckinError

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: IO[bytes]) -> None:
        handle.seek(0)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(handle: IO[bytes]) -> None:
        handle.seek(0)
        msvcrt.locking(handle.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(handle: IO[bytes]) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(handle: IO[bytes]) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


PATIENCE_SECONDS = 30.0
_FIRST_PAUSE = 0.0005
_LONGEST_PAUSE = 0.01


class LockFile:
    """One writer at a time; made beside the event file on first use."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: IO[bytes] | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Wait for the lock and hold it; raise CheckinError("event-busy") after 30 seconds."""
        handle = self._handle = self._handle or self.path.open("ab")
        self._wait(handle)
        try:
            yield
        finally:
            _unlock(handle)

    def take_if_free(self) -> bool:
        """Take the lock until `close` unless somebody has it; tell whether it was free."""
        try:
            self._handle = self._handle or self.path.open("ab")
            _try_lock(self._handle)
        except OSError:
            return False
        return True

    def _wait(self, handle: IO[bytes]) -> None:
        pause, deadline = _FIRST_PAUSE, time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                return _try_lock(handle)
            except OSError as error:
                if time.monotonic() > deadline:
                    raise CheckinError("event-busy", path=self.path) from error
            time.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    def close(self) -> None:
        """Let go of the file; the next `held` opens it again."""
        if self._handle:
            self._handle.close()
            self._handle = None
