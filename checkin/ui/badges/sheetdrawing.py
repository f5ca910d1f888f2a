"""Draws a sheet small, and lets its places be clicked or keyed: which are free, which are used."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.domain.stock import Stock
from checkin.ui.badges.preview import draw_paper

_EDGE = 6
_LEAST_NUMBERED = 13
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_KEYS = frozenset({*_ARROWS, Qt.Key.Key_Home, Qt.Key.Key_End})
_USED, _FREE, _FREE_EDGE, _INK = "#d5dbe2", "#dbe7ff", "#1f5eea", "#16202c"


class SheetDrawing(QWidget):
    """A click, or Enter, starts at a place: those before are used; Ctrl+click, or Space, takes one
    place out or in again. `changed` tells of other free places than before, all of them for a new
    sheet.
    """

    changed = Signal(tuple)

    def __init__(self, stock: Stock, *, height: int = 150) -> None:
        super().__init__()
        self._height = height
        self._current = 1
        self.show_sheet(stock, ())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumSize(70, 80)

    @property
    def free(self) -> tuple[int, ...]:
        """The places that the next print fills first."""
        return self._free

    def show_sheet(self, stock: Stock, free: Sequence[int]) -> None:
        """Show another sheet, with these places free; none stands for a new sheet, all free."""
        self._stock = stock
        self._free = tuple(free) or self._all()
        self._current = min(self._current, stock.badges_a_page)
        self._tell()

    def _all(self) -> tuple[int, ...]:
        return tuple(range(1, self._stock.badges_a_page + 1))

    def sizeHint(self) -> QSize:
        shape = self._stock.page_width / self._stock.page_height
        return QSize(min(round(self._height * shape), 2 * self._height), self._height)

    def area_of(self, place: int) -> QRectF:
        """Return where a place is drawn."""
        page = self._page()
        scale = page.width() / self._stock.page_width
        left, top = self._stock.position(place)
        size = self._stock.badge_width * scale, self._stock.badge_height * scale
        return QRectF(page.left() + left * scale, page.top() + top * scale, *size)

    # What is done on it

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place in self._all():
            if self.area_of(place).contains(event.position()):
                self._current = place
                toggles = event.modifiers() & Qt.KeyboardModifier.ControlModifier
                (self._toggle if toggles else self._start)(place)

    def event(self, event: QEvent) -> bool:
        # The page has uses for the same keys, while this has not the focus.
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and Qt.Key(event.key()) in _KEYS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._step(*_ARROWS[key])
        elif key is Qt.Key.Key_Home:
            self._go(1)
        elif key is Qt.Key.Key_End:
            self._go(self._stock.badges_a_page)
        elif key is Qt.Key.Key_Space:
            self._toggle(self._current)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._start(self._current)
        else:
            super().keyPressEvent(event)

    def _step(self, across: int, down: int) -> None:
        row, column = divmod(self._current - 1, self._stock.columns)
        if across:
            self._go(self._current + across)
        elif 0 <= row + down < self._stock.rows:
            self._go((row + down) * self._stock.columns + column + 1)

    def _go(self, place: int) -> None:
        self._current = max(1, min(place, self._stock.badges_a_page))
        self._tell()

    def _start(self, place: int) -> None:
        self._change(tuple(range(place, self._stock.badges_a_page + 1)))

    def _toggle(self, place: int) -> None:
        some = {*self._free} ^ {place}
        self._change(tuple(sorted(some)) or self._all())

    def _change(self, free: tuple[int, ...]) -> None:
        changed, self._free = free != self._free, free
        self._tell()
        if changed:
            self.changed.emit(free)

    # How it looks

    def _tell(self) -> None:
        """Say it to a screen reader too."""
        free = self._current in self._free
        state = self.tr("free") if free else self.tr("used")
        words = self.tr("Sheet of {count}: place {place} is {state}")
        count = self._stock.badges_a_page
        self.setAccessibleName(words.format(count=count, place=self._current, state=state))
        self.updateGeometry()
        self.update()

    def _page(self) -> QRectF:
        room = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        scale = min(room.width() / self._stock.page_width, room.height() / self._stock.page_height)
        page = QRectF(0, 0, self._stock.page_width * scale, self._stock.page_height * scale)
        page.moveCenter(room.center())
        return page

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_paper(painter, self._page())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in self._all():
            self._draw_place(painter, place)
        if self.hasFocus():
            mark = QPen(self.palette().color(QPalette.ColorRole.Highlight), 2)
            painter.setPen(mark)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.area_of(self._current).adjusted(-2, -2, 2, 2))
        painter.end()

    def _draw_place(self, painter: QPainter, place: int) -> None:
        area, free = self.area_of(place), place in self._free
        painter.setPen(QPen(QColor(_FREE_EDGE if free else _USED), 0.8))
        painter.setBrush(QColor(_FREE) if free else Qt.BrushStyle.NoBrush)
        rounding = self._stock.corner / self._stock.page_width * self._page().width()
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), rounding, rounding)
        if min(area.width() * 0.6, area.height()) >= _LEAST_NUMBERED:
            font = painter.font()
            font.setPixelSize(round(min(area.height() * 0.5, area.width() * 0.3, 15)))
            painter.setFont(font)
            painter.setPen(QColor(_INK if free else "#7a8692"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(place))
        if not free:
            painter.setPen(QPen(QColor("#aab4bf"), 1))
            painter.drawLine(QPointF(area.left(), area.bottom()), QPointF(area.right(), area.top()))
