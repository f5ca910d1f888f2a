"""Draws the plots of an event, on a screen, into a picture or on paper alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from checkin.domain.arrivals import Arrivals
from checkin.domain.plots import DayBars, Plot, PlotKind, Room
from checkin.domain.reportnumbers import Origin
from checkin.render.fonts import load_fonts
from checkin.render.plotcanvas import LETTERS, TITLE_LETTERS, Canvas, Fill, Look
from checkin.render.plotscale import (
    ROOM_AT_THE_END,
    bin_bar,
    draw_counts,
    draw_times,
    inner,
    slots,
    top_of,
)

_TITLE, _LEGEND, _HEIGHT = 34.0, 24.0, 250.0
_ROOM, _ROOM_GAP, _NAME_WIDTH = 44.0, 10.0, 190.0
_ORIGIN, _BAR = 42.0, 15.0
_MOST_ORIGINS = 15
_MARK = 11.0
_COUNT_WIDTH = 52.0
# A count stands above its bar.
_ABOVE = 12.0


def _english(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


@dataclass(frozen=True, slots=True)
class PlotWords:
    """What stands in plots, in the language they are read in; titles may name the {day}."""

    titles: dict[PlotKind, str] = field(
        default_factory=lambda: {
            PlotKind.ARRIVALS: "Arrivals, {day}",
            PlotKind.ROOMS: "Rooms, {day}",
            PlotKind.DAYS: "Presence by day",
            PlotKind.KINDS: "Organisations by kind",
            PlotKind.COUNTRIES: "Organisations by country",
        }
    )
    registered: str = "registered"
    came: str = "came"
    morning: str = "in the morning"
    afternoon: str = "in the afternoon"
    organisations: str = "organisations"
    people: str = "people"
    not_known: str = "not known"
    others: str = "{count} others"
    most: str = "most {count}"
    places: str = "{count} places"
    nobody: str = "Nobody has come yet."
    day: Callable[[date], str] = _english
    leftward: bool = False

    def title(self, plot: Plot) -> str:
        """Return a plot's heading."""
        return self.titles[plot.kind].format(day=self.day(plot.day) if plot.day else "")


def height_of(plot: Plot, *, titled: bool = True) -> float:
    """Return how high a plot should be, in the units of its letters: 96 to an inch."""
    title = _TITLE if titled else 0.0
    match plot.kind:
        case PlotKind.ROOMS:
            rows = max(len(cast(Sequence[Room], plot.shown)), 1)
            return title + rows * (_ROOM + _ROOM_GAP) + 26
        case PlotKind.KINDS | PlotKind.COUNTRIES:
            rows = min(len(cast(Sequence[Origin], plot.shown)), _MOST_ORIGINS + 1)
            return title + _LEGEND + max(rows, 1) * _ORIGIN
    return title + _HEIGHT


