"""Measures the window beside a scanner that is stuck: it stays quick, and real scans come in."""

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random
from statistics import quantiles
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import TYPE_CHECKING

from checkin.domain.code import ALPHABET, CODE_LETTERS
from tests.benchmarks.bigevent import BigEvent
from tests.benchmarks.figures import Rows

if TYPE_CHECKING:
    from tests.benchmarks.atthewindow import AtTheWindow

PEOPLE = 1_000
# A badge is held to the stuck scanner, or to another one, now and then.
CODES, A_SECOND, REAL_EVERY = 5_000, 1_000, 100
TYPED = 1_000
TICK_MS = 5


def rows() -> Rows:
    """Return what was measured, the figure, and the bar it is held to."""
    from tests.benchmarks.atthewindow import AtTheWindow

    with TemporaryDirectory() as name:
        folder = Path(name)
        event = BigEvent(folder, PEOPLE, attended=False)
        with AtTheWindow(event.copy("serial"), folder / "home") as desk:
            rested = _longest_tick(desk, CODES / A_SECOND, lambda: None)
            longest, admitted, slowest = _serial(desk, folder)
        with AtTheWindow(event.copy("typed"), folder / "home") as desk:
            told, each = _typed(desk)
    real = CODES // REAL_EVERY
    return [
        (
            f"badges among {CODES:,} wrong codes at a serial port, {A_SECOND:,} a second: recorded",
            f"{admitted} of {real}",
            "all",
        ),
        ("  the slowest of them, from sent to verdict", f"{1000 * slowest:.0f} ms", "≤ 250 ms"),
        (
            "  the window's ticks meanwhile, p99 / the same at rest",
            f"{1000 * longest:.0f} ms / {1000 * rested:.0f} ms",
            "≤ 100 ms",
        ),
        (
            f"badges among {TYPED:,} wrong codes typed without a pause: recorded",
            f"{told} of {TYPED // REAL_EVERY}",
            "all",
        ),
        ("  time of the window's thread for one", f"{1000 * each:.1f} ms", "≤ 17 ms"),
    ]


def _queue(desk: "AtTheWindow", wrong: int) -> list[str]:
    """Return so many wrong codes and, now and then, somebody's."""
    dice, queue = Random(3), []
    for number in range(1, wrong + 1):
        queue.append("".join(dice.choices(ALPHABET, k=CODE_LETTERS)))
        if number % REAL_EVERY == 0:
            queue.append(desk.codes[number // REAL_EVERY])
    return queue


def _serial(desk: "AtTheWindow", folder: Path) -> tuple[float, int, float]:
    """Return p99 of the ticks (s), badges recorded, and seconds the slowest of them took."""
    from tests.serialport import SerialCable

    assert desk.window.view
    queue, cable = _queue(desk, CODES), SerialCable(folder)
    cable.plug_in()
    desk.window.view.scanning.serial.choose(cable.port, 115_200)
    sent: dict[str, float] = {}
    took: dict[str, float] = {}

    def answered(verdict: object) -> None:
        code = getattr(verdict, "code", "")
        if getattr(verdict, "attendee", None):
            took[code] = time.perf_counter() - sent[code]

    pace = Event()

    def feed() -> None:
        start = time.perf_counter()
        for number, code in enumerate(queue):
            pace.wait(max(0.0, start + number / A_SECOND - time.perf_counter()))
            sent[code] = time.perf_counter()
            cable.send(f"{code}\r".encode())

    desk.page.doorway.answered.connect(answered)
    feeding = Thread(target=feed)
    longest = _longest_tick(desk, CODES / A_SECOND, feeding.start)
    desk.until_idle(lambda: not feeding.is_alive())
    desk.window.view.scanning.serial.choose("", 9_600)
    desk.until_idle()
    cable.pull_out()
    return longest, len(took), max(took.values())


def _longest_tick(desk: "AtTheWindow", seconds: float, begin: Callable[[], object]) -> float:
    """Return the length (s) of one in a hundred of the window's ticks from `begin` on."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    ticks: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(TICK_MS)
    begin()
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        desk.running.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    timer.stop()
    gaps = [later - before for before, later in pairwise(ticks)]
    return quantiles(gaps, n=100)[98]


def _typed(desk: "AtTheWindow") -> tuple[int, float]:
    """Return how many badges were recorded, and the seconds that hearing one code takes."""
    from tests.scanner import Keyboard

    recorded: list[object] = []
    desk.page.doorway.answered.connect(
        lambda verdict: verdict.attendee and recorded.append(verdict)
    )
    desk.window.activateWindow()
    desk.until_idle(desk.window.isActiveWindow)
    keyboard, queue = Keyboard(), _queue(desk, TYPED)
    spent = 0.0
    for code in queue:
        start = time.perf_counter()
        keyboard.scan(code, gap=1)
        spent += time.perf_counter() - start
        desk.running.processEvents()
    desk.until_idle(lambda: len(recorded) >= TYPED // REAL_EVERY)
    return len(recorded), spent / len(queue)
