"""Whatever texts, numbers and days somebody's program writes into a workbook are read the same."""

import re
from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checkin.gateways.letters import letters_right
from checkin.gateways.rows import clean_cell
from checkin.gateways.sheets import read_list
from checkin.gateways.tidying import tidy

# Texts that a spreadsheet can hold, not those that its programs would take for escapes or errors,
# nor those that a list's reader puts right.
TEXTS = (
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=40)
    .filter(
        lambda text: not re.search("_x[0-9A-Fa-f]{4}_", text) and not text.startswith(("=", "#"))
    )
    .filter(lambda text: not letters_right(text)[1])
)
DAYS = st.dates(date(1901, 1, 1), date(2100, 12, 31))
MOMENTS = st.datetimes(datetime(1901, 1, 1), datetime(2100, 12, 31)).map(
    lambda moment: moment.replace(microsecond=0)
)
VALUES = st.one_of(TEXTS, st.integers(-(10**14), 10**14), st.booleans(), DAYS, MOMENTS)
TABLES = st.lists(st.tuples(TEXTS, VALUES, VALUES), min_size=1, max_size=8)


def with_openpyxl(path, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


def with_xlsxwriter(path, rows):
    options = {"strings_to_urls": False, "strings_to_formulas": False, "remove_timezone": True}
    with xlsxwriter.Workbook(path, options) as book:
        sheet = book.add_worksheet()
        kinds = {
            datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
            date: book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write(at, column, value, kinds.get(type(value)))


def meant(value):
    match value:
        case str():
            return clean_cell(tidy(value))
        case bool():
            return "yes" if value else "no"
        case datetime():
            if (value.hour, value.minute, value.second) == (0, 0, 0):
                return value.date().isoformat()
            return value.isoformat(" ", "seconds" if value.second else "minutes")
        case date():
            return value.isoformat()
    return str(value)


@pytest.mark.parametrize("write", [with_openpyxl, with_xlsxwriter])
@settings(max_examples=60)
@example(rows=[("", "0", "&gt;")])
@given(rows=TABLES)
def test_what_is_written_is_what_is_read(tmp_path_factory, write, rows):
    path = tmp_path_factory.mktemp("written") / "people.xlsx"
    write(path, [("Name", "E-mail", "Organisation"), ("First", "first@example.lv", "x"), *rows])
    expected = [tuple(map(meant, row)) for row in rows]
    table = read_list(path)
    assert [row.cells for row in table.rows[1:]] == [row for row in expected if any(row)]
