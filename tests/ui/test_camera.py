"""The camera at the door: films of badges held up to it, played as a camera."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from checkin.ui.camera.corner import CameraCorner
from tests.cameraframes import Plane, Pose, held_up, room
from tests.played import FRONT, PlayedCameras, video
from tests.ui.conftest import Laptop
from tests.ui.test_scanning import Door

STRANGE = "XUTSRPONLKJHGFEDCBXUTSRPONLK"
SIZE = (640, 480)


def hall() -> Plane:
    """Return what the camera sees of the hall."""
    return room(SIZE, np.random.default_rng(20160602))


def nobody(count: int = 8) -> Iterator[Plane]:
    """Yield frames of the hall alone."""
    return iter([hall()] * count)


def held(text: str, count: int = 25) -> Iterator[Plane]:
    """Yield frames of somebody who brings a badge, turns and tilts it, and holds it up."""
    behind = hall()
    for number in range(count):
        away = max(0.0, 1 - number / 8)
        pose = Pose(
            side=150 - 40 * away,
            centre=(320 + 150 * away, 250 + 60 * away),
            turn=0.5 * away + 0.03 * (number % 3),
            nod=0.5 * away,
            yaw=0.3,
        )
        plane = held_up(text, behind, pose)
        yield plane if away < 0.5 else _shaken(plane)


def _shaken(plane: Plane) -> Plane:
    """Return a frame as it is of what moves by nine pixels meanwhile."""
    shifted = [np.roll(plane, step, axis=1) for step in range(-4, 5)]
    return np.mean(shifted, axis=0).astype(np.uint8)


class CameraDoor(Door):
    """A door with a camera to which badges are held, as films."""

    def __init__(self, laptop: Laptop, cameras: PlayedCameras, folder: Path) -> None:
        super().__init__(laptop)
        self.cameras = cameras
        self._folder = folder
        self.corner = self.page.findChild(CameraCorner)
        assert self.corner

    @property
    def watch(self):
        return self.page.camera

    @property
    def words(self) -> str:
        """What the corner says."""
        return self.corner.words.text()

    def show(self, *scenes: Iterator[Plane]) -> None:
        """Show the camera a film, and wait for its end."""
        frames = [frame for scene in scenes for frame in scene]
        self.cameras.films[FRONT] = video(self._folder / "film.mjpeg", frames)
        seen = []
        self.watch.looked.connect(seen.append)
        self.press(Qt.Key.Key_F7)
        source = self.cameras.opened[-1]
        self.laptop.until(lambda: source.ended)
        self.laptop.rest()
        self.press(Qt.Key.Key_F7)


@pytest.fixture
def cameras(qapp) -> PlayedCameras:
    return PlayedCameras(FRONT)


@pytest.fixture
def door(tmp_path, qtbot, cameras) -> Iterator[CameraDoor]:
    laptop = Laptop(tmp_path, qtbot, cameras=lambda: cameras)
    laptop.make_event()
    laptop.open()
    yield CameraDoor(laptop, cameras, tmp_path)
    laptop.window.close()


def test_a_badge_held_up_is_checked_in_once(door):
    door.show(nobody(), held(door.guest()), nobody())
    assert door.heard == ["Welcome"]
    assert door.screen.name == "Ada Ozola"
