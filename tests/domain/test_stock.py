"""Badges lie on the page where the stock says, and fill the slots that are free."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.stock import A4_EIGHT, SheetPlan


@pytest.mark.parametrize(
    ("slot", "corner"),
    [(1, (1200, 1950)), (2, (10800, 1950)), (3, (1200, 8550)), (8, (10800, 21750))],
)
def test_slots_go_row_by_row(slot, corner):
    assert A4_EIGHT.position(slot) == corner


def test_eight_on_a4_are_centred():
    assert A4_EIGHT.badges_a_page == 8
    assert A4_EIGHT.page_width - A4_EIGHT.right == A4_EIGHT.left
    assert A4_EIGHT.page_height - A4_EIGHT.bottom == A4_EIGHT.top


@pytest.mark.parametrize(
    ("plan", "count", "slots", "pages", "free"),
    [
        (SheetPlan(A4_EIGHT), 8, [1, 2, 3, 4, 5, 6, 7, 8], 1, 1),
        (SheetPlan(A4_EIGHT), 9, [1, 2, 3, 4, 5, 6, 7, 8], 2, 2),
        (SheetPlan(A4_EIGHT, first=6), 2, [6, 7, 8], 1, 8),
        (SheetPlan(A4_EIGHT, first=6), 3, [6, 7, 8], 1, 1),
        (SheetPlan(A4_EIGHT, first=6), 5, [6, 7, 8], 2, 3),
        (SheetPlan(A4_EIGHT, slots=(1, 3, 7)), 2, [1, 3, 7], 1, 7),
        (SheetPlan(A4_EIGHT, slots=(7, 3, 1)), 4, [1, 3, 7], 2, 2),
        (SheetPlan(A4_EIGHT, first=2, slots=(1, 3, 7)), 1, [3, 7], 1, 7),
        (SheetPlan(A4_EIGHT), 0, [1, 2, 3, 4, 5, 6, 7, 8], 0, 1),
    ],
)
def test_a_used_page_is_filled_where_it_is_free(plan, count, slots, pages, free):
    assert list(plan.slots_of(0)) == slots
    assert list(plan.slots_of(1)) == list(range(1, 9))
    assert plan.pages(count) == pages
    assert plan.next_free(count) == free


def test_what_is_left_of_a_page_is_used_next():
    plan = SheetPlan(A4_EIGHT, slots=(2, 3, 7, 8))
    assert plan.left(1) == (3, 7, 8)
    assert plan.left(4) == ()
    assert plan.left(10) == (7, 8)
    assert replace(plan, slots=plan.left(1)).left(1) == (7, 8)


@given(st.integers(1, 8), st.sets(st.integers(1, 8)), st.integers(0, 100))
def test_every_badge_comes_onto_one_page_in_its_order(first, slots, count):
    slots = tuple(one for one in slots if one >= first)
    plan = replace(SheetPlan(A4_EIGHT), first=first, slots=slots)
    pages = [plan.on_page(page, count) for page in range(plan.pages(count))]
    assert [badge for page in pages for badge in page] == list(range(count))
    assert all(pages)