def draw_plot(
    painter: QPainter,
    area: QRectF,
    plot: Plot,
    words: PlotWords,
    look: Look,
    *,
    titled: bool = True,
) -> None:
    """Draw a plot into an area. Needs a `QGuiApplication`. Raises `font-missing`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    canvas = Canvas(painter, area, look, load_fonts(), leftward=words.leftward)
    if titled:
        head = QRectF(area.left(), area.top(), area.width(), _TITLE - 8)
        canvas.text(head, words.title(plot), size=TITLE_LETTERS, bold=True, quiet=False)
        area = area.adjusted(0, _TITLE, 0, 0)
    if _is_empty(plot):
        canvas.text(area, words.nobody, 0.5)
        return
    match plot.kind:
        case PlotKind.ARRIVALS:
            draw_arrivals(canvas, area, cast(Arrivals, plot.shown))
        case PlotKind.ROOMS:
            _draw_rooms(canvas, area, cast(Sequence[Room], plot.shown), words)
        case PlotKind.DAYS:
            _draw_days(canvas, area, cast(Sequence[DayBars], plot.shown), words)
        case _:
            _draw_origins(canvas, area, cast(Sequence[Origin], plot.shown), words)


def _is_empty(plot: Plot) -> bool:
    if isinstance(plot.shown, Arrivals):
        return not plot.shown.counts
    return plot.kind is not PlotKind.DAYS and not any(
        one.most if isinstance(one, Room) else True for one in plot.shown
    )


def draw_arrivals(canvas: Canvas, area: QRectF, shown: Arrivals, marked: int | None = None) -> None:
    """Draw a bar for each few minutes, one of them marked."""
    inside = inner(area)
    draw_counts(canvas, inside, max(shown.counts))
    for number, slot in enumerate(slots(inside, len(shown.counts))):
        if number == marked:
            canvas.shade(slot)
        canvas.bar(bin_bar(inside, shown, number), radius=3)
    draw_times(canvas, inside, shown.start, shown.start + len(shown.counts) * shown.width)


def _draw_rooms(canvas: Canvas, area: QRectF, rooms: Sequence[Room], words: PlotWords) -> None:
    """Draw a strip for each room, all with one scale of times; the number beside says how high."""
    times = [minute for room in rooms for minute, _ in room.steps]
    start, end = min(times) // 60 * 60, -(-max(times) // 60) * 60
    name_width = min(_NAME_WIDTH, area.width() * 0.3)
    inside = area.adjusted(name_width, 0, -ROOM_AT_THE_END, 0)
    height = min(_ROOM + _ROOM_GAP, (area.height() - 26) / len(rooms))
    for number, room in enumerate(rooms):
        strip = QRectF(inside.left(), area.top() + number * height, inside.width(), height)
        strip.adjust(0, _ROOM_GAP / 2, 0, -_ROOM_GAP / 2)
        name = QRectF(area.left(), strip.top(), name_width - 10, strip.height() / 2)
        canvas.text(name, room.name, quiet=False)
        below = name.translated(0, name.height())
        most = words.most.format(count=room.most)
        limit = words.places.format(count=room.capacity) if room.capacity else ""
        canvas.text(below, f"{most} · {limit}" if limit else most)
        _draw_strip(canvas, strip, room, start, end)
    times_area = QRectF(inside.left(), area.top(), inside.width(), len(rooms) * height)
    draw_times(canvas, times_area, start, end)


def _draw_strip(canvas: Canvas, strip: QRectF, room: Room, start: int, end: int) -> None:
    top = max(room.most, room.capacity or 0, 1)
    a_minute = strip.width() / (end - start)
    edge = []
    before = strip.bottom()
    for minute, count in room.steps:
        x = strip.left() + (minute - start) * a_minute
        edge.append((x, before))
        before = strip.bottom() - count / top * strip.height()
        edge.append((x, before))
    canvas.surface(edge)
    canvas.line(strip.left(), strip.bottom(), strip.right(), strip.bottom())
    if room.capacity:
        y = strip.bottom() - room.capacity / top * strip.height()
        canvas.line(strip.left(), y, strip.right(), y, dashed=True)


def _draw_days(canvas: Canvas, area: QRectF, days: Sequence[DayBars], words: PlotWords) -> None:
    legend = (
        (Fill.OUTLINE, words.registered),
        (Fill.SOLID, words.came),
        (Fill.SLANTED, words.morning),
        (Fill.STRIPED, words.afternoon),
    )
    _draw_legend(canvas, area, legend)
    inside = inner(area.adjusted(0, _LEGEND + _ABOVE, 0, 0))
    most = max(max(day.registered, day.came) for day in days)
    draw_counts(canvas, inside, most)
    for day, slot in zip(days, slots(inside, len(days)), strict=True):
        counts = (day.registered, day.came, day.morning, day.afternoon)
        room = min(slot.width() * 0.84, 260)
        middle = QRectF(slot.center().x() - room / 2, slot.top(), room, slot.height())
        for (fill, _), count, place in zip(legend, counts, slots(middle, 4), strict=True):
            height = count / top_of(most) * inside.height()
            bar = QRectF(place.left() + 2, inside.bottom() - height, place.width() - 4, height)
            canvas.bar(bar, fill)
            if place.width() >= canvas.width(str(count)):
                above = QRectF(place.left(), bar.top() - 18, place.width(), 18)
                canvas.text(above, str(count), 0.5, quiet=False)
        below = QRectF(slot.left(), inside.bottom() + 2, slot.width(), 22)
        canvas.text(below, words.day(day.day), 0.5)


def _draw_origins(canvas: Canvas, area: QRectF, bars: Sequence[Origin], words: PlotWords) -> None:
    legend = (Fill.SLANTED, words.organisations), (Fill.SOLID, words.people)
    _draw_legend(canvas, area, legend)
    shown = _with_others(bars, words)
    most = max(max(one.organisations, one.people) for one in shown)
    names = max(canvas.width(one.name or words.not_known) for one in shown) + 12
    name_width = min(names, area.width() * 0.35)
    length = area.width() - name_width - _COUNT_WIDTH
    top = area.top() + _LEGEND
    for one in shown:
        name = QRectF(area.left(), top, name_width - 10, 2 * _BAR + 2)
        canvas.text(name, one.name or words.not_known, quiet=False)
        for row, (fill, count) in enumerate(
            ((Fill.SLANTED, one.organisations), (Fill.SOLID, one.people))
        ):
            width = count / max(most, 1) * length
            bar = QRectF(area.left() + name_width, top + row * (_BAR + 2), width, _BAR)
            canvas.bar(bar, fill)
            beside = QRectF(bar.right() + 6, bar.top() - 2, _COUNT_WIDTH - 6, _BAR + 4)
            canvas.text(beside, str(count), quiet=False)
        top += _ORIGIN


def _with_others(bars: Sequence[Origin], words: PlotWords) -> list[Origin]:
    """Return the largest; the rest are one."""
    if len(bars) <= _MOST_ORIGINS + 1:
        return list(bars)
    rest = bars[_MOST_ORIGINS:]
    name = words.others.format(count=len(rest))
    others = Origin(name, sum(one.organisations for one in rest), sum(one.people for one in rest))
    return [*bars[:_MOST_ORIGINS], others]


def _draw_legend(canvas: Canvas, area: QRectF, legend: Sequence[tuple[Fill, str]]) -> None:
    left = area.left()
    for fill, name in legend:
        canvas.bar(QRectF(left, area.top() + 3, _MARK, _MARK), fill)
        width = canvas.width(name, LETTERS)
        canvas.text(QRectF(left + _MARK + 6, area.top() - 1, width + 1, 19), name, quiet=False)
        left += _MARK + width + 24
