"""Draws what the camera sees as in a mirror, with the code that was found outlined."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from checkin.capture.lookout import Look

_SIZE = QSize(236, 132)
# Alike in every theme: they lie on the picture.
_BEHIND, _OURS, _STRANGE, _EDGE = (
    QColor(name) for name in ("#0b1016", "#3ddc84", "#ffb020", "#0b1016")
)


class CameraPicture(QWidget):
    """Costs one small painting for each frame, and none while it is not to be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_SIZE)
        self.setAccessibleName(self.tr("What the camera sees"))
        self._look: Look | None = None

    def show_look(self, look: "Look") -> None:
        """Show another frame."""
        self._look = look
        self.update()

    def clear(self) -> None:
        """Show none."""
        self._look = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _BEHIND)
        if self._look and self._look.picture:
            self._draw(painter, self._look)
        painter.end()

    def _draw(self, painter: QPainter, look: "Look") -> None:
        assert look.picture
        size = look.picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        # People aim as at a mirror.
        painter.translate(self.width(), 0)
        painter.scale(-1, 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(QRectF(left, top, size.width(), size.height()), look.picture)
        for code in look.codes:
            corners = QPolygonF(
                [QPointF(left + x * size.width(), top + y * size.height()) for x, y in code.corners]
            )
            for colour, width in ((_EDGE, 5), (_OURS if look.genuine else _STRANGE, 3)):
                painter.setPen(QPen(colour, width, j=Qt.PenJoinStyle.RoundJoin))
                painter.drawPolygon(corners)
