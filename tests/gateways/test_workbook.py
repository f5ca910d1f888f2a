"""Workbooks open with real dates, a header that stays, filters, and every text as a text."""

import json
import zipfile
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from checkin.errors import CheckinError
from checkin.gateways.workbook import Sheet, write_workbook

CORPUS = Path(__file__).parents[1] / "corpus" / "export"


class Colour(StrEnum):
    GREEN = "green"


def written(path, *sheets, **options):
    write_workbook(path, sheets, **options)
    return load_workbook(path)


def cell_of(path, value):
    return written(path, Sheet("S", ("Value",), [(value,)]))["S"]["A2"]


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out.xlsx"


def test_header_filter_and_paper(out):
    rows = [("Jānis Bērziņš", 1), ("Åsa Öberg", 2)]
    sheet = written(out, Sheet("Day 1", ("Name", "No."), rows, widths=(30,)))["Day 1"]
    assert [[cell.value for cell in row] for row in sheet] == [["Name", "No."], *map(list, rows)]
    assert [cell.font.bold for cell in sheet[1]] == [True, True]
    assert not sheet["A2"].font.bold
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.column_dimensions["A"].width == pytest.approx(30, abs=1)


@pytest.mark.parametrize(
    ("value", "read", "form"),
    [
        (date(2016, 6, 2), datetime(2016, 6, 2), "yyyy-mm-dd"),
        (datetime(2016, 6, 2, 8, 58), datetime(2016, 6, 2, 8, 58), "yyyy-mm-dd hh:mm"),
        (
            datetime(2016, 6, 2, 8, 58, tzinfo=UTC),
            datetime(2016, 6, 2, 8, 58),
            "yyyy-mm-dd hh:mm",
        ),
        (datetime(1900, 3, 1), datetime(1900, 3, 1), "yyyy-mm-dd hh:mm"),
        (date(9999, 12, 31), datetime(9999, 12, 31), "yyyy-mm-dd"),
        (time(8, 58), time(8, 58), "hh:mm"),
        (time(0, 0), time(0, 0), "hh:mm"),
        (timedelta(hours=31, minutes=30), timedelta(hours=31, minutes=30), "[h]:mm"),
        (7.25, 7.25, "General"),
        (-3, -3, "General"),
        (True, 1, "General"),
    ],
    ids=repr,
)
def test_dates_times_and_numbers_are_real_ones(out, value, read, form):
    cell = cell_of(out, value)
    assert (cell.value, cell.number_format) == (read, form)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(1899, 12, 31), "1899-12-31"),
        (date(1900, 2, 28), "1900-02-28"),
        (10**15, "1000000000000000"),
        (12345678901234567890, "12345678901234567890"),
        (float("nan"), "nan"),
        (float("-inf"), "-inf"),
        (Colour.GREEN, "green"),
        ("007", "007"),
        ("2016-06-02", "2016-06-02"),
        ("https://example.org", "https://example.org"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("{=1+1}", "{=1+1}"),
        ("<r><t>raw</t></r>", "<r><t>raw</t></r>"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("  blanks  ", "  blanks  "),
        ("first\r\nsecond\rthird", "first\nsecond\nthird"),
        ("bell\x07 nul\x00 half\ud800 \ufffe", "bell nul half "),
        ("🙂 Ελένη Їжакевич", "🙂 Ελένη Їжакевич"),
        ("'quoted", "'quoted"),
    ],
    ids=ascii,
)
def test_texts_are_text_cells(out, value, text):
    cell = cell_of(out, value)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s" if text else "n", None)


@pytest.mark.parametrize("value", ["_x0041_", "_x005F_x0041_", "__x000D__x", "_X0041_"])
def test_what_looks_like_an_escape_is_none(out, value):
    # openpyxl leaves it to its users to undo the escapes of texts that stand in their cells.
    assert unescape(cell_of(out, value).value) == value


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.json")), ids=lambda path: path.stem)
def test_formulas_of_the_corpus_stay_texts(out, path):
    value = json.loads(path.read_text("utf-8"))["value"]
    sheet = written(out, Sheet("S", (value,), [(value,)]))["S"]
    for cell in (sheet["A1"], sheet["A2"]):
        assert (cell.value, cell.data_type) == (value.replace("\0", ""), "s")
    with zipfile.ZipFile(out) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=1, max_size=9))
