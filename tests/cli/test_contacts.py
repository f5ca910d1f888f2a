"""`checkin contacts`: the desk, whom to meet, what is handed out; whoever withdraws is gone."""

import csv
from datetime import date
from email import message_from_bytes, policy

import pypdfium2
import pytest
import vobject

from checkin.domain.event import Event
from checkin.domain.people import Attendee
from checkin.render.faces import face_of
from tests.cli.desk import Desk


@pytest.fixture
def four(desk: Desk) -> dict[str, str]:
    """Four people by name, three of whom agreed, and two of them met."""
    offers = ("--organisation", "Riga Tech", "--offers", "Laser cutting", "--seeks", "=1+1; CNC")
    people = [
        desk.add("Ada Abele", *offers, "--contacts", "yes", "--email", "ada@example.lv"),
        desk.add("Bob Berg", "--contacts", "yes", "--seeks", "lazer cutting", "--offers", "CNC"),
        desk.add("Dora Dūda", "--contacts", "no", "--offers", "CNC"),
        desk.add("Zane Ozola", "--contacts", "yes"),
    ]
    badges = {one["name"].split()[0]: one["badge"] for one in people}
    desk.done("contacts", "meet", badges["Ada"], badges["Zane"])
    return badges


def names(answer) -> list[str]:
    return [one["name"] for one in answer.json]


def test_people_say_so_and_it_is_told(desk: Desk, four: dict[str, str]) -> None:
    told = {one["name"]: one for one in desk.done("attendees", "--json").json}
    dora = told["Dora Dūda"]
    assert (dora["contacts"], dora["offers"], dora["seeks"]) == (False, "CNC", "")
    assert told["Ada Abele"]["seeks"] == "=1+1; CNC"
    assert desk.add("Egils")["contacts"] is None
    said = desk("edit", four["Dora"], "--contacts", "perhaps").one_sentence()
    assert "contacts" in said
    assert "perhaps" in said


def test_the_desk(desk: Desk, four: dict[str, str]) -> None:
    scanned = desk.done("contacts", "meet", *four.values(), "--json").json
    assert [one["agreed"] for one in scanned] == [True, True, False, True]
    assert names(desk.done("contacts", "show", four["Ada"], "--json")) == ["Zane Ozola", "Bob Berg"]
    desk.done("contacts", "unmeet", four["Bob"], four["Ada"])
    assert names(desk.done("contacts", "show", four["Ada"], "--json")) == ["Zane Ozola"]
    assert desk.done("contacts", "--json").json == {"agreed": 3, "met": 3, "meetings": 2}
    assert "Dora Dūda did not agree" in desk("contacts", "meet", *four.values()).out


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        (("Ada",), "two people"),
        (("Ada", "Ada"), "two people"),
        (("Ada", "Dora"), "Dora Dūda did not agree"),
    ],
)
def test_nothing_is_recorded_of_fewer_than_two(desk: Desk, four, codes, said) -> None:
    answer = desk("contacts", "meet", *(four[one] for one in codes))
    assert said in answer.one_sentence()


def test_whom_to_meet_and_why(desk: Desk, four: dict[str, str]) -> None:
    lines = desk.done("contacts", "suggest", four["Ada"]).out.splitlines()
    assert [line.strip() for line in lines[1:]] == [
        "offers CNC – you seek it",
        "seeks lazer cutting – you offer Laser cutting",
        "Suggested: 1.",
    ]
    assert "Bob Berg" in lines[0]
    assert "did not agree" in desk("contacts", "suggest", four["Dora"]).one_sentence()


