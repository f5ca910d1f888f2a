"""A stock written is the same stock read, and none comes in that nothing can be printed on."""

from dataclasses import replace
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.stock import A4_EIGHT, Stock
from checkin.domain.stockform import PAGES, StockError, checked, stock_data, stock_from

CARDS = {"name": "Cards", "page": "A4", "badge": [85, 54], "grid": [2, 5], "gap": [10, 0]}


def sides(least: int, most: int) -> st.SearchStrategy[int]:
    return st.integers(least, most)


@st.composite
def stocks(draw: st.DrawFn) -> Stock:
    """Any stock whose badges lie on its page."""
    columns, rows = draw(sides(1, 8)), draw(sides(1, 12))
    width, height = draw(sides(1_000, 5_000)), draw(sides(1_000, 4_000))
    across, down, left, top = (draw(sides(0, 500)) for _ in range(4))
    return Stock(
        name="Any",
        page_width=left + columns * (width + across),
        page_height=top + rows * (height + down),
        columns=columns,
        rows=rows,
        badge_width=width,
        badge_height=height,
        left=left,
        top=top,
        column_gap=across,
        row_gap=down,
        maker="Anybody",
        crop_marks=draw(st.booleans()),
        corner=draw(sides(0, min(width, height) // 2)),
    )


@given(stocks())
def test_what_is_written_is_read(stock):
    assert stock_from(stock_data(stock)) == stock


def test_badges_are_centred_where_no_margin_is_told():
    stock = stock_from(CARDS)
    assert (stock.left, stock.top) == (1_500, 1_350)
    assert (stock.page_width, stock.page_height) == PAGES["A4"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"name": ""}, "stock-name"),
        ({"name": "x" * 81}, "stock-name"),
        ({"name": "two\nlines"}, "stock-name"),
        ({"name": 7}, "stock-name"),
        ({"maker": None}, "stock-maker"),
        ({"page": "A0"}, "stock-page"),
        ({"page": [210]}, "stock-page"),
        ({"page": [210, "297"]}, "stock-page"),
        ({"page": [9e99, 297]}, "stock-page"),
        ({"page": [nan, 297]}, "stock-page"),
        ({"page": [inf, 297]}, "stock-page"),
        ({"page": [5, 5]}, "stock-page"),
        ({"badge": [0, 54]}, "stock-badge"),
        ({"badge": [True, 54]}, "stock-badge"),
        ({"grid": [0, 5]}, "stock-grid"),
        ({"grid": [2, -5]}, "stock-grid"),
        ({"grid": [2.5, 5]}, "stock-grid"),
        ({"grid": [10**9, 10**9]}, "stock-grid"),
        ({"gap": [-1, 0]}, "stock-gap"),
        ({"margin": [-1, 0]}, "stock-margin"),
        ({"margin": [60, 0]}, "stock-fit"),
        ({"badge": [150, 54]}, "stock-fit"),
        ({"corner": 30}, "stock-corner"),
        ({"crop_marks": "yes"}, "stock-crop_marks"),
        ({"colour": "blue"}, "stock-unknown"),
    ],
)
def test_what_cannot_be_printed_on_is_refused(change, reason):
    with pytest.raises(StockError) as refused:
        stock_from(CARDS | change)
    assert refused.value.reason == reason


def test_a_stock_made_by_hand_is_checked_alike():
    assert checked(A4_EIGHT) is A4_EIGHT
    with pytest.raises(StockError):
        checked(replace(A4_EIGHT, rows=0))
