"""The shipped font is there, and letters that no font has are named before printing."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont

from checkin.render.fonts import load_fonts
from checkin.render.glyphs import missing_letters
from checkin.render.texts import is_tame


def test_loading_twice_is_loading_once(qapp):
    family = load_fonts()
    before = sorted(QFontDatabase.styles(family))
    assert load_fonts() == family
    assert sorted(QFontDatabase.styles(family)) == before
    assert {"Regular", "Semibold", "Bold"} <= set(before)


def test_qt_draws_with_it(qapp):
    assert QFontInfo(QFont(load_fonts())).family() == "Source Sans Pro"


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold])
def test_it_has_all_tame_letters_and_they_keep_to_their_line(qapp, weight):
    font = QFont(load_fonts())
    font.setPixelSize(1000)
    font.setWeight(weight)
    shipped, metrics = QRawFont.fromFont(font), QFontMetricsF(font)
    for letter in filter(is_tame, map(chr, range(0x3000))):
        assert shipped.supportsCharacter(ord(letter)), letter
        ink = metrics.tightBoundingRect(letter)
        assert -ink.top() <= 950, letter
        assert ink.bottom() <= 255, letter


def test_latin_greek_and_cyrillic_lack_nothing(qapp):
    assert missing_letters([["Rūta"], ["Μαρία", "Щукин"], ["Łucja", "Ģērmane"]]) == {}


def test_letters_without_a_shape_are_named_with_their_badge(qapp):
    # Khitan, Cypro-Minoan and Toto: no system under test has fonts for all three.
    exotic = "\U00018b00\U00012f90\U0001e290"
    missing = missing_letters([["Rūta"], ["Ada", exotic + "\u200d\ufe0f"]])
    assert set(missing) == {1}
    assert set("".join(missing[1].values())) <= set(exotic)
