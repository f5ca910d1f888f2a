"""Export of the roster from the window."""

import csv

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.ui.attendees.conftest import CTRL


@pytest.mark.parametrize(
    ("typed", "kind", "file"),
    [
        ("out.xlsx", "Workbook (*.xlsx)", "out.xlsx"),
        ("out.csv", "Workbook (*.xlsx)", "out.csv"),
        ("out", "CSV (*.csv)", "out.csv"),
        ("out", "Workbook (*.xlsx)", "out.xlsx"),
    ],
)
def test_everybody_is_written_where_somebody_says(people, monkeypatch, typed, kind, file):
    folder = people.laptop.path.parent
    proposed: list[str] = []

    def choose(parent, title, proposal, pattern):
        proposed.append(proposal)
        return str(folder / typed), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    people.key(Qt.Key.Key_E, CTRL)
    people.laptop.until(lambda: people.said == [f"4 attendees are in {file}."])
    assert proposed[0].endswith("Clusters go international attendees.xlsx")
    path = folder / file
    if file.endswith(".csv"):
        rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    else:
        rows = list(openpyxl.load_workbook(path).active.values)
    assert {row[0] for row in rows[1:]} == {*people.names}


def test_who_thinks_better_of_it_gets_no_file(people, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    people.key(Qt.Key.Key_E, CTRL)
    assert people.said == []


def test_a_place_that_cannot_be_written_is_one_sentence(people):
    people.page.exporting.write(people.laptop.path.parent / "nowhere" / "out.csv")
    people.laptop.until(lambda: bool(people.said))
    assert "nowhere" in people.said[0]
    assert people.said[0].endswith(".")


def test_a_canceled_export_leaves_no_file(people):
    path = people.laptop.path.parent / "out.csv"
    long = people.page.bench.long
    long.started.connect(long.cancel)
    people.page.exporting.write(path)
    people.laptop.until(lambda: people.said == ["Canceled. Nothing was changed."])
    assert not path.exists()
    assert not list(path.parent.glob("*out*"))
