"""Measures the window: its start, Enter to the verdict painted, and a long day at the door."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from checkin.services.admission import Door
from checkin.services.lists import find_list
from checkin.store.database import connect
from tests.benchmarks.bigevent import COORDINATOR, BigEvent, codes
from tests.benchmarks.figures import Rows, medians_in_turn
from tests.benchmarks.recording import Statement, listen, seconds_to_say

if TYPE_CHECKING:
    from tests.benchmarks.atthewindow import AtTheWindow

PEOPLE = 1_000
STARTS, SCANS = 7, 200
IN_A_ROW, AN_END = 10_000, 1_000
FRAME = 1 / 60


def rows() -> Rows:
    """Return what was measured, the figure, and the bar it is held to."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.benchmarks.atthewindow import AtTheWindow

    with TemporaryDirectory() as name:
        folder = Path(name)
        event = BigEvent(folder, PEOPLE, attended=False)
        with AtTheWindow(event.copy("window"), folder / "home") as desk:
            taken, bare, paint = _in_turn_with_bare(event, desk)
        long = BigEvent(folder, IN_A_ROW, attended=False)
        with AtTheWindow(long, folder / "home") as desk:
            tiring, grown = _long_day(desk)
    return [
        ("window / a bare QMainWindow, as processes", f"{_start():.2f} ×", "≤ 1.4 ×"),
        (
            "Enter to verdict painted / (bare transaction + bare paint)",
            f"{median(taken) / (median(bare) + median(paint)):.2f} ×",
            "≤ 1.5 ×",
        ),
        ("  the median, of a frame of 1/60 s", f"{median(taken) / FRAME:.2f}", "≤ 1"),
        ("  p99, of a frame of 1/60 s", f"{quantiles(taken, n=100)[98] / FRAME:.2f}", "≤ 1"),
        (f"  last thousand of {IN_A_ROW:,} / first thousand", f"{tiring:.2f} ×", "≤ 1.1 ×"),
        ("  memory grown a thousand scans, the median of nine", f"{grown:.1f} MB", "flat"),
    ]


def _start() -> float:
    ours, bare = medians_in_turn(STARTS, _process("ours"), _process("bare"))
    return ours / bare


def _process(which: str) -> Callable[[], list[float]]:
    def work() -> list[float]:
        start = time.perf_counter()
        command = [sys.executable, "-m", "tests.benchmarks.first_window", which]
        subprocess.run(command, check=True, capture_output=True)
        return [time.perf_counter() - start]

    return work


def _in_turn_with_bare(event: BigEvent, desk: "AtTheWindow") -> tuple[list[float], ...]:
    """Return the seconds of scans, of what each says to SQLite alone, and of painting alone.

    In turn: how long the disk takes changes within seconds.
    """
    said = _said(event)
    taken, bare, paint = [], [], []
    with closing(connect(event.copy("bare").path, writable=True)) as database:
        raw = database.connection()
        for code, statements in zip(desk.codes[:SCANS], said, strict=True):
            taken.append(desk.seconds_to_verdict(code))
            bare.append(seconds_to_say(raw, statements))
            paint.append(desk.seconds_to_paint())
    return taken, bare, paint


def _said(event: BigEvent) -> list[list[Statement]]:
    """Return what each of so many scans says to SQLite."""
    with event.copy("heard").open() as store:
        queue = codes(store)[:SCANS]
        door = Door(store, COORDINATOR, find_list(store, None, store.now()))
        connection = listen(store)
        said = []
        for code in queue:
            door.scan(code)
            said.append(connection.take())
    return said


def _long_day(desk: "AtTheWindow") -> tuple[float, float]:
    """Return how much longer the last scans take than the first, and megabytes grown a thousand.

    The median: a backup, which is made once a minute at most, is no growth.
    """
    taken, held = [], []
    for number, code in enumerate(desk.codes[:IN_A_ROW], 1):
        taken.append(desk.seconds_to_verdict(code))
        if not number % AN_END:
            held.append(_resident())
    grown = median(after - before for before, after in pairwise(held))
    return median(taken[-AN_END:]) / median(taken[:AN_END]), grown


def _resident() -> float:
    """Return the megabytes this process holds now, or held at most where that is not told."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except (OSError, IndexError, ValueError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 1e6
