"""This computer's cameras, as QtMultimedia knows them."""

from PySide6.QtCore import QSize
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoSink,
)

from checkin.capture.cameras import CameraInfo, Cameras, Source

# More pixels are read no better and take longer; a camera that has only more gives these.
_MOST_PIXELS = 1_280 * 720
_FEWEST_A_SECOND = 15


class Devices(Cameras):
    """The cameras that are plugged in."""

    def __init__(self) -> None:
        super().__init__()
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self.changed)

    def found(self) -> list[CameraInfo]:
        usual = QMediaDevices.defaultVideoInput()
        inputs = QMediaDevices.videoInputs()
        inputs.sort(key=lambda device: device != usual)
        return [CameraInfo(_id(device), device.description()) for device in inputs]

    def open(self, camera: CameraInfo) -> Source:
        known = {_id(device): device for device in QMediaDevices.videoInputs()}
        return _Camera(known.get(camera.id, QCameraDevice()))


class _Camera(Source):
    def __init__(self, device: QCameraDevice) -> None:
        super().__init__()
        self._camera = QCamera(device, self)
        self._choose_size(device)
        self._camera.errorOccurred.connect(self._on_error)
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self.framed.emit)
        self._session = QMediaCaptureSession(self)
        self._session.setVideoSink(self._sink)
        self._session.setCamera(self._camera)
        self._camera.start()

    def stop(self) -> None:
        self._camera.stop()

    def _on_error(self, error: QCamera.Error) -> None:
        # Getting well is told as one, too.
        if error is not QCamera.Error.NoError:
            self.failed.emit()

    def _choose_size(self, device: QCameraDevice) -> None:
        """Ask for the most pixels that are read in time; left alone, a camera may give far more."""
        formats = [
            one
            for one in device.videoFormats()
            if _pixels(one.resolution()) <= _MOST_PIXELS and one.maxFrameRate() >= _FEWEST_A_SECOND
        ]
        if formats:
            best = max(formats, key=lambda one: (_pixels(one.resolution()), one.maxFrameRate()))
            self._camera.setCameraFormat(best)


def _pixels(size: QSize) -> int:
    return size.width() * size.height()


def _id(device: QCameraDevice) -> str:
    return bytes(device.id().toBase64().data()).decode("ascii")
