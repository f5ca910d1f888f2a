"""Draws whole pages of badges with crop marks, whatever they are printed or shown on."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from checkin.domain.stock import UNITS_A_MILLIMETRE, SheetPlan, Stock
from checkin.errors import CheckinError
from checkin.render.drawer import Drawer
from checkin.render.face import BadgeFace

Progress = Callable[[int], bool]
"""Hears how many badges are drawn and answers whether to go on."""

_MARK_LENGTH = 3.0
_MARK_DISTANCE = 1.5
_MARK_WIDTH = 0.1


class Paper(Protocol):
    """Pages one after another, `painter` drawing on the last in millimetres from its corner."""

    painter: QPainter

    def new_page(self) -> None:
        """Go on to the next page."""


class DrawingStoppedError(Exception):
    """The listener to progress said to stop, with so many badges `done`."""

    def __init__(self, done: int) -> None:
        super().__init__(done)
        self.done = done


def refuse_none(faces: Sequence[BadgeFace]) -> None:
    """Raise `no-badges` where there is nothing to draw."""
    if not faces:
        raise CheckinError("no-badges")


def draw_pages(
    paper: Paper,
    faces: Sequence[BadgeFace],
    plan: SheetPlan,
    drawer: Drawer,
    progress: Progress | None = None,
) -> None:
    """Draw the badges, page by page. Raises `DrawingStoppedError` where `progress` says so."""
    for page in range(plan.pages(len(faces))):
        if page:
            paper.new_page()
        here = plan.on_page(page, len(faces))
        draw_page(paper.painter, faces[here.start : here.stop], plan, drawer, page)
        tell(progress, here.stop)


def draw_page(
    painter: QPainter,
    faces: Sequence[BadgeFace],
    plan: SheetPlan,
    drawer: Drawer,
    page: int = 0,
) -> None:
    """Draw a page with its badges, on a painter in millimetres from the paper's corner."""
    stock = plan.stock
    if stock.crop_marks:
        _draw_crop_marks(painter, stock)
    for slot, face in zip(plan.slots_of(page), faces, strict=False):
        drawer.draw(painter, area_of(stock, slot), face)


def tell(progress: Progress | None, done: int) -> None:
    """Say how far the drawing is. Raises `DrawingStoppedError` where `progress` says so."""
    if progress and not progress(done):
        raise DrawingStoppedError(done)


def page_size(stock: Stock) -> QSizeF:
    """Return how large a page is, in millimetres."""
    return QSizeF(stock.page_width, stock.page_height) / UNITS_A_MILLIMETRE


def badge_size(stock: Stock) -> QSizeF:
    """Return how large a badge is, in millimetres."""
    return QSizeF(stock.badge_width, stock.badge_height) / UNITS_A_MILLIMETRE


def area_of(stock: Stock, slot: int) -> QRectF:
    """Return where on the page a slot is, in millimetres."""
    return QRectF(QPointF(*stock.position(slot)) / UNITS_A_MILLIMETRE, badge_size(stock))


def _draw_crop_marks(painter: QPainter, stock: Stock) -> None:
    areas = [area_of(stock, slot) for slot in range(1, stock.badges_a_page + 1)]
    lefts = sorted({area.left() for area in areas})
    tops = sorted({area.top() for area in areas})
    width, height = areas[0].width(), areas[0].height()
    across = [edge for left in lefts for edge in (left, left + width)]
    down = [edge for top in tops for edge in (top, top + height)]
    lines = [
        *(QLineF(x, start, x, end) for x in across for start, end in _outside(down)),
        *(QLineF(start, y, end, y) for y in down for start, end in _outside(across)),
    ]
    painter.setPen(QPen(QColor("black"), _MARK_WIDTH, c=Qt.PenCapStyle.FlatCap))
    painter.drawLines(lines)


def _outside(edges: Sequence[float]) -> list[tuple[float, float]]:
    """Return where marks lie along a line that crosses badges with these edges in turn."""
    before = (edges[0] - _MARK_DISTANCE - _MARK_LENGTH, edges[0] - _MARK_DISTANCE)
    after = (edges[-1] + _MARK_DISTANCE, edges[-1] + _MARK_DISTANCE + _MARK_LENGTH)
    gaps = [
        (end + _MARK_DISTANCE, start - _MARK_DISTANCE)
        for end, start in zip(edges[1:-1:2], edges[2::2], strict=True)
    ]
    return [before, *(gap for gap in gaps if gap[0] < gap[1]), after]
