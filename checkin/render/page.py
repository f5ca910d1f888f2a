"""Draws whole pages of badges with crop marks, whatever they are printed or shown on."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from checkin.errors import CheckinError
from checkin.render.badge import draw_badge
from checkin.render.face import BadgeFace
from checkin.render.lettering import Lettering
from checkin.render.stock import Stock

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


def pages_of(count: int, stock: Stock) -> int:
    """Return how many pages so many badges take."""
    return -(-count // stock.badges_a_page)


def draw_pages(
    paper: Paper,
    faces: Sequence[BadgeFace],
    stock: Stock,
    lettering: Lettering,
    progress: Progress | None = None,
) -> None:
    """Draw the badges, page by page. Raises `DrawingStoppedError` where `progress` says so."""
    for start in range(0, len(faces), stock.badges_a_page):
        if start:
            paper.new_page()
        page = faces[start : start + stock.badges_a_page]
        draw_page(paper.painter, page, stock, lettering)
        tell(progress, start + len(page))


def draw_page(
    painter: QPainter, faces: Sequence[BadgeFace], stock: Stock, lettering: Lettering
) -> None:
    """Draw one page, on a painter scaled to millimetres whose origin is the paper's corner."""
    if stock.crop_marks:
        _draw_crop_marks(painter, stock)
    for place, face in enumerate(faces):
        left, top = stock.position(place)
        area = QRectF(left, top, stock.badge_width, stock.badge_height)
        draw_badge(painter, area, face, lettering)


def tell(progress: Progress | None, done: int) -> None:
    """Say how far the drawing is. Raises `DrawingStoppedError` where `progress` says so."""
    if progress and not progress(done):
        raise DrawingStoppedError(done)


def _draw_crop_marks(painter: QPainter, stock: Stock) -> None:
    corners = [stock.position(place) for place in range(stock.badges_a_page)]
    lefts = sorted({left for left, _ in corners})
    tops = sorted({top for _, top in corners})
    across = [edge for left in lefts for edge in (left, left + stock.badge_width)]
    down = [edge for top in tops for edge in (top, top + stock.badge_height)]
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
