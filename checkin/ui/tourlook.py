"""What a camera would see in the pictures of the tour: a badge held up, drawn."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from checkin.capture.decode import Code
from checkin.capture.lookout import Look
from checkin.domain.scannertest import TEST_CODE
from checkin.render.qr import SIDE, matrix, runs

_WIDTH, _HEIGHT, _MODULE = 472, 354, 5
_CODE = SIDE * _MODULE


def held_up() -> Look:
    """Return a look at a badge that is held up somewhat askew."""
    picture = QImage(_WIDTH, _HEIGHT, QImage.Format.Format_Grayscale8)
    picture.fill(QColor("#5a5a5a"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#3c3c3c"))
    painter.drawEllipse(QRectF(60, 40, 150, 190))
    painter.drawRect(QRectF(20, 240, 240, 120))
    held = QTransform().translate(270, 110).rotate(8)
    painter.setTransform(held)
    painter.setBrush(QColor("#f4f4f4"))
    painter.drawRect(QRectF(-30, -70, _CODE + 60, _CODE + 90))
    painter.setBrush(QColor("#202020"))
    painter.drawRect(QRectF(0, -45, 100, 16))
    for x, y, width, height in runs(matrix(TEST_CODE)):
        area = (x * _MODULE, y * _MODULE, width * _MODULE, height * _MODULE)
        painter.drawRect(QRectF(*area))
    painter.end()
    square = ((0, 0), (_CODE, 0), (_CODE, _CODE), (0, _CODE))
    corners = [held.map(QPointF(*corner)) for corner in square]
    shares = tuple((one.x() / _WIDTH, one.y() / _HEIGHT) for one in corners)
    return Look((Code(TEST_CODE, shares),), genuine=True, picture=picture)
