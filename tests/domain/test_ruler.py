"""What is measured on a ruler page makes the printer right that printed it."""

from dataclasses import replace
from math import cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.ruler import Reading, adjustment_from, cross_distance, crosses
from checkin.domain.stock import A4_EIGHT, Adjustment

LABEL = replace(A4_EIGHT, page_width=6_200, page_height=2_900, columns=1, rows=1)
STOCKS = st.sampled_from(
    [A4_EIGHT, LABEL, replace(A4_EIGHT, page_width=29_700, page_height=21_000)]
)


def tenths(most: int) -> st.SearchStrategy[int]:
    return st.integers(-most, most)


def printed(point, stock, off: Adjustment):
    """Return where a printer that is off by so much puts a point of a page."""
    x, y = point[0] - stock.page_width / 2, point[1] - stock.page_height / 2
    x, y = x * (1 + off.widen / 1e5), y * (1 + off.heighten / 1e5)
    turn = radians(off.turn / 1e3)
    x, y = x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)
    return x + stock.page_width / 2 + off.across, y + stock.page_height / 2 + off.down


def measured(stock, off: Adjustment) -> list[Reading]:
    """Return what somebody measures on a ruler page of such a printer."""
    found = []
    for at, cross in enumerate(crosses(stock)):
        x, y = printed(cross, stock, off)
        across = stock.page_width - x if at % 2 else x
        down = stock.page_height - y if at >= 2 else y
        found.append(Reading(round(across), round(down)))
    return found


@given(
    STOCKS,
    st.builds(
        Adjustment,
        across=tenths(200),
        down=tenths(200),
        widen=tenths(1_000),
        heighten=tenths(1_000),
        turn=tenths(1_000),
    ),
)
def test_an_adjusted_page_comes_out_where_it_should(stock, off):
    adjustment = adjustment_from(stock, measured(stock, off))
    for cross in crosses(stock):
        adjusted = printed(cross, stock, adjustment)
        x, y = printed(adjusted, stock, off)
        # Hundredths are measured, and nothing but a turn is undone by a turn and a stretch quite.
        assert (x, y) == pytest.approx(cross, abs=6)


def test_a_printer_that_is_right_needs_nothing():
    assert adjustment_from(A4_EIGHT, measured(A4_EIGHT, Adjustment())) == Adjustment()


def test_a_page_that_came_out_to_the_right_is_moved_to_the_left():
    found = [Reading(2_050, 2_000), Reading(1_950, 2_000)] * 2
    assert adjustment_from(A4_EIGHT, found) == Adjustment(across=-50)


def test_a_page_that_came_out_small_is_stretched():
    found = [Reading(2_085, 2_000), Reading(2_085, 2_000)] * 2
    assert adjustment_from(A4_EIGHT, found).widen == 1_010


@pytest.mark.parametrize(
    "found",
    [
        [Reading(0, 0)] * 4,
        [Reading(10_500, 2_000)] * 4,
        [Reading(2_000, 14_850)] * 4,
        [Reading(9_999_999, 2_000)] * 4,
    ],
)
def test_what_no_printer_does_was_measured_wrong(found):
    with pytest.raises(ValueError, match="so far off"):
        adjustment_from(A4_EIGHT, found)


def test_crosses_are_on_the_smallest_label():
    assert cross_distance(A4_EIGHT) == 2_000
    assert cross_distance(LABEL) == 500
    assert cross_distance(replace(LABEL, page_height=1_000)) == 250
