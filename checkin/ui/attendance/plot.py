"""Draws when people came, a bar for each few minutes; mouse and arrow keys read a bar out."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.domain.arrivals import Arrivals, clock_words
from checkin.render.fonts import load_fonts
from checkin.render.plotcanvas import Canvas
from checkin.render.plots import draw_arrivals
from checkin.render.plotscale import bin_bar, inner
from checkin.ui.plots.look import screen_look

_LEAST_HEIGHT, _MOST_HEIGHT = 96, 190


class ArrivalsPlot(QWidget):
    """`read_out` tells a bar's span and count in words, empty when none is marked; `shown` is what
    the bars are of.
    """

    read_out = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.shown = Arrivals()
        self._marked: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setMaximumHeight(_MOST_HEIGHT)
        self.setAccessibleName(self.tr("Arrivals"))

    def sizeHint(self) -> QSize:
        return QSize(400, _MOST_HEIGHT)

    def show_arrivals(self, counted: Arrivals) -> None:
        """Show another day."""
        if counted != self.shown:
            self.shown = counted
            self._mark(None)
            self.update()

    def words_of(self, number: int) -> str:
        """Return what a bar says, such as `08:40–08:50: 34 came`."""
        begin, end = self.shown.span(number)
        count = self.shown.counts[number]
        span = f"{clock_words(begin)}–{clock_words(end)}"
        return self.tr("{span}: {count} came").format(span=span, count=count)

    def bar(self, number: int) -> QRectF:
        """Return where a bar is drawn; one of nobody has no height."""
        area = QRectF(self.rect())
        bar = bin_bar(inner(area), self.shown, number)
        if self._leftward():
            bar.moveRight(area.right() - bar.left())
        return bar

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        area, counts = inner(QRectF(self.rect())), self.shown.counts
        across = event.position().x()
        across = (self.width() - across if self._leftward() else across) - area.left()
        inside = counts and 0 <= across < area.width()
        self._mark(int(across / area.width() * len(counts)) if inside else None)

    def leaveEvent(self, _event: object) -> None:
        self._mark(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._mark(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bars = len(self.shown.counts)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -bars}
        step = (steps | {Qt.Key.Key_End: bars}).get(Qt.Key(event.key()))
        if step is None or not bars:
            super().keyPressEvent(event)
            return
        start = self._marked if self._marked is not None else (-1 if step > 0 else bars)
        self._mark(min(max(start + step, 0), bars - 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.shown.counts:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        canvas = Canvas(painter, area, screen_look(), load_fonts(), leftward=self._leftward())
        draw_arrivals(canvas, area, self.shown, self._marked)
        painter.end()

    def _leftward(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _mark(self, number: int | None) -> None:
        if number != self._marked:
            self._marked = number
            words = "" if number is None else self.words_of(number)
            self.setAccessibleDescription(words)
            self.read_out.emit(words)
            self.update()
