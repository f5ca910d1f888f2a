"""Shows one page of badges as it will come out, fitted into the room there is or at true size."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from checkin.domain.design import Design
from checkin.domain.stock import SheetPlan
from checkin.errors import CheckinError
from checkin.render.drawer import Drawer
from checkin.render.face import BadgeFace
from checkin.render.fonts import load_fonts
from checkin.render.page import draw_page
from checkin.render.pdf import MILLIMETRES_AN_INCH
from checkin.render.sheetplaces import page_size
from checkin.ui.badges.preview import draw_paper
from checkin.ui.words import sentence

_EDGE = 14


class PageView(QWidget):
    """`trouble` is the sentence that is shown where pages cannot be drawn at all."""

    def __init__(self, plan: SheetPlan) -> None:
        super().__init__()
        self._plan = plan
        self._size = page_size(plan.stock)
        self._page, self._back = 0, False
        self._faces: Sequence[BadgeFace] = ()
        self._drawn: QPixmap | None = None
        self.trouble = ""
        self._drawer: Drawer | None = None
        try:
            load_fonts()
        except CheckinError as error:
            self.trouble = sentence(error)

    @property
    def faces(self) -> Sequence[BadgeFace]:
        """The badges of the page that is shown."""
        return self._faces

    def show_page(
        self, faces: Sequence[BadgeFace], design: Design, page: int, back: int = 0
    ) -> None:
        """Show another page, counted from 0, with its badges; `back` is 1 for their backs."""
        self._faces, self._page, self._back = faces, page, bool(back)
        if not self.trouble and (not self._drawer or self._drawer.design != design):
            self._drawer = Drawer(design)
        self._drawn = None
        self.update()

    def fit(self, room: QSize) -> None:
        """Show the whole page, as large as `room` allows."""
        across = (room.width() - 2 * _EDGE) / self._size.width()
        down = (room.height() - 2 * _EDGE) / self._size.height()
        self._scale(max(min(across, down), 0.1))

    def true_size(self) -> None:
        """Show the page as large as the paper, as far as the screen knows its own dots."""
        self._scale(self.logicalDpiX() / MILLIMETRES_AN_INCH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        page = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        if self.trouble:
            painter.setPen(self.palette().text().color())
            around = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
            painter.drawText(page, int(around), self.trouble)
        elif self._drawer:
            draw_paper(painter, page)
            # Scrolling a page paints it again and again.
            if self._drawn is None or self._drawn.devicePixelRatio() != self.devicePixelRatioF():
                self._drawn = self._picture(page.size(), self._drawer)
            painter.drawPixmap(page.topLeft(), self._drawn)
        painter.end()

    def _scale(self, dots_a_millimetre: float) -> None:
        width = round(self._size.width() * dots_a_millimetre) + 2 * _EDGE
        height = round(self._size.height() * dots_a_millimetre) + 2 * _EDGE
        if self.size() != QSize(width, height):
            self._drawn = None
            self.setFixedSize(width, height)

    def _picture(self, size: QSizeF, drawer: Drawer) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap((size * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        scale = size.width() / self._size.width()
        painter.scale(scale, scale)
        draw_page(painter, self._faces, self._plan, drawer, self._page, self._back)
        painter.end()
        return picture
