"""What this installation remembers of wrong PINs, so that closing the program forgets none."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from checkin.domain.pins import wait_ms
from checkin.store.faults import explained
from checkin.store.lockfile import LockFile

Counts = dict[str, tuple[int, int]]


class Tries:
    """The wrong tries of one event, in a file: how many in a row, and when the last one was."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def begin(self, what: str, now: int) -> int:
        """Count one more try of a secret called `what`, before anybody knows whether it is wrong.

        Return 0, or for how many milliseconds nobody may try, in which case it is not counted.
        """
        with self._changing() as counts:
            wrong, last = counts.get(what, (0, now))
            # A clock put back makes nobody wait longer than a whole wait from now.
            last = min(last, now)
            left = last + wait_ms(wrong) - now
            counts[what] = (wrong, last) if left > 0 else (wrong + 1, now)
            return max(left, 0)

    def right(self, what: str) -> None:
        """Forget the tries, the last of which was right."""
        with self._changing() as counts:
            counts.pop(what, None)

    @contextmanager
    def _changing(self) -> Iterator[Counts]:
        with explained(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            lock = LockFile(self._path.with_suffix(".tries-lock"))
            try:
                with lock.held():
                    counts = self._read()
                    yield counts
                    part = self._path.with_suffix(".tries-new")
                    part.write_text(json.dumps(counts), "utf-8")
                    part.replace(self._path)
            finally:
                lock.close()

    def _read(self) -> Counts:
        try:
            found = json.loads(self._path.read_text("utf-8"))
            return {str(what): (int(wrong), int(last)) for what, (wrong, last) in found.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}
