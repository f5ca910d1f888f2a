"""A badge code arrives whole, whatever keyboard layout the computer is set to."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checkin.domain.code import ALPHABET
from checkin.domain.keyboards import put_back

CODE = "KDTRNBVXHJLCBEFGOPSUXKDTRNBV"

# The three rows of letter keys, left to right, as printed on the keyboards themselves.
KEYBOARDS = {
    "Russian": "йцукенгшщз фывапролд ячсмить",
    "Ukrainian": "йцукенгшщз фівапролд ячсмить",
    "Belarusian": "йцукенгшўз фывапролд ячсміть",
    "Bulgarian BDS": ",уеишщксдз ьяаожгтнв юйъэфхп",
    "Bulgarian phonetic": "чшертъуиоп асдфгхйкл зжцвбнм",
    "Serbian": "љњертзуиоп асдфгхјкл ѕџцвбнм",
    "Greek": ";ςερτυθιοπ ασδφγηξκλ ζχψωβνμ",
    "Georgian": "ქწერტყუიოპ ასდფგჰჯკლ ზხცვბნმ",
    "Armenian phonetic": "քոերտըւիօպ ասդֆգհյկլ զղցվբնմ",
    "Hebrew": "/'קראטוןםפ שדגכעיחלך זסבהנמצ",
    "Persian": "ضصثقفغعهخح شسیبلاتنم ظطزرذدپ",
    "Lithuanian standard": "ąžertyuiop asdšghjkl zūcvbnm",
    "Turkish F": "fgğıodrnhp uieaütkml jövcçzs",
}
SHIFTED = {
    "Georgian": "QჭEღთYUIOP AშDFGHჟKL ძXჩVBNM",
    "Turkish F": "FGĞIODRNHP UİEAÜTKML JÖVCÇZS",
}
SAME_KEYS = {
    "British": "qwertyuiop asdfghjkl zxcvbnm",
    "German": "qwertzuiop asdfghjkl yxcvbnm",
    "French": "azertyuiop qsdfghjkl wxcvbn,",
    "Turkish Q": "qwertyuıop asdfghjkl zxcvbnm",
    "Italian of old": "qzertyuiop asdfghjkl wxcvbn,",
}
ROWS = "QWERTYUIOP ASDFGHJKL ZXCVBNM"


def typed(code: str, keyboard: str) -> str:
    """Return what arrives when a scanner presses the US keys of `code` on that keyboard."""
    return code.translate(str.maketrans(ROWS, keyboard))


@pytest.mark.parametrize("keyboard", KEYBOARDS.values(), ids=KEYBOARDS)
@pytest.mark.parametrize("code", [CODE, CODE[:12], ALPHABET], ids=["code", "number", "all keys"])
def test_every_letter_is_put_back(keyboard, code):
    assert code in put_back(typed(code, keyboard))


@pytest.mark.parametrize("name", [n for n in KEYBOARDS if n not in {"Turkish F", "Georgian"}])
def test_caps_lock_makes_no_difference(name):
    assert CODE in put_back(typed(CODE, KEYBOARDS[name]).upper())


@pytest.mark.parametrize("keyboard", SHIFTED.values(), ids=SHIFTED)
def test_shift_of_alphabets_without_capitals(keyboard):
    assert CODE in put_back(typed(CODE, keyboard))


@pytest.mark.parametrize("keyboard", SAME_KEYS.values(), ids=SAME_KEYS)
def test_the_nineteen_letters_sit_on_the_same_keys(keyboard):
    arrived = typed(CODE, keyboard)
    assert arrived.upper() == CODE
    assert put_back(arrived) == put_back(arrived.upper()) == ()


# What Windows types in Arabic for B C D E F G H J K L N O P R S T U V X.
ARABIC = ["لا", *"ؤيثبلاتنمىخحقسفعرء"]
ARABIC_SHIFTED = [
    "لآ", "}", "]", "\u064f", "[", "لأ", "أ", "\u0640", "،", "/", "آ", "×", "؛", "\u064c",
    "\u064d", "لإ", "‘", "{", "\u0652",
]  # fmt: skip


@pytest.mark.parametrize("keys", [ARABIC, ARABIC_SHIFTED], ids=["plain", "with Shift"])
@pytest.mark.parametrize(
    "code", [CODE, CODE[:12], "GH" * 14, "B" * 9 + "CDEFGHJKLNOPRSTUVXG", "BGHBGHBGHBGH"]
)
def test_arabic_types_one_key_as_two_letters(keys, code):
    arrived = "".join(keys[ALPHABET.index(letter)] for letter in code)
    assert code in put_back(arrived)


@pytest.mark.parametrize("mark", ["+Q1", "$A&", "ъЙ1", "úQ1", "Q1", "]Ա1", "ї!1"])
@pytest.mark.parametrize("keyboard", [ROWS, KEYBOARDS["Russian"]], ids=["Latin", "Russian"])
def test_the_symbology_mark_before_a_code_may_look_like_anything(mark, keyboard):
    assert put_back(mark + typed(CODE, keyboard)) == (CODE,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        CODE,
        CODE.lower(),
        "КDTRNBVXHJLCBEFGOPSUXKDTRNBV",
        "https://example.org/kdtrnbvx",
        "ФЫВ1ПРОЛДЖЭ",
        "東京",
        "\udc93",
        "\x00",
        CODE + "!",
        "Q" * 40 + CODE,
    ],
    ids=ascii,
)
def test_what_no_keyboard_explains_has_no_reading(text):
    assert put_back(text) == ()


def test_a_look_alike_is_read_by_its_key():
    assert put_back("СВ") == ("CD", "SV")
    assert "CB" not in put_back("СВ")


@given(st.text(max_size=200))
@example("لا" * 60)
def test_readings_are_codes_letters_and_never_the_text_itself(text):
    for reading in put_back(text):
        assert reading
        assert set(reading) <= set(ALPHABET)
        assert reading != text.upper()


@given(st.text(alphabet=ALPHABET, min_size=28, max_size=28), st.sampled_from(sorted(KEYBOARDS)))
def test_any_code_comes_back_from_any_keyboard(code, name):
    arrived = typed(code, KEYBOARDS[name])
    assert code in {arrived.upper(), *put_back(arrived)}
