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
    if not frame.isValid() or not frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        return _grey(frame, frame.pixelFormat())
    finally:
        frame.unmap()


def _grey(frame: QVideoFrame, kind: _Format) -> Image.Image | None:
    size, pixels, line = (frame.width(), frame.height()), frame.bits(0), frame.bytesPerLine(0)
    if kind in _PLANAR:
        return Image.frombytes("L", size, pixels, "raw", "L", line)
    if kind in _OF_TWO_BYTES:
        both = Image.frombytes("LA", size, pixels, "raw", "LA", line)
        return both.getchannel(_OF_TWO_BYTES[kind])
    colours = QVideoFrameFormat.imageFormatFromPixelFormat(kind)
    if colours == QImage.Format.Format_Invalid:
        picture = frame.toImage()
    else:
        picture = QImage(pixels, *size, line, colours)
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    if grey.isNull():
        return None
    return Image.frombytes("L", size, grey.constBits(), "raw", "L", grey.bytesPerLine())
