"""Stocks from the command line: one's own, printers set right, used sheets used up."""

from pathlib import Path

import pytest

from tests.cli.desk import Desk
from tests.render.paper import Pages

CARDS = ("--page", "A4", "--badge", "85x55", "--grid", "2x5", "--gap", "10x0")
TEMPLATES = """<Glabels-templates>
  <Template brand="Mine" part="A1" size="A4"><Label-rectangle width="80mm" height="50mm">
    <Layout nx="2" ny="5" x0="17.5mm" y0="13.5mm" dx="95mm" dy="55mm"/></Label-rectangle></Template>
  <Template brand="Mine" part="CD" size="A4"><Label-cd radius="165" hole="58">
    <Layout nx="1" ny="2" dy="388"/></Label-cd></Template>
</Glabels-templates>"""


@pytest.fixture
def three(desk: Desk) -> Desk:
    """An event of three people."""
    for name in ("Ada Lovelace", "Bob Builder", "Eve Moneypenny"):
        desk.add(name)
    return desk


def pages(desk: Desk, *options: str) -> tuple[Pages, str]:
    """Print everybody's badges; return the pages and what was said."""
    said = desk.done("badges", "--out", "badges.pdf", *options).out
    return Pages(desk.folder / "badges.pdf"), said


def test_what_comes_along_is_listed(bare_desk: Desk) -> None:
    listed = bare_desk.done("stocks").out
    assert "Avery L4785  (10 of 80 × 50 mm on A4)" in listed
    assert "Label 62 × 100 mm  (one of 62 × 100 mm a page)" in listed
    found = {one["name"]: one for one in bare_desk.done("stocks", "--json").json}
    assert found["Avery L4785"]["badge"] == [80, 50]
    assert not found["Avery L4785"]["own"]


def test_a_stock_of_ones_own_is_added_changed_and_removed(bare_desk: Desk) -> None:
    assert "10 of 85 × 55 mm" in bare_desk.done("stocks", "add", "My cards", *CARDS).out
    shown = bare_desk.done("stocks", "show", "my", "--json").json
    assert (shown["margin"], shown["own"]) == ([15, 11], True)
    bare_desk.done("stocks", "change", "my cards", "--name", "Ours", "--grid", "1x5", "--marks")
    shown = bare_desk.done("stocks", "show", "ours", "--json").json
    assert (shown["grid"], shown["badge"], shown["crop_marks"]) == ([1, 5], [85, 55], True)
    bare_desk.done("stocks", "remove", "ours")
    assert "ours" in bare_desk("stocks", "show", "ours").one_sentence()


def test_a_printer_is_set_right_by_what_was_measured(three: Desk) -> None:
    corners = ("20.5", "20", "19.5", "20") * 2
    three.done("stocks", "adjust", "--printer", "Laser", "--stock", "L4785", "--corners", *corners)
    shown = three.done("stocks", "show", "L4785", "--json").json
    assert shown["adjustments"]["Laser"]["across"] == -0.5
    right, _ = pages(three, "--stock", "L4785")
    left, _ = pages(three, "--stock", "L4785", "--printer", "Laser")
    assert (right.picture(0, 72) != left.picture(0, 72)).any()
    three.done("stocks", "adjust", "--printer", "Laser", "--stock", "L4785")
    assert three.done("stocks", "show", "L4785", "--json").json["adjustments"] == {}


def test_a_ruler_page_is_written(bare_desk: Desk) -> None:
    said = bare_desk.done("stocks", "ruler", "--out", "ruler.pdf", "--stock", "l4785").out
    assert "20 mm" in said
    assert "Avery L4785" in Pages(bare_desk.folder / "ruler.pdf").text(0)


def test_sheets_of_glabels_come_in(bare_desk: Desk) -> None:
    Path("mine.template").write_text(TEMPLATES, "utf-8")
    said = bare_desk.done("stocks", "import", "mine.template").out
    assert "Left out Mine CD: it is for discs." in said
    assert "Added Mine A1" in said
    assert bare_desk.done("stocks", "show", "mine", "--json").json["margin"] == [17.5, 13.5]
    assert "there is one of that name" in bare_desk.done("stocks", "import", "mine.template").out


def test_badges_go_onto_the_stock_that_is_named(three: Desk) -> None:
    sheets, said = pages(three, "--stock", "label 62 x 100")
    assert "3 badges on 3 sheets" in said
    assert "Classic is 90 × 60 mm, larger than the stock: drawn at 69 %." in said
    assert sheets.size(0) == pytest.approx((62 * 72 / 25.4, 100 * 72 / 25.4), abs=0.01)


