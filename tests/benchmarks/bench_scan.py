"""Measures one scan, commit included, beside bare SQL and beside the field's reference shape."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from checkin.domain.verdict import VerdictStatus
from checkin.services.admission import Door
from checkin.services.lists import find_list
from checkin.store.database import connect
from checkin.store.store import Store
from tests.benchmarks.bigevent import COORDINATOR, BigEvent, codes
from tests.benchmarks.figures import Rows, Work, medians_in_turn
from tests.benchmarks.recording import Statement, listen, seconds_to_say
from tests.benchmarks.reference import ReferenceShape

SMALL, LARGE, MILLION = 1_000, 100_000, 1_000_000
TURNS, SCANS = 4, 200
IN_A_ROW, AN_END, BETWEEN_RESTS = 10_000, 1_000, 100
FEW, MORE = 20, 120


def rows() -> Rows:
    """Return what was measured, the figure, and the bar it is held to."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        large = BigEvent(folder, LARGE)
        return [
            *_transactions(folder, large, LARGE),
            ("  fsyncs a scan", _syncs_a_scan(large.copy("traced")), "1"),
            (
                f"  last thousand of {IN_A_ROW:,} scans in a row / first thousand",
                f"{_tiring(large.copy('long')):.2f} ×",
                "≤ 1.5 ×",
            ),
        ]


def million_rows() -> Rows:
    """Return the same of an event of a million people and three million check-ins."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        return _transactions(folder, BigEvent(folder, MILLION), MILLION)


def _transactions(folder: Path, large: BigEvent, people: int) -> Rows:
    small = BigEvent(folder, SMALL)
    with closing(ReferenceShape(folder / "reference.db", people)) as reference:
        little, little_bare, much, much_bare, theirs = medians_in_turn(
            TURNS,
            _scans(small.copy("ours")),
            _bare_scans(small),
            _scans(large.copy("ours")),
            _bare_scans(large),
            lambda: [reference.seconds() for _ in range(SCANS)],
        )
    return [
        (
            f"scan at {SMALL:,} people / the same SQL alone",
            f"{little / little_bare:.2f} ×",
            "≤ 1.5 ×",
        ),
        (f"scan at {people:,} people / the same SQL alone", f"{much / much_bare:.2f} ×", "≤ 1.5 ×"),
        (f"  / scan at {SMALL:,} people", f"{much / little:.2f} ×", "≤ 1.5 ×"),
        ("  / the field's reference shape", f"{much / theirs:.2f} ×", "≤ 0.2 ×"),
    ]


def _scans(event: BigEvent) -> Work:
    """Return work that scans the next people's codes, opening the event anew each time."""
    with event.open() as store:
        queue = iter(codes(store))

    def work() -> Sequence[float]:
        with event.open() as store:
            return list(_scanned(store, [next(queue) for _ in range(SCANS)]))

    return work


def _scanned(store: Store, queue: Iterable[str]) -> Iterator[float]:
    """Yield how long each scan took, all of people who are let in."""
    door = Door(store, COORDINATOR, find_list(store, None, store.now()))
    for code in queue:
        start = time.perf_counter()
        verdict = door.scan(code)
        yield time.perf_counter() - start
        assert verdict.status is VerdictStatus.OK, verdict


def _bare_scans(event: BigEvent) -> Work:
    """Return work that says to SQLite alone what such scans said on another copy."""
    queue = iter(_said(event.copy("heard")))
    path = event.copy("bare").path

    def work() -> Sequence[float]:
        with closing(connect(path, writable=True)) as database:
            raw = database.connection()
            taken = [seconds_to_say(raw, next(queue)) for _ in range(SCANS)]
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return taken

    return work


def _said(event: BigEvent) -> list[list[Statement]]:
    with event.open() as store:
        queue = codes(store)[: TURNS * SCANS]
        connection = listen(store)
        return [connection.take() for _ in _scanned(store, queue)]


def _syncs_a_scan(event: BigEvent) -> str:
    """Count what 120 scans sync to disk more than 20 do, by strace."""
    if not shutil.which("strace"):
        return "needs strace"
    few = _syncs(event, 0, FEW)
    return f"{(_syncs(event, FEW, MORE) - few) / (MORE - FEW):.2f}"


def _syncs(event: BigEvent, first: int, scans: int) -> int:
    trace = event.path.with_suffix(".trace")
    door = [sys.executable, "-m", "tests.benchmarks.at_the_door"]
    work = [*door, event.path, event.path.parent / "other", first, scans]
    subprocess.run(
        [*["strace", "-f", "-e", "trace=fsync,fdatasync", "-o"], trace, *map(str, work)],
        check=True,
        capture_output=True,
    )
    return trace.read_text().count("sync(")


def _tiring(event: BigEvent) -> float:
    """Return how much longer the last scans of a long row take than the first."""
    taken: list[float] = []
    with event.open() as store:
        queue = codes(store)
        for start in range(0, IN_A_ROW, BETWEEN_RESTS):
            taken += _scanned(store, queue[start : start + BETWEEN_RESTS])
            store.rest()
    return median(taken[-AN_END:]) / median(taken[:AN_END])
