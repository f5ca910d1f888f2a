"""On every stock badges lie where it says, to the tenth of a millimetre, adjusted or not."""

from dataclasses import replace
from math import cos, radians, sin

import numpy as np
import pytest

from checkin.assets import resources
from checkin.domain.stock import A4_EIGHT, Adjustment, SheetPlan
from checkin.gateways.stocks import read_stocks
from tests.render.blocks import (
    INSET,
    corner_design,
    darkness,
    edges,
    inset_design,
    middles,
    plain,
    printed,
    slot_area,
)

STOCKS = read_stocks(resources() / "stocks.toml")
# Points to the millimetre.
POINTS = 72 / 25.4
# A stock whose sides are all different and whose page lies.
ODD = replace(
    A4_EIGHT,
    name="Odd",
    page_width=29_700,
    page_height=21_000,
    columns=3,
    rows=2,
    badge_width=8_013,
    badge_height=7_007,
    left=1_037,
    top=711,
    column_gap=509,
    row_gap=303,
)


@pytest.mark.parametrize("stock", [*STOCKS, ODD], ids=lambda stock: stock.name)
def test_badges_lie_where_the_stock_says(qapp, tmp_path, stock):
    pages = printed(tmp_path, plain(SheetPlan(stock)), inset_design(stock), stock.badges_a_page)
    assert len(pages) == 1
    assert pages.size(0) == pytest.approx(
        (stock.page_width / 100 * POINTS, stock.page_height / 100 * POINTS), abs=0.01
    )
    shown = darkness(pages)
    for slot in range(1, stock.badges_a_page + 1):
        left, top, right, bottom = slot_area(stock, slot)
        around = (
            slice(round(top * 10), round(bottom * 10)),
            slice(round(left * 10), round(right * 10)),
        )
        row = shown[round((top + bottom) / 2 * 10), around[1]]
        column = shown[around[0], round((left + right) / 2 * 10)]
        begin, end = (edge + round(left * 10) / 10 for edge in edges(row))
        above, below = (edge + round(top * 10) / 10 for edge in edges(column))
        rim = INSET / 100
        true = (left + rim, top + rim, right - rim, bottom - rim)
        assert (begin, above, end, below) == pytest.approx(true, abs=0.05)


ADJUSTMENTS = [
    Adjustment(across=120, down=-85),
    Adjustment(widen=700, heighten=-400),
    Adjustment(turn=600),
    Adjustment(across=-150, down=60, widen=-500, heighten=300, turn=-450),
]


def adjusted(points: np.ndarray, stock, adjustment: Adjustment) -> np.ndarray:
    """Return where points of a page come to lie, worked out on its own."""
    middle = np.array([stock.page_width, stock.page_height]) / 200
    x, y = (points - middle).T
    x, y = x * (1 + adjustment.widen / 1e5), y * (1 + adjustment.heighten / 1e5)
    angle = radians(adjustment.turn / 1000)
    # Clockwise on a page whose second axis points down.
    x, y = x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)
    return np.array([x, y]).T + middle + [adjustment.across / 100, adjustment.down / 100]


@pytest.mark.parametrize("adjustment", ADJUSTMENTS, ids=str)
@pytest.mark.parametrize("stock", [A4_EIGHT, ODD], ids=lambda stock: stock.name)
def test_an_adjusted_page_is_turned_and_stretched_about_its_middle_and_moved(
    qapp, tmp_path, stock, adjustment
):
    plan = plain(SheetPlan(stock, adjustment=adjustment))
    slots = range(1, stock.badges_a_page + 1)
    pages = printed(tmp_path, plan, inset_design(stock), len(slots))
    areas = [slot_area(stock, slot) for slot in slots]
    true = [((left + right) / 2, (top + bottom) / 2) for left, top, right, bottom in areas]
    wanted = adjusted(np.array(true), stock, adjustment)
    half = np.array([stock.badge_width, stock.badge_height]) / 200
    found = middles(darkness(pages), np.hstack([wanted - half, wanted + half]))
    assert found == pytest.approx(wanted, abs=0.05)


def filled(pages, page: int, stock) -> list[int]:
    """Return the slots that have something in them."""
    shown = darkness(pages, page)
    found = []
    for slot in range(1, stock.badges_a_page + 1):
        left, top, right, bottom = (round(side * 10) for side in slot_area(stock, slot))
        if shown[top:bottom, left:right].any():
            found.append(slot)
    return found


@pytest.mark.parametrize(
    ("plan", "count", "pages"),
    [
        (SheetPlan(A4_EIGHT, first=6), 5, [[6, 7, 8], [1, 2]]),
        (SheetPlan(A4_EIGHT, slots=(7, 2, 4)), 4, [[2, 4, 7], [1]]),
        (SheetPlan(A4_EIGHT, slots=(7, 2, 4)), 2, [[2, 4]]),
        (SheetPlan(A4_EIGHT), 9, [[1, 2, 3, 4, 5, 6, 7, 8], [1]]),
    ],
)
def test_a_used_sheet_is_filled_where_it_is_free(qapp, tmp_path, plan, count, pages):
    sheets = printed(tmp_path, plain(plan), corner_design(A4_EIGHT), count)
    assert [filled(sheets, page, A4_EIGHT) for page in range(len(sheets))] == pages
