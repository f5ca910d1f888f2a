"""Badges lie on the sheet where the stock says, with room for crop marks."""

import pytest

from checkin.render.stock import A4_EIGHT


@pytest.mark.parametrize(
    ("place", "corner"),
    [(0, (12.0, 19.5)), (1, (108.0, 19.5)), (2, (12.0, 85.5)), (7, (108.0, 217.5))],
)
def test_places_go_row_by_row(place, corner):
    assert A4_EIGHT.position(place) == corner


def test_eight_on_a4_are_centred():
    left, top = A4_EIGHT.position(7)
    assert A4_EIGHT.badges_a_page == 8
    assert A4_EIGHT.page_width - left - A4_EIGHT.badge_width == A4_EIGHT.left
    assert A4_EIGHT.page_height - top - A4_EIGHT.badge_height == A4_EIGHT.top
