"""The table the badge lies on: what is seen of it, and what mouse and wheel do there."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

from checkin.domain.areas import Handle
from checkin.domain.snapping import Guide
from checkin.domain.template import Area, Text
from checkin.render.drawer import Drawer
from checkin.render.face import BadgeFace
from checkin.ui.designer.document import Document
from checkin.ui.designer.gestures import Banding, Gesture, Moving, Pulling
from checkin.ui.designer.items import ElementItem, PaperItem
from checkin.ui.designer.overlay import (
    REACH,
    draw_band,
    draw_frames,
    draw_guides,
    draw_handles,
    handle_points,
    rect_of,
)
from checkin.ui.designer.wording import element_words, place_words

_STEP = 1.25
_LEAST_ZOOM, _MOST_ZOOM = 0.005, 1.0
_ROOM = 1_500
# From the edge of the view to the badge where all of it is shown, in points of the screen.
_EDGE = 28
_ADD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Canvas(QGraphicsView):
    """Hundredths of a millimetre are its units. `words_wanted` asks to write into a text."""

    words_wanted = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._gesture: Gesture | None = None
        self._pressed, self._pressed_at = QPointF(), QPoint()
        self._dragged = False
        self._guides: tuple[Guide, ...] = ()
        self._band: QRectF | None = None
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
        self.setMouseTracking(True)
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
        room = self.viewport().rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        template = self._document.now.template
        scale = min(room.width() / template.width, room.height() / template.height)
        self._scale_to(scale)
        self.centerOn(template.width / 2, template.height / 2)

    def show_true_size(self) -> None:
        """Show the badge as large as it will be on paper."""
        self._fitted = False
        self._scale_to(self.physicalDpiX() / 2_540)

    def zoom(self, steps: int) -> None:
        """Show it larger by some steps, or smaller."""
        self._fitted = False
        self._scale_to(self.transform().m11() * _STEP**steps)

    def _scale_to(self, scale: float) -> None:
        scale = min(max(scale, _LEAST_ZOOM), _MOST_ZOOM)
        self.resetTransform()
        self.scale(scale, scale)

    def _show(self) -> None:
        editing = self._document.now
        template = editing.template
        size = self._paper.boundingRect()
        self._paper.show_size(template)
        if size != self._paper.boundingRect():
            around = QRectF(0, 0, template.width, template.height)
            self._scene.setSceneRect(around.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
            if self._fitted:
                self.fit()
        if self._drawer and self._face:
            self._show_elements(self._drawer, self._face)
        self._describe()
        self.viewport().update()

    def _show_elements(self, drawer: Drawer, face: BadgeFace) -> None:
        editing = self._document.now
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
        editing = self._document.now
        if len(editing.chosen) == 1:
            one = editing.picked[0]
            words = f"{element_words(one)} · {place_words(one.area)}"
        elif editing.chosen:
            words = self.tr("{count} chosen").format(count=len(editing.chosen))
        else:
            words = self.tr("{count} elements, none chosen").format(count=len(editing.elements))
        self.setAccessibleDescription(words)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed_at = event.position().toPoint()
        self._pressed, self._dragged = self.mapToScene(self._pressed_at), False
        editing, adds = self._document.now, bool(event.modifiers() & _ADD)
        if handle := self._handle_at(self._pressed_at):
            self._gesture = Pulling(editing, handle)
            return
        number = self._element_at(self._pressed_at)
        if number is None:
            before = editing.chosen if adds else frozenset()
            self._document.see(editing.choose(before))
            self._gesture = Banding(self._document.now, before)
        elif adds:
            self._document.see(editing.choose(editing.chosen ^ {number}))
        else:
            if number not in editing.chosen:
                self._document.see(editing.choose([number]))
            self._gesture = Moving(self._document.now)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._gesture is None:
            self._show_cursor(at)
            return
        way = at - self._pressed_at
        if not self._dragged and way.manhattanLength() < QApplication.startDragDistance():
            return
        self._dragged = True
        here = self.mapToScene(at)
        if isinstance(self._gesture, Banding):
            self._band = QRectF(self._pressed, here).normalized()
            self._document.see(self._gesture.touched(_area_of(self._band)))
        else:
            self._drag(self._gesture, here, event.modifiers())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if isinstance(self._gesture, Moving) and not self._dragged:
            # A click, not a drag: of several that were chosen this one is meant.
            number = self._element_at(self._pressed_at)
            self._document.see(self._document.now.choose([] if number is None else [number]))
        self._gesture, self._band, self._guides = None, None, ()
        # What is dragged next is another step.
        self._document.rest()
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)
        if all(isinstance(one, Text) for one in self._document.now.picked):
            self.words_wanted.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def _drag(
        self, gesture: Moving | Pulling, here: QPointF, modifiers: Qt.KeyboardModifier
    ) -> None:
        alone = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        even = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        reach = 0 if alone else round(REACH / self.transform().m11())
        way = here - self._pressed
        moved = gesture.moved(round(way.x()), round(way.y()), reach, even)
        self._guides = moved.guides
        self._document.do(moved.editing, "drag")

    def _show_cursor(self, at: QPoint) -> None:
        handle = self._handle_at(at)
        if handle:
            self.viewport().setCursor(_CURSORS[handle.across, handle.down])
        elif self._element_at(at) is not None:
            self.viewport().setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.viewport().unsetCursor()

    def _handle_at(self, at: QPoint) -> Handle | None:
        around = self._document.now.around
        if around is None:
            return None
        near = [
            ((point - at).manhattanLength(), number, handle)
            for number, (handle, point) in enumerate(handle_points(self._box(around)).items())
        ]
        distance, _, handle = min(near)
        return handle if distance <= REACH else None

    def _element_at(self, at: QPoint) -> int | None:
        """Return the uppermost element under the mouse; a thin line is met from nearby."""
        for number in reversed(range(len(self._document.now.elements))):
            box = self._box(self._document.now.elements[number].area)
            thin = max(REACH - min(box.width(), box.height()), 0) // 2
            if box.adjusted(-thin, -thin, thin, thin).contains(at):
                return number
        return None

    # What lies over the badge

    def drawForeground(self, painter: QPainter, _rect: QRectF | QRect) -> None:
        editing = self._document.now
        painter.save()
        painter.resetTransform()
        draw_guides(painter, map(self._line_of, self._guides))
        if len(editing.chosen) > 1:
            draw_frames(painter, [self._box(one.area) for one in editing.picked])
        if editing.around:
            draw_handles(painter, self._box(editing.around))
        if self._band is not None:
            draw_band(painter, self.mapFromScene(self._band).boundingRect())
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def _box(self, area: Area) -> QRect:
        whole = rect_of(area)
        start, end = self.mapFromScene(whole.topLeft()), self.mapFromScene(whole.bottomRight())
        return QRect(start.x(), start.y(), end.x() - start.x(), end.y() - start.y())

    def _line_of(self, guide: Guide) -> tuple[QPointF, QPointF]:
        at = self.mapFromScene(guide.at, guide.at)
        whole = self.viewport().rect()
        if guide.across:
            return QPointF(0, at.y()), QPointF(whole.width(), at.y())
        return QPointF(at.x(), 0), QPointF(at.x(), whole.height())


_CURSORS = {
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
}


def _area_of(rectangle: QRectF) -> Area:
    return Area(
        round(rectangle.left()),
        round(rectangle.top()),
        round(rectangle.width()),
        round(rectangle.height()),
    )
