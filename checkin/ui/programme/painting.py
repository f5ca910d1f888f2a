"""Paints a timetable: heads of rooms, hours, sessions, what is being moved, and the time it is."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from checkin.domain.timetable import Block, Place, clock_of
from checkin.ui.programme.colours import tone_of
from checkin.ui.programme.grid import AXIS_WIDTH, HEAD_HEIGHT, Grid
from checkin.ui.programme.phrases import (
    Counts,
    clash_word,
    count_words,
    free_words,
    full_word,
    hours_words,
    over_word,
)
from checkin.ui.theme import Theme, Tone

_HOUR = 60
_BIG, _SMALL = 14, 13
_STRIPE, _PAD = 4.0, 9.0


@dataclass(frozen=True, slots=True)
class Scene:
    """What there is to paint. `now` is the minute it is, None on another day; `preview` is where
    the session with the id `selected` is being moved to.
    """

    counts: Counts
    theme: Theme
    now: float | None = None
    selected: str = ""
    focused: bool = False
    preview: Place | None = None


class Painting:
    """Paints one scene on a grid with a painter that is ready for it."""

    def __init__(self, painter: QPainter, grid: Grid, scene: Scene, font: QFont) -> None:
        self._painter, self._grid, self._scene, self._theme = painter, grid, scene, scene.theme
        self._plain, self._bold = QFont(font), QFont(font)
        self._plain.setPixelSize(_SMALL)
        self._bold.setPixelSize(_BIG)
        self._bold.setWeight(QFont.Weight.DemiBold)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Each text runs as its own letters do, whichever way the window does.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        self._start, self._end = (right, left) if grid.mirrored else (left, right)

    def paint(self) -> None:
        """Paint all of it."""
        grid, width, height = self._grid, self._grid.size.width(), self._grid.size.height()
        self._painter.fillRect(QRectF(0, 0, width, height), QColor(self._theme.card))
        body = grid.turned(QRectF(AXIS_WIDTH, HEAD_HEIGHT, width, height))
        self._hours()
        self._painter.setClipRect(body)
        self._columns()
        self._painter.setClipping(False)
        self._now_line()
        self._painter.setClipRect(body)
        for block in grid.table.blocks:
            self._block(block)
        if self._scene.preview:
            self._previewed(self._scene.preview)
        self._painter.setClipping(False)
        # Over the sessions it is faint: their words are to be read through it.
        self._painter.setOpacity(0.3)
        self._now_line()
        self._painter.setOpacity(1.0)
        self._heads()

    def _hours(self) -> None:
        table, grid = self._grid.table, self._grid
        self._painter.setFont(self._plain)
        for minute in range(table.first, table.last + 1, _HOUR):
            y = round(grid.height_of(minute)) + 0.5
            self._line(QRectF(AXIS_WIDTH, y, grid.size.width(), 0))
            place = grid.turned(QRectF(0, y - 10, AXIS_WIDTH - 8, 20))
            self._painter.setPen(QColor(self._theme.quiet_ink))
            self._draw(place, f"{clock_of(minute):%H:%M}", self._end)

    def _columns(self) -> None:
        for number in range(len(self._grid.table.rooms)):
            column = self._grid.column_rect(number)
            edge = column.right() if self._grid.mirrored else column.left()
            self._painter.setPen(QColor(self._theme.line))
            self._painter.drawLine(QPointF(edge, HEAD_HEIGHT), QPointF(edge, column.bottom()))

    def _heads(self) -> None:
        """The rooms, over what is scrolled below them."""
        grid, theme, painter = self._grid, self._theme, self._painter
        painter.fillRect(QRectF(0, 0, grid.size.width(), HEAD_HEIGHT), QColor(theme.card))
        painter.setClipRect(grid.turned(QRectF(AXIS_WIDTH, 0, grid.size.width(), HEAD_HEIGHT)))
        for number, room in enumerate(grid.table.rooms):
            column = grid.column_rect(number)
            words, ink = self._state_of(number) if room else ("", "")
            place = QRectF(column.left() + 8, 4, column.width() - 16, 22)
            self._words(place.translated(0, 0 if words else 10), room or "–", self._bold, theme.ink)
            self._words(place.translated(0, 20), words, self._plain, ink)
        painter.setClipping(False)
        self._line(QRectF(0, HEAD_HEIGHT - 0.5, grid.size.width(), 0))

    def _state_of(self, column: int) -> tuple[str, str]:
        """Return how it stands in a room at the moment, and the ink to say it in."""
        now, counts, quiet = self._scene.now, self._scene.counts, self._theme.quiet_ink
        if now is None:
            return "", quiet
        ahead = [b for b in self._grid.table.blocks if b.column == column and b.end > now]
        current = next((block for block in ahead if block.begin <= now), None)
        if current is None:
            begins = min((block.begin for block in ahead), default=None)
            return free_words(begins), quiet
        words = [*count_words(current.session, counts), hours_words(current.begin, current.end)]
        return words[0], self._theme.careful.ink if counts.full(current.session) else quiet

    def _block(self, block: Block) -> None:
        painter, rect = self._painter, self._grid.block_rect(block)
        tone = tone_of(block.session.kind, self._theme)
        moving = self._scene.preview is not None and block.session.id == self._scene.selected
        painter.setOpacity(0.45 if moving else 1.0)
        self._box(rect, tone, self._edge_of(block))
        self._lines(rect, block, tone)
        painter.setOpacity(1.0)

    def _edge_of(self, block: Block) -> QPen:
        theme = self._theme
        if block.session.id == self._scene.selected:
            return QPen(QColor(theme.accent if self._scene.focused else theme.control_line), 2.5)
        if block.clashes:
            return QPen(QColor(theme.bad.ink), 1.5)
        return QPen(Qt.PenStyle.NoPen)

    def _box(self, rect: QRectF, tone: Tone, edge: QPen) -> None:
        painter = self._painter
        painter.setPen(edge)
        painter.setBrush(QColor(tone.paper))
        painter.drawRoundedRect(rect, 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.ink))
        left = rect.right() - _STRIPE if self._grid.mirrored else rect.left()
        painter.drawRoundedRect(QRectF(left, rect.top(), _STRIPE, rect.height()), 2, 2)

    def _lines(self, rect: QRectF, block: Block, tone: Tone) -> None:
        """The name in as many lines as there is room for, then time, places and marks."""
        session, theme = block.session, self._theme
        text = rect.adjusted(_PAD, 1, -_PAD, -1)
        if self._grid.mirrored:
            text.translate(-_STRIPE / 2, 0)
        height = QFontMetrics(self._bold).height()
        room = int(text.height() // height)
        details = [(hours_words(block.begin, block.end), tone.ink)]
        details += [(words, tone.ink) for words in count_words(session, self._scene.counts)]
        details = self._marks_of(block) + details
        if room < 2:
            line = f"{session.name} · {details[0][0]}"
            self._words(text, line, self._bold, theme.ink)
            return
        lines = wrapped(
            session.name, QFontMetrics(self._bold), text.width(), max(room - len(details), 1)
        )
        place = QRectF(text.left(), text.top(), text.width(), height)
        for line in lines:
            self._words(place, line, self._bold, theme.ink)
            place.translate(0, height)
        for line, ink in details[: room - len(lines)]:
            self._words(place, line, self._plain, ink)
            place.translate(0, height)

    def _marks_of(self, block: Block) -> list[tuple[str, str]]:
        theme, counts = self._theme, self._scene.counts
        marks = [(f"⚠ {clash_word()}", theme.bad.ink)] if block.clashes else []
        for word, holds in ((full_word(), counts.full), (over_word(), counts.overbooked)):
            if holds(block.session):
                marks.append((word, theme.careful.ink))
        return marks

    def _previewed(self, place: Place) -> None:
        rect, theme = self._grid.place_rect(place), self._theme
        tone = Tone(theme.accent, theme.selection)
        self._box(rect, tone, QPen(QColor(theme.accent), 2, Qt.PenStyle.DashLine))
        text = rect.adjusted(_PAD, 0, -_PAD, 0)
        text.setHeight(min(text.height(), 24.0))
        self._words(text, hours_words(place.begin, place.end), self._bold, theme.ink)
        moved = self._grid.table.block_of(self._scene.selected)
        if moved and rect.height() > 2 * text.height():
            text.translate(0, text.height() - 4)
            self._words(text, moved.session.name, self._plain, theme.ink)

    def _now_line(self) -> None:
        now, grid = self._scene.now, self._grid
        if now is None or not grid.table.first <= now <= grid.table.last:
            return
        y = grid.height_of(now)
        if y < HEAD_HEIGHT:
            return
        colour = QColor(self._theme.bad.ink)
        self._painter.setPen(QPen(colour, 2))
        line = grid.turned(QRectF(AXIS_WIDTH - 4, y, grid.size.width(), 0))
        self._painter.drawLine(line.topLeft(), line.topRight())
        if self._painter.opacity() < 1.0:
            return
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        dot = grid.turned(QRectF(AXIS_WIDTH - 8, y - 4, 8, 8))
        self._painter.drawEllipse(dot)

    def _line(self, across: QRectF) -> None:
        turned = self._grid.turned(across)
        self._painter.setPen(QColor(self._theme.line))
        self._painter.drawLine(turned.topLeft(), turned.topRight())

    def _words(self, place: QRectF, text: str, font: QFont, ink: str) -> None:
        self._painter.setFont(font)
        self._painter.setPen(QColor(ink))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        self._draw(place, shown, self._start)

    def _draw(self, place: QRectF, text: str, side: Qt.AlignmentFlag) -> None:
        absolute = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self._painter.drawText(place, int(side | absolute), text)


def wrapped(text: str, metrics: QFontMetrics, width: float, most: int) -> list[str]:
    """Return a text in at most so many lines of a width, the last one cut short with … if need be.

    A word that is wider than a line is left to be cut short where it is drawn.
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (len(lines) == most or metrics.horizontalAdvance(longer) <= width):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
