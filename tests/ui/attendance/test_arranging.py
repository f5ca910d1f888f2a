"""Filter, choice and order of the table, without a window."""

import pytest

from checkin.domain.turnout import NEVER, Visitor
from checkin.ui.attendance.arranging import (
    CATEGORY,
    FIRST_DAY,
    NAME,
    ORGANISATION,
    Wanted,
    Which,
    arrange,
    day_text,
)

NINE, TEN, FIVE = 9 * 60, 10 * 60, 17 * 60


def visitor(name: str, *, first: int = NEVER, expected: bool = True, **texts: object) -> Visitor:
    fields = {
        "number": 0,
        "id": "",
        "organisation": "",
        "kind": "",
        "country": "",
        "category": "",
        "words": name.lower(),
        "expected": (expected,),
        "first_in": (first,),
        "last_out": (NEVER,),
        "lists": (),
    }
    return Visitor(name=name, **(fields | texts))


PEOPLE = (
    visitor("Ada", first=TEN, organisation="Ūdens", words="ada ozola udens", category="speaker"),
    visitor("Bob", first=NINE, organisation="aqua", lists=("Workshop B",)),
    visitor("Carl", category="participant"),
    visitor("Second day only", expected=False),
)


def names(**wanted: object) -> list[str]:
    return [PEOPLE[at].name for at in arrange(PEOPLE, Wanted(**wanted))]


def test_everybody_in_order_of_name_and_back():
    assert names() == ["Ada", "Bob", "Carl", "Second day only"]
    assert names(descending=True)[-1] == "Ada"


def test_accents_and_the_order_of_words_do_not_matter():
    assert names(words=" ŪDENS  ozola ") == ["Ada"]
    assert names(words="nobody") == []


def test_absent_is_only_who_was_expected():
    assert names(which=Which.PRESENT) == ["Ada", "Bob"]
    assert names(which=Which.ABSENT) == ["Carl"]


@pytest.mark.parametrize(
    ("column", "first", "backwards"),
    [
        (ORGANISATION, ["Bob", "Ada"], ["Ada", "Bob"]),
        (CATEGORY, ["Carl", "Ada"], ["Ada", "Carl"]),
        (FIRST_DAY, ["Bob", "Ada"], ["Ada", "Bob"]),
        (FIRST_DAY + 1, ["Bob", "Ada"], ["Bob", "Ada"]),
    ],
)
def test_who_lacks_what_is_sorted_by_comes_last_either_way(column, first, backwards):
    assert names(column=column)[:2] == first
    assert names(column=column, descending=True)[:2] == backwards


@pytest.mark.parametrize("column", [NAME, ORGANISATION, CATEGORY, FIRST_DAY, FIRST_DAY + 1])
def test_nobody_is_sorted_too(column):
    assert list(arrange((), Wanted(column=column))) == []


def test_the_times_of_a_day():
    there = visitor("Ada", first=NINE, last_out=(FIVE,))
    assert day_text(there, 0) == "09:00–17:00"
    assert [day_text(one, 0) for one in PEOPLE] == ["10:00–", "09:00–", "—", ""]
