"""Qt calls that return nothing leave Python's one None as it is.

PySide6 6.12.0 on Python 3.11 gives back a None it never took: after some thousand such calls the
interpreter aborts in `none_dealloc`, in the middle of a day at the door.
"""

import sys

import pytest
from PySide6.QtCore import QObject, QPointF, QRectF, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12, its count says nothing"
)
CALLS = 1_000
# Caches and collections of the interpreter move the count by a few either way.
SLACK = 50


def change(call) -> int:
    """Return how the number of references to None changes over CALLS calls."""
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return sys.getrefcount(None) - before


@pytest.mark.parametrize(
    "name", ["setObjectName", "setInterval", "setSingleShot", "emit", "painter", "path", "image"]
)
def test_no_reference_to_none_is_lost_or_kept(name, qapp):
    target, timer, path = QObject(), QTimer(), QPainterPath()
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    timer.timeout.connect(target.objectName)
    white, area, point = QColor("white"), QRectF(1, 1, 9, 9), QPointF(5, 5)
    painter = QPainter(image)
    calls = {
        "setObjectName": lambda: target.setObjectName("door"),
        "setInterval": lambda: timer.setInterval(5),
        "setSingleShot": lambda: timer.setSingleShot(True),
        "emit": timer.timeout.emit,
        "painter": lambda: painter.fillRect(area, white),
        "path": lambda: path.moveTo(point),
        "image": lambda: image.fill(white),
    }
    try:
        assert abs(change(calls[name])) < SLACK
    finally:
        painter.end()


def test_the_count_notices_a_lost_reference():
    kept = []
    assert change(lambda: kept.append(None)) >= CALLS - SLACK
