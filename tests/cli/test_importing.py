"""`checkin import` as an organizer uses it: columns, the plan before and after, badges since."""

from pathlib import Path

import openpyxl
import pytest

import checkin.cli.importing
from checkin.domain.table import Row, Table
from tests.cli.desk import Desk
from tests.oddlists import Case, cases
from tests.telling import told

HEADER = "Name,E-mail,Organisation,Meal"


def written(desk: Desk, *rows: str, header: str = HEADER, name: str = "list.csv") -> Path:
    path = desk.folder / name
    path.write_text("\n".join((header, *rows)), "utf-8")
    return path


def people(desk: Desk) -> dict[str, dict[str, object]]:
    return {one["name"]: one for one in desk.done("attendees", "--json").json}


def test_columns_are_what_they_were_said_to_be_last_time(desk: Desk) -> None:
    first = written(desk, "Ada,a@x.example,Org,Fish")
    desk.done("import", first, "--map", "Meal=notes", "--leave-out", "Organisation")
    again = written(desk, "Soup,Org,b@x.example,Bob", header="MEAL,Organisation,e-mail,Name")
    answer = desk.done("import", again)
    assert "Columns as last time for this kind of list" in answer.out
    bob = people(desk)["Bob"]
    assert (bob["notes"], bob["organisation"], bob["custom"]) == ("Soup", "", {})
    other = desk.done("import", written(desk, "Cy,,Org", header="Name,E-mail,Organisation"))
    assert "as last time" not in other.out
    assert people(desk)["Cy"]["organisation"] == "Org"


def test_a_dry_run_remembers_nothing(desk: Desk) -> None:
    path = written(desk, "Ada,a@x.example,Org,Fish")
    desk.done("import", path, "--map", "Meal=notes", "--dry-run")
    assert not desk.done("import", path, "--dry-run", "--json").json["recalled"]


def test_fresh_guesses_again_and_what_was_said_is_forgotten(desk: Desk) -> None:
    desk.done("import", written(desk, "Ada,a@x.example,Org,Fish"), "--map", "Meal=notes")
    path = written(desk, "Bob,b@x.example,Org,Fish")
    assert desk.done("import", path, "--fresh", "--json").json["columns"]["Meal"] == "custom.Meal"
    assert not desk.done("import", path, "--json").json["recalled"]


def test_what_is_said_now_goes_before_what_was_said_last_time(desk: Desk) -> None:
    path = written(desk, "Ada,a@x.example,Org,Fish")
    desk.done("import", path, "--map", "Meal=notes")
    columns = desk.done("import", path, "--map", "Organisation=notes", "--json").json["columns"]
    assert columns == {
        **{"Name": "name", "E-mail": "email"},
        **{"Organisation": "notes", "Meal": "custom.Meal"},
    }


def test_a_day_of_another_event_is_a_field_of_ones_own_here(desk: Desk) -> None:
    path = written(desk, "Ada,yes", header="Name,Thursday")
    desk.done("import", path, "--map", "Thursday=day:2026-06-02")
    other = desk.folder / "other.checkin"
    desk.done(*("new", other, "--title", "T", "--from", "2027-01-01", "--to", "2027-01-02"),
              *("--timezone", "UTC"))  # fmt: skip
    answer = desk.done("--event", other, "import", path, "--json").json
    assert (answer["added"], answer["columns"]["Thursday"]) == (1, "custom.Thursday")


def test_without_a_name_left_nothing_is_imported(desk: Desk) -> None:
    path = written(desk, "Ada,a@x.example,Org,Fish")
    assert "No column is known" in desk("import", path, "--leave-out", "Name").one_sentence()
    assert "no column Shoe" in desk("import", path, "--leave-out", "Shoe").one_sentence()


def test_a_dry_run_lists_what_would_change_field_by_field(desk: Desk) -> None:
    rows = [f"Person {chr(65 + n)},p{n}@x.example,Old Org," for n in range(21)]
    desk.done("import", written(desk, *rows))
    changed = [row.replace("Old", "New") for row in rows]
    answer = desk.done("import", written(desk, *changed, "Zoe,,,"), "--dry-run")
    assert "  row 2, Person A: organisation: Old Org → New Org\n" in answer.out
    assert answer.out.count("Old Org → New Org") == 20
    assert "… and 1 more" in answer.out
    assert people(desk)["Person A"]["organisation"] == "Old Org"


def test_the_json_has_every_change(desk: Desk) -> None:
    desk.done("import", written(desk, "Ada,a@x.example,Old Org,"))
    path = written(desk, "Zoe,,,", "Ada,a@x.example,New Org,Fish")
    for more in (("--dry-run",), ()):
        assert desk.done("import", path, *more, "--json").json["changes"] == [
            {"row": 2, "name": "Zoe", "kind": "added", "fields": {}},
            {
                **{"row": 3, "name": "Ada", "kind": "changed"},
                "fields": {"organisation": ["Old Org", "New Org"], "custom.Meal": ["", "Fish"]},
            },
        ]
    assert desk.done("import", path, "--json").json["changes"] == []


