"""The timetable at work: sessions are walked through, moved, stretched and opened in it."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from checkin.domain.event import Event
from checkin.domain.timetable import STEP, Block, Place, Timetable
from checkin.ui.programme.board import Board
from checkin.ui.programme.grid import EDGE, HEAD_HEIGHT
from checkin.ui.programme.moving import Move
from checkin.ui.programme.steps import neighbour

_NEW_BEGINS, _NEW_MINUTES = 6 * STEP, 60
_NEAR_EDGE, _SCROLL_BY = 24, 6


@dataclass(frozen=True, slots=True)
class _Grip:
    """How the mouse holds a session: since where, and so many minutes after start or end."""

    start: QPointF
    block: Block
    stretching: bool
    minutes: float


class TimetableView(Board):
    """Signals: `edit_wanted` for the session that is marked; `add_wanted` with a free place;
    `placed` with a session and where it was moved to; `dragged` with where on the screen the mouse
    holds a session.
    """

    edit_wanted = Signal()
    add_wanted = Signal(object)
    placed = Signal(object, object)
    dragged = Signal(QPoint)

    def __init__(self, event: Event, table: Timetable) -> None:
        super().__init__(event, table)
        self._held: _Grip | None = None

    def step(self, minutes: int, *, stretching: bool = False) -> None:
        """Move the marked session, or only its end, until Alt is let go."""
        if move := self._begun():
            self._follow(move.stepped(self._event, minutes, stretching=stretching))

    def step_room(self, by: int) -> None:
        """Move the marked session to the room beside."""
        if move := self._begun():
            rooms = self._table.rooms
            number = min(max(self._table.column_of(move.place.room) + by, 0), len(rooms) - 1)
            self._follow(replace(move, place=replace(move.place, room=rooms[number])))

    def drop(self) -> None:
        """Let the session go where it is."""
        move, self._move, self._held = self._move, None, None
        if move and move.changes:
            self.placed.emit(move.session, move.place)
        self._tell()

    def cancel(self) -> bool:
        """Leave the session where it was; return whether one was on its way."""
        was, self._move, self._held = self._move, None, None
        self._tell()
        return was is not None

    def drag_over_day(self, day: date) -> None:
        """Take what is being dragged to another day."""
        if self._move and self._held and not self._move.stretching:
            self._move = replace(self._move, place=replace(self._move.place, day=day))
            self._tell()

    def _begun(self) -> Move | None:
        session = self.selected
        return self._move or (Move.of(self._event, session) if session else None)

    def _follow(self, move: Move) -> None:
        self._move = move
        self._table = self._table.reaching(move.place)
        self._fit()
        self._reveal(self.grid.place_rect(move.place))
        self._tell()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.cancel()
        if block := self.grid.block_at(event.position()):
            self._held = self._grip(block, event.position())
            self._selected = block.session.id
            self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if not self._held:
            block = self.grid.block_at(at)
            edge = block is not None and self._at_edge(block, at)
            shape = Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            return
        held = self._held
        if self._move or (at - held.start).manhattanLength() >= QApplication.startDragDistance():
            session, stretching = held.block.session, held.stretching
            self._move = self._move or Move.of(self._event, session, stretching=stretching)
            self._drag(self._move, at, held.minutes)
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._held:
            self.drop()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._held = None
        grid, at = self.grid, event.position()
        if grid.block_at(at):
            self.edit_wanted.emit()
        elif at.y() > HEAD_HEIGHT:
            begin = int(grid.minute_at(at.y()) // _NEW_BEGINS) * _NEW_BEGINS
            room = grid.room_at(at.x())
            self.add_wanted.emit(Place(self._table.day, begin, begin + _NEW_MINUTES, room))

    def _drag(self, move: Move, at: QPointF, grip: float) -> None:
        """Take a session along, held so many minutes after its start, or its end."""
        bar = self.verticalScrollBar()
        if at.y() > self.viewport().height() - _NEAR_EDGE:
            bar.setValue(bar.value() + _SCROLL_BY)
        elif at.y() < HEAD_HEIGHT + _NEAR_EDGE:
            bar.setValue(bar.value() - _SCROLL_BY)
        grid = self.grid
        minute, room = grid.minute_at(at.y()) - grip, grid.room_at(at.x())
        self._move = move.dragged(self._event, minute, room, self._table.day)
        self._tell()

    def _grip(self, block: Block, at: QPointF) -> _Grip:
        stretching = self._at_edge(block, at)
        held = block.end if stretching else block.begin
        return _Grip(at, block, stretching, self.grid.minute_at(at.y()) - held)

    def _at_edge(self, block: Block, at: QPointF) -> bool:
        rect = self.grid.block_rect(block)
        return rect.height() > 2 * EDGE and at.y() > rect.bottom() - EDGE

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape and self.cancel():
            return
        if key is Qt.Key.Key_Enter:
            self.edit_wanted.emit()
        elif found := neighbour(self._table, self._selected, self._logical(key)):
            self.cancel()
            self.select(found)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt and self._move and not self._held:
            self.drop()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._move and not self._held:
            self.drop()
        super().focusOutEvent(event)

    def _logical(self, key: Qt.Key) -> Qt.Key:
        """Return an arrow as it leads from where writing begins."""
        across = {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}
        return across.get(key, key) if self.isRightToLeft() else key
