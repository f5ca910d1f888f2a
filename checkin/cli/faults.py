"""Keeps the traceback of a fault of ours, which nobody at a desk can use, for those who can."""

import traceback
from contextlib import suppress
from pathlib import Path


def keep_fault(folder: Path, error: BaseException) -> Path:
    """Write down where `error` came from and return the file, whether or not that worked."""
    path = folder / "fault.log"
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(traceback.format_exception(error)), "utf-8", "replace")
    return path
