"""The timetable as a view that scrolls: sessions are chosen, moved and opened in it."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollBar, QToolTip

from checkin.domain.event import Event
from checkin.domain.session import Session
from checkin.domain.timetable import STEP, Block, Place, Timetable
from checkin.ui.parts import tip
from checkin.ui.programme.colours import theme_shown
from checkin.ui.programme.grid import AXIS_WIDTH, EDGE, HEAD_HEIGHT, Grid
from checkin.ui.programme.moving import Move
from checkin.ui.programme.painting import Painting, Scene
from checkin.ui.programme.phrases import Counts, block_words, place_words
from checkin.ui.programme.steps import neighbour

_NEW_MINUTES = 60
_SCROLL_BY = 24
_AROUND = 4


class TimetableView(QAbstractScrollArea):
    """Signals: `chosen` with what is said of the session that is marked now; `edit_wanted` for it;
    `add_wanted` with a free place; `placed` with a session and where it was moved to; `dragged`
    with where on the screen the mouse holds a session.
    """

    chosen = Signal(str)
    edit_wanted = Signal()
    add_wanted = Signal(object)
    placed = Signal(object, object)
    dragged = Signal(QPoint)

    def __init__(self, event: Event, table: Timetable) -> None:
        super().__init__()
        self._event, self._table = event, table
        self._counts = Counts()
        self._now: float | None = None
        self._selected = ""
        self._move: Move | None = None
        self._held: tuple[QPointF, Block, bool] | None = None
        self.setObjectName("timetable")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Timetable"))
        self.setMinimumHeight(120)
        self.viewport().setMouseTracking(True)

    # What it shows

    @property
    def table(self) -> Timetable:
        """The day that is shown."""
        return self._table

    @property
    def selected(self) -> Session | None:
        """The session that is marked."""
        block = self._table.block_of(self._selected)
        return block.session if block else None

    @property
    def moving(self) -> bool:
        """Tell whether a session is on its way."""
        return self._move is not None

    @property
    def preview(self) -> Place | None:
        """Where the session that is on its way would be."""
        return self._move.place if self._move else None

    @property
    def grid(self) -> Grid:
        """Where everything is drawn now."""
        bars = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return Grid(self._table, self.viewport().size(), *bars, mirrored)

    def show_table(self, event: Event, table: Timetable) -> None:
        """Show a day; what is marked stays so where it is still there."""
        self._event, self._table = event, table
        if self._table.block_of(self._selected) is None and self._move is None:
            self._selected = table.blocks[0].session.id if table.blocks else ""
        self._fit()
        self._tell()

    def show_counts(self, counts: Counts) -> None:
        """Show how many are inside, and how many booked."""
        if counts != self._counts:
            self._counts = counts
            self._tell()

    def show_now(self, minute: float | None) -> None:
        """Draw the line of the time it is; None where it is another day."""
        if minute != self._now:
            self._now = minute
            self.viewport().update()

    def select(self, identity: str) -> None:
        """Mark a session and bring it into sight."""
        self._selected = identity
        block = self._table.block_of(identity)
        if block:
            self._reveal(self.grid.block_rect(block).toAlignedRect())
        self._tell()

    # Moving

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
            self._follow(replace(self._move, place=replace(self._move.place, day=day)))

    def _begun(self) -> Move | None:
        session = self.selected
        return self._move or (Move.of(self._event, session) if session else None)

    def _follow(self, move: Move) -> None:
        self._move = move
        self._table = self._table.reaching(move.place)
        self._fit()
        self._reveal(self.grid.place_rect(move.place).toAlignedRect())
        self._tell()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.cancel()
        if block := self.grid.block_at(event.position()):
            self._held = event.position(), block, self._at_edge(block, event.position())
            self.select(block.session.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if not self._held:
            block = self.grid.block_at(at)
            edge = block is not None and self._at_edge(block, at)
            shape = Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            return
        start, block, stretching = self._held
        far = (at - start).manhattanLength() >= QApplication.startDragDistance()
        if self._move or far:
            self._drag(at, block, stretching)
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
            begin = int(grid.minute_at(at.y()) // (6 * STEP)) * 6 * STEP
            room = grid.room_at(at.x())
            self.add_wanted.emit(Place(self._table.day, begin, begin + _NEW_MINUTES, room))

    def _drag(self, at: QPointF, block: Block, stretching: bool) -> None:
        grid = self.grid
        start, _, _ = self._held or (at, block, stretching)
        self._scroll_along(at)
        minutes = grid.minute_at(at.y()) - grid.minute_at(start.y())
        move = self._move or Move.of(self._event, block.session, stretching=stretching)
        self._move = move.dragged(self._event, minutes, grid.room_at(at.x()), self._table.day)
        self._tell()

    def _scroll_along(self, at: QPointF) -> None:
        bar = self.verticalScrollBar()
        if at.y() > self.viewport().height() - _SCROLL_BY:
            bar.setValue(bar.value() + _SCROLL_BY // 4)
        elif at.y() < HEAD_HEIGHT + _SCROLL_BY:
            bar.setValue(bar.value() - _SCROLL_BY // 4)

    def _at_edge(self, block: Block, at: QPointF) -> bool:
        rect = self.grid.block_rect(block)
        return rect.height() > 2 * EDGE and at.y() > rect.bottom() - EDGE

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape and self.cancel():
            return
        if self._move and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.drop()
        elif found := neighbour(self._table, self._selected, self._logical(key)):
            self.cancel()
            self.select(found)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt and self._move and not self._held:
            self.drop()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._move and not self._held:
            self.drop()
        super().focusOutEvent(event)
        self.viewport().update()

    def _logical(self, key: Qt.Key) -> Qt.Key:
        across = {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}
        return across.get(key, key) if self.grid.mirrored else key

    # How it is drawn

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            block = self.grid.block_at(QPointF(event.pos()))
            words = tip(block_words(block, self._counts)) if block else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        scene = Scene(
            self._counts,
            theme_shown(),
            self._now,
            self._selected,
            self.hasFocus(),
            self.preview if self.preview and self.preview.day == self._table.day else None,
            (self.tr("full"), self.tr("clash")),
        )
        Painting(painter, self.grid, scene, self.font()).paint()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(560, 420)

    def _fit(self) -> None:
        seen, whole = self.viewport().size(), self.grid.content
        for bar, size, page in (
            (self.horizontalScrollBar(), whole.width(), seen.width()),
            (self.verticalScrollBar(), whole.height(), seen.height()),
        ):
            bar.setRange(0, max(size - page, 0))
            bar.setPageStep(page)
            bar.setSingleStep(_SCROLL_BY)

    def _reveal(self, rect: QRect) -> None:
        """Scroll as little as brings a place into sight, its beginning first."""
        grid = self.grid
        logical = grid.turned(rect.toRectF()) if grid.mirrored else rect.toRectF()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        _bring(down, logical.top(), logical.bottom(), HEAD_HEIGHT, grid.size.height())
        _bring(across, logical.left(), logical.right(), AXIS_WIDTH, grid.size.width())

    def _tell(self) -> None:
        """Say what is marked, to the eye and to a screen reader."""
        block = self._table.block_of(self._selected)
        words = block_words(block, self._counts) if block else ""
        if self._move:
            words = f"{self._move.session.name} → {place_words(self._move.place)}"
        self.setAccessibleDescription(words)
        self.chosen.emit(words)
        self.viewport().update()


def _bring(bar: QScrollBar, start: float, end: float, low: float, high: float) -> None:
    """Scroll a bar so that what lies from `start` to `end` lies between `low` and `high`."""
    by = max(end - high + _AROUND, 0.0)
    if start - by < low + _AROUND:
        by = start - low - _AROUND
    bar.setValue(bar.value() + round(by))
