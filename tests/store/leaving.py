"""Processes that end as in a crash, run by tests in a child."""

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from checkin.domain.details import Details
from checkin.domain.roles import Operator
from checkin.services.registration import register
from checkin.store.stations import StationBook
from checkin.store.store import Store

HELPER = Operator("Elīna")


def _opened(event: str, home: str) -> Store:
    book = StationBook(Path(home, "stations"))
    return Store.open(Path(event), book, lambda: time.time_ns() // 10**6)


def leave_open(event: str, home: str) -> None:
    """Register one person more, and be killed with the event open."""
    register(_opened(event, home), HELPER, Details({"name": f"Last words of {Path(event).stem}"}))
    os.kill(os.getpid(), signal.SIGKILL)


def open_twice_and_be_killed(event: str, home: str, look: Sequence[str]) -> None:
    """Open the event, open and close it once more, let another process look, write, be killed."""
    store = _opened(event, home)
    register(store, HELPER, Details({"name": "Written first"}))
    _opened(event, home).close()
    subprocess.run(look, check=True)
    register(store, HELPER, Details({"name": "Written last"}))
    subprocess.run(look, check=True)
    os.kill(os.getpid(), signal.SIGKILL)
