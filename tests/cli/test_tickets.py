"""Tickets from the command line: into a folder, as drafts, and through a real mail server."""

import csv
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import cv2
import pypdfium2
import pytest
import zxingcpp
from icalendar import Calendar
from PIL import Image

from checkin.cli import letters
from checkin.gateways.mailing import Mailing
from tests.cli.desk import Desk
from tests.mailserver import PASSWORD, SENDER, PostOffice, running


@pytest.fixture
def guests(desk: Desk) -> dict[str, str]:
    """Rūta and Jānis with an e-mail address, and Zoë without; the code of each by name."""
    people = [
        desk.add("Rūta Kazlauskaitė", "--email", "ruta@example.lt"),
        desk.add("Jānis Bērziņš", "--email", "janis@example.lv"),
        desk.add("=Zoë"),
    ]
    return {one["name"]: one["code"] for one in people}


class Sender:
    """A desk with a mail server."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch, office: PostOffice) -> None:
        self.desk = desk
        self.office = office
        self._monkeypatch = monkeypatch

    def send(self, *words: str) -> tuple[int, dict]:
        """Send tickets; return the exit code and what was said."""
        with running(self.office) as (server, trust):
            mail = ("--host", "localhost", "--port", server.port, "--security", "starttls")
            self.desk.done("mail", *mail, "--user", server.user, "--sender", SENDER)
            self._monkeypatch.setenv("CHECKIN_MAIL_PASSWORD", PASSWORD)
            # The one certificate that a test trusts is of its own making.
            self._monkeypatch.setattr(
                letters, "Mailing", lambda to, password: Mailing(to, password, trust)
            )
            answer = self.desk("tickets", "send", "--rate", "6000", *words, "--json")
            return answer.code, answer.json


@pytest.fixture
def sender(desk: Desk, guests, monkeypatch: pytest.MonkeyPatch) -> Sender:
    return Sender(desk, monkeypatch, PostOffice())


def codes(path: Path) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(Image.open(path).convert("L"))]


def test_a_folder_holds_what_a_mail_merge_needs(desk, guests):
    said = desk.done("tickets", "save", "--out", "tickets", "--json").json
    assert (said["tickets"], said["without_email"]) == (3, ["=Zoë"])
    folder = desk.folder / "tickets"
    with (folder / "tickets.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Name"] for row in rows] == ["'=Zoë", "Jānis Bērziņš", "Rūta Kazlauskaitė"]
    for row in rows:
        code = guests[row["Name"].removeprefix("'")]
        assert codes(folder / row["Picture"]) == [code]
        shown = cv2.resize(cv2.imread(str(folder / row["Picture"])), (320, 422))
        assert cv2.QRCodeDetector().detectAndDecode(shown)[0] == code
        with pypdfium2.PdfDocument(folder / row["PDF"]) as document:
            (page,) = document
            picture = page.render(scale=2).to_pil()
            assert [one.text for one in zxingcpp.read_barcodes(picture.convert("L"))] == [code]
            assert row["Name"].removeprefix("'") in page.get_textpage().get_text_range()
    days = Calendar.from_ical((folder / "event.ics").read_bytes()).walk("VEVENT")
    assert len(days) == 2


def test_a_draft_holds_text_ticket_and_days(desk, guests):
    (desk.folder / "text.txt").write_text("Labdien {given_name}, {event}: {number}", "utf-8")
    words = ("--subject", "Biļete: {event}", "--text", "text.txt")
    said = desk.done("tickets", "drafts", "--out", "drafts", *words, "--json").json
    assert (said["drafts"], said["without_email"]) == (2, ["=Zoë"])
    made = [
        message_from_bytes(one.read_bytes(), policy=default)
        for one in (desk.folder / "drafts").glob("*.eml")
    ]
    ruta = next(one for one in made if "ruta@example.lt" in one["to"])
    assert ruta["subject"].startswith("Biļete: ")
    text, *attached = ruta.iter_parts()
    assert text.get_content().startswith("Labdien Rūta, ")
    assert [one.get_content_type() for one in attached] == [
        "image/png",
        "application/pdf",
        "text/calendar",
    ]


def test_a_field_that_there_is_not_is_named_and_nothing_is_written(desk, guests):
    words = ("--out", "drafts", "--subject", "Dear {nmae}")
    assert "{nmae} is no field" in desk("tickets", "drafts", *words).one_sentence()
    assert not (desk.folder / "drafts").exists()


def test_everybody_gets_theirs_once(sender):
    assert sender.send("--dry-run")[1]["to_send"] == ["Jānis Bērziņš", "Rūta Kazlauskaitė"]
    assert sender.office.taken == []
    code, said = sender.send()
    assert (code, said["sent"], said["without_email"]) == (0, 2, ["=Zoë"])
    assert sorted(sender.office.receivers) == ["janis@example.lv", "ruta@example.lt"]
    assert sender.send()[1] == {"to_send": [], "sent_before": 2, "without_email": ["=Zoë"]}
    assert len(sender.office.taken) == 2
    assert sender.send("--again")[1]["sent"] == 2


def test_who_has_another_badge_or_address_since_gets_another(sender):
    sender.send()
    desk = sender.desk
    people = {one["name"]: one for one in desk.done("attendees", "--json").json}
    desk.done("badge", "replace", people["Jānis Bērziņš"]["id"])
    desk.done("edit", people["Rūta Kazlauskaitė"]["id"], "--email", "ruta@other.lt")
    assert sender.send()[1]["sent"] == 2
    log = desk.done("tickets", "log", "--json").json
    assert {one["address"] for one in log} == {"janis@example.lv", "ruta@other.lt"}


def test_what_was_lost_in_the_middle_goes_on_and_nobody_gets_two(sender):
    sender.office.drops_after = 1
    code, said = sender.send()
    assert (code, said["sent"], said["left"]) == (1, 1, ["Rūta Kazlauskaitė"])
    assert "connection to localhost was lost" in said["stopped"]
    assert len(sender.office.taken) == 1
    code, said = sender.send()
    assert (code, said["sent"]) == (0, 1)
    assert len(set(sender.office.receivers)) == len(sender.office.receivers) == 2


def test_who_is_refused_is_listed_and_the_others_get_theirs(sender):
    sender.office.refused = frozenset({"janis@example.lv"})
    code, said = sender.send()
    assert (code, said["sent"]) == (1, 1)
    (refused,) = said["refused"]
    assert refused["email"] == "janis@example.lv"
    assert "no such person" in refused["why"]


def test_a_text_that_is_too_long_is_refused_whole(desk, guests):
    (desk.folder / "long.txt").write_text("ā" * 10_001, "utf-8")
    words = ("--out", "drafts", "--text", "long.txt")
    assert "longer than the 20000 bytes" in desk("tickets", "drafts", *words).one_sentence()


def test_a_port_of_ones_own_stays_until_the_security_is_another(desk):
    desk.done("mail", "--host", "localhost", "--sender", SENDER, "--port", "2525")
    assert desk.done("mail", "--security", "starttls", "--json").json["port"] == 2525
    assert desk.done("mail", "--security", "tls", "--json").json["port"] == 465


def test_without_a_server_it_says_how_to_set_one(desk, guests):
    assert "checkin mail" in desk("tickets", "send").one_sentence()
    assert "no port" in desk("mail", "--port", "70000").one_sentence()
    assert "no e-mail address" in desk("mail", "--sender", "nobody").one_sentence()


def test_the_journal_with_tickets_in_it_holds(sender):
    sender.send()
    assert len(sender.desk.done("tickets", "log", "--json").json) == 2
    assert sender.desk("verify").code == 0
    sender.desk.done("rebuild")
    assert len(sender.desk.done("tickets", "log", "--json").json) == 2
