"""Frames of every format a camera may give are read alike."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from checkin.capture.frames import grey_of

Format = QVideoFrameFormat.PixelFormat
WIDTH, HEIGHT = 66, 48
SHADES = np.add.outer(np.arange(HEIGHT) * 2, np.arange(WIDTH)).astype(np.uint8) + 20
# Where brightness stands in a line: from which byte on, and every how many.
LAYOUTS = {
    **dict.fromkeys(
        (
            *(Format.Format_YUV420P, Format.Format_YV12, Format.Format_YUV422P, Format.Format_NV12),
            *(Format.Format_NV21, Format.Format_Y8, Format.Format_IMC1, Format.Format_IMC3),
        ),
        (0, 1),
    ),
    Format.Format_YUYV: (0, 2),
    Format.Format_UYVY: (1, 2),
    Format.Format_P010: (1, 2),
    Format.Format_P016: (1, 2),
    Format.Format_Y16: (1, 2),
}


def frame_of(kind: Format) -> QVideoFrame:
    """Return a frame with all but its brightness left to chance."""
    frame = QVideoFrame(QVideoFrameFormat(QSize(WIDTH, HEIGHT), kind))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    start, step = LAYOUTS[kind]
    pixels, line = np.frombuffer(frame.bits(0), np.uint8), frame.bytesPerLine(0)
    pixels[:] = np.random.default_rng(1).integers(0, 256, pixels.size)
    for y in range(HEIGHT):
        pixels[y * line + start : y * line + start + WIDTH * step : step] = SHADES[y]
    frame.unmap()
    return frame


@pytest.mark.parametrize("kind", LAYOUTS, ids=lambda kind: kind.name)
def test_the_brightness_of_a_frame(kind):
    assert np.array_equal(grey_of(frame_of(kind)), SHADES)


@pytest.mark.parametrize("kind", [QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32])
def test_a_frame_in_colours_is_converted(kind):
    picture = QImage(SHADES.tobytes(), WIDTH, HEIGHT, WIDTH, QImage.Format.Format_Grayscale8)
    grey = grey_of(QVideoFrame(picture.convertToFormat(kind)))
    assert np.abs(np.asarray(grey).astype(int) - SHADES).max() <= 2


def test_a_frame_with_nothing_in_it_is_none():
    assert grey_of(QVideoFrame()) is None


def test_a_frame_is_let_go_of():
    frame = frame_of(Format.Format_YUV420P)
    grey = grey_of(frame)
    assert not frame.isMapped()
    assert isinstance(grey, Image.Image)
