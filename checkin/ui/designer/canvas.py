"""What mouse, wheel and Tab do on the table with the badge."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from checkin.domain.areas import Handle
from checkin.domain.template import Area, Text
from checkin.ui.designer.document import Document
from checkin.ui.designer.gestures import Banding, Gesture, Moving, Pulling
from checkin.ui.designer.overlay import REACH, handle_points
from checkin.ui.designer.table import Table

# In hundredths of a millimetre.
_USUAL_NUDGE = 50
_NUDGES = {
    Qt.KeyboardModifier.ShiftModifier: 10,
    Qt.KeyboardModifier.ControlModifier: 500,
}
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ADD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Canvas(Table):
    """`words_wanted` asks to write into a text."""

    words_wanted = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._gesture: Gesture | None = None
        self._pressed, self._pressed_at = QPointF(), QPoint()
        self._dragged = False
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move what is chosen by the arrows."""
        way, how = _ARROWS.get(Qt.Key(event.key())), event.modifiers() & _ADD
        if way is None or not self.document.now.chosen:
            super().keyPressEvent(event)
            return
        far = _NUDGES.get(how, _USUAL_NUDGE)
        moved = self.document.now.move(way[0] * far, way[1] * far)
        self.document.do(moved, ("nudge", self.document.now.chosen))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next element; from the last one on to what comes after the table."""
        editing = self.document.now
        ends = {len(editing.elements) - 1} if forward else {0}
        if not editing.elements or editing.chosen == ends or (not forward and not editing.chosen):
            return super().focusNextPrevChild(forward)
        self.document.see(editing.step(1 if forward else -1))
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed_at = event.position().toPoint()
        self._pressed, self._dragged = self.mapToScene(self._pressed_at), False
        editing, adds = self.document.now, bool(event.modifiers() & _ADD)
        if handle := self._handle_at(self._pressed_at):
            self._gesture = Pulling(editing, handle)
            return
        number = self._element_at(self._pressed_at)
        if number is None:
            before = editing.chosen if adds else frozenset()
            self.document.see(editing.choose(before))
            self._gesture = Banding(self.document.now, before)
        elif adds:
            self.document.see(editing.choose(editing.chosen ^ {number}))
        else:
            if number not in editing.chosen:
                self.document.see(editing.choose([number]))
            self._gesture = Moving(self.document.now)

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
            self.band = QRectF(self._pressed, here).normalized()
            self.document.see(self._gesture.touched(_area_of(self.band)))
        else:
            self._drag(self._gesture, here, event.modifiers())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if isinstance(self._gesture, Moving) and not self._dragged:
            # A click, not a drag: of several that were chosen this one is meant.
            number = self._element_at(self._pressed_at)
            self.document.see(self.document.now.choose([] if number is None else [number]))
        self._gesture, self.band, self.guides = None, None, ()
        # What is dragged next is another step.
        self.document.rest()
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)
        if all(isinstance(one, Text) for one in self.document.now.picked):
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
        self.guides = moved.guides
        self.document.do(moved.editing, "drag")

    def _show_cursor(self, at: QPoint) -> None:
        handle = self._handle_at(at)
        if handle:
            self.viewport().setCursor(_CURSORS[handle.across, handle.down])
        elif self._element_at(at) is not None:
            self.viewport().setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.viewport().unsetCursor()

    def _handle_at(self, at: QPoint) -> Handle | None:
        around = self.document.now.around
        if around is None:
            return None
        near = [
            ((point - at).manhattanLength(), number, handle)
            for number, (handle, point) in enumerate(handle_points(self.box(around)).items())
        ]
        distance, _, handle = min(near)
        return handle if distance <= REACH else None

    def _element_at(self, at: QPoint) -> int | None:
        """Return the uppermost element under the mouse; a thin line is met from nearby."""
        for number in reversed(range(len(self.document.now.elements))):
            box = self.box(self.document.now.elements[number].area)
            thin = max(REACH - min(box.width(), box.height()), 0) // 2
            if box.adjusted(-thin, -thin, thin, thin).contains(at):
                return number
        return None


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
