"""The camera at the door: films of badges held up to it, played as a camera."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from checkin.capture.debounce import QUIET_MS
from checkin.domain.roles import Role
from checkin.errors import CheckinError
from checkin.services.reception import latest
from checkin.ui.camera.corner import CameraCorner
from checkin.ui.camera.watching import State
from checkin.ui.scannertest import ScannerTest
from tests.cameraframes import Plane, Pose, held_up, room
from tests.played import DESK, FRONT, PlayedCameras, video
from tests.ui.conftest import OPERATOR, Laptop
from tests.ui.kiosk.conftest import Station
from tests.ui.test_reception import answering
from tests.ui.test_scanning import ATTENDEES, Door

STRANGE = "XUTSRPONLKJHGFEDCBXUTSRPONLK"
SIZE = (640, 480)


def hall() -> Plane:
    """Return what the camera sees of the hall."""
    return room(SIZE, np.random.default_rng(20160602))


def nobody(count: int = 8) -> Iterator[Plane]:
    """Yield frames of the hall alone."""
    return iter([hall()] * count)


def held_twice(text: str) -> Iterator[Plane]:
    """Yield frames of a code held up, out of sight a little over three seconds, and back."""
    return chain(held(text, 40), nobody(QUIET_MS // 40 + 10), held(text, 40))


def held(text: str, count: int = 25, behind: Plane | None = None) -> Iterator[Plane]:
    """Yield frames of somebody who brings a badge, turns and tilts it, and holds it up."""
    behind = hall() if behind is None else behind
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
        self.folder = folder
        self.corner = self.page.findChild(CameraCorner)
        assert self.corner

    @property
    def watch(self):
        return self.page.camera

    @property
    def words(self) -> str:
        """What the corner says."""
        return self.corner.words.text()

    def begin(self, *scenes: Iterator[Plane]) -> None:
        """Turn the camera on, which sees a film."""
        frames = [frame for scene in scenes for frame in scene]
        self.cameras.films[FRONT] = video(self.folder / "film.mjpeg", frames)
        self.press(Qt.Key.Key_F7)

    def end(self) -> None:
        """Wait for the end of the film, and until what it showed is answered."""
        self.laptop.until(lambda: self.cameras.opened[-1].ended)
        self.laptop.until(lambda: self.watch.idle)
        self.laptop.rest()

    def show(self, *scenes: Iterator[Plane]) -> None:
        """Show the camera a film, from its beginning to its end."""
        self.begin(*scenes)
        self.end()

    def check_ins(self) -> int:
        """Return how many check-ins are on disk, the refused ones too."""
        with self.laptop.app.open_event(self.laptop.path) as store:
            return len(latest(store, OPERATOR))


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


def test_a_badge_held_up_for_long_stays_one_check_in(door):
    door.show(held(door.guest(), (QUIET_MS + 1_000) // 40))
    assert door.heard == ["Welcome"]
    assert door.check_ins() == 1


def test_people_one_after_the_other(door):
    codes = [door.guest("Ada Ozola"), door.guest("Boriss Kalns"), door.guest("Cecīlija Liepa")]
    told = []
    door.page.doorway.answered.connect(lambda verdict: told.append(verdict.attendee.name))
    door.show(*(held(code, 15) for code in codes))
    assert told == ["Ada Ozola", "Boriss Kalns", "Cecīlija Liepa"]


def test_where_nobody_is_nothing_happens(door):
    door.show(nobody(15))
    assert door.watch.state is State.SEEING
    assert door.words == "Hold a badge up to the camera."
    assert door.heard == []


def test_a_code_of_elsewhere_held_up_is_red_once(door):
    door.show(held(STRANGE, 40))
    assert door.heard == ["Unknown code"]
    assert door.check_ins() == 1


def test_a_code_of_elsewhere_that_passes_by_is_nothing(door):
    door.show(held(STRANGE, 12), nobody())
    assert door.heard == []


def test_a_code_of_elsewhere_that_comes_back_is_left_alone(door):
    door.show(held_twice(STRANGE))
    assert door.heard == ["Unknown code"]


def test_a_ticket_of_elsewhere_that_comes_back_is_answered_again(door):
    door.laptop.register("Ada Ozola", ticket_code=STRANGE)
    door.show(held_twice(STRANGE))
    assert door.heard == ["Welcome", "Already checked in"]


def test_at_a_kiosk_a_code_of_elsewhere_that_comes_back_is_left_alone(door):
    door.press(Qt.Key.Key_F7)
    Station(door.laptop).start()
    door.cameras.films[FRONT] = video(door.folder / "film.mjpeg", held_twice(STRANGE))
    door.watch.turn(on=True)
    door.end()
    assert door.check_ins() == 1


def test_a_poster_behind_is_nothing_while_badges_are_held_up(door):
    code = door.guest()
    poster = held_up(STRANGE, hall(), Pose(side=70, centre=(80, 200)))
    door.show(held(code, 40, poster))
    assert door.heard == ["Welcome"]


def test_camera_and_scanner_together_count_once(door):
    code = door.guest()
    door.begin(held(code, 50))
    door.laptop.until(lambda: door.heard == ["Welcome"])
    door.keyboard.scan(code.lower())
    door.end()
    assert door.heard == ["Welcome"]
    assert "counted once" in door.page.field.placeholderText()


def test_scanner_and_camera_together_count_once(door):
    code = door.guest()
    assert door.hold(code.lower()) == "Welcome"
    door.show(held(code))
    assert door.heard == ["Welcome"]


def test_a_badge_still_in_view_after_an_undo_is_not_checked_in_again(door):
    door.begin(held(door.guest(), 50))
    door.laptop.until(lambda: door.heard == ["Welcome"])
    door.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    door.end()
    assert door.heard == ["Welcome"]
    assert door.screen.headline == "Undone"


def test_the_camera_sees_on_whatever_page_is_in_front(door):
    code = door.guest()
    door.begin(nobody(12), held(code))
    door.view.show_page(ATTENDEES)
    door.end()
    assert door.heard == ["Welcome"]
    assert door.page.isVisible()


def test_the_camera_sees_under_the_lock(door):
    code = door.guest()
    door.begin(nobody(12), held(code))
    door.view.bench.duty.guarded = frozenset(Role)
    door.view.lock.lock()
    door.end()
    assert door.view.lock.locked
    assert door.view.lock.screen.panel.screen_shown.name == "Ada Ozola"
    assert door.heard == ["Welcome"]


def test_while_a_scanner_is_tested_the_camera_checks_nobody_in(door):
    looks = []
    door.watch.looked.connect(looks.append)
    door.begin(nobody(15), held(door.guest()))
    with answering(ScannerTest, lambda _: door.end()):
        door.press(Qt.Key.Key_F9)
    assert any(look.genuine for look in looks)
    assert door.heard == []


def test_the_picture_is_small_and_only_made_where_it_is_seen(door):
    looks = []
    door.watch.looked.connect(looks.append)
    door.begin(nobody(30))
    door.laptop.until(lambda: bool(looks))
    assert looks[-1].picture.width() <= 2 * door.corner.picture.width()
    door.view.show_page(ATTENDEES)
    door.end()
    assert looks[-1].picture is None


def test_the_camera_is_on_again_the_next_time(door):
    assert not door.watch.on
    door.press(Qt.Key.Key_F7)
    door.laptop.window.close_event()
    door.laptop.open()
    assert CameraDoor(door.laptop, door.cameras, Path()).watch.state is State.STARTING
    assert len(door.cameras.opened) == 2


def test_the_next_camera_is_taken_and_remembered(door):
    assert not door.corner.choosing.isVisible()
    door.press(Qt.Key.Key_F7)
    assert not door.corner.choosing.isVisible()
    door.cameras.plug_in(DESK)
    assert door.corner.choosing.isVisible()
    door.press(Qt.Key.Key_F6)
    assert door.watch.camera == DESK
    assert door.laptop.app.settings.camera == DESK.id
    door.press(Qt.Key.Key_F6)
    assert door.watch.camera == FRONT


def test_without_a_camera_that_is_said_and_the_scanner_goes_on(door):
    door.cameras.plugged.clear()
    door.press(Qt.Key.Key_F7)
    assert door.words == "There is no camera. Plug one in; scanners that type go on."
    assert door.hold(door.guest()) == "Welcome"


def test_a_camera_plugged_in_is_taken_by_itself(door):
    code = door.guest()
    door.cameras.plugged.clear()
    door.begin(held(code))
    door.cameras.plug_in(FRONT)
    door.end()
    assert door.heard == ["Welcome"]


def test_a_camera_that_is_unplugged_is_said_and_taken_up_again(door):
    code = door.guest()
    door.begin(nobody(4), held(code))
    door.laptop.until(lambda: door.watch.state is State.SEEING)
    door.cameras.opened[-1].failed.emit()
    door.cameras.pull_out(FRONT)
    assert door.words.startswith("Built-in camera is unplugged. Plug it in again")
    assert door.hold(door.guest("Boriss Kalns")) == "Welcome"
    door.cameras.plug_in(FRONT)
    door.end()
    assert door.screen.name == "Ada Ozola"


def test_of_a_camera_remembered_and_gone_another_can_be_taken(door):
    door.cameras.plug_in(DESK)
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F6):
        door.press(key)
    door.cameras.pull_out(DESK)
    assert "F6" in door.words
    door.press(Qt.Key.Key_F6)
    assert door.watch.camera == FRONT


def test_a_camera_that_another_program_uses_is_said_and_tried_again(door):
    door.press(Qt.Key.Key_F7)
    door.watch._again.setInterval(0)
    door.cameras.films[FRONT] = video(door.folder / "late.mjpeg", nobody())
    door.cameras.opened[-1].failed.emit()
    assert "another program" in door.words
    door.laptop.until(lambda: door.watch.state is State.SEEING)


def test_a_camera_that_goes_silent_is_said(door):
    door.watch._silence.setInterval(200)
    door.begin(nobody(2))
    door.laptop.until(lambda: door.watch.state is State.SILENT)
    assert "No picture comes" in door.words


def test_without_the_library_that_is_said_and_the_scanner_goes_on(tmp_path, qtbot):
    def none() -> PlayedCameras:
        raise CheckinError("camera-library-missing")

    laptop = Laptop(tmp_path, qtbot, cameras=none)
    laptop.make_event()
    laptop.open()
    door = CameraDoor(laptop, PlayedCameras(), tmp_path)
    door.press(Qt.Key.Key_F7)
    assert "libpulse0" in door.words
    assert door.hold(door.guest()) == "Welcome"
    laptop.window.close()


def test_a_fault_of_ours_turns_the_camera_off_and_is_told(door):
    def broken(_text: str) -> bool:
        raise ZeroDivisionError

    door.watch.start(broken)
    told = []
    door.watch.faulted.disconnect(door.view.notices.fail)
    door.watch.faulted.connect(told.append)
    door.begin(held(STRANGE))
    door.laptop.until(lambda: bool(told))
    assert door.watch.state is State.OFF
