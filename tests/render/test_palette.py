"""Every category can be told from the others and read by weak eyes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.render.palette import BANDS, NEUTRAL_BAND, band_colour

PAPER = "#ffffff"


def luminance(colour):
    """Relative luminance after WCAG 2.2."""
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("category", ["", *BANDS, *map(str, range(200))])
def test_white_letters_are_readable_on_every_band(category):
    assert contrast("#ffffff", band_colour(category)) >= 4.5


@pytest.mark.parametrize("ink", ["#16202c", "#556172"])
def test_inks_are_readable_on_paper(ink):
    assert contrast(ink, PAPER) >= 4.5


@given(st.text())
def test_any_category_has_a_colour_and_always_the_same(category):
    colour = band_colour(category)
    assert luminance(colour) >= 0
    assert band_colour(f" {category} ") == colour


def test_categories_of_the_program_differ_from_each_other_and_from_unknown_ones():
    assert len(set(BANDS.values())) == len(BANDS)
    unknown = {band_colour(str(number)) for number in range(200)}
    assert len(unknown) > 3
    assert not unknown & {*BANDS.values(), NEUTRAL_BAND}


@pytest.mark.parametrize(
    ("said", "meant"), [("ORGANISER", "organizer"), (" Speaker ", "speaker"), ("VIP", "guest")]
)
def test_other_words_for_a_category_have_its_colour(said, meant):
    assert band_colour(said) == BANDS[meant]