def test_any_text_comes_back(tmp_path_factory, texts):
    out = tmp_path_factory.mktemp("texts") / "out.xlsx"
    sheet = written(out, Sheet("S", tuple(texts), [texts]))["S"]
    wanted = [text.translate({0xFFFE: None, 0xFFFF: None}) or None for text in texts]
    assert [sheet.cell(2, column).value for column in range(1, len(texts) + 1)] == wanted


@pytest.mark.parametrize("letter", ["a", "š", "🙂"])
@pytest.mark.parametrize("units", [32_766, 32_767, 32_768, 100_000])
def test_a_text_longer_than_a_cell_is_cut_and_says_so(out, letter, units):
    text = letter * (units // (len(letter.encode("utf-16-le")) // 2))
    value = cell_of(out, text).value
    assert len(value.encode("utf-16-le")) // 2 <= 32_767
    if len(text.encode("utf-16-le")) // 2 <= 32_767:
        assert value == text
    else:
        assert value.startswith(letter * 16_000)
        assert value.endswith(f"[cut: {len(text)} characters, more than a cell holds]")


def test_titles_are_made_legal_and_told_apart(out):
    wanted = [
        "Day 1",
        "day 1",
        "",
        "a[b]c:d*e?f/g\\h",
        "'quoted'",
        "History",
        "Workshop A: Finding partners abroad, and more",
        "Workshop A: Finding partners abroad, and less",
        "🙂" * 20,
        "\x00\n",
    ]
    book = written(out, *(Sheet(title, ("A",), []) for title in wanted))
    assert book.sheetnames == [
        "Day 1",
        "day 1 (2)",
        "Sheet",
        "a b c d e f g h",
        "quoted",
        "History (2)",
        "Workshop A Finding partners abr",
        "Workshop A Finding partners (2)",
        "🙂" * 15,
        "Sheet (2)",
    ]


@pytest.mark.parametrize(
    ("count", "sizes"),
    [(0, [0]), (1, [1]), (9, [9]), (10, [9, 1]), (18, [9, 9]), (19, [9, 9, 1])],
)
def test_a_full_sheet_goes_on_in_the_next(out, count, sizes):
    book = written(
        out, Sheet("Day", ("No.",), ((number,) for number in range(count))), rows_a_sheet=10
    )
    endings = ["", " (2)", " (3)"][: len(sizes)]
    assert book.sheetnames == [f"Day{ending}" for ending in endings]
    assert [sheet.max_row - 1 for sheet in book] == sizes
    assert [sheet["A1"].value for sheet in book] == ["No."] * len(sizes)
    assert [sheet.auto_filter.ref for sheet in book] == [
        f"A1:A{size + 1}" if size else "A1" for size in sizes
    ]
    numbers = [row[0] for sheet in book for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert numbers == list(range(count))


def test_gaps_and_short_rows_leave_cells_empty(out):
    sheet = written(out, Sheet("S", ("A", "B", "C"), [(None, "b"), ("", None, 3), ()]))["S"]
    assert list(sheet.iter_rows(min_row=2, values_only=True)) == [
        (None, "b", None),
        (None, None, 3),
    ]


def test_a_failure_midway_leaves_the_old_workbook(out):
    def rows():
        yield ("first",)
        raise CheckinError("stopped")

    out.write_text("old")
    with pytest.raises(CheckinError, match="stopped"):
        write_workbook(out, [Sheet("S", ("Name",), rows())])
    assert [path.read_text() for path in out.parent.iterdir()] == ["old"]


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(CheckinError) as said:
        write_workbook(tmp_path / "none" / "out.xlsx", [])
    assert said.value.code == "folder-missing"


def test_no_sheets_is_an_empty_workbook(out):
    assert len(written(out).sheetnames) == 1
