"""A window open on a big event, and a camera before which badges are held up."""

import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtMultimedia import QVideoFrame

from checkin.capture.cameras import Source
from tests.benchmarks.atthewindow import AtTheWindow
from tests.benchmarks.bigevent import BigEvent
from tests.cameraframes import SIZES, any_pose, held_up, room
from tests.played import FRONT, PlayedCameras, frame_of

FRAME = 1 / 30
_TICK_MS = 5
_EMPTY = 3


class FilmedWindow(AtTheWindow):
    """The camera gives thirty frames a second, of a hall in which something moves."""

    def __init__(self, event: BigEvent, home: Path) -> None:
        cameras = PlayedCameras(FRONT)
        super().__init__(event, home, cameras=lambda: cameras)
        self._dice = np.random.default_rng(20160602)
        self._halls = [room(size, self._dice) for size in SIZES for _ in range(6)]
        self._empty = [frame_of(hall) for hall in self._halls]
        self._shown = 0
        self._rest, self._pause = QEventLoop(), _precise_timer()
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._rest.quit)
        self._next = time.perf_counter()
        self._cameras = cameras
        self._source: Source | None = None

    def turn_camera_on(self) -> None:
        """Have the door watched from now on."""
        self.page.camera.turn(True)
        self._source = self._cameras.opened[-1]

    def seconds_from_frame(self, code: str) -> float:
        """Hold up a badge after an empty hall; return the seconds from the first frame of it that
        the camera gives until the verdict is painted.
        """
        hall = self._halls[self._shown % len(self._halls)]
        size = (hall.shape[1], hall.shape[0])
        badge = frame_of(held_up(code, hall, any_pose(size, self._dice)))
        for _ in range(_EMPTY):
            self._give(self._empty_hall())
        self._answered = False
        self._wait_for_next()
        start = time.perf_counter()
        assert self._source
        self._source.framed.emit(badge)
        while not self._answered:
            self.running.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        # The painting it asked for.
        self.running.processEvents()
        return time.perf_counter() - start

    def late_ticks(self, count: int) -> list[float]:
        """Return by how many seconds ticks of the window's own clock came late."""
        late: list[float] = []
        due = [time.perf_counter() + _TICK_MS / 1_000]

        def tick() -> None:
            now = time.perf_counter()
            late.append(now - due[0])
            due[0] = now + _TICK_MS / 1_000

        timer = _precise_timer()
        timer.timeout.connect(tick)
        timer.start(_TICK_MS)
        while len(late) < count:
            self._give(self._empty_hall())
        return late

    def _empty_hall(self) -> QVideoFrame:
        self._shown += 1
        return self._empty[self._shown % len(self._empty)]

    def _give(self, frame: QVideoFrame) -> None:
        self._wait_for_next()
        if self._source:
            self._source.framed.emit(frame)

    def _wait_for_next(self) -> None:
        """Let the window work until the next frame is due."""
        self._next = max(self._next + FRAME, time.perf_counter())
        self._pause.start(round(1_000 * (self._next - time.perf_counter())))
        self._rest.exec()


def _precise_timer() -> QTimer:
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    return timer
