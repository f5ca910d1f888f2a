"""Whatever a list holds becomes one line that can be drawn."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.render.texts import (
    LONGEST,
    capitals,
    is_tame,
    may_be_spaced,
    printable,
    reads_leftwards,
)
from tests.render.faces import HEAPED

TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


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
        ("\u200b \u200d", ""),
        ("Anne\u2010Marie\u2011Ève", "Anne-Marie-Ève"),
        ("Kon\u00adstan\u200ftin\ufeff", "Konstantin"),
        ("می\u200cخواهد", "می\u200cخواهد"),
        ("Ada\uffff\ufdd0\ue000", "Ada"),
        ("e\u202a\u0301", "é"),
        ("x" * 299 + " y", "x" * 299),
    ],
)
def test_printable(text, shown):
    assert printable(text) == shown


# Letters that meet in no list, and so try every rule: marks that compose, heap or change places,
# blanks, hidden orders, parts of syllables and of emoji.
nasty = st.sampled_from(
    "ae o\u0300\u0301\u0323\u0327\u0338\u0345\u093c\u0915\u094d\u05b8\u05c1\u05e9\u0651\u0670\u064a"
    "\u0e47\u0e2a\uac00\u1100\u1161\u11a8\u00ad\u200b\u200c\u200d\u200f\u202e\u2066\u2028\x00\x1b\n"
    "\u3000\ufeff\ufffe\ud800\ue000\U0001f469\U0001f1f1"
)


@given(st.text(st.characters(), max_size=2000) | st.text(nasty, max_size=700))
def test_printable_is_one_short_line_and_settled(text):
    line = printable(text)
    assert len(line) <= LONGEST
    assert not {unicodedata.category(letter) for letter in line} & {"Cc", "Cs", "Co", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(letter) for letter in line} & TURNING
    assert unicodedata.is_normalized("NFC", line)
    assert printable(line) == line


def test_tame_letters_need_nothing_done():
    for letter in filter(is_tame, map(chr, range(0x3000))):
        assert unicodedata.category(letter)[0] not in "CM"
        assert unicodedata.is_normalized("NFC", letter)
        assert unicodedata.bidirectional(letter) not in TURNING | {"R", "AL"}


def test_heaped_marks_are_thinned():
    marks = [unicodedata.combining(letter) > 0 for letter in printable(HEAPED)]
    assert 0 < sum(marks) <= 3 * len("Zalgo")


@pytest.mark.parametrize("text", ["Kazlauskaitė", "Παπαδοπούλου", "Щёкин", "“O’Neill – Ünal”"])
def test_letters_of_our_own_font_are_tame(text):
    assert is_tame(text)


@pytest.mark.parametrize("text", ["小明", "e\u0338", "שרה", "😀", "ไทย", "Ẵng", "Ḗ"])
def test_other_letters_are_not(text):
    assert not is_tame(text)


@pytest.mark.parametrize(
    ("text", "leftwards"),
    [("Ada", False), ("שרה", True), ("محمد", True), ("12 שרה", True), ("A שרה", False), ("", False),
     ("小明", False), ("…!", False)],
)  # fmt: skip
def test_direction_is_the_first_letters(text, leftwards):
    assert reads_leftwards(text) is leftwards


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Dalyvė", "DALYVĖ"),
        ("Eğitimci", "EĞİTİMCİ"),
        ("Participant", "PARTICIPANT"),
        ("Συμμετέχουσα", "ΣΥΜΜΕΤΕΧΟΥΣΑ"),
        ("Μαΐου", "ΜΑΪΟΥ"),
        ("მონაწილე VIP guest", "მონაწილე VIP GUEST"),
        ("Straße", "STRASSE"),
        ("", ""),
    ],
)
def test_capitals_are_those_of_the_language(text, shown):
    assert capitals(text) == shown


@pytest.mark.parametrize("text", ["Guest", "Гость", "ქართული", "אורחת", "委员", "ผู้", "Ẵng"])
def test_letters_that_stand_alone_may_be_spaced(text):
    assert may_be_spaced(text)


@pytest.mark.parametrize("text", ["ضيف", "VIP مهمان", "प्रतिभागी", "භ", "မြို့", "མགྲོན", "ភ្ញៀវ"])
def test_letters_that_join_may_not(text):
    assert not may_be_spaced(text)
