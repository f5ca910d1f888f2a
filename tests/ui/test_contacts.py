"""The contact desk at work: badges are scanned one after the other, and what it says."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from vobject import readComponents

from checkin.domain.people import Attendee
from checkin.domain.roles import Operator, Role
from checkin.services.contacts import met
from checkin.services.registration import roster
from checkin.ui.contacts.dialog import ContactDialog
from checkin.ui.contacts.wording import waiting
from checkin.ui.reception.screen import Screen
from tests.ui.conftest import OPERATOR, Laptop
from tests.ui.test_reception import answering

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class ContactDesk:
    """Somebody at the desk, before whom it is open."""

    def __init__(self, laptop: Laptop, dialog: ContactDialog) -> None:
        self.laptop = laptop
        self.dialog = dialog

    @property
    def screen(self) -> Screen:
        return self.dialog.panel.screen_shown

    @property
    def group(self) -> list[str]:
        return [one.name for one in self.dialog.group]

    @property
    def suggested(self) -> list[tuple[str, str]]:
        shown = zip(self.dialog.suggestions.names, self.dialog.suggestions.reasons, strict=True)
        return [(name.text(), why.text()) for name, why in shown if name.text()]

    def scan(self, *people: Attendee) -> None:
        """Hold badges to the scanner, as fast as they come."""
        assert self.laptop.window.view
        for one in people:
            self.laptop.window.view.scanning.take(self.laptop.code(one))
        self.laptop.rest()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.laptop.qtbot.keyClick(self.dialog.focusWidget() or self.dialog, key, modifier)
        self.laptop.rest()

    def type(self, text: str) -> None:
        self.laptop.qtbot.keyClicks(self.dialog.focusWidget() or self.dialog, text)


Does = Callable[[ContactDesk], None]


@pytest.fixture
def at_desk(at_event: Laptop) -> Callable[[Does], None]:
    """Opens the desk by its key on the page of attendees, and does something at it."""

    def do(does: Does) -> None:
        assert at_event.window.view
        at_event.window.view.show_page(1)
        at_event.rest()

        def answer(dialog: object) -> None:
            assert isinstance(dialog, ContactDialog)
            at_event.until(dialog.isActiveWindow)
            does(ContactDesk(at_event, dialog))

        with answering(ContactDialog, answer):
            at_event.qtbot.keyClick(at_event.window.view.pages[1], Qt.Key.Key_M, CTRL)
        at_event.rest()

    return do


def agreed(laptop: Laptop, *names: str, **texts: str) -> list[Attendee]:
    return laptop.register(*names, contacts="yes", **texts)


def whom(laptop: Laptop, person: Attendee) -> list[str]:
    with laptop.app.open_event(laptop.path) as store:
        return [one.attendee.name for one in met(store, OPERATOR, person)]


def test_scanned_one_after_the_other_they_have_met_and_nobody_is_checked_in(at_event, at_desk):
    ada, bob, cecilia = agreed(at_event, "Ada", "Bob", "Cecīlija")

    def work(desk: ContactDesk) -> None:
        assert desk.screen == waiting()
        desk.scan(ada)
        assert (desk.screen.headline, desk.screen.name) == ("And who else?", "Ada")
        desk.scan(bob)
        assert (desk.screen.tone, desk.screen.name) == ("good", "Ada + Bob")
        desk.scan(cecilia)
        assert desk.screen.detail == "Cecīlija met Ada, Bob."
        desk.scan(ada)
        assert desk.screen.headline == "Recorded before"
        assert desk.group == ["Ada", "Bob", "Cecīlija"]

    at_desk(work)
    assert whom(at_event, cecilia) == ["Ada", "Bob"]
    reception = at_event.window.view.reception
    assert reception.deputy is None
    with at_event.app.open_event(at_event.path) as store:
        assert not store.door.all_counted()


def test_badges_that_come_fast_meet_all_the_same(at_event, at_desk):
    people = agreed(at_event, "Ada", "Bob", "Cecīlija", "Dace")
    at_desk(lambda desk: desk.scan(*people))
    assert whom(at_event, people[3]) == ["Ada", "Bob", "Cecīlija"]


def test_after_enter_the_next_badge_begins_a_group(at_event, at_desk):
    ada, bob = agreed(at_event, "Ada", "Bob")

    def work(desk: ContactDesk) -> None:
        desk.scan(ada)
        desk.key(ENTER)
        assert (desk.screen, desk.group) == (waiting(), [])
        desk.scan(bob)
        assert desk.screen.headline == "And who else?"

    at_desk(work)
    assert whom(at_event, ada) == []


def test_so_it_does_after_a_while(at_event):
    (ada,) = agreed(at_event, "Ada")
    dialog = ContactDialog(at_event.window, at_event.window.view.bench, seconds=0.02)
    dialog.show()
    dialog.take(at_event.code(ada))
    at_event.until(lambda: dialog.panel.screen_shown.name == "Ada")
    at_event.until(lambda: dialog.panel.screen_shown == waiting())
    assert dialog.group == []
    dialog.reject()


def test_who_did_not_agree_is_not_recorded_until_they_do(at_event, at_desk):
    (ada,), (egil,) = agreed(at_event, "Ada"), at_event.register("Egils")
    (dora,) = at_event.register("Dora", contacts="no")

    def work(desk: ContactDesk) -> None:
        desk.scan(ada, dora)
        assert (desk.screen.tone, desk.group) == ("careful", ["Ada"])
        assert "Did not agree" in desk.screen.advice
        desk.scan(egil)
        assert "Nobody asked yet" in desk.screen.advice
        desk.key(Qt.Key.Key_F2)
        assert (desk.screen.tone, desk.screen.name) == ("good", "Ada + Egils")

    at_desk(work)
    assert whom(at_event, ada) == ["Egils"]


def test_a_badge_is_taken_back(at_event, at_desk):
    ada, bob = agreed(at_event, "Ada", "Bob")

    def work(desk: ContactDesk) -> None:
        desk.scan(ada, bob)
        desk.key(Qt.Key.Key_Z, CTRL)
        assert (desk.screen.headline, desk.group) == ("Taken back", ["Ada"])

    at_desk(work)
    assert whom(at_event, ada) == []


def test_what_is_typed_counts_as_a_badge_and_a_wrong_one_is_said(at_event, at_desk):
    ada, bob = agreed(at_event, "Ada", "Bob")

    def work(desk: ContactDesk) -> None:
        desk.scan(ada)
        desk.type("nobody")
        desk.key(ENTER)
        assert (desk.screen.tone, desk.group) == ("bad", ["Ada"])
        desk.type(bob.badge)
        desk.key(ENTER)
        assert desk.screen.tone == "good"

    at_desk(work)
    assert whom(at_event, bob) == ["Ada"]


def test_whom_to_meet_stands_beside_with_the_reason(at_event, at_desk):
    (ada,) = agreed(at_event, "Ada", organisation="Riga Tech", seeks="welding")
    agreed(at_event, "Bob", organisation="Wood", offers="welding of steel")

    def work(desk: ContactDesk) -> None:
        desk.scan(ada)
        at_event.until(lambda: bool(desk.suggested))
        why = "offers welding of steel – you seek welding"
        assert desk.suggested == [("Bob · Wood", why)]
        desk.key(ENTER)
        assert desk.suggested == []

    at_desk(work)


def test_each_gets_their_contacts_and_all_a_list(at_event, at_desk, tmp_path, monkeypatch):
    ada, bob = agreed(at_event, "Ada", "Bob")
    out, pdf = tmp_path / "out", tmp_path / "list.pdf"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(pdf), ""))

    def work(desk: ContactDesk) -> None:
        desk.scan(ada, bob)
        desk.key(Qt.Key.Key_E, CTRL)
        at_event.until(lambda: "2 attendees" in desk.dialog.said.text())
        desk.key(Qt.Key.Key_L, CTRL)
        at_event.until(lambda: "2 people" in desk.dialog.said.text())

    at_desk(work)
    found = [card.fn.value for path in out.glob("*.vcf") for card in cards(path)]
    assert sorted(found) == ["Ada", "Bob"]
    assert pdf.read_bytes().startswith(b"%PDF")


def cards(path: Path):
    return list(readComponents(path.read_text("utf-8")))


def test_with_nothing_to_hand_out_it_says_so(at_event, at_desk, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))

    def work(desk: ContactDesk) -> None:
        desk.key(Qt.Key.Key_E, CTRL)
        at_event.until(desk.dialog.wrong.isVisible)
        assert "has met anybody yet" in desk.dialog.wrong.text()

    at_desk(work)
    assert not (tmp_path / "out").exists()


def test_reception_meets_and_exports_nothing(at_event, at_desk):
    ada, bob = agreed(at_event, "Ada", "Bob")
    at_event.window.view.bench.duty.take_up(Operator("Elīna", Role.RECEPTION))

    def work(desk: ContactDesk) -> None:
        desk.scan(ada, bob)
        assert desk.screen.tone == "good"
        shown = {one.objectName(): one.isVisible() for one in desk.dialog.actions()}
        assert shown == {
            "agrees now": True,
            "undo meeting": True,
            "contacts of each": False,
            "list of who agreed": False,
        }

    at_desk(work)


def test_consent_and_topics_are_set_in_the_form(at_event):
    from checkin.ui.attendees.form import PersonForm

    (ada,) = at_event.register("Ada")
    view = at_event.window.view
    view.show_page(1)
    at_event.rest()
    view.pages[1].show_person(ada.id)
    at_event.rest()

    def fill(form: object) -> None:
        assert isinstance(form, PersonForm)
        form.contacts.setCurrentIndex(form.contacts.findData("yes"))
        form.offers.setText("wood, Wood / glue")
        form.accept()

    with answering(PersonForm, fill):
        at_event.qtbot.keyClick(view.pages[1], Qt.Key.Key_F2)
        at_event.rest()
    with at_event.app.open_event(at_event.path) as store:
        (now,) = roster(store, OPERATOR)
    assert (now.contacts, now.offers, now.seeks) == (True, "wood; glue", "")
