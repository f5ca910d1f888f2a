"""A computer's stocks are found as people type them, and its printers are remembered."""

from dataclasses import replace

import pytest

from checkin.domain.stock import A4_EIGHT, Adjustment
from checkin.domain.stockbook import StockBook, TakenNameError, UnknownStockError

NAMES = ["Avery L4785", "Avery L7160", "CR80 card", "CR80 card, upright", "Label 62 × 100 mm"]
MINE = replace(A4_EIGHT, name="Mine", rows=3)
OFF = Adjustment(across=50, turn=-100)


@pytest.fixture
def book():
    return StockBook((A4_EIGHT, *(replace(A4_EIGHT, name=name) for name in NAMES))).with_own([MINE])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("avery l4785", "Avery L4785"),
        ("L4785", "Avery L4785"),
        ("l47", "Avery L4785"),
        ("a4", "A4, eight of 90 × 60 mm"),
        ("90x60", "A4, eight of 90 × 60 mm"),
        ("cr80 card", "CR80 card"),
        ("upright", "CR80 card, upright"),
        ("label 62 x 100", "Label 62 × 100 mm"),
        ("  MINE ", "Mine"),
    ],
)
def test_a_stock_is_found_by_what_people_type(book, text, name):
    assert book.find(text).name == name


@pytest.mark.parametrize(
    ("text", "names"),
    [("avery", ("Avery L4785", "Avery L7160")), ("L9", ()), ("", ()), (" ", ())],
)
def test_a_stock_that_is_not_found_says_which_are_meant(book, text, names):
    with pytest.raises(UnknownStockError) as unknown:
        book.find(text)
    assert unknown.value.names == names


def test_no_two_stocks_have_a_name_that_is_typed_alike(book):
    for name in ("mine", "avery  l4785", "A4, eight of 90 x 60 mm"):
        with pytest.raises(TakenNameError):
            book.with_own([replace(MINE, name=name)])
    with pytest.raises(TakenNameError):
        book.with_changed("Mine", replace(MINE, name="Avery L4785"))


def test_a_stock_of_ones_own_is_changed_and_keeps_what_is_remembered_of_it(book):
    book = book.adjusted("Laser", MINE, OFF).used(MINE, (4, 6))
    other = replace(MINE, name="Ours", rows=2, columns=3)
    book = book.with_changed("Mine", other)
    assert book.own == (other,)
    assert book.adjustment("Laser", other) == OFF
    assert book.free_slots(other) == (4, 6)


def test_a_stock_that_is_removed_leaves_nothing(book):
    kept = book.adjusted("Laser", MINE, OFF).used(MINE, (4, 6)).without_own("Mine")
    assert kept == replace(book, own=())


def test_an_adjustment_is_of_one_printer_and_one_stock(book):
    book = book.adjusted("Laser", MINE, OFF)
    assert book.adjustment("Laser", A4_EIGHT) == book.adjustment("Inkjet", MINE) == Adjustment()
    assert book.adjusted("Laser", MINE, Adjustment()).adjustments == {}


def test_a_used_up_sheet_is_followed_by_a_new_one(book):
    used = book.used(MINE, (5, 6))
    assert used.free_slots(MINE) == (5, 6)
    assert used.free_slots(A4_EIGHT) == ()
    assert used.used(MINE, ()).left == {}
    # Nothing is left where the sheet has no such slot, nor used where all are left.
    smaller = replace(MINE, rows=1)
    assert used.with_changed("Mine", smaller).free_slots(smaller) == ()
    assert book.used(MINE, (1, 2, 3, 4, 5, 6)).free_slots(MINE) == ()
