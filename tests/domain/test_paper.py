"""What a station remembers of its paper, and what is left of the sheet printed on last."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.paper import Paper
from checkin.domain.stock import A4_EIGHT, TwoSided

LABELS = replace(A4_EIGHT, name="Labels", crop_marks=False)


def printed(paper: Paper, count: int, stock=LABELS) -> Paper:
    """Return the choices after a print."""
    return paper.after(paper.plan(stock), count)


def test_a_new_sheet_is_filled_unless_somebody_says_to_go_on():
    paper = printed(Paper(), 5)
    assert paper.free(LABELS) == (6, 7, 8)
    assert paper.plan(LABELS).slots == ()
    assert replace(paper, goes_on=True).plan(LABELS).slots == (6, 7, 8)


def test_a_used_sheet_is_filled_and_the_next_one_gone_on_with():
    paper = Paper().going_on(LABELS, (2, 5, 6))
    assert paper.plan(LABELS).slots == (2, 5, 6)
    assert printed(paper, 1).plan(LABELS).slots == (5, 6)
    assert printed(paper, 3).plan(LABELS).slots == ()
    assert printed(paper, 5).plan(LABELS).slots == (3, 4, 5, 6, 7, 8)


def test_plain_paper_is_cut_so_that_the_next_print_begins_a_new_sheet():
    paper = printed(Paper().going_on(A4_EIGHT, (6, 7, 8)), 1, A4_EIGHT)
    assert not paper.goes_on
    assert paper.free(A4_EIGHT) == (7, 8)


def test_each_stock_has_a_sheet_of_its_own():
    paper = printed(printed(Paper(), 5), 3, A4_EIGHT)
    assert (paper.free(LABELS), paper.free(A4_EIGHT)) == ((6, 7, 8), (4, 5, 6, 7, 8))


def test_places_a_stock_does_not_have_are_nobodys():
    small = replace(LABELS, rows=1)
    assert Paper(left={"Labels": (2, 7)}).free(small) == (2,)
    assert Paper(left={"Labels": (7,)}).free(small) == ()


def test_crop_marks_are_the_stocks_unless_somebody_chose():
    assert [Paper().plan(one).stock.crop_marks for one in (A4_EIGHT, LABELS)] == [True, False]
    assert not Paper(crop_marks=False).plan(A4_EIGHT).stock.crop_marks


@given(st.integers(0, 40), st.sets(st.integers(1, 8)))
def test_no_place_is_printed_on_twice(count, free):
    paper = Paper().going_on(LABELS, tuple(sorted(free)))
    plan = paper.plan(LABELS)
    left = printed(paper, count).free(LABELS)
    last = plan.pages(count) - 1
    if last >= 0:
        used = plan.slots_of(last)[: len(plan.on_page(last, count))]
        assert not set(used) & set(left)


def test_choices_are_remembered():
    paper = Paper("Labels", True, 300, TwoSided.SHORT_EDGE, True, {"Labels": (6, 7)})
    assert Paper.read(paper.written()) == paper


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"left": 3}',
        '{"left": {"a": ["x"]}, "two_sided": "no"}',
        '{"left": {}, "two_sided": "no", "bleed": "3"}',
        '{"left": {}, "two_sided": "up"}',
    ],
)
def test_a_damaged_memory_is_none(text):
    assert Paper.read(text) == Paper()
