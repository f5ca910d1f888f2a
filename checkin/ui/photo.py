"""Shows photos of people: cut to a square with round corners, as sharp as the screen is."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

_ROUND = 0.1
# Of what a high picture has too much, so little goes at the top: there is the face.
_ABOVE = 0.25


def decoded(photo: bytes) -> QImage:
    """Return a photo to be drawn, null for none; any thread may ask."""
    return QImage.fromData(photo) if photo else QImage()


def squared(photo: QImage, side: int, ratio: float) -> QPixmap:
    """Return the middle of a photo, `side` wide and high on a screen of so many pixels a point."""
    least = min(photo.width(), photo.height())
    over = photo.size() - QSize(least, least)
    middle = QRect(QPoint(over.width() // 2, round(over.height() * _ABOVE)), QSize(least, least))
    pixels = round(side * ratio)
    face = photo.copy(middle).scaled(
        pixels,
        pixels,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    drawn = QPixmap(pixels, pixels)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    corners = QPainterPath()
    corners.addRoundedRect(QRectF(0, 0, pixels, pixels), _ROUND * pixels, _ROUND * pixels)
    painter.setClipPath(corners)
    painter.drawImage(0, 0, face)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
