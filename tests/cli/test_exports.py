"""Files that people take away: attendance and roster as workbook and CSV, badges as PDF and PNG."""

import csv
from datetime import datetime, time, timedelta
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from checkin.capture.decode import decode_image
from tests.cli.desk import FIRST, LAST, Desk

ODD_NAMES = ("=1+1", "@cmd", "-Ada", "+371 200", "Jānis Bērziņš", "O'Brien", "'quoted", "李 明")


@pytest.fixture
def attended(desk: Desk) -> Desk:
    """Ada came and left on the first day, Bob did not come, odd names came on both."""
    ada = desk.add("Ada Lovelace", "--organisation", "Riga Photonics", "--custom", "Meal=Fish")
    desk.add("Bob Absent")
    odd = [desk.add(name)["code"] for name in ODD_NAMES]
    desk.scan(ada["code"], *odd)
    desk.now += timedelta(hours=6, minutes=30)
    desk.scan(ada["code"], "--exit")
    desk.now += timedelta(hours=18)
    desk.scan(*odd)
    return desk


def rows_of(sheet: object) -> list[dict[str, object]]:
    header, *rows = sheet.iter_rows(values_only=True)  # type: ignore[attr-defined]
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_the_workbook_has_a_sheet_a_day_and_a_summary(attended: Desk) -> None:
    attended.done("attendance", "--out", "attendance.xlsx")
    book = openpyxl.load_workbook("attendance.xlsx")
    people, logs = ["Person × session", "Organisations"], ["Scans", "Corrections"]
    assert book.sheetnames == ["Summary", FIRST, LAST, *people, *logs]
    for sheet in book:
        assert sheet.freeze_panes == ("B2" if sheet.title == people[0] else "A2")
        assert sheet.auto_filter.ref.startswith("A1:")
    told = attended.done("attendance", "--json").json["days"]
    *of_days, whole = rows_of(book["Summary"])
    assert (whole["Date"], whole["Present"]) == ("All days", len(ODD_NAMES) + 1)
    for day, line in zip(told, of_days, strict=True):
        assert line["Date"] == datetime.fromisoformat(day["day"])
        assert (line["Registered"], line["Present"]) == (day["registered"], day["present"])
    for day in told:
        rows = rows_of(book[day["day"]])
        assert [row["Name"] for row in rows] == [one["name"] for one in day["attendees"]]
        assert [row["Present"] == "yes" for row in rows] == [
            one["first_in"] is not None for one in day["attendees"]
        ]


def test_the_workbook_holds_real_dates_and_times_and_no_formulas(attended: Desk) -> None:
    attended.done("attendance", "--out", "attendance.xlsx")
    sheet = openpyxl.load_workbook("attendance.xlsx")[FIRST]
    people = {row["Name"]: row for row in rows_of(sheet)}
    ada = people["Ada Lovelace"]
    assert ada["Date"] == datetime.fromisoformat(FIRST)
    assert (ada["First in"], ada["Last out"]) == (time(9), time(15, 30))
    assert people["Bob Absent"]["First in"] is None
    assert set(ODD_NAMES) <= people.keys()
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}


def test_the_csv_opens_with_the_right_letters_and_runs_nothing(attended: Desk) -> None:
    attended.done("attendance", "--out", "attendance.csv")
    assert Path("attendance.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with Path("attendance.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    told = attended.done("attendance", "--json").json["days"]
    assert len(rows) == sum(len(day["attendees"]) for day in told)
    assert sum(row["Present"] == "yes" for row in rows) == sum(day["present"] for day in told)
    ada = next(row for row in rows if row["Name"] == "Ada Lovelace")
    assert (ada["Date"], ada["First in"], ada["Last out"]) == (FIRST, "09:00:00", "15:30:00")
    texts = {text for row in rows for text in row.values()}
    assert not [text for text in texts if text[:1] in ("=", "+", "-", "@", "\t", "\r")]
    assert {"'=1+1", "'@cmd", "''quoted", "Jānis Bērziņš", "O'Brien"} <= texts


def test_a_day_or_a_list_alone_is_exported(attended: Desk) -> None:
    attended.done("attendance", "--day", LAST, "--out", "day.xlsx")
    book = openpyxl.load_workbook("day.xlsx")
    assert book.sheetnames[:2] == ["Summary", LAST]
    assert {row["List"] for row in rows_of(book["Scans"])} == {"Entrance day 2"}
    (line,) = rows_of(book["Summary"])
    assert line["Present"] == len(ODD_NAMES)
    attended.done("attendance", "--list", FIRST, "--out", "list.xlsx")
    book = openpyxl.load_workbook("list.xlsx")
    assert book.sheetnames[:2] == ["Summary", FIRST]
    assert {row["List"] for row in rows_of(book["Scans"])} == {"Entrance day 1"}


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_roster_can_be_taken_away_and_imported_again(attended: Desk, kind: str) -> None:
    attended.done("attendees", "--out", f"people.{kind}")
    before = attended.done("attendees", "--json").json
    if kind == "xlsx":
        sheet = openpyxl.load_workbook("people.xlsx").active
        rows = rows_of(sheet)
    else:
        with Path("people.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        again = attended("import", "people.csv", "--dry-run", "--json").json
        assert (again["added"], again["rejected"]) == (0, [])
    assert len(rows) == len(before)
    assert {row["Badge"] for row in rows} == {one["badge"] for one in before}
    assert {row["Meal"] or "" for row in rows} == {"Fish", ""}


def test_an_export_to_nowhere_changes_nothing(attended: Desk) -> None:
    Path("folder.csv").mkdir()
    for out in ("x.pdf", "x", ".csv", "", "nowhere/x.csv", "folder.csv", "x" * 300 + ".csv"):
        for words in (("attendees",), ("attendance",)):
            attended(*words, "--out", out).one_sentence()
    left = {path.name for path in attended.folder.iterdir()}
    assert left <= {"folder.csv", "installation", "seminar.checkin", "seminar.checkin-lock"}


def test_badges_are_printed_and_their_codes_open_the_door(desk: Desk) -> None:
    codes = {desk.add(f"Nr {number}")["code"] for number in range(9)}
    canceled = desk.add("Canceled")
    desk.done("cancel", canceled["id"])
    printed = desk.done("badges", "--out", "badges.pdf", "--png", "pictures", "--json").json
    assert (printed["badges"], printed["pages"]) == (9, 2)
    with pypdfium2.PdfDocument("badges.pdf") as pdf:
        assert len(pdf) == 2
        for number in range(2):
            page = pdf[number]
            page.render(scale=3).to_pil().save(f"page{number}.png")
            page.close()
    found = [text for number in range(2) for text in decode_image(Path(f"page{number}.png"))]
    assert (len(found), set(found)) == (9, codes)
    pictures = sorted(Path("pictures").glob("*.png"))
    assert len(pictures) == 9
    verdicts = desk.scan(*(part for path in pictures for part in ("--image", path)))
    assert {line["code"] for line in verdicts if line["status"] == "ok"} == codes


def test_one_badge_is_printed_and_nobody_asked_for_is_a_sentence(desk: Desk) -> None:
    ada = desk.add("Ada")
    one = desk.done("badges", "--only", ada["badge"], "--out", "one.pdf", "--json").json
    assert one["badges"] == 1
    desk("badges").one_sentence()
    desk("badges", "--only", "nobody", "--out", "none.pdf").one_sentence()
    assert not Path("none.pdf").exists()
