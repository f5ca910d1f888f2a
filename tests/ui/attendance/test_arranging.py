"""Filter, choice and order of the table, without a window."""

import pytest

from checkin.domain.turnout import NEVER, Visitor
from checkin.ui.attendance.arranging import (
    CATEGORY,
    FIRST_DAY,
    HOURS,
    LISTS,
    NAME,
    ORGANISATION,
    SHARE,
    Wanted,
    Which,
    arrange,
    day_text,
    halves_text,
    hours_text,
    share_text,
)

HOUR = 3_600_000
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
        "without_exit": (False,),
    }
    return Visitor(name=name, **(fields | texts))


PEOPLE = (
    visitor(
        "Ada",
        first=TEN,
        organisation="Ūdens",
        words="ada ozola udens",
        category="speaker",
        hours=4 * HOUR,
        programme=5 * HOUR,
        reaches=True,
        half_days=((True, False),),
    ),
    visitor(
        "Bob",
        first=NINE,
        organisation="aqua",
        lists=("Workshop B",),
        hours=2 * HOUR,
        programme=5 * HOUR,
        half_days=((None, True),),
        without_exit=(True,),
        needed=HOUR,
    ),
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
        (FIRST_DAY + 1 + HOURS, ["Bob", "Ada"], ["Ada", "Bob"]),
        (FIRST_DAY + 1 + SHARE, ["Bob", "Ada"], ["Ada", "Bob"]),
        (FIRST_DAY + 1 + LISTS, ["Bob", "Ada"], ["Bob", "Ada"]),
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


def test_hours_share_and_half_days_in_words():
    assert list(map(hours_text, PEOPLE)) == ["4:00 / 5:00", "2:00 / 5:00", "", ""]
    assert list(map(share_text, PEOPLE)) == ["✓ 80 %", "▽ 40 %", "", ""]
    assert list(map(halves_text, PEOPLE)) == ["●○", "·●", "", ""]


def test_who_is_below_was_not_scanned_out_or_is_at_risk():
    for which in (Which.BELOW, Which.WITHOUT_EXIT, Which.AT_RISK):
        assert names(which=which) == ["Bob"]
