"""Frames are read in a thread of their own, the newest first, and nothing queues."""

from threading import Event

import numpy as np
import pytest
from PIL import Image
from PySide6.QtMultimedia import QVideoFrame

from checkin.capture import lookout as module
from checkin.capture.lookout import Look, Lookout
from tests.cameraframes import Pose, held_up, room
from tests.played import frame_of

ADA, BOB = "KDTRNBVXHJLCBEFGOPSUXKDTRNBV", "XUTSRPONLKJHGFEDCBXUTSRPONLK"


def frame(*texts: str, size=(640, 480)) -> QVideoFrame:
    """Return a frame with badges side by side."""
    plane = room(size, np.random.default_rng(1))
    for place, text in enumerate(texts):
        plane = held_up(text, plane, Pose(120, (180 + 270 * place, 240)))
    return frame_of(plane)


class Watcher:
    """Somebody who hears of each look."""

    def __init__(self, qtbot, genuine=lambda text: text == ADA) -> None:
        self.qtbot = qtbot
        self.looks: list[Look] = []
        self.lookout = Lookout(genuine)
        self.lookout.looked.connect(self.looks.append)

    def see(self, *texts: str) -> Look:
        """Show one frame, and return what came of it."""
        before = len(self.looks)
        self.lookout.offer(frame(*texts))
        self.qtbot.waitUntil(lambda: len(self.looks) > before)
        return self.looks[-1]


@pytest.fixture
def watcher(qtbot):
    made = Watcher(qtbot)
    yield made
    made.lookout.close()


def test_what_is_seen_is_told_with_where_it_is(watcher):
    look = watcher.see(ADA)
    (code,) = look.codes
    assert code.text == ADA
    assert look.genuine
    left, right = code.corners[0][0] * 640, code.corners[1][0] * 640
    assert (left, right) == pytest.approx((120, 240), abs=4)


def test_a_code_of_elsewhere_is_told_as_such(watcher):
    look = watcher.see(BOB)
    assert [code.text for code in look.codes] == [BOB]
    assert not look.genuine
    assert watcher.see(BOB, ADA).genuine


def test_of_frames_that_come_meanwhile_only_the_newest_is_read(qtbot, monkeypatch):
    reading, go_on = Event(), Event()
    read: list[int] = []

    def slow(plane: Image.Image) -> list:
        read.append(plane.width)
        reading.set()
        assert go_on.wait(10)
        return []

    monkeypatch.setattr(module, "codes_in", slow)
    watcher = Watcher(qtbot)
    watcher.lookout.offer(frame(size=(100, 80)))
    assert reading.wait(10)
    for width in (110, 120, 130):
        watcher.lookout.offer(frame(size=(width, 80)))
    go_on.set()
    qtbot.waitUntil(lambda: len(watcher.looks) == 2)
    qtbot.waitUntil(lambda: watcher.lookout.idle)
    watcher.lookout.close()
    assert read == [100, 130]


def test_a_picture_is_made_only_for_somebody_who_looks(watcher):
    assert watcher.see().picture is None
    watcher.lookout.picture_width = 200
    picture = watcher.see(ADA).picture
    assert (picture.width(), picture.height()) == (214, 160)


def test_a_fault_of_ours_is_told_and_ends_it(qtbot):
    def broken(_text: str) -> bool:
        raise ZeroDivisionError

    lookout = Lookout(broken)
    with qtbot.waitSignal(lookout.faulted) as told:
        lookout.offer(frame(ADA))
    assert isinstance(told.args[0], ZeroDivisionError)
    lookout.close()


def test_after_the_end_nothing_is_told(watcher):
    watcher.lookout.close()
    watcher.lookout.offer(frame(ADA))
    assert watcher.looks == []
