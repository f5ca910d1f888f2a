"""Programme, registrations and bookings from files, at the command line."""

import csv
from pathlib import Path

from tests.cli.desk import FIRST, Desk

PROGRAMME = """Session;Day;Time;Room;Seats;Type
Opening;2026-06-02;9:00-10:00;Hall;;plenary
Workshop A: Lasers;2026-06-02;11:00-12:30;Blue;1;workshop
Workshop B: Robots;2026-06-02;12:00-13:00;Red;;workshop
Lunch;2026-06-02;13:00-12:00;;;break
"""
PEOPLE = "Name,Workshops\nAda Abele,A\nBob Berg,Workshop A; yoga\nDora Diaz,\n"


def written(desk: Desk, name: str, text: str) -> Path:
    path = desk.folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_programme_and_who_booked_what_come_from_files_and_go_out_again(desk: Desk) -> None:
    path = written(desk, "programme.csv", PROGRAMME)
    tried = desk("sessions", "import", path, "--dry-run", "--json")
    assert (tried.code, len(tried.json["added"])) == (1, 3)
    assert desk.done("sessions").out == ""
    taken = desk("sessions", "import", path)
    assert taken.out.splitlines() == [
        "row 5 ends: it ends before it starts, or after the day is over: 13:00–12:00",
        "3 added, 0 changed, 0 unchanged, 1 not taken.",
    ]
    assert len(desk.done("sessions", "--json").json) == 3
    people = written(desk, "people.csv", PEOPLE)
    assert "row 3, Workshops: yoga: not a session of the programme" in desk("import", people).err
    told = desk.done("sessions", "bookings", "--json").json
    assert [(one["name"], one["booked"], one["over"]) for one in told["sessions"]] == [
        ("Opening", 0, 0),
        ("Workshop A: Lasers", 2, 1),
        ("Workshop B: Robots", 0, 0),
    ]
    desk.done("attendees", "--out", "roster.csv")
    with (desk.folder / "roster.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["Name"]: row["Sessions"] for row in csv.DictReader(file)}
    assert rows == {"Ada Abele": "Workshop A: Lasers", "Bob Berg": "Workshop A: Lasers"} | {
        "Dora Diaz": ""
    }


def test_sessions_are_booked_and_unbooked_by_hand(desk: Desk) -> None:
    desk("sessions", "import", written(desk, "programme.csv", PROGRAMME))
    ada, bob = desk.add("Ada")["id"], desk.add("Bob")["id"]
    desk.done("sessions", "book", bob, "Workshop A")
    booked = desk("sessions", "book", ada, "Workshop A", "Workshop B")
    assert booked.code == 0
    assert booked.err.splitlines() == [
        "! Workshop A: Lasers: 2 of 1 booked",
        "! Ada booked two at the same time: Workshop A: Lasers; Workshop B: Robots",
    ]
    assert desk.done("sessions", "bookings").out.splitlines()[-1].startswith("! Ada booked two")
    after = desk.done("sessions", "unbook", ada, "Workshop A", "--json").json
    assert after["sessions"] == ["Workshop B: Robots"]
    assert desk("sessions", "book", ada, "Yoga").one_sentence().startswith("Yoga: no check-in list")


def test_a_session_that_is_removed_is_no_longer_counted(desk: Desk) -> None:
    hours = ("--day", FIRST, "--starts", "09:00", "--ends", "10:00", "--kind", "workshop")
    desk.done("sessions", "add", "Lasers", *hours)
    ada = desk.add("Ada")["id"]
    desk.done("sessions", "book", ada, "Lasers")
    desk.done("sessions", "remove", "Lasers")
    assert desk.done("sessions", "bookings", "--json").json == {"sessions": [], "clashes": []}
