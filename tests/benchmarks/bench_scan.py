"""Measures one scan, commit included, beside bare SQL and beside the field's reference shape."""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from checkin.domain.verdict import VerdictStatus
from checkin.services.admission import Door
from checkin.services.lists import find_list
from checkin.store.database import connect
from checkin.store.store import Store
from tests.benchmarks.bigevent import COORDINATOR, BigEvent
from tests.benchmarks.figures import Rows, medians_in_turn
from tests.benchmarks.recording import Statement, record
from tests.benchmarks.reference import ReferenceShape

SMALL, LARGE, MILLION = 1_000, 100_000, 1_000_000
TURNS, SCANS = 4, 200
IN_A_ROW, END = 10_000, 1_000


def rows() -> Rows:
    """Return what was measured, the figure, and the bar it is held to."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        large = BigEvent(folder, LARGE)
        return [
            *_transactions(folder, LARGE, large),
            ("  fsyncs a scan", _syncs_a_scan(large), "1"),
            (
                f"  the last thousand of {IN_A_ROW:,} scans in a row / the first",
                f"{_tiring(large):.2f} ×",
                "≤ 1.5 ×",
            ),
        ]


def million_rows() -> Rows:
    """Return the same of an event of a million people and three million check-ins."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        return _transactions(folder, MILLION, BigEvent(folder, MILLION))


def _transactions(folder: Path, count: int, large: BigEvent) -> Rows:
    small = BigEvent(folder, SMALL)
    works = [*_ours_and_bare(small), *_ours_and_bare(large)]
    with closing(ReferenceShape(folder / "reference.db", count)) as reference:
        little, little_bare, much, much_bare, theirs = medians_in_turn(
            TURNS, *works, lambda: [reference.seconds() for _ in range(SCANS)]
        )
    return [
        (f"scan at {SMALL:,} people / bare sqlite3", f"{little / little_bare:.2f} ×", "≤ 1.5 ×"),
        (f"scan at {count:,} people / bare sqlite3", f"{much / much_bare:.2f} ×", "≤ 1.5 ×"),
        (f"  / scan at {SMALL:,} people", f"{much / little:.2f} ×", "≤ 1.5 ×"),
        ("  / the field's reference shape", f"{much / theirs:.2f} ×", "≤ 0.2 ×"),
    ]
