"""The export from the command line: each table as each kind of file, columns, language."""

import csv
import json
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from checkin.domain.exporttables import TableKind
from tests.cli.desk import FIRST, LAST, Desk


@pytest.fixture
def attended(desk: Desk) -> Desk:
    """Ada was in a workshop for 45 of its 90 minutes, Bob did not come, a stranger was refused."""
    ada = desk.add("Ada Lovelace", "--organisation", "Riga Photonics", "--country", "Latvia")
    desk.add("Bob Absent", "--organisation", "Riga Photonics")
    words = ("--starts", "09:00", "--ends", "10:30", "--kind", "workshop", "--day", FIRST)
    desk.done("sessions", "add", "Lasers", *words)
    desk.scan(ada["code"])
    desk.scan(ada["code"], "--list", "Lasers")
    desk.now += timedelta(minutes=45)
    desk.scan(ada["code"], "--exit", "--list", "Lasers")
    desk("scan", "wifi:free")
    return desk


def rows_of(path: Path | str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_folder_gets_a_csv_file_of_each_table(attended: Desk) -> None:
    Path("all").mkdir()
    attended.done("attendance", "--out", "all")
    assert {path.name for path in Path("all").iterdir()} == {f"{one}.csv" for one in TableKind}
    (lasers,) = rows_of("all/session.csv")
    assert (lasers["Name"], lasers["Session"]) == ("Ada Lovelace", "Lasers")
    assert (lasers["Came"], lasers["Went"], lasers["Hours"]) == ("09:00:00", "09:45:00", "0:45:00")
    assert lasers["Share"] == "0.5000"
    bob, ada = rows_of("all/matrix.csv")
    assert ada[f"{FIRST} 09:00 Lasers"] == "0:45:00"
    assert (ada["Threshold reached"], bob["Hours"]) == ("no", "0:00:00")
    (origin, *_) = rows_of("all/organisations.csv")
    assert (origin["Organisation"], origin["Country"]) == ("Riga Photonics", "Latvia")
    assert (origin["Registered"], origin["Present"], origin[FIRST], origin[LAST]) == tuple("1110")


def test_the_scans_hold_the_refused_ones_too(attended: Desk) -> None:
    attended.done("attendance", "--table", "scans", "--out", "scans.csv")
    rows = rows_of("scans.csv")
    assert [row["Verdict"] for row in rows] == ["accepted"] * 3 + ["refused"]
    assert (rows[-1]["Name"], rows[-1]["Reason"]) == ("", "not a code of this event")
    assert [row["Direction"] for row in rows] == ["entry", "entry", "exit", "entry"]
    assert {row["Operator"] for row in rows} == {"Elīna"}


def test_json_has_every_table_with_codes_and_numbers(attended: Desk) -> None:
    attended.done("attendance", "--out", "all.json", "--language", "lv")
    told = json.loads(Path("all.json").read_text("utf-8"))
    assert list(told)[4:] == list(TableKind)
    ada = next(row for row in told["day"] if row["name"] == "Ada Lovelace")
    assert (ada["hours"], ada["share"], ada["present"]) == (0.75, 0.5, True)
    assert ada["first_in"] == f"{FIRST}T09:00:00.000+03:00"
    assert ada["lists"] == ["Entrance day 1", "Lasers"]
    assert list(told["matrix"][1]["sessions"].values()) == [0.75]
    assert told["matrix"][1]["days"] == {FIRST: 0.75, LAST: 0.0}
    assert told["scans"][-1]["reason"] == "invalid"


def test_a_table_is_printed_as_json_and_asked_for_in_vain_without(attended: Desk) -> None:
    told = attended.done("attendance", "--table", "scans", "--json").json
    assert [row["verdict"] for row in told["scans"]] == ["ok", "ok", "ok", "error"]
    assert "day" not in told
    attended("attendance", "--table", "scans").one_sentence()


def test_columns_are_chosen_and_ordered_and_called_as_somebody_reads_them(attended: Desk) -> None:
    words = ("--columns", "hours,name,booked", "--columns", "scans=operator,time")
    attended.done("attendance", *words, "--language", "de", "--out", "a.xlsx")
    book = openpyxl.load_workbook("a.xlsx")
    assert [cell.value for cell in book[FIRST][1]] == ["Stunden", "Name"]
    assert [cell.value for cell in book["Lasers"][1]] == ["Stunden", "Name", "Gebucht"]
    assert [cell.value for cell in book["Scans"][1]] == ["Bediener", "Zeit"]
    assert book["Übersicht"]["B1"].value == "Datum"
    assert book["Lasers"]["C2"].value == "nein"


@pytest.mark.parametrize(
    "words",
    [
        ("--columns", "nonsense"),
        ("--columns", ""),
        ("--columns", "nowhere=name"),
        ("--table", "scans", "--columns", "hours"),
        ("--language", "xx"),
        ("--language", "key"),
        ("--table", "day", "--table", "scans"),
    ],
)
def test_what_is_not_there_is_one_sentence(attended: Desk, words: tuple[str, ...]) -> None:
    attended("attendance", *words, "--out", "a.csv").one_sentence()
    assert not Path("a.csv").exists()


def test_a_folder_that_cannot_hold_them_all_gets_none(attended: Desk) -> None:
    Path("all/matrix.csv").mkdir(parents=True)
    attended("attendance", "--out", "all").one_sentence()
    assert [path.name for path in Path("all").iterdir()] == ["matrix.csv"]
