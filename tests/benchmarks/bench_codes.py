"""Counts which printed codes are read: from paper by two decoders, and far from the camera."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import cv2
import numpy as np
from PIL import Image
from PySide6.QtGui import QGuiApplication

from checkin.capture.decode import codes_in
from checkin.capture.secondtries import SecondTries
from checkin.domain.code import ALPHABET, CODE_LETTERS
from checkin.domain.stock import A4_EIGHT
from checkin.render.qr import SIDE
from checkin.render.sheet import write_pdf
from tests.benchmarks.bench_badges import usual_faces
from tests.benchmarks.figures import Rows
from tests.cameraframes import KINDS, SIZES, Dice, Plane, Pose, draw, held_up, moved, room
from tests.render.faces import CLASSIC
from tests.render.paper import Pages, card, read_by_opencv, read_by_zxing

BADGES, HELD = 1000, 200
RESOLUTIONS = (72, 150, 300)
NEAR, FAR, PATIENCE = 80, 60, 10
SEED = 20160602
# How far from straight a badge is held, in radians: about twenty degrees.
_ASKEW = 0.35


def rows() -> Rows:
    """Return what was counted, and the bar it is held to."""
    app = QGuiApplication.instance() or QGuiApplication([])
    try:
        return [*_from_paper(), *_in_the_hand()]
    finally:
        del app


def _from_paper() -> Rows:
    faces = usual_faces(BADGES)
    read = Counter[int]()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "badges.pdf"
        write_pdf(path, faces, CLASSIC)
        for index, face in enumerate(faces):
            page, place = divmod(index, A4_EIGHT.badges_a_page)
            # Pages remember their pictures, which for so many would not fit into memory.
            if place == 0:
                pages = Pages(path)
            for dpi in RESOLUTIONS:
                shown = card(pages.picture(page, dpi), place, dpi)
                read[dpi] += read_by_zxing(shown) == read_by_opencv(shown) == face.code
    return [
        (f"of {BADGES:,} codes read by both decoders at {dpi} dpi", f"{read[dpi]:,}", "all")
        for dpi in RESOLUTIONS
    ]


def _in_the_hand() -> Rows:
    found: list[tuple[str, str, str]] = []
    for size in SIZES:
        for name, frames, bar in (("held", _held_up, "≥ 90 %"), ("spoilt", _spoilt, "")):
            dice = np.random.default_rng(SEED)
            waits = {side: _frames_until_read(frames, side, size, dice) for side in (NEAR, FAR)}
            at_once = sum(wait == 1 for wait in waits[NEAR])
            soon = sum(wait <= PATIENCE for wait in waits[FAR])
            where = f"{NEAR} pixels wide, {name}, in {size[0]} × {size[1]}"
            found += [
                (f"codes {where}, read at once", _share(at_once), bar),
                (f"  {FAR} pixels wide, within {PATIENCE} frames", _share(soon), bar),
            ]
    return found


def _share(count: int) -> str:
    return f"{100 * count / HELD:.1f} %"


def _frames_until_read(
    frames: Callable[[str, float, tuple[int, int], Dice], Iterator[Plane]],
    side: float,
    size: tuple[int, int],
    dice: Dice,
) -> list[int]:
    """Return after how many frames each badge is read, one more than patience if it is not."""
    waits = []
    for _ in range(HELD):
        text = "".join(dice.choice(list(ALPHABET), CODE_LETTERS))
        tries = SecondTries(time.perf_counter)
        seen = islice(frames(text, side, size, dice), PATIENCE)
        read = (count for count, plane in enumerate(seen, 1) if text in _texts(plane, tries))
        waits.append(next(read, PATIENCE + 1))
    return waits


def _texts(plane: Plane, tries: SecondTries) -> set[str]:
    picture = Image.fromarray(plane)
    found = codes_in(picture) or tries.find(picture, (), lambda: False)
    return {code.text for code in found}


def _spoilt(text: str, side: float, size: tuple[int, int], dice: Dice) -> Iterator[Plane]:
    """Yield frames of a badge, all spoilt in one way: blurred, tilted, in glare …"""
    kind = dice.choice(list(KINDS))
    while True:
        yield draw(kind, text, size, dice, side)


def _held_up(text: str, side: float, size: tuple[int, int], dice: Dice) -> Iterator[Plane]:
    """Yield frames of a badge in a hand: askew, trembling, a little out of focus and noisy."""
    hall, angles = room(size, dice), dice.uniform(-_ASKEW, _ASKEW, 3)
    middle = np.array([dice.uniform(side, extent - side) for extent in size])
    while True:
        turn, nod, yaw = angles + dice.normal(0, 0.03, 3)
        x, y = middle + dice.normal(0, 3, 2)
        pose = Pose(side, (x, y), turn, nod, yaw)
        plane = moved(held_up(text, hall, pose), dice.uniform(0, 1.0) * side / SIDE, dice)
        plane = cv2.GaussianBlur(plane, (0, 0), 0.7)
        yield (plane + dice.normal(0, 5, plane.shape)).clip(0, 255).astype(np.uint8)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for what, measured, bar in rows():
        print(f"{what:<64}{measured:>8}  {bar}")  # noqa: T201
