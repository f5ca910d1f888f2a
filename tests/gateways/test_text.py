"""Lists go out as text that every spreadsheet program opens right and none calculates."""

import csv
import json
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from checkin.domain.formulas import unguard
from checkin.errors import CheckinError
from checkin.gateways.text import write_csv

CORPUS = Path(__file__).parents[1] / "corpus" / "export"


def written(path, header, rows):
    write_csv(path, header, rows)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_the_bytes_are_what_spreadsheet_programs_expect(tmp_path):
    write_csv(tmp_path / "a.csv", ("Name", "Note"), [("Jānis Bērziņš", 'a "b", c')])
    assert (tmp_path / "a.csv").read_bytes() == (
        b"\xef\xbb\xbfName,Note\r\n" + 'Jānis Bērziņš,"a ""b"", c"\r\n'.encode()
    )


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("", ""),
        (7, "7"),
        (-7, "-7"),
        (0.9063, "0.9063"),
        (date(2016, 6, 2), "2016-06-02"),
        (time(8, 58), "08:58:00"),
        (datetime(2016, 6, 2, 8, 58, 1, 999), "2016-06-02 08:58:01"),
        (datetime(2016, 6, 2, 8, 58, tzinfo=UTC), "2016-06-02 08:58:00+00:00"),
        (timedelta(hours=31, minutes=5, seconds=9), "31:05:09"),
        (timedelta(minutes=-5), "-0:05:00"),
        ("first\nsecond", "first\nsecond"),
    ],
    ids=repr,
)
def test_cells(tmp_path, cell, text):
    assert written(tmp_path / "a.csv", ("Cell", "End"), [(cell, "x")]) == [
        ["Cell", "End"],
        [text, "x"],
    ]


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.json")), ids=lambda path: path.stem)
def test_no_text_is_a_formula_and_each_comes_back(tmp_path, path):
    case = json.loads(path.read_text("utf-8"))
    [[heading], [cell]] = written(tmp_path / "a.csv", (case["value"],), [(case["value"],)])
    assert heading == cell
    assert unguard(cell) == case["value"]
    if case["must_be_neutral_in_csv"]:
        assert cell == "'" + case["value"]
    if case["must_stay_verbatim"]:
        assert unguard(cell) == case["value"]


def test_half_a_letter_does_not_stop_a_list(tmp_path):
    assert written(tmp_path / "a.csv", ("Name",), [("A\ud800",)])[1] == ["A?"]


def test_a_failure_midway_leaves_the_old_list(tmp_path):
    def rows():
        yield ("first",)
        raise CheckinError("stopped")

    (tmp_path / "a.csv").write_text("old")
    with pytest.raises(CheckinError, match="stopped"):
        write_csv(tmp_path / "a.csv", ("Name",), rows())
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]
