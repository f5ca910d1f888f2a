"""Shows one badge as it will be printed, on white paper and sharp at any size."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.domain.design import Design
from checkin.domain.stock import A4_EIGHT, Stock
from checkin.errors import CheckinError
from checkin.render.drawer import Drawer
from checkin.render.face import BadgeFace
from checkin.render.fonts import load_fonts
from checkin.render.sheetplaces import badge_size
from checkin.ui.words import sentence

_EDGE = 10
_SHADOW = 5


class BadgePreview(QWidget):
    """`trouble` is the sentence shown instead where badges cannot be drawn at all."""

    def __init__(self, stock: Stock = A4_EIGHT) -> None:
        super().__init__()
        self._stock = stock
        self._face: BadgeFace | None = None
        self.trouble = ""
        self._drawer: Drawer | None = None
        try:
            load_fonts()
        except CheckinError as error:
            self.trouble = sentence(error)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 170)

    @property
    def face(self) -> BadgeFace | None:
        """What is shown."""
        return self._face

    def show_stock(self, stock: Stock) -> None:
        """Show badges on another stock."""
        self._stock = stock
        self.update()

    def show_face(self, face: BadgeFace | None, design: Design | None = None) -> None:
        """Show another badge of a design, or none."""
        self._face = face
        if face:
            name = face.values["name"]
            self.setAccessibleName(self.tr("Badge of {name}").format(name=name))
        if design and not self.trouble and (not self._drawer or self._drawer.design != design):
            self._drawer = Drawer(design)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(620, 420)

    def paper(self) -> QRectF:
        """Return where the badge lies, as large as there is room for."""
        room = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        scale = min(
            room.width() / self._stock.badge_width, room.height() / self._stock.badge_height
        )
        area = QRectF(0, 0, self._stock.badge_width * scale, self._stock.badge_height * scale)
        area.moveCenter(room.center())
        return area

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.trouble:
            painter.setPen(self.palette().text().color())
            around = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
            painter.drawText(self.rect().adjusted(24, 24, -24, -24), int(around), self.trouble)
        elif self._face and self._drawer:
            area = self.paper()
            draw_paper(painter, area)
            size = badge_size(self._stock)
            scale = area.width() / size.width()
            painter.translate(area.topLeft())
            painter.scale(scale, scale)
            whole = QRectF(QPointF(), size)
            painter.setClipRect(whole)
            self._drawer.draw(painter, whole, self._face)
        painter.end()


def draw_paper(painter: QPainter, area: QRectF) -> None:
    """Draw white paper that lies a little above the page."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(_SHADOW, 0, -1):
        painter.setBrush(QColor(0, 0, 0, 9))
        painter.drawRoundedRect(area.adjusted(-step, -step + 2, step, step + 2), step, step)
    painter.fillRect(area, Qt.GlobalColor.white)
    painter.restore()
