"""The files of the export: texts stay texts in each of them, whatever somebody is called."""

import csv
import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from checkin.assets import resources
from checkin.domain.event import Event
from checkin.domain.exportpeople import day_table
from checkin.domain.exporttables import Export
from checkin.domain.formulas import STARTS, unguard
from checkin.domain.people import Attendee
from checkin.domain.reckoning import DayRecord, Record
from checkin.gateways.cells import cell_text
from checkin.gateways.exportfiles import (
    write_export_csv,
    write_export_json,
    write_export_workbook,
)
from checkin.gateways.exportwords import EXPORT_WORDS, ExportWords
from checkin.gateways.workbook import Sheet, write_workbook

CORPUS = sorted((Path(__file__).parents[1] / "corpus" / "export").iterdir())
CASES = [json.loads(path.read_text("utf-8")) for path in CORPUS]
VALUES = [case["value"] for case in CASES]
DAY = date(2026, 6, 2)
WORDS = ExportWords.load(resources() / EXPORT_WORDS)


def export_of(*values: str) -> Export:
    """Return a day on which people came who are called so, from organisations called so."""
    event = Event("e" * 32, "=1+1 & more", DAY, DAY, "Europe/Riga", "@home")
    records = [
        Record(
            Attendee(f"{number:032x}", value, organisation=value, organisation_kind=value),
            (DayRecord(DAY, expected=True, first_in=0, lists=(value,)),),
        )
        for number, value in enumerate(values)
    ]
    table = day_table(event, DAY, records, dict(zip(values, values, strict=True)))
    return Export(event, (DAY,), (table,), {DAY: "4F0A-12BC"})


def test_there_are_cases():
    assert len(CASES) > 20


def test_in_a_workbook_no_cell_is_a_formula(tmp_path):
    write_export_workbook(tmp_path / "a.xlsx", export_of(*VALUES), WORDS)
    header, *rows = openpyxl.load_workbook(tmp_path / "a.xlsx")[DAY.isoformat()].iter_rows()
    places = [
        place
        for place, cell in enumerate(header)
        if cell.value in {"Name", "Organisation", "Kind", "Lists"}
    ]
    assert len(places) == 4
    for value, row in zip(VALUES, rows, strict=True):
        for place in places:
            assert row[place].data_type == "s"
            assert row[place].value == cell_text(value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["value"])[:20])
def test_in_csv_it_is_neutral_and_comes_back_the_same(case, tmp_path):
    value, path = case["value"], tmp_path / "a.csv"
    write_export_csv(path, export_of(value).tables, WORDS)
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    for name in ("Name", "Organisation", "Kind", "Lists"):
        assert unguard(row[name]) == value
        if case["must_be_neutral_in_csv"]:
            assert row[name].startswith("'")
        assert row[name].lstrip()[:1] not in set(STARTS)


def test_json_has_every_text_as_it_is(tmp_path):
    write_export_json(tmp_path / "a.json", export_of(*VALUES))
    told = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert told["event"] == "=1+1 & more"
    assert [row["name"] for row in told["day"]] == VALUES


def test_the_margins_have_event_day_seal_and_page_and_no_codes_of_a_title(tmp_path):
    write_export_workbook(tmp_path / "a.xlsx", export_of("Ada"), WORDS)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")[DAY.isoformat()]
    assert sheet.oddHeader.left.text == "&B=1+1 && more, @home"
    assert sheet.oddHeader.right.text == DAY.isoformat()
    assert sheet.oddFooter.left.text == "Seal 4F0A-12BC"
    assert sheet.oddFooter.right.text == "Page &P of &N"
    # One page across is what it means when nothing is said.
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)


def test_a_matrix_too_wide_for_a_page_goes_on_beside_it_with_the_names_again(tmp_path):

    header = ("Name", *(f"2026-06-02 09:{number:02} Workshop" for number in range(30)))
    write_workbook(tmp_path / "a.xlsx", [Sheet("S", header, [("Ada",)], kept=1)])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["S"]
    assert sheet.page_setup.fitToWidth == 2
    assert sheet.print_title_cols == "$A:$A"
    assert sheet.freeze_panes == "B2"
    assert sheet.row_dimensions[1].height == 45
