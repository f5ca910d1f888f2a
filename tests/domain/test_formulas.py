"""Texts that a spreadsheet would calculate are guarded, and come back as they were."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.formulas import guard, unguard

CASES = sorted((Path(__file__).parents[1] / "corpus" / "export").glob("*.json"))
TRICKY = st.text(st.sampled_from("'=+-@＝＠\t\r\n \x00\u200b\ufeff\xa0a1,;"), max_size=6)


@given(st.text() | TRICKY)
def test_a_guarded_text_comes_back_as_it_was(text):
    assert unguard(guard(text)) == text


@given(TRICKY)
def test_a_guarded_text_never_begins_like_a_formula(text):
    seen = guard(text).lstrip(" \t\r\n\x00\u200b\ufeff\xa0")
    assert not seen.startswith(tuple("=+-@＝＠"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_exports_of_the_corpus_are_neutral_or_as_typed(path):
    case = json.loads(path.read_text("utf-8"))
    text = case["value"]
    if case["must_be_neutral_in_csv"]:
        assert guard(text) == "'" + text
    if case["must_stay_verbatim"] and not text.startswith("'"):
        assert guard(text) == text
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("name", ["'t Hart", "O'Brien", "'s-Gravenhage", "a=b", ""])
def test_a_name_typed_with_an_apostrophe_is_read_as_typed(name):
    assert unguard(name) == name


def test_the_corpus_is_there():
    assert len(CASES) > 20
