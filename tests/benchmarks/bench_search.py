"""Measures how long the list of people takes to follow each letter that somebody types."""

import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from checkin.store.store import Store
from tests.benchmarks.bigevent import BigEvent
from tests.benchmarks.figures import Rows

SIZES, MILLION = (1_000, 100_000), 1_000_000
SHOWN, TURNS = 50, 5
FRAME_MS, BAR_MS = 1000 / 60, 16
# Names, their middles, accents left out and put in, capitals, two words, e-mail, organisations.
TYPED = (
    "anna bērz", "Anna-Maria", "kalniņš", "kalnins", "zausk", "wiśniew", "wisniewski", "LUKASZ",
    "ærøe", "groß", "владимир", "σοφία", "o'bri", "guest4711", "guest12@food", "@robotics",
    "gdańsk energy", "photonics 3", "strand", "zz", "xq nobody", "michael son", "a e i",
)  # fmt: skip


def rows() -> Rows:
    """Return what was measured, the figure, and the bar it is held to."""
    return [row for size in SIZES for row in _rows(size)]


def million_rows() -> Rows:
    """Return the same of a million people."""
    return _rows(MILLION)


def _rows(people: int) -> Rows:
    with TemporaryDirectory() as name, BigEvent(Path(name), people, attended=False).open() as store:
        taken = {begun: _milliseconds(store, begun) for begun in _keystrokes()}
    worst = max(taken, key=lambda begun: taken[begun])
    return [
        (
            f"search at {people:,} people, the worst of {len(taken)} keystrokes ({worst!r})",
            f"{taken[worst]:.2f} ms",
            f"≤ {BAR_MS} ms",
        ),
        ("  in frames of a 60 Hz screen", f"{taken[worst] / FRAME_MS:.2f}", "≤ 1"),
        ("  the median keystroke", f"{median(taken.values()):.2f} ms", f"≤ {BAR_MS} ms"),
    ]


def _keystrokes() -> list[str]:
    """Return each text that stands in the box while the words are typed letter by letter."""
    return list({word[:end]: None for word in TYPED for end in range(1, len(word) + 1)})


def _milliseconds(store: Store, text: str) -> float:
    """Return the median of several answers to one text."""
    taken = []
    for _ in range(TURNS):
        start = time.perf_counter()
        store.roster.search(text, limit=SHOWN)
        taken.append(time.perf_counter() - start)
    return median(taken) * 1000
