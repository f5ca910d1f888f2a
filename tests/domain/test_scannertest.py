"""One scan of the test code tells how the scanner's keyboard and the computer's are set."""

import pytest

from checkin.domain.code import ALPHABET
from checkin.domain.layouts import LAYOUTS, US_KEYS, keys_for, types
from checkin.domain.scannertest import TEST_CODE, examine

ENGLISH = next(iter(LAYOUTS))
LATIN = [one for one in LAYOUTS if keys_for(one, TEST_CODE)]


def typed(keys: str, layout: str, *, shifted_digits: bool = False) -> str:
    """Return what keys type on a layout."""
    plain, shifted = LAYOUTS[layout]
    places = [US_KEYS.index(key) for key in keys]
    if shifted_digits:
        return "".join((shifted if place < len(shifted) else plain)[place] for place in places)
    return "".join(plain[place] for place in places)


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_has_all_keys(name):
    plain, shifted = LAYOUTS[name]
    assert (len(plain), len(shifted)) == (len(US_KEYS), 13)


@pytest.mark.parametrize("computer", LAYOUTS)
def test_a_scanner_set_to_english_is_known_at_every_computer(computer):
    keys = keys_for(ENGLISH, TEST_CODE)
    found = examine(typed(keys, computer), keys)
    assert ENGLISH in found.scanner
    assert computer in found.computer
    assert found.whole


@pytest.mark.parametrize("scanner", LATIN)
def test_every_scanner_is_known_at_a_computer_set_to_english(scanner):
    keys = keys_for(scanner, TEST_CODE)
    found = examine(typed(keys, ENGLISH), keys)
    assert scanner in found.scanner
    assert ENGLISH in found.computer


@pytest.mark.parametrize("both", LATIN)
def test_where_scanner_and_computer_agree_it_is_said(both):
    found = examine(TEST_CODE, keys_for(both, TEST_CODE))
    assert both in found.scanner
    assert both in found.computer
    assert found.whole


def test_where_keys_are_not_known_the_text_tells_whether_it_is_whole():
    assert examine(TEST_CODE.lower(), "").whole
    assert not examine(TEST_CODE[:-1], "").whole
    assert examine(TEST_CODE, "").computer == ()


def test_a_letter_that_was_lost_is_noticed():
    keys = keys_for(ENGLISH, TEST_CODE)
    assert not examine(TEST_CODE[1:], keys[1:]).whole


def test_the_test_code_is_no_badge():
    assert set(TEST_CODE) - set(ALPHABET)


def test_a_key_that_is_on_no_keyboard_types_nothing():
    assert not types(ENGLISH, "€", "€")
