"""Second tries find codes that a first look misses, within the time until the next frame."""

import numpy as np
import pytest
from PIL import Image

from checkin.capture import secondtries
from checkin.capture.decode import Code, codes_in
from checkin.capture.secondtries import BUDGET_SECONDS, WAYS, Prepared, SecondTries
from tests.cameraframes import Pose, draw, held_up, room

CODE = "KDTRNBVXHJLCBEFGOPSUXKDTRNBV"
FOUND = Code(CODE, ((0, 0), (1, 0), (1, 1), (0, 1)))


def scene(seed: int) -> Image.Image:
    return Image.fromarray(room((640, 480), np.random.default_rng(seed)))


class Bench:
    """Looks that take a known time and find what they are told, on a clock that they turn."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, seconds: float = 0.0) -> None:
        self.now = 0.0
        self.looks: list[int] = []
        self.find: dict[int, list[Code]] = {}
        self.tries = SecondTries(lambda: self.now)

        def way(number: int):
            def prepare(plane: Image.Image) -> Prepared:
                self.now += seconds
                self.looks.append(number)
                return Prepared(plane, plane.size)

            return prepare

        def look(_plane: Image.Image, *, inverted: bool) -> list[Code]:
            return self.find.get(self.looks[-1], [])

        monkeypatch.setattr(secondtries, "WAYS", tuple(map(way, range(len(WAYS)))))
        monkeypatch.setattr(secondtries, "codes_in", look)

    def see(self, plane: Image.Image, seen=(), newer: bool = False) -> list[str]:
        """Return the texts found in a frame."""
        return [one.text for one in self.tries.find(plane, seen, lambda: newer)]


@pytest.fixture
def bench(monkeypatch) -> Bench:
    return Bench(monkeypatch)


def test_codes_missed_at_first_are_found():
    dice = np.random.default_rng(3)
    missed = found = 0
    while missed < 30:
        plane = Image.fromarray(draw("blurred", CODE, (640, 480), dice))
        if not codes_in(plane):
            missed += 1
            texts = {code.text for way in WAYS for code in way(plane).codes(plane.size)}
            assert texts <= {CODE}
            found += bool(texts)
    assert found >= 10


@pytest.mark.parametrize("way", WAYS, ids=[one.__name__ for one in WAYS])
@pytest.mark.parametrize("size", [(640, 480), (1280, 720), (320, 240), (1, 1)])
def test_each_way_finds_a_code_where_it_is(way, size):
    plane = Image.new("L", size, 200)
    assert way(plane).codes(size) == []
    if size[0] >= 640:
        (first,) = codes_in(held := _held_in_the_middle(size))
        (code,) = way(held).codes(size)
        assert code.text == CODE
        assert np.allclose(code.corners, first.corners, atol=0.01)


def _held_in_the_middle(size: tuple[int, int]) -> Image.Image:
    behind = room(size, np.random.default_rng(1))
    return Image.fromarray(held_up(CODE, behind, Pose(100, (size[0] / 2, size[1] / 2))))


def test_all_ways_are_tried_where_there_is_time(bench):
    assert bench.see(scene(1)) == []
    assert bench.looks == [0, 1, 2, 3]


def test_what_does_not_fit_before_the_next_frame_is_tried_on_that(monkeypatch):
    bench = Bench(monkeypatch, BUDGET_SECONDS * 0.45)
    for seed in range(4):
        bench.see(scene(seed))
    assert len(bench.looks) < 4 * len(WAYS)
    assert set(bench.looks) == {0, 1, 2, 3}


def test_however_long_it_takes_one_way_is_tried(monkeypatch):
    bench = Bench(monkeypatch, 1.0)
    for seed in range(8):
        bench.see(scene(seed))
    assert bench.looks == [0, 1, 2, 3, 0, 1, 2, 3]


def test_nothing_is_tried_while_a_newer_frame_waits(bench):
    bench.see(scene(1), newer=True)
    assert bench.looks == []


def test_what_found_a_code_is_tried_first_in_the_next_frame(bench):
    bench.find = {2: [FOUND]}
    for seed in (1, 2, 3):
        assert bench.see(scene(seed)) == [CODE]
    assert bench.looks == [0, 1, 2, 2, 2]


def test_a_code_seen_already_is_no_find(bench):
    bench.find = {0: [FOUND]}
    assert bench.see(scene(1), seen={CODE}) == []
    assert bench.looks == [0, 1, 2, 3]


def test_where_nothing_moves_nothing_more_is_tried_until_something_does(bench):
    for _ in range(5):
        bench.see(scene(1))
    assert bench.looks == [0, 1, 2, 3]
    bench.see(scene(2))
    assert bench.looks == [0, 1, 2, 3] * 2
