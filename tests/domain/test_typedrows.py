"""Rows of a sheet as somebody in a hurry types them."""

from contextlib import suppress
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.typedrows import RowsError, TypedRow, read_rows

MORNING, EVENING = time(9, 5), time(16, 40)


def rows(text: str, most: int = 40) -> list[TypedRow]:
    return list(read_rows(text, most))


def numbers(text: str) -> list[int]:
    return [row.number for row in rows(text)]


def test_a_time_holds_for_the_rows_before_it():
    found = rows("1-3, 5 9:05-16:40 7 9.05, 8 -16:40 12")
    assert found == [
        *(TypedRow(number, MORNING, EVENING) for number in (1, 2, 3, 5)),
        TypedRow(7, MORNING),
        TypedRow(8, None, EVENING),
        TypedRow(12),
    ]


@pytest.mark.parametrize("end", [";", "\n"])
def test_but_not_beyond_a_line_or_a_semicolon(end):
    assert rows(f"1-2{end} 3 9:05") == [TypedRow(1), TypedRow(2), TypedRow(3, MORNING)]


@pytest.mark.parametrize("text", ["1–3 9:05 – 16:40", "1 - 3 9:05- 16:40", "1,2,3 09:05-16:40"])
def test_blanks_and_dashes_are_as_they_come(text):
    assert rows(text) == [TypedRow(number, MORNING, EVENING) for number in (1, 2, 3)]


def test_nothing_is_no_rows():
    assert numbers("") == numbers(" ,\n;") == []


@pytest.mark.parametrize(
    ("text", "code", "piece"),
    [
        ("1-3 x", "rows-unread", "x"),
        ("41", "row-unknown", "41"),
        ("0", "row-unknown", "0"),
        ("1-999999999999", "row-unknown", "999999999999"),
        ("3-1", "rows-unread", "3-1"),
        ("9:05", "rows-unread", "9:05"),
        ("1 9:75", "rows-unread", "9:75"),
        ("1 25:00", "rows-unread", "25:00"),
        ("1-5, 3", "row-twice", "3"),
        ("3 9:05 3", "row-twice", "3"),
        ("12b", "rows-unread", "12b"),
    ],
)
def test_what_cannot_be_meant_is_named(text, code, piece):
    with pytest.raises(RowsError) as caught:
        rows(text)
    assert (caught.value.code, caught.value.piece) == (code, piece)


@given(st.text(alphabet="0123456789-–:., ;\nab", max_size=40))
def test_any_text_is_rows_once_each_or_named(text):
    found = []
    with suppress(RowsError):
        found = numbers(text)
    assert len(found) == len(set(found))
    assert set(found) <= set(range(1, 41))
