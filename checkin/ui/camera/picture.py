"""Draws what the camera sees as in a mirror, with the code that was found outlined."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from checkin.capture.lookout import Look

_WIDTH, _LEAST_HEIGHT, _HEIGHT = 236, 72, 132
# Alike in every theme: they lie on the picture.
_BEHIND, _OURS, _STRANGE, _EDGE = (
    QColor(name) for name in ("#0b1016", "#3ddc84", "#ffb020", "#0b1016")
)
_NAME, _BEHIND_NAME = QColor("#ffffff"), QColor("#a00b1016")
_LETTERS, _AROUND_NAME = 12, 5


class CameraPicture(QWidget):
    """Costs one small painting for each frame, and none while it is not to be seen.

    `name` is what the camera is called.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(_WIDTH)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setMaximumHeight(_HEIGHT)
        self.setAccessibleName(self.tr("What the camera sees"))
        self.name = ""
        self._look: Look | None = None

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

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
            painter.save()
            self._draw(painter, self._look)
            painter.restore()
        self._sign(painter)
        painter.end()

    def _sign(self, painter: QPainter) -> None:
        """Write which camera it is into the corner, readable on any picture."""
        font = QFont(self.font())
        font.setPixelSize(_LETTERS)
        painter.setFont(font)
        room = self.width() - 4 * _AROUND_NAME
        name = painter.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideRight, room)
        area = painter.fontMetrics().boundingRect(name)
        area.moveTopLeft(QPoint(2 * _AROUND_NAME, _AROUND_NAME))
        if name:
            around = (-_AROUND_NAME, 0, _AROUND_NAME, 0)
            painter.fillRect(area.adjusted(*around), _BEHIND_NAME)
            painter.setPen(_NAME)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, name)

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
