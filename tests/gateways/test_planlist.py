"""A plan as a file: every part of it, and rows not taken that come in as they were."""

import unicodedata
from pathlib import Path

import openpyxl
from hypothesis import assume, example, given
from hypothesis import strategies as st

from checkin.assets import resources
from checkin.domain.changes import FieldChange, RowKind, RowPlan
from checkin.domain.people import Attendee
from checkin.domain.table import Row, RowFault, Table
from checkin.gateways.columns import Columns
from checkin.gateways.garbled import ungarbled
from checkin.gateways.planlist import NOTES, not_taken, plan_sheets
from checkin.gateways.sheets import read_list
from checkin.gateways.text import write_csv
from checkin.gateways.workbook import write_workbook

HEADER = ("Name", "E-mail", "Meal")
BAD = RowFault(3, "E-mail", "bad-email", "no mail")


def table(*rows: tuple[str, ...]) -> Table:
    return Table(HEADER, [Row(number, row) for number, row in enumerate(rows, 2)])


def test_every_part_of_a_plan_has_its_sheet(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    fields = (FieldChange("job_title", "", "Chair"), FieldChange("custom.Meal", "Fish", ""))
    write_workbook(
        path,
        plan_sheets(
            table(("Ada", "", ""), ("Bob", "no mail", "=1+1")),
            [BAD, RowFault(9, "", "quotes", '"', ('"Zoe, ?',))],
            [("name-odd", "7: 12345")],
            [RowPlan(5, RowKind.CHANGED, "Dora", "d@x.example", "Org", "id", fields)],
            [RowPlan(2, RowKind.ADDED, "Ada")],
            [Attendee("id", "Gone", email="g@x.example", organisation="RTU")],
        ),
    )
    book = openpyxl.load_workbook(path)
    sheets = {one.title: [[c or "" for c in row] for row in one.values] for one in book}
    assert list(sheets) == ["Not taken", "To look at", "Changed", "Added", "Missing"]
    assert sheets["Not taken"] == [
        [
            *("Check-in: row", "Check-in: column", "Check-in: why", "Check-in: what stands there"),
            *HEADER,
        ],
        [3, "E-mail", "not an e-mail address", "no mail", "Bob", "no mail", "=1+1"],
        [9, "whole row", "quotes out of place", '"', '"Zoe, ?', "", ""],
    ]
    assert sheets["To look at"][1] == ["row 7: 12345: is that a name?"]
    who = [5, "Dora", "d@x.example", "Org"]
    assert sheets["Changed"][1:] == [
        [*who, "job title", "", "Chair"],
        [*who, "Meal", "Fish", ""],
    ]
    assert sheets["Added"][1:] == [[2, "Ada", "", ""]]
    assert sheets["Missing"][1:] == [["Gone", "g@x.example", "RTU"]]
    assert book["Not taken"]["G2"].data_type == "s"


# What a list can hold once it was read: cells without blanks around and letters nobody sees.
CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp"])).map(
    lambda text: " ".join(text.split())
)


@example(("", "", "ý¡©A"))
@given(st.tuples(CELLS, CELLS, CELLS).filter(any))
def test_a_row_that_was_not_taken_comes_in_as_it_was(tmp_path_factory, cells) -> None:
    # What by chance reads as letters of a wrong code page is put right, as in any list.
    assume(not ungarbled(",".join(cells))[1])
    path = tmp_path_factory.mktemp("back") / "back.csv"
    first = table(("Ada", "a@x.example", ""), cells)
    sheet = not_taken(first, [BAD])
    write_csv(path, sheet.header, sheet.rows)
    back = read_list(path)
    [row] = back.rows
    assert row.cells[-3:] == read_like(cells)


def read_like(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Return cells in the one form in which letters are kept."""
    return tuple(unicodedata.normalize("NFC", cell) for cell in cells)


def test_nothing_is_taken_of_what_was_noted(tmp_path: Path) -> None:
    back = Table((*NOTES, *HEADER), [Row(2, ("2", "", "", "", "Bob", "bob@x.example", ""))])
    columns = Columns.load(resources() / "columns.toml").guess(back)
    assert columns == {4: "name", 5: "email", 6: "custom.Meal"}


def test_a_row_too_long_for_its_header_is_too_long_again(tmp_path: Path) -> None:
    fault = RowFault(4, "", "columns", "x", ("Ada", "", "", "x"))
    sheet = not_taken(table(("Bob", "", "")), [fault])
    write_csv(tmp_path / "back.csv", sheet.header, sheet.rows)
    back = read_list(tmp_path / "back.csv")
    assert [(one.row, one.reason, one.value) for one in back.faults] == [(2, "columns", "x")]
