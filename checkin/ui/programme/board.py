"""The timetable as it is shown: it scrolls, and one of its sessions is marked."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QToolTip

from checkin.domain.event import Event
from checkin.domain.session import Session
from checkin.domain.timetable import Place, Timetable
from checkin.ui.parts import tip
from checkin.ui.programme.colours import theme_shown
from checkin.ui.programme.grid import AXIS_WIDTH, HEAD_HEIGHT, Grid
from checkin.ui.programme.moving import Move
from checkin.ui.programme.painting import Painting, Scene
from checkin.ui.programme.phrases import Counts, block_words, place_words

_SCROLL_STEP = 24
_AROUND = 4


class Board(QAbstractScrollArea):
    """`chosen` tells what is said of the session that is marked now."""

    chosen = Signal(str)

    def __init__(self, event: Event, table: Timetable) -> None:
        super().__init__()
        self._event, self._table, self._scene = event, table, Scene(Counts(), theme_shown())
        self._selected = ""
        self._move: Move | None = None
        self.setObjectName("timetable")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Timetable"))
        self.setMinimumHeight(120)
        self.viewport().setMouseTracking(True)

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
    def preview(self) -> Place | None:
        """Where the session that is on its way would be."""
        return self._move.place if self._move else None

    @property
    def grid(self) -> Grid:
        """Where everything is drawn now."""
        bars = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return Grid(self._table, self.viewport().size(), *bars, self.isRightToLeft())

    def show_table(self, event: Event, table: Timetable) -> None:
        """Show a day; what is marked stays so where it is still there, else it is what is next."""
        another = table.day != self._table.day
        self._event, self._table = event, table
        self._fit()
        gone = table.block_of(self._selected) is None and self._move is None
        if gone or (another and self._move is None):
            self.select(self._next())
        self._tell()

    def show_counts(self, counts: Counts) -> None:
        """Show how many are inside, and how many booked."""
        if counts != self._scene.counts:
            self._scene = replace(self._scene, counts=counts)
            self._tell()

    def show_now(self, minute: float | None) -> None:
        """Draw the line of the time it is; None where it is another day."""
        if minute != self._scene.now:
            self._scene = replace(self._scene, now=minute)
            self.viewport().update()

    def select(self, identity: str) -> None:
        """Mark a session and bring it into sight."""
        self._selected = identity
        block = self._table.block_of(identity)
        if block:
            self._reveal(self.grid.block_rect(block))
        self._tell()

    def _next(self) -> str:
        """Return what runs now, or is next; on another day, or when all is over, the first."""
        blocks = sorted(self._table.blocks, key=lambda one: (one.begin, one.column))
        now = self._scene.now or 0
        coming = (one for one in blocks if one.end > now)
        found = next(coming, blocks[0] if blocks else None)
        return found.session.id if found else ""

    # How it is drawn

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            block = self.grid.block_at(QPointF(event.pos()))
            words = tip(block_words(block, self._scene.counts)) if block else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        place = self.preview
        scene = replace(
            self._scene,
            theme=theme_shown(),
            selected=self._selected,
            focused=self.hasFocus(),
            preview=place if place and place.day == self._table.day else None,
        )
        Painting(painter, self.grid, scene, self.font()).paint()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

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
            bar.setSingleStep(_SCROLL_STEP)

    def _reveal(self, rect: QRectF) -> None:
        """Scroll as little as brings a place into sight, its beginning first."""
        grid = self.grid
        logical = grid.turned(rect)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        _bring(down, logical.top(), logical.bottom(), HEAD_HEIGHT, grid.size.height())
        _bring(across, logical.left(), logical.right(), AXIS_WIDTH, grid.size.width())

    def _tell(self) -> None:
        """Say what is marked, to the eye and to a screen reader."""
        block = self._table.block_of(self._selected)
        words = block_words(block, self._scene.counts) if block else ""
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