def test_rows_sent_back_have_the_columns_that_were_said(desk: Desk) -> None:
    path = written(desk, ",Ada,no mail", header="Nr,Wer,Post")
    said = ("--map", "Wer=name", "--map", "Post=email", "--leave-out", "Nr")
    assert desk("import", path, *said, "--dry-run", "--plan", "back.csv").code == 1
    again = desk("import", "back.csv", "--json").json
    assert again["columns"] == {"Wer": "name", "Post": "email"}
    assert [one["reason"] for one in again["rejected"]] == ["bad-email"]


def test_rows_not_taken_are_corrected_and_come_back_on_their_own(desk: Desk) -> None:
    path = written(desk, "Ada,a@x.example,Org,Fish", "Bob,no mail,Org,=1+1", "Cy,,Org,")
    answer = desk("import", path, "--plan", "back.csv")
    assert (answer.code, answer.out.splitlines()[-1]) == (1, "back.csv: the rows not taken.")
    back = desk.folder / "back.csv"
    again = desk("import", back, "--dry-run", "--json").json
    assert [(one["row"], one["reason"]) for one in again["rejected"]] == [(2, "bad-email")]
    assert list(again["columns"]) == HEADER.split(",")
    assert again["missing"] == []
    back.write_text(back.read_text("utf-8-sig").replace(",no mail,Org", ",bob@x.example,Org"))
    assert desk.done("import", back, "--json").json["added"] == 1
    bob = people(desk)["Bob"]
    assert (bob["email"], bob["custom"]) == ("bob@x.example", {"Meal": "=1+1"})


def test_a_plan_is_written_with_and_without_a_dry_run(desk: Desk) -> None:
    path = written(desk, "Ada,a@x.example,Org,Fish", "Bob,no mail,,")
    for more in ("--dry-run",), ():
        answer = desk("import", path, "--plan", "plan.xlsx", *more)
        assert answer.out.splitlines()[-1] == "plan.xlsx: the whole plan."
        book = openpyxl.load_workbook(desk.folder / "plan.xlsx")
        assert [row[1] for row in book["Added"].values] == ["Check-in: name", "Ada"]
        assert [row[4] for row in book["Not taken"].values] == ["Name", "Bob"]


@pytest.mark.parametrize("plan", ["plan.doc", "nowhere/plan.xlsx", "./list.csv"])
def test_a_plan_that_cannot_be_written_is_told_before_anything_is_done(
    desk: Desk, plan: str
) -> None:
    path = written(desk, "Ada,,,")
    assert desk("import", path, "--plan", plan).one_sentence()
    assert "Ada,,," in path.read_text()
    assert people(desk) == {}


def test_a_sheet_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def read(path: Path, encoding: str, sheet: str) -> Table:
        asked.append(sheet)
        rows = [Row(2, (f"Ada of {sheet or 'People'}",))]
        return Table(("Name",), rows, sheet=sheet or "People", sheets=("Read me", "People"))

    monkeypatch.setattr(checkin.cli.importing, "read_list", read)
    answer = desk.done("import", "book.xlsx")
    assert answer.out.startswith("Sheet People; say otherwise with --sheet: Read me.\n")
    assert desk.done("import", "book.xlsx", "--sheet", "Read me", "--json").json["sheet"] == (
        "Read me"
    )
    assert asked == ["", "Read me"]


def test_printed_badges_that_look_different_are_counted_and_printed(desk: Desk) -> None:
    rows = [f"Person {chr(65 + n)},p{n}@x.example,Old Org," for n in range(3)]
    desk.done("import", written(desk, *rows))
    desk.done("badges", "--out", "all.pdf", "--only", people(desk)["Person A"]["id"],
              "--only", people(desk)["Person B"]["id"])  # fmt: skip
    notes_only = [f"{rows[0]}Fish", rows[1].replace("Old", "New"), rows[2].replace("Old", "New")]
    answer = desk.done("import", written(desk, *notes_only))
    said, _, command = answer.out.splitlines()[-1].partition(". Print them: checkin ")
    assert said == "Printed badges that look different now: 1"
    assert desk.done(*command.split(), "--json").json["badges"] == 1


@pytest.mark.parametrize(
    "case", [one for one in cases() if one.outcome == "reject"], ids=lambda case: case.id
)
def test_a_list_that_is_refused_leaves_the_event_as_it_was(desk: Desk, case: Case) -> None:
    desk.add("Ada Lovelace")
    before = told(desk.event)
    assert desk("import", case.path).one_sentence()
    assert told(desk.event) == before