def test_each_gets_their_contacts(desk: Desk, four: dict[str, str]) -> None:
    desk.done("contacts", "--out", "out")
    out = desk.folder / "out"
    assert {one.name for one in out.iterdir()} == {
        *(f"{four[name]}.{kind}" for name in ("Ada", "Zane") for kind in ("vcf", "csv")),
        "contacts.csv",
    }
    cards = list(vobject.readComponents((out / f"{four['Zane']}.vcf").read_text("utf-8")))
    assert [one.fn.value for one in cards] == ["Ada Abele"]
    assert "Offers: Laser cutting" in cards[0].note.value
    with (out / f"{four['Zane']}.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["Name"], row["Seeks"]) == ("Ada Abele", "'=1+1; CNC")
    assert row["Met"] == "2026-06-02 09:00:00"
    desk.done("contacts", "--out", "one", "--only", four["Ada"], "--vcard", "4.0")
    assert not (desk.folder / "one" / f"{four['Zane']}.vcf").exists()
    assert "VERSION:4.0" in (desk.folder / "one" / f"{four['Ada']}.vcf").read_text("utf-8")


def test_by_e_mail_as_drafts(desk: Desk, four: dict[str, str]) -> None:
    answer = desk.done("contacts", "--out", "drafts", "--drafts", "--json").json
    assert answer["without_email"] == ["Zane Ozola"]
    (draft,) = (desk.folder / "drafts").iterdir()
    made = message_from_bytes(draft.read_bytes(), policy=policy.default)
    assert "ada@example.lv" in made["To"]
    attached = {one.get_filename(): one.get_content() for one in made.iter_attachments()}
    assert "Zane Ozola" in attached["contacts.vcf"]
    assert "Zane Ozola" in attached["contacts.csv"]


def everything_written(desk: Desk, folder: str) -> str:
    """Return the text of all that can be handed out."""
    out = desk.folder / folder
    desk("contacts", "--out", out)
    desk("contacts", "--out", out, "--drafts")
    desk("contacts", "list", "--out", out / "list.pdf")
    texts = []
    for path in out.iterdir():
        if path.suffix == ".pdf":
            document = pypdfium2.PdfDocument(path)
            texts += [page.get_textpage().get_text_bounded() for page in document]
            document.close()
        elif path.suffix == ".eml":
            made = message_from_bytes(path.read_bytes(), policy=policy.default)
            texts += [str(part.get_content()) for part in made.walk() if not part.is_multipart()]
        else:
            texts.append(path.read_text("utf-8"))
    return "\n".join(texts)


def test_who_withdraws_is_in_nothing_that_is_handed_out(desk: Desk, four: dict[str, str]) -> None:
    desk.done("contacts", "meet", *four.values())
    before = everything_written(desk, "before")
    assert "Ada Abele" in before
    assert "Laser cutting" in before
    desk.done("edit", four["Ada"], "--contacts", "no")
    after = everything_written(desk, "after")
    assert "Zane Ozola" in after
    for words in ("Ada", "Laser", "Riga Tech", "ada@example.lv", "Dora"):
        assert words not in after
    assert names(desk.done("contacts", "show", four["Bob"], "--json")) == ["Zane Ozola"]
    assert desk.done("contacts", "suggest", four["Bob"], "--json").json == []


def test_where_there_is_nothing_to_hand_out_no_file_comes_into_being(desk: Desk) -> None:
    desk.add("Ada Abele")
    assert "has met" in desk("contacts", "--out", "out").one_sentence()
    assert "Nobody agreed" in desk("contacts", "list", "--out", "list.pdf").one_sentence()
    assert not (desk.folder / "out").exists()
    assert not (desk.folder / "list.pdf").exists()


def test_consent_is_asked_at_the_door_and_shown_there(desk: Desk) -> None:
    desk.done("questions", "add", "May others reach you?", "--kind", "consent")
    desk.done("shown", "contacts")
    ada = desk.add("Ada Abele")
    (asked,) = desk.scan(ada["badge"])
    assert [one["kind"] for one in asked["questions"]] == ["consent"]
    (let_in,) = desk.scan("--ack", "--answer", "May others=ja", ada["badge"])
    assert let_in["status"] == "ok"
    (again,) = desk.scan(ada["badge"])
    assert again["attendee"]["fields"] == {"contacts": "yes"}
    (told,) = desk.done("attendees", "--json").json
    assert (told["contacts"], told["custom"]) == (True, {})


def test_a_badge_may_say_whether_and_what() -> None:
    event = Event("e", "T", date(2026, 6, 2), date(2026, 6, 3), "UTC")
    ada = Attendee("a", "Ada", contacts=True, offers="wood")
    values = face_of(event, ada, "").values
    assert (values["contacts"], values["offers"], values["seeks"]) == ("yes", "wood", "")
