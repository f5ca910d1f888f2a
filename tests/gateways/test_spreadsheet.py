"""Lists in workbooks come in as they look: the right sheet, its header, its cells as texts."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from checkin.domain.days import find_date
from checkin.domain.values import read_yes
from checkin.errors import CheckinError
from checkin.gateways.sheets import read_list

MADE = Path(__file__).parents[1] / "corpus" / "made"
HEADER = ["Name", "E-mail", "Organisation"]
ANNA = ["Anna Kalna", "anna@example.lv", "RTU"]
IVO = ["Ivo Lejnieks", "ivo@example.lv", "LU"]


class Book:
    """A workbook somebody makes and sends."""

    def __init__(self, folder):
        self.path = folder / "people.xlsx"
        self.book = openpyxl.Workbook()
        self.book.remove(self.book.active)

    def sheet(self, name, *rows, state="visible"):
        sheet = self.book.create_sheet(name)
        sheet.sheet_state = state
        for row in rows:
            sheet.append(row)
        return sheet

    def read(self, sheet=""):
        self.book.save(self.path)
        return read_list(self.path, sheet=sheet)


@pytest.fixture
def book(tmp_path):
    return Book(tmp_path)


def cells(table):
    return [list(row.cells) for row in table.rows]


def codes(table):
    return [code for code, _ in table.warnings]


def test_a_plain_workbook_is_read_without_a_word(book):
    book.sheet("People", HEADER, ANNA, IVO)
    table = book.read()
    assert table.header == tuple(HEADER)
    assert cells(table) == [ANNA, IVO]
    assert (table.sheet, table.sheets, table.warnings) == ("People", ("People",), ())


def test_the_sheet_with_people_is_chosen_and_said(book):
    book.sheet("Read me", ["Lists of the seminar"], ["see the next sheet"])
    book.sheet("Summary", ["Organisation", "Participants"], *([f"Org {n}", n] for n in range(99)))
    book.sheet("People", HEADER, ANNA, IVO)
    book.sheet("Empty")
    table = book.read()
    assert table.sheet == "People"
    assert table.sheets == ("Read me", "Summary", "People")
    assert table.warnings == (("sheet-chosen", "People"),)
    assert cells(table) == [ANNA, IVO]


def test_a_hidden_sheet_is_offered_but_not_preferred(book):
    book.sheet("Last year", HEADER, ["Old", "old@example.lv", ""], IVO, ANNA, state="hidden")
    book.sheet("This year", ["Name"], ["Anna Kalna"], ["Ivo Lejnieks"])
    assert book.read().sheet == "This year"
    assert book.read("Last year").rows[0].cells[0] == "Old"


def test_of_two_lists_the_longer_one_is_chosen(book):
    book.sheet("Speakers", HEADER, ANNA)
    book.sheet("Participants", HEADER, ANNA, IVO)
    assert book.read().sheet == "Participants"


def test_a_sheet_with_people_is_chosen_before_one_with_a_header_alone(book):
    book.sheet("Form to fill in", [*HEADER, "Country", "Notes"])
    book.sheet("Answers", ["No.", "Name"], ["1", "Anna Kalna"])
    assert book.read().sheet == "Answers"


def test_nobody_on_the_likely_sheet_is_told_with_the_others(book):
    book.sheet("People", HEADER)
    book.sheet("Notes", ["Please", "read"], ["this", "first"])
    with pytest.raises(CheckinError) as caught:
        book.read()
    assert caught.value.code == "sheet-of-nobody"
    facts = caught.value.facts
    assert (facts["sheet"], facts["others"]) == ("People", "Notes")
    assert facts["choice"] == ("People", "Notes")


def test_a_sheet_named_is_read_without_a_warning(book):
    book.sheet("A & B", HEADER, ANNA)
    book.sheet("C", HEADER, IVO, ANNA)
    table = book.read("A & B")
    assert (cells(table), table.warnings) == ([ANNA], ())


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(book):
    book.sheet("One", HEADER, ANNA)
    book.sheet("Two", HEADER, IVO)
    with pytest.raises(CheckinError) as caught:
        book.read("Three")
    assert caught.value.code == "no-such-sheet"
    assert caught.value.facts["sheets"] == "One, Two"


def test_titles_of_several_cells_above_the_header_are_left_out(book):
    book.sheet("People", ["Seminar", "June 2016"], ["From", "the ministry"], [], HEADER, ANNA)
    table = book.read()
    assert table.header == tuple(HEADER)
    assert table.rows[0].number == 5
    assert table.warnings == (("rows-above-header", "2"),)


def test_rows_and_columns_are_counted_as_the_spreadsheet_shows_them(book):
    sheet = book.sheet("People")
    for at, row in enumerate([HEADER, ANNA, [], IVO], 4):
        for column, value in enumerate(row, 2):
            sheet.cell(at, column, value)
    table = book.read()
    assert table.header == ("Column A", *HEADER)
    assert [row.number for row in table.rows] == [5, 7]


def test_a_value_merged_over_rows_counts_for_each(book):
    sheet = book.sheet(
        "People", HEADER, ANNA, IVO[:2], [], ["Eva", "eva@example.lv"], ["Jon", "", "x"]
    )
    sheet.merge_cells("C2:C5")
    sheet.merge_cells("A1:A1")
    assert [row[2] for row in cells(book.read())] == ["RTU", "RTU", "RTU", "x"]


def test_a_title_and_a_header_may_be_merged(book):
    sheet = book.sheet(
        "People",
        ["Participants of the seminar"],
        ["Name", "Contact", None, "Organisation"],
        [None, "E-mail", "Phone"],
        ["Anna Kalna", "anna@example.lv", "1", "RTU"],
    )
    for area in ("A1:D1", "A2:A3", "B2:C2", "D2:D3"):
        sheet.merge_cells(area)
    table = book.read()
    assert table.header == ("Name", "E-mail", "Phone", "Organisation")
    assert table.rows[0].number == 4


def test_hidden_and_filtered_rows_are_read(book):
    sheet = book.sheet("People", HEADER, ANNA, IVO)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet.auto_filter.ref = "A1:C3"
    assert cells(book.read()) == [ANNA, IVO]


def test_a_column_without_a_heading_beside_the_list_belongs_to_it(book):
    book.sheet("People", HEADER, [*ANNA, "vegetarian"], IVO)
    table = book.read()
    assert table.header == (*HEADER, "Column D")
    assert cells(table)[0][3] == "vegetarian"


def test_a_stray_cell_is_left_out_and_said(book):
    sheet = book.sheet("People", HEADER, ANNA, IVO)
    sheet["XFD3"] = "."
    sheet["AB2"] = "!"
    table = book.read()
    assert cells(table) == [ANNA, IVO]
    assert table.warnings == (("cells-apart", "AB2"),)


@pytest.mark.parametrize("cell", ["XFD1048576", "AA1048576"])
def test_a_sheet_that_would_fill_the_memory_is_refused(book, cell):
    book.sheet("People", HEADER, ANNA)[cell] = "."
    with pytest.raises(CheckinError) as caught:
        book.read()
    assert caught.value.code == "workbook-spread"


@pytest.mark.parametrize(
    ("value", "format_", "text"),
    [
        (date(2016, 6, 2), "dd.mm.yyyy", "2016-06-02"),
        (datetime(2016, 6, 2, 9, 30), "d/m/yy h:mm", "2016-06-02 09:30"),
        (datetime(2016, 6, 2, 9, 30, 5), "d/m/yy h:mm:ss", "2016-06-02 09:30:05"),
        (time(9, 30), "h:mm", "09:30"),
        (timedelta(hours=37, minutes=30), "[h]:mm:ss", "37:30:00"),
        (37120000001, "0", "37120000001"),
        (1e20, "General", "100000000000000000000"),
        (0.000001, "General", "0.000001"),
        (12.5, "0.0", "12.5"),
        (-3.0, "0", "-3"),
        ("000123", "@", "000123"),
        ("12345678901234567890", "@", "12345678901234567890"),
        (True, "General", "yes"),
        (False, "General", "no"),
        ("two\nlines", "General", "two\nlines"),
        ("a_x000D_\nb", "General", "a\nb"),
        ("  blanks\xa0 ", "General", "blanks"),
        ("'+371 2000", "General", "+371 2000"),
        ("'t Hart", "General", "'t Hart"),
        ("Ja\u0304nis\u200b", "General", "Jānis"),
    ],
)
def test_cells_come_in_as_they_look(book, value, format_, text):
    cell = book.sheet("People", ["Name", "Field"], ["Anna", "x"])["B2"]
    cell.value, cell.number_format = value, format_
    assert book.read().rows[0].cells[1] == text


def test_days_and_yes_are_understood_further_on(book):
    book.sheet("People", ["Name", "Day", "Comes"], ["Anna", date(2016, 6, 2), True])
    _, day, comes = book.read().rows[0].cells
    assert find_date(day) == date(2016, 6, 2)
    assert read_yes(comes)


def test_the_other_epoch_of_dates_is_kept(book):
    book.book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.sheet("People", ["Name", "Day"], ["Anna", date(2016, 6, 2)])
    assert book.read().rows[0].cells[1] == "2016-06-02"


def test_formatted_letters_are_one_text(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "rich.xlsx") as made:
        sheet, bold = made.add_worksheet(), made.add_format({"bold": True})
        sheet.write_row(0, 0, HEADER)
        sheet.write_rich_string(1, 0, "Anna ", bold, "Kalna")
    assert cells(read_list(tmp_path / "rich.xlsx")) == [["Anna Kalna", "", ""]]


def test_what_is_no_text_is_marked(book):
    sheet = book.sheet("People", HEADER, [date(2016, 6, 2), 5, True], ANNA, ["Eva", "", "#N/A"])
    sheet["A5"] = "=1/0"
    table = book.read()
    assert [row.odd for row in table.rows] == [
        ((0, "cell-type"), (1, "cell-type"), (2, "cell-type")),
        (),
        ((2, "cell-error"),),
        ((0, "cell-no-value"),),
    ]
    assert table.rows[3].cells[0] == "=1/0"


def test_a_column_of_numbers_that_lost_their_zeros_is_said(book):
    book.sheet("People", ["Name", "Phone"], ["Anna", 37120000001], ["Ivo", "+37120000002"])
    assert book.read().warnings == (("zeros-lost", "Phone"),)


def test_a_value_that_a_formula_had_is_used(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "formulas.xlsx") as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        sheet.write_formula(1, 0, '=CONCATENATE("Anna"," Kalna")', None, "Anna Kalna")
        sheet.write_formula(1, 1, '=IF(1>2,"a>b","x")', None, "x")
        sheet.write_formula(1, 2, "=NA()", None, "#N/A")
    (row,) = read_list(tmp_path / "formulas.xlsx").rows
    assert row.cells == ("Anna Kalna", "x", "#N/A")
    assert row.odd == ((2, "cell-error"),)


@pytest.mark.parametrize("name", ["libreoffice.ods", "libreoffice.xls", "libreoffice.xlsx"])
def test_what_another_program_saves_is_read_alike(name):
    table = read_list(MADE / name)
    assert (table.sheet, table.sheets) == ("Dalībnieki", ("Read me", "Dalībnieki", "Old"))
    assert table.header[:5] == ("Name", "E-mail", "Organisation", "Registered", "Phone")
    assert [row.number for row in table.rows] == [4, 5, 6]
    assert [row.cells[0] for row in table.rows] == ["Jānis Bērziņš", "Õnne Jõgi", "Łukasz Żółć"]
    assert [row.cells[3] for row in table.rows] == ["2016-05-03", "2016-05-04 09:30", "10:15"]
    assert [row.cells[4] for row in table.rows] == ["+37120000001", "37250000002", "0012"]
    assert [read_yes(row.cells[5]) for row in table.rows] == [True, False, True]
    assert [row.cells[6] for row in table.rows[1:]] == ["ab", "two\nlines"]
    assert [row.cells[2] for row in table.rows][:2] == ["Rīgas Tehniskā universitāte"] * 2