def test_a_used_sheet_is_used_up(three: Desk) -> None:
    _, said = pages(three, "--start-at", "7")
    assert "on 2 sheets" in said
    assert "free from slot 2" in said
    assert "a sheet is free from slot 2" in three.done("stocks").out
    found = three.done("badges", "--out", "badges.pdf", "--start-at", "next", "--json").json
    assert found == {
        "badges": 3,
        "pages": 1,
        "out": "badges.pdf",
        "stock": "A4, eight of 90 × 60 mm",
        "next_free": 5,
    }
    _, said = pages(three, "--slots", "8, 2,6")
    assert "free" not in said
    assert "a sheet is free" not in three.done("stocks").out


def test_a_printer_of_which_nothing_is_remembered_is_told(three: Desk) -> None:
    _, said = pages(three, "--printer", "Laser")
    assert "nothing is remembered of Laser for this stock" in said


def test_both_sides_of_the_paper_are_printed(three: Desk) -> None:
    sheets, said = pages(three, "--two-sided", "short", "--bleed", "2", "--no-marks")
    assert len(sheets) == 2
    assert "on 1 sheet." in said


WRONG = {
    "no such stock": ("badges", "--out", "x.pdf", "--stock", "Nothing"),
    "an empty name": ("badges", "--out", "x.pdf", "--stock", ""),
    "several": ("badges", "--out", "x.pdf", "--stock", "avery"),
    "slot zero": ("badges", "--out", "x.pdf", "--start-at", "0"),
    "a slot below": ("badges", "--out", "x.pdf", "--start-at", "-2"),
    "a slot beyond": ("badges", "--out", "x.pdf", "--start-at", "9"),
    "no slot": ("badges", "--out", "x.pdf", "--start-at", "two"),
    "slots of nothing": ("badges", "--out", "x.pdf", "--slots", ""),
    "slots with letters": ("badges", "--out", "x.pdf", "--slots", "1,b"),
    "an endless slot": ("badges", "--out", "x.pdf", "--slots", "9" * 5000),
    "a slot of another script": ("badges", "--out", "x.pdf", "--slots", "٣"),
    "slots used up": ("badges", "--out", "x.pdf", "--start-at", "5", "--slots", "1,2"),
    "bleed without end": ("badges", "--out", "x.pdf", "--bleed", "500"),
    "no bleed": ("badges", "--out", "x.pdf", "--bleed", "nan"),
    "no edge": ("badges", "--out", "x.pdf", "--two-sided", "round"),
    "a stock without badges": ("stocks", "add", "X", "--page", "A4"),
    "zero rows": ("stocks", "add", "X", *CARDS, "--grid", "2x0"),
    "half a row": ("stocks", "add", "X", *CARDS, "--grid", "2x1.5"),
    "rows without end": ("stocks", "add", "X", *CARDS, "--grid", "2x99999999999999999999"),
    "an absurd size": ("stocks", "add", "X", *CARDS, "--badge", "9e99x9e99"),
    "a size that is none": ("stocks", "add", "X", *CARDS, "--badge", "nanx5"),
    "three sizes": ("stocks", "add", "X", *CARDS, "--badge", "1x2x3"),
    "larger than its page": ("stocks", "add", "X", *CARDS, "--badge", "300x55"),
    "no page": ("stocks", "add", "X", *CARDS, "--page", "AxB"),
    "beyond the page": ("stocks", "add", "X", *CARDS, "--margin", "60x11"),
    "before the page": ("stocks", "add", "X", *CARDS, "--margin=-1x11"),
    "without a name": ("stocks", "add", " ", *CARDS),
    "a name of stray bytes": ("stocks", "add", "\udcff", *CARDS),
    "a name without end": ("stocks", "add", "x" * 10_000, *CARDS),
    "a taken name": ("stocks", "add", "AVERY l4785", *CARDS),
    "not one's own": ("stocks", "change", "l4785", "--grid", "1x1"),
    "not one's own to remove": ("stocks", "remove", "l4785"),
    "a printer far off": ("stocks", "adjust", "--printer", "P", "--stock", "l4785", "--across=90"),
    "no number": ("stocks", "adjust", "--printer", "P", "--stock", "l4785", "--turn", "nan"),
    "odd readings": (
        *("stocks", "adjust", "--printer", "P", "--stock", "l4785"),
        *("--corners", *("0",) * 8),
    ),
    "a ruler nowhere": ("stocks", "ruler", "--out", "nowhere/ruler.pdf"),
    "no such file": ("stocks", "import", "missing.template"),
    "a folder": ("stocks", "import", "."),
}


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG)
def test_wrong_use_is_one_sentence_and_changes_nothing(
    three: Desk, arguments: tuple[str, ...]
) -> None:
    before = three.done("stocks", "--json").out
    assert "went wrong" not in three(*arguments).one_sentence()
    assert three.done("stocks", "--json").out == before
    assert not Path("x.pdf").exists()
