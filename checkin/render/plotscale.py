"""Where bars and lines of a plot are: scales of counts and of times of day."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from checkin.domain.arrivals import Arrivals, clock_words
from checkin.render.plotcanvas import Canvas

AXIS_HEIGHT, SCALE_WIDTH, ROOM_AT_THE_END = 22.0, 38.0, 16.0
_LABEL_WIDTH = 64.0
_LABEL_STEPS = (10, 15, 30, 60, 120, 240, 480)
_SCALE_STEPS = (1, 2, 5)
_BETWEEN, _WIDEST_GAP = 0.28, 10.0
_TOP = 9.0


def round_step(most: int) -> int:
    """Return 1, 2 or 5 times a power of ten, so that about three lines lead to `most`."""
    power = 1
    while True:
        for one in _SCALE_STEPS:
            if most / (one * power) <= 3:
                return one * power
        power *= 10


def top_of(most: int) -> int:
    """Return the count at the upper end of a scale: a whole number of its steps."""
    step = round_step(max(most, 1))
    return -(-max(most, 1) // step) * step


def inner(area: QRectF) -> QRectF:
    """Return where bars stand, beside the counts and above the words."""
    return area.adjusted(SCALE_WIDTH, _TOP, -ROOM_AT_THE_END, -AXIS_HEIGHT - 2)


def slots(area: QRectF, count: int) -> Iterator[QRectF]:
    """Yield where each of so many bars has its place, gaps and all."""
    width = area.width() / max(count, 1)
    for number in range(count):
        yield QRectF(area.left() + number * width, area.top(), width, area.height())


def bin_bar(area: QRectF, shown: Arrivals, number: int) -> QRectF:
    """Return where a bar of arrivals is within `inner`; one of nobody has no height."""
    slot = list(slots(area, len(shown.counts)))[number]
    gap = min(slot.width() * _BETWEEN, _WIDEST_GAP)
    count = shown.counts[number]
    height = count / top_of(max(shown.counts)) * area.height()
    height = max(height, 3.0) if count else 0.0
    return QRectF(slot.left() + gap / 2, area.bottom() - height, slot.width() - gap, height)


def draw_counts(canvas: Canvas, area: QRectF, most: int) -> None:
    """Draw the lines of a scale of counts, and the counts before them."""
    top = top_of(most)
    for count in range(0, top + 1, round_step(max(most, 1))):
        y = round(area.bottom() - count / top * area.height()) + 0.5
        canvas.line(area.left(), y, area.right(), y)
        box = QRectF(area.left() - SCALE_WIDTH, y - 10, SCALE_WIDTH - 8, 20)
        canvas.text(box, str(count), 1.0)


def draw_times(canvas: Canvas, area: QRectF, start: int, end: int) -> None:
    """Write times of day below an area that reaches from one minute of a day to another."""
    a_minute = area.width() / max(end - start, 1)
    fitting = (step for step in _LABEL_STEPS if step * a_minute >= _LABEL_WIDTH)
    step = next(fitting, _LABEL_STEPS[-1])
    for minute in range(-(-start // step) * step, end + 1, step):
        middle = area.left() + (minute - start) * a_minute
        box = QRectF(middle - _LABEL_WIDTH / 2, area.bottom() + 2, _LABEL_WIDTH, AXIS_HEIGHT)
        canvas.text(box, clock_words(minute), 0.5)
