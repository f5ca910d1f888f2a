"""The JSON shapes and exit codes that others rely on, through the command itself."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.desk import FIRST, LAST, TITLE, Desk

ATTENDEE = {
    *("id", "name", "given_name", "family_name", "email", "organisation", "organisation_kind"),
    *("country", "job_title", "category", "status", "days", "notes", "registration", "badge"),
    *("code", "custom"),
}
VERDICT = {
    *("code", "status", "reason", "attendee", "list", "type", "at", "previous", "forced"),
}
PRESENCE = {"id", "name", "organisation", "first_in", "last_out", "hours", "share", "lists"}


def test_a_new_event_has_an_entrance_a_day(bare_desk: Desk) -> None:
    made = bare_desk.done(
        *("new", "seminar", "--title", TITLE, "--from", FIRST, "--to", LAST),
        *("--timezone", "Europe/Riga", "--json"),
    ).json
    assert made["title"] == TITLE
    assert made["lists"] == ["Entrance day 1", "Entrance day 2"]
    assert (bare_desk.folder / made["file"]).name == "seminar.checkin"
    lists = bare_desk.done("lists", "--json").json
    assert [one["day"] for one in lists] == [FIRST, LAST]
    assert all(one["entrance"] and not one["several_entries"] for one in lists)


def test_an_attendee_has_every_field_and_texts_not_known_are_empty(desk: Desk) -> None:
    added = desk.add("Ada Lovelace")
    assert added.keys() >= ATTENDEE
    assert desk.done("attendees", "--json").json == [added]
    assert added["status"] == "registered"
    assert (added["days"], added["custom"]) == ([], {})
    texts = ATTENDEE - {"id", "name", "given_name", "family_name", "status", "days"}
    assert {added[name] for name in texts - {"badge", "code", "custom"}} == {""}
    assert added["badge"].replace("-", "") == added["code"][:12]
    assert (len(added["badge"]), len(added["code"])) == (14, 28)


def test_all_that_is_said_of_a_walk_in_is_kept(desk: Desk) -> None:
    said = {
        "email": "ada@example.lv",
        "organisation": "Riga Photonics",
        "organisation_kind": "cluster",
        "job_title": "Analyst",
        "country": "LV",
        "category": "speaker",
        "notes": "Vegan",
        "registration": "A-17",
    }
    options = [part for name, text in said.items() for part in (f"--{name}", text)]
    options = [option.replace("_", "-") if option[:2] == "--" else option for option in options]
    added = desk.add("Ada Lovelace", *options, "--day", LAST, "--custom", "Meal=Fish")
    assert {name: added[name] for name in said} == said
    assert (added["days"], added["custom"]) == ([LAST], {"Meal": "Fish"})
    assert (added["given_name"], added["family_name"]) == ("Ada", "Lovelace")


def test_a_likely_duplicate_is_warned_of_and_added(desk: Desk) -> None:
    desk.add("Ada Lovelace")
    again = desk("add", "--name", "ada LOVELACE", "--json")
    assert again.code == 0
    assert again.err.startswith("checkin: Ada Lovelace (")
    assert again.err.endswith("is on the list already; added all the same.\n")
    assert again.json["name"] == "ada LOVELACE"
    assert len(desk.done("attendees", "--json").json) == 2


def test_a_person_is_corrected_canceled_blocked_and_taken_back(desk: Desk) -> None:
    ada = desk.add("Ada Lovelace", "--email", "ada@example.lv")
    edited = desk.done("edit", ada["id"], "--name", "Ada King", "--email", "", "--json").json
    assert (edited["name"], edited["email"], edited["code"]) == ("Ada King", "", ada["code"])
    for words, status in (
        (("cancel", ada["badge"]), "canceled"),
        (("block", ada["code"]), "blocked"),
        (("edit", ada["id"][:8], "--status", "registered"), "registered"),
    ):
        assert desk.done(*words, "--json").json["status"] == status
    assert "already" in desk("edit", ada["id"], "--status", "registered").one_sentence()


def test_lists_are_added_edited_and_removed(desk: Desk) -> None:
    rules = ("--several-entries", "--categories", "speaker, press", "--opens", "08:30")
    added = desk.done("lists", "add", "Gala", "--day", LAST, *rules, "--json").json
    assert added["categories"] == ["speaker", "press"]
    assert (added["opens"], added["closes"], added["capacity"]) == ("08:30", None, None)
    changes = ("--single-entry", "--no-entry-after-exit", "--closes", "23:00", "--capacity", "40")
    edited = desk.done("lists", "edit", "gal", *changes, "--categories", "", "--json").json
    assert not edited["several_entries"]
    assert not edited["entry_after_exit"]
    assert (edited["closes"], edited["capacity"], edited["categories"]) == ("23:00", 40, [])
    desk.done("lists", "remove", "Gala")
    assert [one["name"] for one in desk.done("lists", "--json").json] == [
        "Entrance day 1",
        "Entrance day 2",
    ]


def test_a_verdict_is_a_line_with_who_where_when_and_what_was_before(desk: Desk) -> None:
    ada = desk.add("Ada Lovelace", "--organisation", "Riga Photonics")
    (first,) = desk.scan(ada["code"])
    assert first.keys() >= VERDICT
    assert first["attendee"] == {
        "id": ada["id"],
        "name": "Ada Lovelace",
        "organisation": "Riga Photonics",
        "job_title": "",
        "category": "",
        "notes": "",
        "badge": ada["badge"],
        "fields": {},
    }
    assert (first["instruction"], first["questions"]) == ("", [])
    assert (first["status"], first["reason"], first["previous"]) == ("ok", None, None)
    assert (first["list"], first["type"], first["forced"]) == ("Entrance day 1", "entry", False)
    assert first["at"] == "2026-06-02T09:00:00.000+03:00"
    assert first["code"] == ada["code"]
    desk.now += timedelta(minutes=5)
    (second,) = desk.scan(ada["code"])
    assert (second["status"], second["reason"]) == ("error", "already_redeemed")
    assert second["previous"]["at"] == first["at"]
    assert second["previous"]["operator"] == "Elīna"
    (forced,) = desk.scan(ada["code"], "--force", "lost the others")
    assert (forced["status"], forced["reason"], forced["forced"]) == ("ok", None, True)
    (gone,) = desk.scan(ada["code"], "--exit")
    assert (gone["type"], gone["status"]) == ("exit", "ok")


@pytest.mark.parametrize("asked", [FIRST, "Entrance day 1", "entrance DAY 1"])
def test_a_list_is_asked_for_by_its_day_its_name_or_a_beginning(desk: Desk, asked: str) -> None:
    desk.done("lists", "add", "Workshop A", "--day", FIRST)
    ada = desk.add("Ada")
    assert desk.scan(ada["code"], "--list", asked)[0]["list"] == "Entrance day 1"
    assert desk.scan(ada["code"], "--list", "work")[0]["list"] == "Workshop A"
    assert "may be any of" in desk("scan", ada["code"], "--list", "Entrance").one_sentence()


def test_any_refusal_makes_exit_1(desk: Desk) -> None:
    ada, bob = desk.add("Ada"), desk.add("Bob")
    assert desk("scan", ada["code"]).code == 0
    mixed = desk("scan", ada["code"], bob["code"], "WIFI:S:guest;;", "--json")
    assert mixed.code == 1
    assert [line["reason"] for line in mixed.lines] == ["already_redeemed", None, "invalid"]
    assert mixed.lines[2]["attendee"] is None
    assert mixed.err == ""


def test_a_scan_kept_on_paper_is_entered_with_its_time(desk: Desk) -> None:
    ada = desk.add("Ada")
    (late,) = desk.scan(ada["code"], "--at", "2026-06-02T08:41")
    assert late["at"] == "2026-06-02T08:41:00.000+03:00"
    assert "later than now" in desk("scan", ada["code"], "--at", "2026-06-02T09:01").one_sentence()


def test_to_undo_an_old_check_in_one_says_why(desk: Desk) -> None:
    [scanned] = desk.scan(desk.add("Ada")["badge"])
    desk.now += timedelta(minutes=16)
    assert "--why" in desk("undo", scanned["check_in"]).one_sentence()
    desk.done("undo", scanned["check_in"], "--why", "the wrong badge")


def test_undo_takes_ones_last_check_in_back_and_it_stays_in_the_journal(desk: Desk) -> None:
    ada = desk.add("Ada")
    (scanned,) = desk.scan(ada["code"])
    undone = desk.done("undo", "--json").json
    assert undone == {
        "check_in": scanned["check_in"],
        "attendee": ada["id"],
        "at": scanned["at"],
    }
    assert "annulled already" in desk("undo", scanned["check_in"]).one_sentence()
    assert "Nothing to undo" in desk("undo").one_sentence()
    assert desk.scan(ada["code"])[0]["status"] == "ok"


def test_attendance_names_every_day_and_the_absent_too(desk: Desk) -> None:
    ada, bob = desk.add("Ada", "--organisation", "Riga Photonics"), desk.add("Bob")
    desk.scan(ada["code"])
    desk.now += timedelta(hours=2)
    desk.scan(ada["code"], "--exit")
    told = desk.done("attendance", "--json").json
    assert told["event"] == TITLE
    assert [day["day"] for day in told["days"]] == [FIRST, LAST]
    assert [(day["registered"], day["present"]) for day in told["days"]] == [(2, 1), (2, 0)]
    there, absent = told["days"][0]["attendees"]
    assert there.keys() >= PRESENCE
    assert there == {
        "id": ada["id"],
        "name": "Ada",
        "organisation": "Riga Photonics",
        "first_in": "2026-06-02T09:00:00.000+03:00",
        "last_out": "2026-06-02T11:00:00.000+03:00",
        "hours": 2.0,
        "share": 0.25,
        "lists": ["Entrance day 1"],
    }
    assert (absent["id"], absent["first_in"], absent["lists"]) == (bob["id"], None, [])


def test_attendance_is_narrowed_to_a_day_or_a_list(desk: Desk) -> None:
    desk.done("lists", "add", "Gala", "--day", FIRST)
    ada = desk.add("Ada")
    desk.scan(ada["code"])
    (day,) = desk.done("attendance", "--day", LAST, "--json").json["days"]
    assert (day["day"], day["present"]) == (LAST, 0)
    (day,) = desk.done("attendance", "--list", "Gala", "--json").json["days"]
    assert (day["day"], day["present"]) == (FIRST, 0)
    (day,) = desk.done("attendance", "--list", FIRST, "--json").json["days"]
    assert (day["day"], day["present"]) == (FIRST, 1)


def test_a_replaced_badge_opens_no_door(desk: Desk) -> None:
    ada = desk.add("Ada")
    replaced = desk.done("badge", "replace", ada["id"], "--json").json
    assert replaced["code"] != ada["code"]
    assert [line["reason"] for line in desk.scan(ada["code"], replaced["code"])] == [
        "revoked",
        None,
    ]


def test_verify_answers_each_question(desk: Desk) -> None:
    desk.scan(desk.add("Ada")["code"])
    answers = desk.done("verify", "--json").json
    questions = ("integrity", "chains", "tables", "entries", "stations", "seals")
    assert {name: answers[name] for name in questions} == dict.fromkeys(questions, "ok")
    desk.done("rebuild")
    assert desk.done("verify", "--json").json == answers


def test_import_tells_what_came_of_every_row(desk: Desk) -> None:
    rows = "Name;E-mail;Company\nAda;ada@example.lv;Riga Photonics\nBob;nonsense;\n"
    Path("list.csv").write_text(rows, "utf-8")
    answer = desk("import", "list.csv", "--json")
    assert answer.code == 1
    told = answer.json
    assert {name: told[name] for name in ("added", "changed", "unchanged", "missing")} == {
        "added": 1,
        "changed": 0,
        "unchanged": 0,
        "missing": [],
    }
    (bad,) = told["rejected"]
    assert bad == {"row": 3, "column": "E-mail", "reason": "bad-email", "value": "nonsense"}
    assert told["columns"] == {"Name": "name", "E-mail": "email", "Company": "organisation"}
    assert isinstance(told["warnings"], list)
    Path("list.csv").write_text(rows.replace("nonsense", "bob@example.lv"), "utf-8")
    again = desk.done("import", "list.csv", "--json").json
    assert (again["added"], again["unchanged"]) == (1, 1)


def test_every_json_document_is_one_document(desk: Desk) -> None:
    desk.add("Jānis Bērziņš")
    for words in (("attendees",), ("lists",), ("attendance",), ("verify",)):
        said = desk.done(*words, "--json").out
        json.loads(said)
        assert "\\u" not in said
