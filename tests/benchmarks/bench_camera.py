"""Measures the camera: how many codes are read, how soon, and what it costs the window."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
import zxingcpp
from PIL import Image

from checkin.capture.decode import codes_in
from checkin.capture.secondtries import WAYS, SecondTries
from checkin.domain.code import ALPHABET
from tests.benchmarks.bigevent import BigEvent
from tests.benchmarks.figures import Rows
from tests.cameraframes import KINDS, SIZES, Dice, Plane, draw, room

if TYPE_CHECKING:
    pass

# Of each kind and size.
FRAMES, HALLS, SCANS, TICKS = 30, 20, 200, 1_000
FRAME = 1 / 30
SEED = 20160602


def rows() -> Rows:
    """Return what was measured, the figure, and the bar it is held to."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    empty = [row for size in SIZES for row in _empty_frames(size)]
    return [*_decoding(), *empty, *_at_the_window()]


def _decoding() -> Rows:
    """Codes read out of frames drawn by chance, the same ones every time, each way of looking."""
    dice, read, wrong = np.random.default_rng(SEED), Counter[str](), 0
    for text, plane in _frames(dice):
        picture = Image.fromarray(plane)
        bare = zxingcpp.read_barcodes(plane, formats=zxingcpp.BarcodeFormat.QRCodeModel2)
        ours = [code.text for code in codes_in(picture)]
        again = [code.text for code in SecondTries(time.perf_counter).find(picture, ours, _never)]
        whole = again or [code.text for way in WAYS for code in way(picture).codes(picture.size)]
        seen = {"bare": [one.text for one in bare], "first": ours}
        seen |= {"in time": ours or again, "whole": ours or whole}
        for name, texts in seen.items():
            read[name] += text in texts
            wrong += name != "bare" and bool(set(texts) - {text})
    count = FRAMES * len(KINDS) * len(SIZES)
    rate = {name: 100 * right / count for name, right in read.items()}
    return [
        (f"codes read of {count:,} spoilt frames, bare zxing-cpp", f"{rate['bare']:.1f} %", ""),
        ("  at first sight, against bare", _points(rate, "first"), "≥ 0 points"),
        ("  with second tries in the time of one frame", _points(rate, "in time"), "≥ +5 points"),
        ("  with a whole round of them, four frames at most", _points(rate, "whole"), ""),
        ("  wrong texts", f"{wrong}", "0"),
    ]


def _points(rate: dict[str, float], name: str) -> str:
    return f"{rate[name] - rate['bare']:+.1f}"


def _frames(dice: Dice) -> Iterator[tuple[str, Plane]]:
    for kind in KINDS:
        for size in SIZES:
            for _ in range(FRAMES):
                text = "".join(dice.choice(list(ALPHABET), 28))
                yield text, draw(kind, text, size, dice)


def _never() -> bool:
    return False


def _empty_frames(size: tuple[int, int]) -> Rows:
    """What a frame of an empty hall takes, at first sight and with second tries."""
    dice, tries = np.random.default_rng(SEED), SecondTries(time.perf_counter)
    halls = [Image.fromarray(room(size, dice)) for _ in range(HALLS)]
    again = partial(tries.find, seen=(), newer_waits=_never)
    return [
        (
            f"an empty frame of {size[0]} × {size[1]}, of a frame of 1/30 s",
            _of(median(_seconds(codes_in, hall) for hall in halls)),
            "≤ 0.1",
        ),
        (
            "  second tries while something moves",
            _of(median(_seconds(again, hall) for hall in halls)),
            "≤ 0.9",
        ),
        (
            "  while nothing does",
            _of(median(_seconds(again, halls[-1]) for _ in halls)),
            "≤ 0.1",
        ),
    ]


def _seconds(work: Callable[[Image.Image], object], about: Image.Image) -> float:
    start = time.perf_counter()
    work(about)
    return time.perf_counter() - start


def _at_the_window() -> Rows:
    from tests.benchmarks.filmedwindow import FilmedWindow

    with TemporaryDirectory() as name:
        event = BigEvent(Path(name), 1_000, attended=False)
        with FilmedWindow(event, Path(name) / "home") as desk:
            alone = max(desk.late_ticks(TICKS))
            desk.turn_camera_on()
            late = max(desk.late_ticks(TICKS))
            taken = [desk.seconds_from_frame(code) for code in desk.codes[:SCANS]]
    return [
        ("camera frame to verdict painted, of a frame of 1/30 s", _of(median(taken)), "≤ 0.33"),
        ("  p99", _of(quantiles(taken, n=100)[98]), "≤ 1"),
        ("latest tick of the window while the camera looks", f"{1_000 * late:.1f} ms", "≤ 10 ms"),
        ("  the same without a camera", f"{1_000 * alone:.1f} ms", ""),
    ]


def _of(seconds: float) -> str:
    return f"{seconds / FRAME:.2f}"
