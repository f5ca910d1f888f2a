"""The cameras of this computer, and the frames of one of them.

QtMultimedia is read when a camera is first asked for: it takes long, and may not be there.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from checkin.errors import CheckinError


@dataclass(frozen=True, slots=True)
class CameraInfo:
    """One camera: `id` is the same whenever it is plugged in, `name` what it calls itself."""

    id: str
    name: str


class Source(QObject):
    """Signals: `framed` with each QVideoFrame; `failed` when there will be no more, because it
    broke or belongs to another program.
    """

    framed = Signal(object)
    failed = Signal()

    def stop(self) -> None:
        """Give no more frames, and let others have what they come from."""


class Cameras(QObject):
    """Those of a computer without any; `changed` tells that one was plugged in or out."""

    changed = Signal()

    def found(self) -> list[CameraInfo]:
        """Return the cameras that are there, the usual one first."""
        return []

    def open(self, camera: CameraInfo) -> Source:
        """Return the frames of a camera, from now on; of one that is not there none ever come."""
        return Source(self)


def list_cameras() -> list[CameraInfo]:
    """Return this computer's cameras, the usual one first; none is an empty list.

    A Qt application has to be there, one without a screen too. Raises CheckinError:
    camera-library-missing.
    """
    return this_computers().found()


def this_computers() -> Cameras:
    """Return the cameras of this computer. Raises CheckinError: camera-library-missing."""
    try:
        from checkin.capture.devices import Devices
    except ImportError as error:
        raise CheckinError("camera-library-missing") from error
    return Devices()
