"""The code of a sheet: scanned through any keyboard, or its beginning typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.code import ALPHABET
from checkin.domain.keyboards import put_back
from checkin.domain.sheetcode import (
    SheetPage,
    code_of,
    page_text,
    printed_code,
    read_page,
    typed_code,
)

CODE = "KDTRNBVX"


@given(st.integers(0, 2**128 - 1), st.integers(1, 100_000), st.sampled_from(["", "3F2A 99C1"]))
def test_a_page_is_read_back(identity, page, fingerprint):
    code = code_of(f"{identity:032x}")
    assert set(code) <= set(ALPHABET)
    assert read_page(page_text(code, page, fingerprint), put_back) == SheetPage(code, page)


@pytest.mark.parametrize("turn", [str.lower, lambda text: f"]Q1{text}\r", lambda text: text])
def test_through_any_scanner(turn):
    assert typed_code(turn(page_text(CODE, 3)), put_back) == CODE


def test_through_a_russian_keyboard():
    russian = dict(zip(ALPHABET, "исвуапролдтщзкыегмч", strict=True))
    typed = "".join(russian[letter] for letter in page_text(CODE, 3))
    assert read_page(typed, put_back) == SheetPage(CODE, 3)


@pytest.mark.parametrize("text", ["kdtr-nbvx", "KDTR NBVX", "kdtrnbvx", printed_code(CODE)])
def test_typed_by_hand(text):
    assert typed_code(text, put_back) == CODE


def test_its_beginning_will_do():
    assert typed_code("kdt", put_back) == "KDT"


@pytest.mark.parametrize(
    "text", ["", "kd", "KDTR-NBVX-HJLC", "KDAR-NBVX", "1234", "SHEET", "é" * 300]
)
def test_anything_else_is_none(text):
    assert typed_code(text, put_back) in {"", "SHEET"}
    assert read_page(text, put_back) is None


def test_a_badge_is_no_sheet():
    assert read_page("SHEETKDTRNBVX" + "B" * 15, put_back) is None
