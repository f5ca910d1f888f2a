"""Shows logos on white paper, as they will be printed, whatever the theme."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap

LOGO = QSize(132, 70)
_MARGIN = 8.0
_ROUND = 6.0


def on_white(picture: bytes, size: QSize = LOGO) -> QPixmap:
    """Return a PNG, as large as it fits, in the middle of a white plate; no PNG, no white."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    plate = QPixmap(size * ratio)
    plate.setDevicePixelRatio(ratio)
    plate.fill(QColor(0, 0, 0, 0))
    logo = QPixmap()
    logo.loadFromData(picture)
    painter = QPainter(plate)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.Mid))
    if picture:
        painter.setBrush(QColor("white"))
    whole = QRectF(QPointF(0.5, 0.5), size.toSizeF() - QSize(1, 1).toSizeF())
    painter.drawRoundedRect(whole, _ROUND, _ROUND)
    if not logo.isNull():
        room = whole.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        fitted = logo.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(QPointF(0, 0), fitted)
        place.moveCenter(room.center())
        painter.drawPixmap(place, logo, QRectF(logo.rect()))
    painter.end()
    return plate


def icon_of(picture: bytes) -> QIcon:
    """Return a logo for a list, in its own colours where it is marked too."""
    plate, icon = on_white(picture), QIcon()
    icon.addPixmap(plate, QIcon.Mode.Normal)
    icon.addPixmap(plate, QIcon.Mode.Selected)
    return icon
