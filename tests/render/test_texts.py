"""Whatever a list holds becomes one line that can be drawn."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.render.texts import LONGEST, is_tame, printable, reads_leftwards
from tests.render.faces import HEAPED


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ada", "Ada"),
        ("  Ada \t Byron\r\n", "Ada Byron"),
        ("Ada\x00Byron\x1b", "Ada Byron"),
        ("Bērzin\u0327š", "Bērziņš"),
        ("Rev\u202eersed", "Reversed"),
        ("\u2066Ada\u2069", "Ada"),
        ("\ud800Ada", "Ada"),
        ("line\u2028break", "line break"),
        ("non\u00a0breaking", "non breaking"),
        ("\U0001f469\u200d\U0001f680", "\U0001f469\u200d\U0001f680"),
        ("שָׁלוֹם", unicodedata.normalize("NFC", "שָׁלוֹם")),
        ("", ""),
    ],
)
def test_printable(text, shown):
    assert printable(text) == shown


@given(st.text(st.characters(), max_size=2000))
def test_printable_is_one_short_line_and_settled(text):
    line = printable(text)
    assert len(line) <= LONGEST
    assert not {unicodedata.category(letter) for letter in line} & {"Cc", "Cs", "Zl", "Zp"}
    assert unicodedata.is_normalized("NFC", line)
    assert printable(line) == line


def test_heaped_marks_are_thinned():
    marks = [unicodedata.combining(letter) > 0 for letter in printable(HEAPED)]
    assert 0 < sum(marks) <= 3 * len("Zalgo")


@pytest.mark.parametrize("text", ["Kazlauskaitė", "Παπαδοπούλου", "Щёкин", "“O’Neill – Ünal”"])
def test_letters_of_our_own_font_are_tame(text):
    assert is_tame(text)


@pytest.mark.parametrize("text", ["小明", "e\u0338", "שרה", "😀", "ไทย"])
def test_other_letters_are_not(text):
    assert not is_tame(text)


@pytest.mark.parametrize(
    ("text", "leftwards"),
    [("Ada", False), ("שרה", True), ("محمد", True), ("12 שרה", True), ("A שרה", False), ("", False),
     ("小明", False), ("…!", False)],
)  # fmt: skip
def test_direction_is_the_first_letters(text, leftwards):
    assert reads_leftwards(text) is leftwards
