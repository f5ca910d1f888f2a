"""Certificates from the command line: issued into files, read back from them, and withdrawn."""

from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
import pytest

from tests.cli.desk import FIRST, LAST, Desk

ADA, BOB = "Ada Ābola", "Bob / Bērziņš: <5>"


@pytest.fixture
def evening(desk: Desk) -> Desk:
    """After two days: Ada was there on both, Bob on the first."""
    desk.people = {  # type: ignore[attr-defined]
        name: desk.add(name, "--email", f"{number}@example.org")
        for number, name in enumerate((ADA, BOB))
    }
    desk.now = datetime(2026, 6, 4, 9, 0, tzinfo=UTC)
    for day, who in ((FIRST, ADA), (LAST, ADA), (FIRST, BOB)):
        desk.done("scan", "--list", day, "--at", f"{day}T08:55", person(desk, who)["code"])
    return desk


def person(desk: Desk, name: str) -> dict[str, str]:
    return desk.people[name]  # type: ignore[attr-defined, no-any-return]


def read(path: Path) -> list[str]:
    """Return the codes of a PDF's pages, read by another decoder than ours."""
    pages = [page.render(scale=2).to_pil().convert("L") for page in pypdfium2.PdfDocument(path)]
    return [cv2.QRCodeDetectorAruco().detectAndDecode(np.array(page))[0] for page in pages]


def words(path: Path) -> str:
    return pypdfium2.PdfDocument(path)[0].get_textpage().get_text_bounded()


def test_who_gets_one_and_who_is_how_far_below(evening: Desk) -> None:
    found = evening.done("certificates", "--json").json
    assert (found["threshold"], found["early"]) == (80, False)
    told = {one["name"]: (one["standing"], one["hours"], one["lacking"]) for one in found["people"]}
    # Of sixteen hours, eighty per cent are 12.8.
    assert told == {ADA: ("due", 16, 0), BOB: ("below", 8, pytest.approx(4.8))}
    assert f"below       {BOB}" in evening.done("certificates").out


def test_one_pdf_for_all_is_read_back_and_says_what_it_should(evening: Desk) -> None:
    assert "1 of them issued now" in evening.done("certificates", "--out", "a.pdf").out
    [code] = read(evening.folder / "a.pdf")
    [proven] = evening.done("certificates", "verify", code, "--json").json
    assert (proven["proof"], proven["name"], proven["hours"]) == ("valid", ADA, 16)
    assert evening.done("certificates", "verify", "--image", "a.pdf").out.count("is valid") == 1
    said = words(evening.folder / "a.pdf")
    for part in (ADA, "16 h of 16 h", "100 %", "2–3 June 2026", "Riga", proven["number"]):
        assert part in said
    assert [round(side * 25.4 / 72) for side in pypdfium2.PdfDocument("a.pdf")[0].get_size()] == [
        297,
        210,
    ]


def test_a_pdf_for_each_has_a_name_that_every_disk_takes(evening: Desk) -> None:
    evening.done("certificates", "--share", "0.5", "--out", "papers")
    ada, bob = sorted(one.name for one in (evening.folder / "papers").iterdir())
    assert ada.startswith("Ada Ābola ")
    assert bob.startswith("Bob Bērziņš 5 ")
    assert read(evening.folder / "papers" / bob)[0]
    assert evening.done("certificates", "check").out == "All certificates that were issued hold.\n"


def test_only_one_person_and_one_who_gets_none(evening: Desk) -> None:
    answer = evening(
        "certificates", "--out", "b.pdf", "--only", person(evening, BOB)["id"], "--only",
        person(evening, ADA)["id"],
    )  # fmt: skip
    assert (answer.code, answer.err) == (1, f"checkin: no certificate for {BOB}.\n")
    assert len(read(evening.folder / "b.pdf")) == 1


def test_a_share_that_is_none_and_nobody_to_write_for(evening: Desk) -> None:
    for share in ("0", "1.2", "0.755", "-1", "nan"):
        answer = evening("certificates", "--share", share)
        assert "per cent is no share" in answer.one_sentence()
    said = evening("certificates", "--out", "c.pdf", "--only", person(evening, BOB)["id"])
    assert "no certificate to write" in said.one_sentence()
    assert not (evening.folder / "c.pdf").exists()


def test_blocked_since_it_is_found_withdrawn_told_and_logged(evening: Desk) -> None:
    evening.done("certificates", "--out", "a.pdf")
    [code] = read(evening.folder / "a.pdf")
    evening.done("block", person(evening, ADA)["id"])
    checked = evening("certificates", "check")
    assert (checked.code, "the person is blocked" in checked.out) == (1, True)
    evening.done("certificates", "check", "--withdraw")
    told = evening("certificates", "verify", code)
    assert (told.code, "was withdrawn 2026-06-04 12:00 by Elīna" in told.out) == (1, True)
    deeds = [one["deed"] for one in evening.done("certificates", "log", "--json").json]
    assert deeds == ["withdrawn", "issued"]
    evening.done("certificates", "reinstate", person(evening, ADA)["id"])
    assert "is valid" in evening.done("certificates", "verify", code).out


def test_words_cut_short_are_told_before_they_are_written(evening: Desk) -> None:
    ada = person(evening, ADA)["id"]
    evening.done("edit", ada, "--organisation", "Ministry of Economics " * 12)
    answer = evening("certificates", "--out", "d.pdf", "--only", ada)
    assert answer.err == (
        f"checkin: words are cut short on the certificate of {ADA}: organisation.\n"
    )


def test_the_template_is_handed_out_taken_in_and_given_up(evening: Desk) -> None:
    evening.done("certificates", "template", "export", "look.json")
    look = evening.folder / "look.json"
    look.write_text(look.read_text("utf-8").replace("has attended", "took part in"), "utf-8")
    evening.done("certificates", "template", "import", "look.json")
    evening.done("certificates", "--out", "a.pdf")
    assert "took part in" in words(evening.folder / "a.pdf")
    assert "Certificate" not in evening.done("templates").out
    evening.done("certificates", "template", "forget")
    evening.done("certificates", "--out", "b.pdf")
    assert "has attended" in words(evening.folder / "b.pdf")


def test_drafts_have_the_certificate_with_them(evening: Desk) -> None:
    evening.done("certificates", "--out", "a.pdf")
    evening.done("certificates", "drafts", "--out", "drafts")
    [draft] = (evening.folder / "drafts").iterdir()
    assert b"application/pdf" in draft.read_bytes()


def test_after_a_correction_it_is_said_whose_certificate_fell(evening: Desk) -> None:
    evening.done("certificates", "--out", "a.pdf")
    ada = person(evening, ADA)
    late = ("--list", LAST, "--at", "2026-06-03T09:30", "--exit", "--why", "left early")
    answer = evening("correct", "add", ada["id"], *late)
    assert answer.code == 0, answer
    assert f"do not hold any more: {ADA}; withdraw them" in answer.err
