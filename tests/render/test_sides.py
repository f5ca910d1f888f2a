"""Backs are behind their fronts, folds fall into place, colours bleed as far as there is room."""

from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from checkin.domain.design import Design
from checkin.domain.stock import A4_EIGHT, SheetPlan, TwoSided
from checkin.domain.template import Area, Fold, Picture, Template
from checkin.render.sheet import page_pngs
from tests.render.blocks import block, corner_design, darkness, edges, plain, printed, slot_area
from tests.render.faces import RUTA
from tests.render.test_positions import ODD, filled

LONG, SHORT = TwoSided.LONG_EDGE, TwoSided.SHORT_EDGE
# Not centred, so that a back in the wrong place shows.
ASKEW = replace(A4_EIGHT, left=700, top=1_100, crop_marks=False)


def quarters(shown: np.ndarray, stock, slot: int) -> tuple[bool, bool, bool, bool]:
    """Tell of each corner of a slot, as one reads, whether it is dark."""
    left, top, right, bottom = slot_area(stock, slot)
    xs, ys = (left + 1, right - 1), (top + 1, bottom - 1)
    return tuple(bool(shown[round(y * 10), round(x * 10)] > 0.5) for y in ys for x in xs)


UPPER_LEFT = (True, False, False, False)
UPPER_RIGHT = (False, True, False, False)


@pytest.mark.parametrize("stock", [ASKEW, replace(ODD, crop_marks=False)], ids=lambda one: one.name)
@pytest.mark.parametrize("two_sided", [LONG, SHORT])
def test_held_to_the_light_each_back_is_behind_its_front_and_upright(
    qapp, tmp_path, stock, two_sided
):
    plan = SheetPlan(stock, two_sided=two_sided, first=2)
    count = stock.badges_a_page - 2
    pages = printed(tmp_path, plan, corner_design(stock), count)
    assert len(pages) == 2
    front, back = darkness(pages, 0), darkness(pages, 1)
    # Paper turned over its left or right edge is mirrored so, else as it is upside down.
    upright = stock.page_height > stock.page_width
    through = np.fliplr(back) if (two_sided is LONG) == upright else np.flipud(back)
    for slot in range(1, stock.badges_a_page + 1):
        used = 2 <= slot < 2 + count
        assert quarters(front, stock, slot) == (UPPER_LEFT if used else (False,) * 4)
        # Turned sideways, an upright back's left is behind the front's right.
        assert quarters(through, stock, slot) == (UPPER_RIGHT if used else (False,) * 4)


def test_each_page_has_its_back_after_it(qapp, tmp_path):
    plan = plain(SheetPlan(A4_EIGHT, two_sided=LONG))
    pages = printed(tmp_path, plan, corner_design(A4_EIGHT), 9)
    assert [filled(pages, page, A4_EIGHT) for page in range(4)] == [
        [1, 2, 3, 4, 5, 6, 7, 8],
        [1, 2, 3, 4, 5, 6, 7, 8],
        [1],
        [2],
    ]
    assert len(list(page_pngs([RUTA] * 9, corner_design(A4_EIGHT), 20, plan))) == 4


def test_only_fronts_have_crop_marks(qapp, tmp_path):
    pages = printed(tmp_path, SheetPlan(A4_EIGHT, two_sided=LONG), corner_design(A4_EIGHT), 1)
    [above] = {round((A4_EIGHT.top / 100 - 3) * 10)}
    assert darkness(pages, 0)[above].any()
    assert not darkness(pages, 1)[above].any()


@pytest.mark.parametrize(
    ("fold", "front", "back"),
    [
        # Shares of the slot that are surely dark, and just beside them.
        (Fold.LEFT, (0.5, 0.0, 0.75, 0.5), (0.0, 0.0, 0.125, 0.25)),
        (Fold.TOP, (0.0, 0.5, 0.5, 0.75), (0.75, 0.375, 1.0, 0.5)),
    ],
)
def test_a_folded_badge_fills_its_slot_unfolded(qapp, tmp_path, fold, front, back):
    plan = plain(SheetPlan(A4_EIGHT, two_sided=LONG, first=3))
    pages = printed(tmp_path, plan, corner_design(A4_EIGHT, fold), 1)
    shown = darkness(pages, 0)
    left, top, right, bottom = (round(side * 10) for side in slot_area(A4_EIGHT, 3))
    part = shown[top:bottom, left:right]
    height, width = part.shape
    wanted = np.zeros_like(part)
    for begin, above, end, below in (front, back):
        down = slice(round(above * height), round(below * height))
        wanted[down, round(begin * width) : round(end * width)] = 1
    assert (part > 0.5).sum() == pytest.approx(wanted.sum(), rel=0.01)
    assert np.abs(part - wanted).mean() < 0.01
    assert not darkness(pages, 1).any()


def band_design(stock) -> Design:
    """Return a badge with a dark band along its lower edge."""
    width, height = stock.badge_width, stock.badge_height
    band = block(0, height - 1_000, width, 1_000)
    return Design(Template("Band", width, height, (band,), (band,)))


