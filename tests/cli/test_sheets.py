"""Signature sheets at the command line: printed, signed, typed in."""

import pytest

from tests.cli.desk import FIRST, Desk
from tests.render.paper import Pages

EVENING = {"hour": 15, "minute": 0}


@pytest.fixture
def signed(desk: Desk) -> Desk:
    """A desk whose sheet of two was printed, and signed by the evening."""
    for name in ("Ada Abele", "Bob Berg"):
        desk.add(name)
    desk.done("sheets", "--out", "sheet.pdf")
    desk.now = desk.now.replace(**EVENING)
    return desk


def code(desk: Desk) -> str:
    return str(desk.done("sheets", "--json").json[0]["sheet"])


def test_a_sheet_is_printed_and_known_by_its_code(signed: Desk):
    assert "Ada Abele" in Pages(signed.folder / "sheet.pdf").text(0)
    (known,) = signed.done("sheets", "--json").json
    assert known["sheet"] in Pages(signed.folder / "sheet.pdf").text(0)
    assert (known["list"], known["rows"], known["filled"]) == ("Entrance day 1", 2, False)
    assert known["sheet"] in signed.done("sheets").out


def test_it_is_of_a_day_or_of_a_list(signed: Desk):
    signed.done("lists", "add", "Gala", "--day", FIRST)
    made = signed.done(
        "sheets", "--out", "gala.pdf", "--list", "Gala", "--blank-rows", "0", "--json"
    )
    assert made.json["list"] == "Gala"
    assert (
        signed.done("sheets", "--out", "day.pdf", "--day", "2026-06-03", "--json").json["rows"] == 2
    )
    assert "not both" in signed("sheets", "--out", "x.pdf", "--day", FIRST, "--list", "Gala").err
    signed("sheets", "--out", "x.pdf", "--day", "2026-07-01").one_sentence()


def test_rows_are_typed_in_shown_first_and_told(signed: Desk):
    dry = signed.done("sheets", "enter", code(signed)[:4], "1-2", "9:05-16:40", "--dry-run")
    assert "4 check-ins would be written" in dry.out
    rows = signed.done("sheets", "enter", code(signed), "1 9:05-16:40, 2", "--json").json["rows"]
    assert [row["name"] for row in rows] == ["Ada Abele", "Bob Berg"]
    assert rows[0]["in"]["at"] == "2026-06-02T09:05:00.000+03:00"
    assert rows[1]["out"]["at"] == "2026-06-02T17:00:00.000+03:00"
    again = signed.done("sheets", "enter", code(signed), "-", stdin=b"1 9:05-16:40\n2\n")
    assert "in 09:05 already, out 16:40 already" in again.out
    undone = signed.done("sheets", "undo", code(signed), "2")
    assert "2 check-ins of sheet" in undone.out
    filled = signed.done("sheets", "--out", "filled.pdf", "--filled")
    assert "filled.pdf" in filled.out
    assert "16:40" in Pages(signed.folder / "filled.pdf").text(0)


def test_who_is_refused_is_named_and_the_exit_code_says_so(signed: Desk):
    ada = signed.done("attendees", "--json").json[0]
    signed.done("cancel", ada["badge"])
    answer = signed("sheets", "enter", code(signed), "1-2")
    assert answer.code == 1
    assert "Ada Abele: in 09:00 refused (canceled)" in answer.out
    assert "2 check-ins written of 2 rows." in answer.out


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("3", "There is no row 3: this sheet has 2 names."),
        ("1 x", "“x” is neither a row nor a time"),
        ("1,1", "Row 1 is typed twice"),
        ("1 23:00", "Row 1: 23:00 has not come yet"),
        ("", "No row is named"),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(signed: Desk, rows: str, said: str):
    assert said in signed("sheets", "enter", code(signed), rows).one_sentence()


def test_a_sheet_of_another_event(signed: Desk):
    assert (
        "no sheet printed from this event" in signed("sheets", "enter", "BBBB", "1").one_sentence()
    )


def test_the_emergency_list_is_written_into_a_folder(signed: Desk):
    signed.scan(signed.done("attendees", "--json").json[0]["badge"])
    made = signed.done("emergency", "--out", ".", "--json").json
    assert (made["registered"], made["inside"]) == (2, 1)
    assert "1 in now" in Pages(signed.folder / made["list"]).text(0)
    assert "Bob Berg" in Pages(signed.folder / made["sheet"]).text(0)
    assert "no such folder" in signed("emergency", "--out", "nowhere").one_sentence()
