"""Takes the brightness out of a video frame, and nothing else of it."""

from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

_Format = QVideoFrameFormat.PixelFormat
# Formats whose first plane is brightness, a byte a pixel.
_PLANAR = frozenset(
    {
        *(_Format.Format_YUV420P, _Format.Format_YV12, _Format.Format_YUV422P),
        *(_Format.Format_NV12, _Format.Format_NV21, _Format.Format_Y8),
        *(_Format.Format_IMC1, _Format.Format_IMC2, _Format.Format_IMC3, _Format.Format_IMC4),
    }
)
# Of two bytes a pixel, which of them is brightness, or the higher half of it.
_OF_TWO_BYTES = {
    _Format.Format_YUYV: 0,
    _Format.Format_UYVY: 1,
    _Format.Format_P010: 1,
    _Format.Format_P016: 1,
    _Format.Format_Y16: 1,
}


def grey_of(frame: QVideoFrame) -> Image.Image | None:
    """Return a frame in 8-bit grey, None where there is nothing in it.

    Cameras give brightness as a plane of its own; only what comes in colours has to be converted,
    which takes longer than to decode it.
    """
    kind = frame.pixelFormat()
    if not frame.isValid():
        return None
    if kind not in _PLANAR and kind not in _OF_TWO_BYTES:
        return _converted(frame)
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        size, pixels, line = (frame.width(), frame.height()), frame.bits(0), frame.bytesPerLine(0)
        if kind in _PLANAR:
            return Image.frombytes("L", size, pixels, "raw", "L", line)
        both = Image.frombytes("LA", size, pixels, "raw", "LA", line)
        return both.getchannel(_OF_TWO_BYTES[kind])
    finally:
        frame.unmap()


def _converted(frame: QVideoFrame) -> Image.Image | None:
    grey = frame.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    if grey.isNull():
        return None
    size = (grey.width(), grey.height())
    return Image.frombytes("L", size, grey.constBits(), "raw", "L", grey.bytesPerLine())
