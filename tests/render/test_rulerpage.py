"""The crosses of a ruler page are where they are said to be, and it says what to do with them."""

import numpy as np
import pytest

from checkin.domain.ruler import crosses
from checkin.domain.stock import A4_EIGHT
from checkin.render.rulerpage import RulerPage, print_ruler_page, write_ruler_page
from tests.render.blocks import DOTS, darkness
from tests.render.paper import Pages
from tests.render.test_positions import STOCKS
from tests.render.test_printing import printer

STEPS = ("Measure the crosses.", "Give the figures.")


def line_found(line: np.ndarray, near: float) -> float:
    """Return the middle of the line that crosses a row or column of dots somewhere near."""
    first = round((near - 0.6) * DOTS)
    part = line[first : round((near + 0.6) * DOTS)]
    return (first + (np.arange(len(part)) + 0.5) @ part / part.sum()) / DOTS


@pytest.mark.parametrize("stock", STOCKS, ids=lambda stock: stock.name)
def test_crosses_are_where_they_are_said_to_be(qapp, tmp_path, stock):
    write_ruler_page(tmp_path / "ruler.pdf", RulerPage(stock, "Ruler page", STEPS))
    shown = darkness(Pages(tmp_path / "ruler.pdf"))
    for x, y in ((x / 100, y / 100) for x, y in crosses(stock)):
        # Where a line meets the edge, between two of its ticks.
        beside = 1.5 if x < stock.page_width / 200 else stock.page_width / 100 - 1.5
        above = 1.5 if y < stock.page_height / 200 else stock.page_height / 100 - 1.5
        assert line_found(shown[round(above * DOTS)], x) == pytest.approx(x, abs=0.05)
        assert line_found(shown[:, round(beside * DOTS)], y) == pytest.approx(y, abs=0.05)


def test_it_says_what_to_do(qapp, tmp_path):
    write_ruler_page(tmp_path / "ruler.pdf", RulerPage(A4_EIGHT, "Ruler page", STEPS))
    text = Pages(tmp_path / "ruler.pdf").text(0)
    assert all(words in text for words in ("Ruler page", *STEPS, "150", "200"))


def test_it_is_printed_like_badges(qapp, tmp_path):
    print_ruler_page(printer(tmp_path / "ruler.pdf"), RulerPage(A4_EIGHT, "Ruler page", STEPS))
    pages = Pages(tmp_path / "ruler.pdf")
    assert len(pages) == 1
    assert pages.size(0) == pytest.approx((595.2756, 841.8898), abs=0.5)
