"""The numbers for the report as they are asked for and taken away."""

import csv
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from tests.cli.desk import FIRST, LAST, TITLE, Desk


@pytest.fixture
def attended(desk: Desk) -> Desk:
    """Ada of a small company in Latvia came on the first day, Bob did not."""
    texts = (
        "--organisation",
        "=Riga Tech",
        "--organisation-kind",
        "company",
        "--country",
        "Latvia",
    )
    ada = desk.add("Ada", *texts, "--custom", "Company size=10-49")
    desk.add("Bob", "--organisation", "Metal")
    desk.scan(ada["code"])
    return desk


def test_the_numbers_are_told(attended: Desk) -> None:
    found = attended.done("report", "--json").json
    assert found["event"] == TITLE
    assert (found["registered"], found["people"], found["small_and_medium"]) == (2, 1, 1)
    assert [(day["day"], day["people"], day["no_shows"]) for day in found["days"]] == [
        (FIRST, 1, 1),
        (LAST, 0, 0),
    ]
    assert found["kinds"] == [{"kind": "company", "organisations": 1, "people": 1}]
    assert found["countries"] == [{"country": "Latvia", "organisations": 1, "people": 1}]
    said = attended.done("report").out
    assert f"{TITLE}: registered 2, people 1, no shows 0, walk ins 1" in said


def test_the_workbook_says_the_same(attended: Desk) -> None:
    attended.done("report", "--out", "numbers.xlsx")
    book = openpyxl.load_workbook("numbers.xlsx")
    assert book.sheetnames == ["Numbers", "Kinds", "Countries"]
    header, *rows = book["Numbers"].iter_rows(values_only=True)
    whole, first, _ = (dict(zip(header, row, strict=True)) for row in rows)
    assert (whole["Name"], whole["People"], whole["Registered"]) == (TITLE, 1, 2)
    assert (first["Date"], first["No-shows"]) == (datetime.fromisoformat(FIRST), 1)
    assert list(book["Countries"].iter_rows(values_only=True))[1] == ("Latvia", 1, 1)


def test_the_csv_has_all_in_one_table(attended: Desk) -> None:
    attended.done("report", "--out", "numbers.csv")
    with Path("numbers.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert {len(row) for row in rows} == {len(header)}
    assert [row[0] for row in rows] == ["event", "day", "day", "kind", "country"]


def test_a_place_that_cannot_be_written_is_said_before_anything_is_read(attended: Desk) -> None:
    for out in ("numbers.txt", "nowhere/numbers.csv"):
        attended("report", "--out", out).one_sentence()
