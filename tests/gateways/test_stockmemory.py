"""What a computer knows of stocks is there again, and a damaged file costs only what is damaged."""

import json
from dataclasses import replace

import pytest

from checkin.domain.stock import A4_EIGHT, Adjustment
from checkin.domain.stockbook import StockBook
from checkin.domain.stockform import stock_data
from checkin.errors import CheckinError
from checkin.gateways.stockmemory import load_book, save_book

ALONG = (A4_EIGHT,)
MINE = replace(A4_EIGHT, name="Mine, 70 × 50 mm", badge_width=7_000, corner=123)
OFF = Adjustment(across=-35, down=12, widen=150, heighten=-20, turn=250)
BOOK = StockBook(ALONG).with_own([MINE]).adjusted("Laser", MINE, OFF).used(A4_EIGHT, (5, 7, 8))


def test_what_is_kept_is_there_again(tmp_path):
    save_book(tmp_path / "new" / "stocks.json", BOOK)
    assert load_book(tmp_path / "new" / "stocks.json", ALONG) == BOOK


def test_no_file_says_nothing(tmp_path):
    assert load_book(tmp_path / "none.json", ALONG) == StockBook(ALONG)


WHOLE = {"printer": "P", "stock": "S", "across": 1, "down": 0, "widen": 0, "heighten": 0, "turn": 0}


@pytest.mark.parametrize(
    "data",
    [
        "[",
        "[]",
        "[" * 100_000,
        '{"own": 3, "adjustments": {"a": 1}, "left": [1]}',
        json.dumps({"own": [3, {}, stock_data(MINE) | {"grid": [0, 1]}, stock_data(A4_EIGHT)]}),
        json.dumps({"adjustments": [WHOLE | {"across": 1.5}, WHOLE | {"turn": 90_000}, {}]}),
        json.dumps({"adjustments": [WHOLE | {"stock": None}, WHOLE | {"more": 1}]}),
        json.dumps({"left": {"Mine": 3, "Yours": [], "Theirs": [1, True], "Ours": ["2"]}}),
    ],
)
def test_what_is_damaged_is_left_out(tmp_path, data):
    path = tmp_path / "stocks.json"
    path.write_text(data, "utf-8")
    assert load_book(path, ALONG) == StockBook(ALONG)


def test_what_is_whole_beside_it_stays(tmp_path):
    path = tmp_path / "stocks.json"
    path.write_text(json.dumps({"own": [{}, stock_data(MINE)], "adjustments": [WHOLE, {}]}))
    book = load_book(path, ALONG)
    assert book.own == (MINE,)
    assert book.adjustments == {("P", "S"): Adjustment(across=1)}


def test_a_file_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "stocks.json").mkdir()
    with pytest.raises(CheckinError) as refused:
        save_book(tmp_path / "stocks.json", BOOK)
    assert refused.value.code == "is-a-folder"
