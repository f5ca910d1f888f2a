"""Reads an ordinary file whole, never waiting for somebody to write into a pipe."""

import os
import stat
from pathlib import Path

from checkin.errors import CheckinError


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


def list_bytes(path: Path, most: int) -> bytes:
    """Return what is in a list that somebody sent; CheckinError says why it cannot be had."""
    try:
        data = plain_bytes(path, most)
    except IsADirectoryError as error:
        raise CheckinError("sheet-not-a-file", file=path.name) from error
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise CheckinError("sheet-missing", file=str(path)) from error
    except OSError as error:
        raise CheckinError("sheet-unreadable", file=path.name, why=error.strerror) from error
    if len(data) > most:
        raise CheckinError("sheet-too-large", file=path.name, limit=f"{most // 10**6} MB")
    return data
