"""`checkin duplicates`, `merge` and `keep-apart`, as somebody uses them who got two lists."""

from pathlib import Path

import pytest

from tests.cli.desk import Desk


@pytest.fixture
def two(desk: Desk) -> list[dict[str, str]]:
    """One person twice, the one with the smaller id first."""
    first = desk.add("Jānis Bērziņš", "--email", "janis@lwc.example", "--organisation", "LWC")
    again = ("--name", "Berzins Janis", "--email", "jb@gmail.com", "--notes", "vegan")
    second = desk("add", *again, "--json")
    assert "Jānis Bērziņš, LWC" in second.err
    return sorted([first, second.json], key=lambda one: one["id"])


def ids(desk: Desk) -> list[str]:
    return sorted(one["id"] for one in desk.done("attendees", "--json").json)


def test_pairs_are_listed_with_why(desk: Desk, two) -> None:
    desk.add("Anna Ozola")
    (pair,) = desk.done("duplicates", "--json").json
    assert pair["ids"] == [one["id"] for one in two]
    assert [one["email"] for one in pair["people"]] == [one["email"] for one in two]
    assert (pair["reasons"], pair["rank"]) == (["same name"], 40)
    lines = desk.done("duplicates").out.splitlines()
    assert lines[0] == "same name:"
    assert lines[1].startswith(f"  {two[0]['id']}  {two[0]['name']} · ")
    assert lines[-1] == "Likely duplicates: 1."


def test_only_so_many_are_shown(desk: Desk) -> None:
    rows = [f"Anna Ozola{n},{n}@{place}.example" for n in range(51) for place in ("x", "y")]
    (desk.folder / "twice.csv").write_text("\n".join(["Name,E-mail", *rows]), "utf-8")
    desk("import", "twice.csv")
    said = desk.done("duplicates").out
    assert "… and 1 more; --json lists all." in said
    assert said.endswith("Likely duplicates: 51.\n")


def test_two_are_merged_and_taken_apart_again(desk: Desk, two) -> None:
    first, second = two
    said = desk.done("merge", second["id"], first["badge"], "--take", "email").out
    assert said.startswith(f"merged: {first['badge']}  {second['name']}  (id {first['id']}; ")
    assert second["id"] in said
    (person,) = desk.done("attendees", "--json").json
    assert (person["email"], person["organisation"], person["notes"]) == (
        *(first["email"], "LWC", "vegan"),
    )
    assert [one["status"] for one in desk.scan(first["code"])] == ["ok"]
    assert [one["reason"] for one in desk.scan(second["code"])] == ["already_redeemed"]
    assert desk.done("verify")
    back = desk.done("merge", "--undo", second["id"], "--json").json
    assert [one["id"] for one in back] == [first["id"], second["id"]]
    assert desk.done("attendees", "--json").json == sorted(
        two, key=lambda one: (one["family_name"].casefold() != "bērziņš", one["id"])
    )


def test_a_merger_is_undone_by_the_person_too(desk: Desk, two) -> None:
    first, second = two
    done = desk.done("merge", first["id"], second["id"], "--json").json
    assert (done["person"]["id"], done["merged"]) == (first["id"], second["id"])
    said = desk.done("merge", "--undo", first["badge"]).out.splitlines()
    assert [line.partition(" (id ")[2].rstrip(")") for line in said] == [first["id"], second["id"]]
    assert "not merged" in desk("merge", "--undo", first["badge"]).one_sentence()


def test_two_are_kept_apart_until_that_is_undone(desk: Desk, two) -> None:
    first, second = two
    said = desk.done("keep-apart", second["id"], first["id"]).out
    assert said == f"Kept apart: {second['name']}, {first['name']}.\n"
    assert desk.done("duplicates", "--json").json == []
    assert "apart already" in desk("keep-apart", first["id"], second["id"]).one_sentence()
    desk.done("keep-apart", first["id"], second["id"], "--undo")
    assert len(desk.done("duplicates", "--json").json) == 1
    again = desk("keep-apart", first["id"], second["id"], "--undo")
    assert "not kept apart" in again.one_sentence()


def test_wrong_use_is_one_sentence_and_changes_nothing(desk: Desk, two) -> None:
    one, other = (each["id"] for each in two)
    for words in ((), (one,), (one, other, "--undo", one), ("--undo", one, "--take", "email")):
        assert "KEEP and OTHER" in desk("merge", *words).one_sentence()
    assert "one person already" in desk("merge", one, one).one_sentence()
    assert "nobody has that id" in desk("merge", one, "nobody").one_sentence()
    for field in ("registration", "custom.Meal", "nonsense"):
        assert field in desk("merge", one, other, "--take", field).one_sentence()
    refused = desk("--role", "reception", "merge", one, other).one_sentence()
    assert "may not do this" in refused
    assert ids(desk) == sorted([one, other])


def test_an_import_says_that_somebody_may_be_there_twice(desk: Desk, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text(
        "Name,E-mail,Organisation\nJānis Bērziņš,janis@example.lv,Alpha\n"
        "Berzins Janis,j.berzins@example.lv,Alpha\n",
        "utf-8",
    )
    assert "Likely on the roster twice: 1." in desk.done("import", listed).out
    assert "twice" not in desk.done("import", listed).out
