"""Draws when people came, a bar for each few minutes; mouse and arrow keys read a bar out."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.domain.arrivals import Arrivals, clock_words

_LEAST_HEIGHT, _MOST_HEIGHT = 96, 190
_AXIS_HEIGHT, _TOP = 22, 18
_SCALE_WIDTH, _RIGHT = 38, 16
_LABEL_WIDTH = 64
_LETTERS = 13
_BETWEEN = 0.28
_WIDEST_GAP = 10.0
_LABEL_STEPS = (10, 15, 30, 60, 120, 240)
_SCALE_STEPS = (1, 2, 5)


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
        area, counts = self._area(), self.shown.counts
        slot = area.width() / len(counts)
        gap = min(slot * _BETWEEN, _WIDEST_GAP)
        height = counts[number] / self._top_count() * area.height()
        if counts[number]:
            height = max(height, 3.0)
        left = area.left() + number * slot + gap / 2
        return QRectF(left, area.bottom() - height, slot - gap, height)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        area, counts = self._area(), self.shown.counts
        across = event.position().x() - area.left()
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
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(_LETTERS)
        painter.setFont(font)
        if self.shown.counts:
            self._paint_scale(painter)
            self._paint_bars(painter)
            self._paint_times(painter)
        painter.end()

    def _paint_bars(self, painter: QPainter) -> None:
        accent = _palette().color(QPalette.ColorRole.Highlight)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(len(self.shown.counts)):
            if number == self._marked:
                painter.setBrush(self._line_colour())
                painter.drawRect(self._slot(number))
            painter.setBrush(accent)
            bar = self.bar(number)
            radius = min(3.0, bar.height() / 2)
            painter.drawRoundedRect(bar, radius, radius)

    def _paint_scale(self, painter: QPainter) -> None:
        area, top = self._area(), self._top_count()
        step = _round_step(top)
        for count in range(0, top + 1, step):
            height = round(area.bottom() - count / top * area.height()) + 0.5
            painter.setPen(self._line_colour())
            painter.drawLine(QPointF(area.left(), height), QPointF(area.right(), height))
            painter.setPen(self._quiet_colour())
            place = QRect(0, int(height) - 10, _SCALE_WIDTH - 8, 20)
            ends = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, int(ends), str(count))

    def _paint_times(self, painter: QPainter) -> None:
        area, shown = self._area(), self.shown
        minutes = len(shown.counts) * shown.width
        a_minute = area.width() / minutes
        fitting = (step for step in _LABEL_STEPS if step * a_minute >= _LABEL_WIDTH)
        step = next(fitting, _LABEL_STEPS[-1])
        painter.setPen(self._quiet_colour())
        first = -(-shown.start // step) * step
        for minute in range(first, shown.start + minutes + 1, step):
            middle = area.left() + (minute - shown.start) * a_minute
            place = QRectF(middle - _LABEL_WIDTH / 2, area.bottom() + 2, _LABEL_WIDTH, _AXIS_HEIGHT)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), clock_words(minute))

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_SCALE_WIDTH, _TOP / 2, -_RIGHT, -_AXIS_HEIGHT - 2)

    def _slot(self, number: int) -> QRectF:
        area = self._area()
        width = area.width() / len(self.shown.counts)
        return QRectF(area.left() + number * width, area.top(), width, area.height())

    def _top_count(self) -> int:
        """Return the count at the upper end of the scale: a whole number of its steps."""
        most = max(self.shown.counts)
        step = _round_step(most)
        return -(-most // step) * step

    def _mark(self, number: int | None) -> None:
        if number != self._marked:
            self._marked = number
            words = "" if number is None else self.words_of(number)
            self.setAccessibleDescription(words)
            self.read_out.emit(words)
            self.update()

    def _line_colour(self) -> QColor:
        return _palette().color(QPalette.ColorRole.Mid)

    def _quiet_colour(self) -> QColor:
        return _palette().color(QPalette.ColorRole.PlaceholderText)


def _palette() -> QPalette:
    """Return the theme's colours: those of the widget itself the style sheet has made over."""
    return QGuiApplication.palette()


def _round_step(most: int) -> int:
    """Return 1, 2 or 5 times a power of ten, so that about three lines lead to `most`."""
    power = 1
    while True:
        for one in _SCALE_STEPS:
            if most / (one * power) <= 3:
                return one * power
        power *= 10
