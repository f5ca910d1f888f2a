"""How a station prints: what it remembers, and how that goes onto a used sheet."""

from dataclasses import replace

import pytest

from checkin.domain.paper import Paper
from checkin.domain.stock import A4_EIGHT, Adjustment, TwoSided
from checkin.domain.stockbook import StockBook

LABELS = replace(A4_EIGHT, name="Labels", crop_marks=False)
BOOK = StockBook((A4_EIGHT, LABELS)).used(LABELS, (2, 5, 6)).used(A4_EIGHT, (8,))
USED = Paper(goes_on=True)


def test_a_new_sheet_is_filled_unless_somebody_says_to_go_on():
    assert Paper().plan(LABELS, BOOK).slots == ()
    assert USED.plan(LABELS, BOOK).slots == (2, 5, 6)


def test_plain_paper_is_cut_so_that_the_next_print_begins_a_new_sheet():
    assert USED.after(LABELS).goes_on
    assert not USED.after(A4_EIGHT).goes_on


def test_crop_marks_are_the_stocks_unless_somebody_chose():
    marks = [Paper().plan(one, BOOK).stock.crop_marks for one in (A4_EIGHT, LABELS)]
    assert marks == [True, False]
    assert not Paper(crop_marks=False).plan(A4_EIGHT, BOOK).stock.crop_marks


def test_a_print_is_put_right_for_its_printer():
    book = BOOK.adjusted("Front desk", LABELS, Adjustment(across=20))
    assert Paper().plan(LABELS, book, "Front desk").adjustment.across == 20
    assert Paper().plan(LABELS, book, "Back office").adjustment == Adjustment()


def test_choices_are_remembered():
    paper = Paper("Labels", True, 300, TwoSided.SHORT_EDGE, True)
    assert Paper.read(paper.written()) == paper


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"two_sided": "no", "bleed": "3"}', '{"two_sided": "up"}']
)
def test_a_damaged_memory_is_none(text):
    assert Paper.read(text) == Paper()
