"""Tickets from the page of badges: into a folder, as drafts, and sent through a real server."""

from email import message_from_bytes
from email.policy import default

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from checkin.cli import letters
from checkin.domain.code import printed
from checkin.gateways import mailing
from checkin.services.badges import badges_to_print
from checkin.ui.tickets.dialog import TicketsDialog
from checkin.ui.tickets.server import MailServerDialog
from tests.mailserver import PASSWORD, SENDER, PostOffice, running
from tests.ui.conftest import OPERATOR, Laptop
from tests.ui.test_reception import answering

BADGES = 2


class Office:
    """A page of badges with two guests who have an address, and one who has none."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        laptop.register("Ada Ozola", email="ada@example.lv")
        laptop.register("Boriss Liepa", email="boriss@example.lv")
        laptop.register("Cilda Egle")
        assert laptop.window.view
        self.view = laptop.window.view
        self.view.show_page(BADGES)
        laptop.rest()

    @property
    def said(self) -> list[str]:
        return [one.text for one in self.view.bench.notices.notices]

    def tickets(self, act) -> None:
        """Open the dialog with its key, and do something in it."""
        with answering(TicketsDialog, act):
            page = self.view.pages[BADGES]
            self.laptop.qtbot.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
            self.laptop.until(lambda: self.laptop.window.idle)

    def until_said(self, words: str) -> None:
        self.laptop.until(lambda: any(words in one for one in self.said))


@pytest.fixture
def office(at_event: Laptop) -> Office:
    return Office(at_event)


def test_the_dialog_says_who_gets_a_ticket_and_who_has_no_address(office):
    def look(dialog):
        assert "2 people get theirs" in dialog.who.text()
        assert "1 have no e-mail address: Cilda Egle" in dialog.who.text()
        assert "No mail server" in dialog.server.text()
        dialog._look.trigger()
        assert "Dear Boriss Liepa" in dialog._shown.text()
        dialog.reject()

    office.tickets(look)


def test_tickets_are_saved_into_a_folder(office, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    office.tickets(lambda dialog: dialog._save.trigger())
    office.until_said("3 tickets are in")
    with office.laptop.app.open_event(office.laptop.path) as store:
        numbers = {printed(one.attendee.badge) for one in badges_to_print(store, OPERATOR)}
    assert {one.stem for one in tmp_path.glob("*.png")} == numbers
    assert {one.stem for one in tmp_path.glob("*.pdf")} == numbers
    assert (tmp_path / "event.ics").exists()


def test_drafts_are_written_in_ones_own_words(office, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))

    def write(dialog):
        dialog.subject.setText("Biļete: {event}")
        dialog.text.setPlainText("Labdien, {nmae}!")
        dialog._draft.trigger()
        assert "{nmae} is no field" in dialog.wrong.text()
        dialog.text.setPlainText("Labdien, {given_name}!")
        dialog._draft.trigger()

    office.tickets(write)
    office.until_said("2 tickets are in")
    made = [message_from_bytes(one.read_bytes(), policy=default) for one in tmp_path.glob("*.eml")]
    texts = {one.get_body(("plain",)).get_content().strip() for one in made}
    assert texts == {"Labdien, Ada!", "Labdien, Boriss!"}


def test_ones_own_words_are_there_again_for_those_who_are_left(office):
    def write(dialog):
        dialog.subject.setText("Biļete: {event}")
        dialog.text.setPlainText("Labdien, {given_name}!")
        dialog.reject()

    def look(dialog):
        assert dialog.subject.text() == "Biļete: {event}"
        assert dialog.text.toPlainText() == "Labdien, {given_name}!"
        dialog.reject()

    office.tickets(write)
    office.tickets(look)


def test_enter_after_the_subject_sends_nothing_yet(office):
    asked = []

    def press(dialog):
        with answering(MailServerDialog, lambda server: (asked.append(1), server.reject())):
            office.laptop.until(dialog.isActiveWindow)
            office.laptop.qtbot.keyClick(dialog.subject, Qt.Key.Key_Return)
            assert asked == []
            office.laptop.qtbot.keyClick(
                dialog.subject, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
            )
            # A key may be held back for a moment, until it is no scanner's.
            office.laptop.until(lambda: bool(asked))
        dialog.reject()

    office.tickets(press)
    assert asked == [1]


def test_tickets_are_sent_once_the_server_is_set_and_each_only_once(office, monkeypatch):
    post = PostOffice()
    with running(post) as (server, trust):
        for module in (letters, mailing):
            monkeypatch.setattr(
                module,
                "Mailing",
                lambda to, password, real=mailing.Mailing: real(to, password, trust),
            )

        def set_server(dialog):
            dialog.host.setText("localhost")
            dialog.port.setValue(server.port)
            dialog.user.setText(server.user)
            dialog.secret.setText("wrong")
            dialog.accept()
            assert "tickets come from an address" in dialog.wrong.text()
            dialog.address.setText(SENDER)
            dialog._test.trigger()
            office.laptop.until(lambda: "does not let tickets in" in dialog.wrong.text())
            dialog.secret.setText(PASSWORD)
            dialog._test.trigger()
            office.laptop.until(lambda: "lets us in" in dialog.said.text())
            dialog.accept()

        def send(dialog):
            with answering(MailServerDialog, set_server):
                dialog.accept()

        office.tickets(send)
        office.until_said("2 tickets were sent.")
        assert sorted(post.receivers) == ["ada@example.lv", "boriss@example.lv"]

    def look(dialog):
        assert "2 were sent theirs before" in dialog.who.text()
        assert not dialog.accept_button.isEnabled()
        dialog.again.setChecked(True)
        assert dialog.accept_button.isEnabled()
        dialog.reject()

    office.tickets(look)
