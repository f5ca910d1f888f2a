"""Days are closed and packed at the command line, and a pack is checked where no event is."""

from datetime import timedelta
from zipfile import ZipFile

from tests.cli.desk import FIRST, Desk


def test_a_day_is_closed_packed_and_checked_elsewhere(desk: Desk, monkeypatch) -> None:
    ada = desk.add("Ada")
    desk.scan(ada["code"])
    (sealed,) = desk.done("seal", FIRST, "--json").json
    assert (sealed["day"], sealed["number"], sealed["annex"]) == (FIRST, 1, [])
    assert desk.done("verify", "--json").json["seals"] == "ok"
    desk.now += timedelta(minutes=1)
    desk.done("undo", "--why", "somebody else's badge")
    (told,) = desk.done("seal", "--json").json
    assert [(one["what"], one["why"]) for one in told["annex"]] == [
        ("annulled", "somebody else's badge")
    ]
    desk.done("seal", FIRST)
    packed = desk.done("evidence", "--out", "pack.zip", "--json").json
    assert [one["number"] for one in packed["seals"]] == [1, 2]
    with ZipFile("pack.zip") as pack:
        assert len(pack.namelist()) == packed["files"] + 1
    assert "pack.zip" in desk.done("evidence", "--out", "pack.zip").out
    with ZipFile("pack.zip") as pack:
        first, second = (pack.read(f"annex-{FIRST}-seal-{nth}.csv").decode() for nth in (1, 2))
    assert "somebody else's badge" in first
    assert "somebody else's badge" not in second
    desk.scan(ada["code"])
    here = desk.done("verify", "pack.zip")
    assert sealed["fingerprint"] in here.out
    assert "signed with this event's key" in here.out
    monkeypatch.setenv("CHECKIN_HOME", str(desk.folder / "auditor"))
    desk.event.rename(desk.folder / "gone")
    elsewhere = desk("verify", "pack.zip", "--json")
    assert (elsewhere.code, elsewhere.json["faults"], elsewhere.json["known"]) == (0, [], False)


def test_an_altered_pack_is_found_wanting_and_named(desk: Desk) -> None:
    desk.scan(desk.add("Ada")["code"])
    desk.done("evidence", "--out", "pack.zip")
    with ZipFile("pack.zip", "a") as pack:
        pack.writestr("more.txt", "1")
    answer = desk("verify", "pack.zip")
    assert answer.code == 1
    assert "✕ more.txt was added." in answer.out
    desk("verify", "none.zip").one_sentence()


def test_after_a_seal_a_scan_from_paper_says_why(desk: Desk) -> None:
    ada = desk.add("Ada")
    desk.done("seal", FIRST)
    refused = desk("scan", ada["code"], "--at", "08:30").one_sentence()
    assert "is sealed" in refused
    desk.done("scan", ada["code"], "--at", "08:30", "--why", "the signed list")
    (told,) = desk.done("seal", "--json").json
    assert told["annex"][0]["why"] == "the signed list"
