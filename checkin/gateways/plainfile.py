"""Reads an ordinary file whole, never waiting for somebody to write into a pipe."""

import os
import stat
from pathlib import Path


def plain_bytes(path: Path, most: int) -> bytes:
    """Return the bytes of a file, of one longer than `most` that many and one more.

    Raises OSError, of what is no ordinary file IsADirectoryError; ValueError for an odd name.
    """
    with open(path, "rb", opener=_open_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise IsADirectoryError
        return file.read(most + 1)


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
