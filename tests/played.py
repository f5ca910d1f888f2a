"""A video file played as a camera: its frames come as those of a real one do."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QSize, QUrl
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoFrameFormat, QVideoSink

from checkin.capture.cameras import CameraInfo, Cameras, Source
from tests.cameraframes import Plane

FRONT, DESK = CameraInfo("front", "Built-in camera"), CameraInfo("desk", "Desk camera 4K")


def video(path: Path, frames: Iterable[Plane]) -> Path:
    """Write frames as a film of 25 a second: JPEG pictures one after another are one already."""
    with path.open("wb") as file:
        for plane in frames:
            picture = BytesIO()
            Image.fromarray(plane).convert("RGB").save(picture, "JPEG", quality=85)
            file.write(picture.getvalue())
    return path


def frame_of(plane: Plane) -> QVideoFrame:
    """Return a frame as it comes from a camera that has no colours."""
    height, width = plane.shape
    form = QVideoFrameFormat(QSize(width, height), QVideoFrameFormat.PixelFormat.Format_Y8)
    frame = QVideoFrame(form)
    frame.map(QVideoFrame.MapMode.WriteOnly)
    line = frame.bytesPerLine(0)
    lines = np.frombuffer(frame.bits(0), np.uint8)[: line * height].reshape(height, line)
    lines[:, :width] = plane
    frame.unmap()
    return frame


class PlayedCamera(Source):
    """Shows a film once, and then no more frames."""

    def __init__(self, film: Path) -> None:
        super().__init__()
        self.ended = False
        self._player, self._sink = QMediaPlayer(self), QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._player.setVideoSink(self._sink)
        self._player.setSource(QUrl.fromLocalFile(str(film)))
        self._player.play()

    def _on_frame(self, frame: QVideoFrame) -> None:
        # After the last one comes one with nothing in it.
        self.ended = not frame.isValid()
        self.framed.emit(frame)

    def stop(self) -> None:
        self._player.stop()


class PlayedCameras(Cameras):
    """Cameras that are plugged in and out by the test; each shows the film it is given."""

    def __init__(self, *plugged: CameraInfo) -> None:
        super().__init__()
        self.plugged = list(plugged)
        self.films: dict[CameraInfo, Path] = {}
        self.opened: list[Source] = []

    def found(self) -> list[CameraInfo]:
        return list(self.plugged)

    def open(self, camera: CameraInfo) -> Source:
        film = self.films.get(camera)
        self.opened.append(PlayedCamera(film) if film else Source())
        return self.opened[-1]

    def plug_in(self, camera: CameraInfo) -> None:
        """Plug a camera in, as the system tells of it."""
        self.plugged.append(camera)
        self.changed.emit()

    def pull_out(self, camera: CameraInfo) -> None:
        """Pull a camera's plug."""
        self.plugged.remove(camera)
        self.changed.emit()
