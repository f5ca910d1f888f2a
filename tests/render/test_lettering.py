"""Any text fits its box, and what was left out is admitted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont

from checkin.render.fonts import load_fonts
from checkin.render.lettering import Setting, ladder, set_text
from checkin.render.texts import printable

WIDTH = 5100
TALL, LOW = 1700, 600
names = st.text(st.sampled_from("aiWŠж Ω-שم小😀\u0301"), max_size=80).map(printable)


@pytest.fixture(scope="session")
def name_sizes(qapp):
    """A font from large to small."""
    sizes = (1250, 1150, 1050, 960, 880, 800, 720, 640, 560, 480, 400)
    return ladder(load_fonts(), QFont.Weight.Bold, sizes)


def spoken(setting: Setting) -> str:
    return "".join(setting.lines).replace(" ", "")


@given(text=names, height=st.sampled_from([LOW, TALL]))
def test_a_text_stays_in_its_box_whole_or_with_an_ellipsis(name_sizes, text, height):
    setting = set_text(text, name_sizes, WIDTH, height, comfortable=720)
    assert max(setting.widths) <= WIDTH
    assert setting.height <= height
    whole = spoken(setting) == text.replace(" ", "")
    assert whole or setting.lines[-1].endswith("…") or "…" in setting.lines[-1]


def test_a_short_name_is_large(name_sizes):
    assert set_text("Rūta", name_sizes, WIDTH, TALL).cut is name_sizes[0]


def test_a_longer_name_is_smaller_first(name_sizes):
    setting = set_text("Christopher", name_sizes, WIDTH, TALL, comfortable=720)
    assert setting.lines == ("Christopher",)
    assert 720 <= setting.cut.size < name_sizes[0].size


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Maria Fernanda de los Ángeles", ("Maria Fernanda", "de los Ángeles")),
        ("Konstantinos-Alexandros", ("Konstantinos-", "Alexandros")),
    ],
)
def test_a_long_name_is_broken_between_words(name_sizes, text, lines):
    assert set_text(text, name_sizes, WIDTH, TALL, comfortable=720).lines == lines


def test_one_long_word_is_rather_small_than_broken(name_sizes):
    setting = set_text("Papadimitrakopoulos", name_sizes, WIDTH, TALL, comfortable=720)
    assert setting.lines == ("Papadimitrakopoulos",)


def test_what_fits_no_way_is_cut_short_openly(name_sizes):
    setting = set_text("W" * 300, name_sizes, WIDTH, TALL)
    assert len(setting.lines) == 2
    assert setting.lines[-1].endswith("W…")


def test_width_is_measured_to_half_a_percent(name_sizes):
    for cut in name_sizes:
        setting = set_text("Aleksandra", (name_sizes[0], cut), 10**6, TALL)
        assert setting.widths[0] == pytest.approx(
            setting.cut.metrics.horizontalAdvance("Aleksandra"), rel=0.005
        )


def test_three_lines_say_the_whole_text_once(name_sizes):
    text = "Maria Fernanda de los Ángeles Konstantynowicz " + "i" * 60
    setting = set_text(text, name_sizes[-1:], WIDTH, 1400, lines=3)
    assert len(setting.lines) == 3
    assert text.startswith(" ".join(setting.lines).removesuffix("…"))
