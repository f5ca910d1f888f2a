"""What is seen of the badge on the table, how large, and what is drawn over it."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView

from checkin.domain.snapping import Guide
from checkin.domain.template import Area
from checkin.render.drawer import Drawer
from checkin.render.face import BadgeFace
from checkin.ui.designer.document import Document
from checkin.ui.designer.items import ElementItem, PaperItem
from checkin.ui.designer.overlay import (
    draw_band,
    draw_frames,
    draw_guides,
    draw_handles,
    rect_of,
)
from checkin.ui.designer.wording import element_words, place_words

_STEP = 1.25
_LEAST_ZOOM, _MOST_ZOOM = 0.005, 1.0
_ROOM = 1_500
# From the edge of the view to the badge where all of it is shown, in points of the screen.
_EDGE = 28


class Table(QGraphicsView):
    """Hundredths of a millimetre are its units. `guides` and `band` lie over the badge."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.guides: tuple[Guide, ...] = ()
        self.band: QRectF | None = None
        self._fitted = True
        self._scene = QGraphicsScene(self)
        self._paper = PaperItem()
        self._scene.addItem(self._paper)
        self._items: list[ElementItem] = []
        self._drawer: Drawer | None = None
        self._face: BadgeFace | None = None
        self.setScene(self._scene)
        self.setObjectName("canvas")
        # Writing that runs from right to left turns the window around, not the badge.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAccessibleName(self.tr("Badge"))
        document.edited.connect(self._show)

    # What is shown

    def show_face(self, drawer: Drawer, face: BadgeFace) -> None:
        """Show somebody's badge."""
        self._drawer, self._face = drawer, face
        self._show()

    def fit(self) -> None:
        """Show the whole badge, as large as there is room for."""
        self._fitted = True
        room = self.contentsRect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        self._show_around(0)
        template = self.document.now.template
        scale = min(room.width() / template.width, room.height() / template.height)
        self._scale_to(scale)
        self.centerOn(template.width / 2, template.height / 2)

    def show_true_size(self) -> None:
        """Show the badge as large as it will be on paper."""
        self._unfit()
        self._scale_to(self.physicalDpiX() / 2_540)

    def zoom(self, steps: int) -> None:
        """Show it larger by some steps, or smaller."""
        self._unfit()
        self._scale_to(self.transform().m11() * _STEP**steps)

    def _unfit(self) -> None:
        self._fitted = False
        self._show_around(_ROOM)

    def _show_around(self, room: int) -> None:
        """Let the table end so far around the badge."""
        template = self.document.now.template
        around = QRectF(0, 0, template.width, template.height)
        self._scene.setSceneRect(around.adjusted(-room, -room, room, room))

    def _scale_to(self, scale: float) -> None:
        scale = min(max(scale, _LEAST_ZOOM), _MOST_ZOOM)
        self.resetTransform()
        self.scale(scale, scale)

    def _show(self) -> None:
        editing = self.document.now
        template = editing.template
        size = self._paper.boundingRect()
        self._paper.show_size(template)
        if size != self._paper.boundingRect():
            if self._fitted:
                self.fit()
            else:
                self._show_around(_ROOM)
        if self._drawer and self._face:
            self._show_elements(self._drawer, self._face)
        self._describe()
        self.viewport().update()

    def _show_elements(self, drawer: Drawer, face: BadgeFace) -> None:
        editing = self.document.now
        while len(self._items) > len(editing.elements):
            self._scene.removeItem(self._items.pop())
        while len(self._items) < len(editing.elements):
            item = ElementItem()
            item.setZValue(len(self._items))
            self._items.append(item)
            self._scene.addItem(item)
        for item, element in zip(self._items, editing.elements, strict=True):
            item.show_element(element, editing.template, drawer, face)

    def _describe(self) -> None:
        editing = self.document.now
        if len(editing.chosen) == 1:
            one = editing.picked[0]
            words = f"{element_words(one)} · {place_words(one.area)}"
        elif editing.chosen:
            words = self.tr("{count} chosen").format(count=len(editing.chosen))
        else:
            words = self.tr("{count} elements, none chosen").format(count=len(editing.elements))
        self.setAccessibleDescription(words)

    # What lies over the badge

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, self.palette().color(QPalette.ColorRole.Mid))

    def drawForeground(self, painter: QPainter, _rect: QRectF | QRect) -> None:
        editing = self.document.now
        painter.save()
        painter.resetTransform()
        draw_guides(painter, map(self._line_of, self.guides))
        if len(editing.chosen) > 1:
            draw_frames(painter, [self.box(one.area) for one in editing.picked])
        if editing.around:
            draw_handles(painter, self.box(editing.around))
        if self.band is not None:
            draw_band(painter, self.mapFromScene(self.band).boundingRect())
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def box(self, area: Area) -> QRect:
        """Return where an area of the badge is seen."""
        whole = rect_of(area)
        start, end = self.mapFromScene(whole.topLeft()), self.mapFromScene(whole.bottomRight())
        return QRect(start.x(), start.y(), end.x() - start.x(), end.y() - start.y())

    def _line_of(self, guide: Guide) -> tuple[QPointF, QPointF]:
        at = self.mapFromScene(guide.at, guide.at)
        whole = self.viewport().rect()
        if guide.across:
            return QPointF(0, at.y()), QPointF(whole.width(), at.y())
        return QPointF(at.x(), 0), QPointF(at.x(), whole.height())