TIGHT = replace(ASKEW, left=100, column_gap=200, row_gap=500, top=1_100)


@pytest.mark.parametrize("bleed", [0, 50, 200])
@pytest.mark.parametrize("page", [0, 1], ids=["front", "back"])
def test_colours_go_on_past_the_edge_as_far_as_there_is_room(qapp, tmp_path, bleed, page):
    # No two that touch.
    slots = (1, 4, 5, 8)
    plan = SheetPlan(TIGHT, slots=slots, bleed=bleed, two_sided=LONG)
    pages = printed(tmp_path, plan, band_design(TIGHT), len(slots))
    shown = darkness(pages, page)
    wide = TIGHT.page_width / 100
    for slot in slots:
        left, top, right, bottom = slot_area(TIGHT, slot)
        # A millimetre to the page's left edge, one to the middle of the gap, more at the right.
        past_left = past_right = min(bleed / 100, 1)
        if slot in {4, 8}:
            past_right = bleed / 100
        begin, end = left - past_left, right + past_right
        if page:
            begin, end = wide - end, wide - begin
        row = shown[round((bottom - 5) * 10)]
        assert edges(row) == pytest.approx((begin, end), abs=0.06)
        column = shown[round((top + 20) * 10) : round((bottom + 4) * 10), round(begin * 10) + 100]
        past_below = min(bleed / 100, 2.5)
        assert edges(column) == pytest.approx(
            (TIGHT.badge_height / 100 - 30, TIGHT.badge_height / 100 - 20 + past_below), abs=0.06
        )


@pytest.mark.parametrize("fold", [Fold.LEFT, Fold.TOP])
def test_nothing_bleeds_over_a_fold(qapp, tmp_path, fold):
    across, down = (2, 1) if fold is Fold.LEFT else (1, 2)
    width, height = TIGHT.badge_width // across, TIGHT.badge_height // down
    # All of the back is dark; the front is white.
    design = Design(Template("Fold", width, height, (), (block(0, 0, width, height),), fold))
    pages = printed(tmp_path, SheetPlan(TIGHT, slots=(4,), bleed=200), design, 1)
    shown = darkness(pages)
    left, top, right, bottom = slot_area(TIGHT, 4)
    row, column = shown[round((top + 5) * 10)], shown[:, round((left + 5) * 10)]
    ends = (
        ((left + right) / 2, bottom + 2) if fold is Fold.LEFT else (right + 2, (top + bottom) / 2)
    )
    assert edges(row) == pytest.approx((left - 1, ends[0]), abs=0.06)
    assert edges(column) == pytest.approx((top - 2, ends[1]), abs=0.06)


def test_crop_marks_keep_off_the_bleed(qapp, tmp_path):
    pages = printed(tmp_path, SheetPlan(A4_EIGHT, bleed=250), band_design(A4_EIGHT), 8)
    shown = darkness(pages)
    left, _, _, bottom = slot_area(A4_EIGHT, 1)
    column = shown[round((bottom - 5) * 10) : round((bottom + 6) * 10), round((left + 45) * 10)]
    assert edges(column)[1] - 5 == pytest.approx(2.5, abs=0.06)
    beside = shown[round(bottom * 10), : round((left - 2.5) * 10) + 1]
    assert edges(beside) == pytest.approx((left - 5.5, left - 2.5), abs=0.15)


def test_a_picture_that_fills_the_badge_bleeds_too(qapp, tmp_path):
    width, height = TIGHT.badge_width, TIGHT.badge_height
    picture = Picture(Area(0, 0, width, height), picture="all")
    png = BytesIO()
    Image.new("RGB", (300, 200), "black").save(png, "PNG")
    design = Design(
        Template("Picture", width, height, (picture,)), pictures={"all": png.getvalue()}
    )
    pages = printed(tmp_path, SheetPlan(TIGHT, slots=(4,), bleed=200), design, 1)
    shown = darkness(pages)
    left, top, right, bottom = slot_area(TIGHT, 4)
    row, column = shown[round((top + 20) * 10)], shown[:, round((left + 40) * 10)]
    assert edges(row) == pytest.approx((left - 1, right + 2), abs=0.1)
    assert edges(column) == pytest.approx((top - 2, bottom + 2), abs=0.1)


def test_what_bleeds_of_a_picture_does_not_shine_through_it(qapp, tmp_path):
    width, height = TIGHT.badge_width, TIGHT.badge_height
    # Clear but for a stripe, which is further out in what bleeds.
    image = Image.new("RGBA", (300, 200))
    image.paste("black", (240, 0, 270, 200))
    png = BytesIO()
    image.save(png, "PNG")
    picture = Picture(Area(0, 0, width, height), picture="all")
    design = Design(Template("Stripe", width, height, (picture,)), pictures={"all": png.getvalue()})
    shown = darkness(printed(tmp_path, SheetPlan(TIGHT, slots=(4,), bleed=200), design, 1))
    left, top, _, bottom = slot_area(TIGHT, 4)
    stripe = edges(shown[round((top + bottom) / 2 * 10)])
    assert stripe == pytest.approx((left + 72, left + 81), abs=0.3)
