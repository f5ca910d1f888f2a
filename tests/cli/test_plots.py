"""Plots and the report as files."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from tests.cli.desk import FIRST, LAST, TITLE, Desk

NAMES = [f"{kind}-{day}" for kind in ("arrivals", "rooms") for day in (FIRST, LAST)]
NAMES += ["days", "kinds", "countries"]


@pytest.fixture
def attended(desk: Desk) -> Desk:
    """Ada of Latvia came on the first day."""
    desk.scan(desk.add("Ada", "--organisation", "Wood", "--country", "Latvia")["code"])
    return desk


def test_a_folder_gets_each_plot_as_png_and_svg(attended: Desk) -> None:
    Path("plots").mkdir()
    files = attended.done("plots", "--out", "plots", "--json").json
    assert sorted(map(Path, files)) == sorted(Path("plots").iterdir())
    assert {Path(file).stem for file in files} == set(NAMES)
    for file in Path("plots").glob("*.png"):
        with Image.open(file) as picture:
            assert picture.width == 1800
    assert "Latvia" in Path("plots/countries.svg").read_text("utf-8")


def test_one_plot_is_one_file(attended: Desk) -> None:
    attended.done("plots", "--out", "days.svg", "--only", "days")
    assert "Presence by day" in Path("days.svg").read_text("utf-8")
    attended.done("plots", "--out", "room.png", "--only", f"rooms-{LAST}")
    Path("rooms").mkdir()
    attended.done("plots", "--out", "rooms", "--only", "rooms")
    assert len(list(Path("rooms").iterdir())) == 4


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--out", "a.png"), "choose one of arrivals-"),
        (("--out", "a.gif"), ".png or .svg"),
        (("--out", "missing"), "missing"),
        (("--out", "missing/a.png", "--only", "days"), "missing"),
        (("--out", ".", "--only", "pies"), "no plot called pies"),
    ],
)
def test_what_cannot_be_drawn_is_said_and_nothing_written(attended, arguments, said) -> None:
    before = sorted(Path().iterdir())
    result = attended("plots", *arguments)
    assert result.code == 2
    assert said in result.err
    assert sorted(Path().iterdir()) == before


def test_the_report_is_a_pdf_with_the_same_numbers(attended: Desk) -> None:
    numbers = attended.done("report", "--out", "report.pdf", "--json").json
    document = pypdfium2.PdfDocument(Path("report.pdf").read_bytes())
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    figures = numbers["registered"], numbers["people"], numbers["no_shows"], numbers["walk_ins"]
    assert " ".join(map(str, ("The whole event", *figures))) in text
    assert TITLE in text
    assert "The threshold is 80 per cent." in text
    assert attended("report", "--out", "missing/report.pdf").code == 2
