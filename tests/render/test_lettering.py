"""Any text fits its box, and what was left out is admitted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.render.lettering import Setting, set_text
from checkin.render.texts import printable

WIDTH = 5100
TALL, LOW = 1700, 600
names = st.text(st.sampled_from("aiWŠж Ω-שم小😀\u0301"), max_size=80).map(printable)


def spoken(setting: Setting) -> str:
    return "".join(setting.lines).replace(" ", "")


@given(text=names, height=st.sampled_from([LOW, TALL]))
def test_a_text_stays_in_its_box_whole_or_with_an_ellipsis(lettering, text, height):
    setting = set_text(text, lettering.given, WIDTH, height, comfortable=720)
    assert max(setting.widths) <= WIDTH
    assert setting.height <= height
    whole = spoken(setting) == text.replace(" ", "")
    assert whole or setting.lines[-1].endswith("…") or "…" in setting.lines[-1]


def test_a_short_name_is_large(lettering):
    assert set_text("Rūta", lettering.given, WIDTH, TALL).cut is lettering.given[0]


def test_a_longer_name_is_smaller_first(lettering):
    setting = set_text("Christopher", lettering.given, WIDTH, TALL, comfortable=720)
    assert setting.lines == ("Christopher",)
    assert 720 <= setting.cut.size < lettering.given[0].size


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Maria Fernanda de los Ángeles", ("Maria Fernanda", "de los Ángeles")),
        ("Konstantinos-Alexandros", ("Konstantinos-", "Alexandros")),
    ],
)
def test_a_long_name_is_broken_between_words(lettering, text, lines):
    assert set_text(text, lettering.given, WIDTH, TALL, comfortable=720).lines == lines


def test_one_long_word_is_rather_small_than_broken(lettering):
    setting = set_text("Papadimitrakopoulos", lettering.given, WIDTH, TALL, comfortable=720)
    assert setting.lines == ("Papadimitrakopoulos",)


def test_what_fits_no_way_is_cut_short_openly(lettering):
    setting = set_text("W" * 300, lettering.given, WIDTH, TALL)
    assert len(setting.lines) == 2
    assert setting.lines[-1].endswith("W…")


def test_width_is_measured_to_half_a_percent(lettering):
    for cut in lettering.given:
        setting = set_text("Aleksandra", (lettering.given[0], cut), 10**6, TALL)
        assert setting.widths[0] == pytest.approx(
            setting.cut.metrics.horizontalAdvance("Aleksandra"), rel=0.005
        )
