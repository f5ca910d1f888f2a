"""The stocks that come along are sane, and a wrong file is said with the stock and the reason."""

from pathlib import Path

import pytest

from checkin.assets import resources
from checkin.domain.stock import A4_EIGHT
from checkin.domain.stockform import stock_data, stock_from
from checkin.errors import CheckinError
from checkin.gateways.stocks import read_stocks
from checkin.sentences import sentence

STOCKS = read_stocks(resources() / "stocks.toml")


def test_each_has_a_name_of_its_own_whatever_the_case():
    assert len({stock.name.casefold() for stock in STOCKS}) == len(STOCKS) >= 50


def test_the_usual_one_comes_first():
    assert STOCKS[0] == A4_EIGHT


@pytest.mark.parametrize("stock", STOCKS, ids=lambda stock: stock.name)
def test_badges_lie_on_the_page_and_not_on_each_other(stock):
    areas = []
    for slot in range(1, stock.badges_a_page + 1):
        left, top = stock.position(slot)
        areas.append((left, top, left + stock.badge_width, top + stock.badge_height))
    for at, (left, top, right, bottom) in enumerate(areas):
        assert 0 <= left < right <= stock.page_width
        assert 0 <= top < bottom <= stock.page_height
        for other in areas[at + 1 :]:
            assert right <= other[0] or bottom <= other[1] or other[2] <= left


@pytest.mark.parametrize("stock", STOCKS, ids=lambda stock: stock.name)
def test_it_is_the_same_when_written_and_read_again(stock):
    assert stock_from(stock_data(stock)) == stock


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[[stock]]\nname = "X"\npage = "A4"\nbadge = [300, 60]\n', "stock-in-file"),
        ('[[stock]]\npage = "A4"\nbadge = [90, 60]\n', "stock-in-file"),
        ("stock = 3\n", "stock-file-unreadable"),
        ("stock = [1, 2]\n", "stock-file-unreadable"),
        ("", "stock-file-unreadable"),
        ("[[stock\n", "stock-file-unreadable"),
    ],
)
def test_a_wrong_file_is_said(tmp_path: Path, text, code):
    path = tmp_path / "stocks.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(CheckinError) as refused:
        read_stocks(path)
    assert refused.value.code == code
    assert str(path) in sentence(refused.value)


def test_a_missing_file_is_said(tmp_path: Path):
    with pytest.raises(CheckinError) as refused:
        read_stocks(tmp_path / "none.toml")
    assert refused.value.code == "stock-file-unreadable"
