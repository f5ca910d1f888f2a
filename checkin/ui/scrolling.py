"""A part that scrolls where there is no room for all of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_MOST_HEIGHT = 430


def scrolling(inner: QWidget) -> QScrollArea:
    """Return `inner` as high as it is, but no higher than a small screen has room for."""
    inner.setObjectName("inner")
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inner)
    scroll.setMinimumHeight(min(inner.sizeHint().height(), _MOST_HEIGHT))
    return scroll
