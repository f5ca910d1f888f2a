"""Tells where on the sides of a sheet badges, their bleed and crop marks come, in millimetres."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

from checkin.domain.stock import UNITS_A_MILLIMETRE, SheetPlan, Stock, TwoSided

_MARK_LENGTH = 3.0
_MARK_DISTANCE = 1.5
_HALF_TURN = 180
_OF_SCALE, _OF_DEGREE = 100_000, 1_000


def page_size(stock: Stock) -> QSizeF:
    """Return how large a page is."""
    return QSizeF(stock.page_width, stock.page_height) / UNITS_A_MILLIMETRE


def badge_size(stock: Stock) -> QSizeF:
    """Return how large a badge is."""
    return QSizeF(stock.badge_width, stock.badge_height) / UNITS_A_MILLIMETRE


def area_of(stock: Stock, slot: int, back: bool = False) -> QRectF:
    """Return where a slot is; on the back, columns are the other way round."""
    left, top = stock.position(slot)
    if back:
        left = stock.page_width - left - stock.badge_width
    return QRectF(QPointF(left, top) / UNITS_A_MILLIMETRE, badge_size(stock))


def page_transform(plan: SheetPlan, back: bool = False) -> QTransform:
    """Return what is done to a side after all on it is in its place: adjusted, perhaps turned.

    Badges turned sideways on a lanyard have their backs upright. Paper turned over its upper or
    lower edge has its backs upside down for that.
    """
    stock, adjustment = plan.stock, plan.adjustment
    middle = page_size(stock) / 2
    upright = stock.page_height >= stock.page_width
    turned = back and (plan.two_sided is TwoSided.LONG_EDGE) != upright
    transform = QTransform()
    transform.translate(
        middle.width() + adjustment.across / UNITS_A_MILLIMETRE,
        middle.height() + adjustment.down / UNITS_A_MILLIMETRE,
    )
    transform.rotate(adjustment.turn / _OF_DEGREE)
    transform.scale(1 + adjustment.widen / _OF_SCALE, 1 + adjustment.heighten / _OF_SCALE)
    if turned:
        transform.rotate(_HALF_TURN)
    transform.translate(-middle.width(), -middle.height())
    return transform


def bleed_of(plan: SheetPlan, slot: int) -> QMarginsF:
    """Return how far colours may go on past each edge of a slot on the front.

    Neighbours share the gap between them, and nothing goes beyond the page.
    """
    stock = plan.stock
    row, column = divmod(slot - 1, stock.columns)
    last_column, last_row = stock.columns - 1, stock.rows - 1
    rooms = (
        stock.column_gap // 2 if column else stock.left,
        stock.row_gap // 2 if row else stock.top,
        stock.column_gap // 2 if column < last_column else stock.page_width - stock.right,
        stock.row_gap // 2 if row < last_row else stock.page_height - stock.bottom,
    )
    return QMarginsF(*(min(plan.bleed, room) / UNITS_A_MILLIMETRE for room in rooms))


def mirrored(bleed: QMarginsF) -> QMarginsF:
    """Return the bleed of a slot as it is on the back."""
    return QMarginsF(bleed.right(), bleed.top(), bleed.left(), bleed.bottom())


def crop_marks(plan: SheetPlan) -> list[QLineF]:
    """Return the marks along which a page is cut, clear of all bleed."""
    stock = plan.stock
    areas = [area_of(stock, slot) for slot in range(1, stock.badges_a_page + 1)]
    lefts = sorted({area.left() for area in areas})
    tops = sorted({area.top() for area in areas})
    size, away = badge_size(stock), max(_MARK_DISTANCE, plan.bleed / UNITS_A_MILLIMETRE)
    across = [edge for left in lefts for edge in (left, left + size.width())]
    down = [edge for top in tops for edge in (top, top + size.height())]
    return [
        *(QLineF(x, start, x, end) for x in across for start, end in _outside(down, away)),
        *(QLineF(start, y, end, y) for y in down for start, end in _outside(across, away)),
    ]


def _outside(edges: Sequence[float], away: float) -> list[tuple[float, float]]:
    """Return where marks lie along a line that crosses badges with these edges in turn."""
    before = (edges[0] - away - _MARK_LENGTH, edges[0] - away)
    after = (edges[-1] + away, edges[-1] + away + _MARK_LENGTH)
    gaps = [
        (end + away, start - away) for end, start in zip(edges[1:-1:2], edges[2::2], strict=True)
    ]
    return [before, *(gap for gap in gaps if gap[0] < gap[1]), after]
