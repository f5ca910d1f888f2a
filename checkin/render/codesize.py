"""Tells how large the squares of the codes come out, since small ones are not read."""

from checkin.domain.stock import UNITS_A_MILLIMETRE, Stock
from checkin.domain.template import Code, Template
from checkin.render.qr import SIDE

# In millimetres; below, cheap scanners and cameras at arm's length begin to fail.
LEAST_MODULE = 0.4


def smallest_module(template: Template, stock: Stock) -> float | None:
    """Return the side of a square of the smallest code in millimetres, None without a code."""
    sides = [
        min(one.area.width, one.area.height) for one in template.elements if isinstance(one, Code)
    ]
    if not sides:
        return None
    scale = min(
        stock.badge_width / template.paper_width, stock.badge_height / template.paper_height
    )
    return min(sides) / SIDE * scale / UNITS_A_MILLIMETRE
