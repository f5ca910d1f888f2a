"""Measures how long it takes to find who is likely twice among many, beside reading them all."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from checkin.services.duplicates import likely_duplicates
from tests.benchmarks.bigevent import COORDINATOR, BigEvent
from tests.benchmarks.figures import Rows

PEOPLE, BAR, BAR_SECONDS = 100_000, 5, 15


def rows() -> Rows:
    """Return what was measured, the figure, and the bar it is held to."""
    with TemporaryDirectory() as name, BigEvent(Path(name), PEOPLE, attended=False).open() as store:
        start = time.process_time()
        read = sum(1 for _ in store.roster.everyone())
        middle = time.process_time()
        pairs = likely_duplicates(store, COORDINATOR)
        end = time.process_time()
    found = f"likely duplicates among {read:,} people, {len(pairs):,} pairs"
    return [
        (found, f"{end - middle:.1f} s", f"≤ {BAR_SECONDS} s"),
        ("  / reading the people", f"{(end - middle) / (middle - start):.2f} ×", f"≤ {BAR} ×"),
    ]
