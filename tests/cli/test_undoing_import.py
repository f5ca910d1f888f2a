"""`checkin import --undo` and `--list`, as somebody uses them who took the wrong list."""

from tests.cli.desk import Desk

LIST = "Name,E-mail\nAda Abele,ada@example.lv\nBob Berg,bob@example.lv\n"


def names(desk: Desk) -> list[str]:
    return sorted(one["name"] for one in desk.done("attendees", "--json").json)


def brought(desk: Desk, name: str = "june.csv", text: str = LIST) -> str:
    """Import a list; return the import's id."""
    (desk.folder / name).write_text(text, "utf-8")
    return desk.done("import", name, "--json").json["import"]


def test_the_last_import_is_undone(desk: Desk) -> None:
    identity = brought(desk)
    undone = desk.done("import", "--undo", "--json").json
    assert undone == {
        **{"import": identity, "file": "june.csv"},
        **{"restored": 0, "removed": 2, "kept": []},
    }
    assert names(desk) == []
    assert "undone already" in desk("import", "--undo", identity).one_sentence()
    assert "no import to undo" in desk("import", "--undo").one_sentence()
    assert brought(desk) != identity
    assert names(desk) == ["Ada Abele", "Bob Berg"]
    assert desk.done("verify")


def test_whoever_is_in_is_kept_and_named(desk: Desk) -> None:
    brought(desk)
    [ada] = [one for one in desk.done("attendees", "--json").json if one["name"] == "Ada Abele"]
    desk.scan(ada["code"])
    answer = desk("import", "--undo")
    assert answer.code == 0
    assert answer.out == "The import of june.csv is undone: 1 removed, 0 put back, 1 kept.\n"
    assert answer.err == "kept, in, edited or merged since: Ada Abele\n"


def test_an_older_import_is_found_in_the_list_and_undone(desk: Desk) -> None:
    first = brought(desk)
    second = brought(desk, "late.csv", "Name,E-mail\nCecilia Celma,celma@example.lv\n")
    listed = desk.done("import", "--list", "--json").json
    assert [(one["id"], one["file"], one["added"]) for one in listed] == [
        (second, "late.csv", 1),
        (first, "june.csv", 2),
    ]
    assert listed[0]["at"] == "2026-06-02T09:00:00+03:00"
    desk.done("import", "--undo", first)
    assert names(desk) == ["Cecilia Celma"]
    lines = desk.done("import", "--list").out.splitlines()
    assert lines[0] == f"{second}  2026-06-02 09:00  late.csv: 1 added, 0 changed, by Elīna"
    assert lines[1].endswith("by Elīna  [undone]")
    assert lines[2] == "Imports: 2."


def test_a_dry_run_is_no_import(desk: Desk) -> None:
    (desk.folder / "june.csv").write_text(LIST)
    assert desk.done("import", "june.csv", "--dry-run", "--json").json["import"] == ""
    assert desk.done("import", "--list", "--json").json == []


def test_one_thing_at_a_time(desk: Desk) -> None:
    for words in ([], ["june.csv", "--list"], ["--undo", "--list"], ["june.csv", "--undo"]):
        assert "FILE, --undo or --list" in desk("import", *words).one_sentence()
    assert "no such import" in desk("import", "--undo", "june.csv").one_sentence()
