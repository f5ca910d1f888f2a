"""Adding and changing people, and taking it back."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from checkin.domain.details import Details
from checkin.domain.people import Attendee, Status
from checkin.services.registration import edit, find_attendee
from checkin.ui.attendees.form import PersonForm
from checkin.ui.attendees.takingback import taking_back
from tests.ui.attendees.conftest import CTRL, People
from tests.ui.conftest import FIRST, LAST, OPERATOR


def add(people: People, act) -> None:
    people.in_dialog(lambda: people.key(Qt.Key.Key_N, CTRL), act)


def edit_chosen(people: People, act) -> None:
    people.in_dialog(lambda: people.key(Qt.Key.Key_F2), act)


def named(people: People, name: str) -> Attendee:
    """Return somebody as they stand in the file."""
    (found,) = [one for one in people.on_file() if one.name == name]
    return found


def offer(people: People, text: str) -> QPushButton:
    """Return what the newest notice offers."""
    notice = people.page.bench.notices.notices[0]
    return next(one for one in notice.findChildren(QPushButton) if one.text().startswith(text))


# The list of proposals, where there is no desktop.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_somebody_is_added_by_keyboard_alone_and_then_chosen(people):
    keys = people.laptop.qtbot

    def fill(form: PersonForm) -> None:
        keys.keyClicks(form.focusWidget(), "Dora Dahl")
        assert (form.names.given.text(), form.names.family.text()) == ("Dora", "Dahl")
        for _ in range(3):
            keys.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        keys.keyClicks(form.focusWidget(), "Nordic Timber")
        keys.keyClick(form.focusWidget(), Qt.Key.Key_Return, CTRL)

    add(people, fill)
    people.laptop.until(lambda: people.chosen == "Dora Dahl")
    assert people.said[0] == "Dora Dahl is added."
    dora = named(people, "Dora Dahl")
    assert (dora.organisation, dora.status, dora.days) == ("Nordic Timber", Status.REGISTERED, ())
    assert (dora.given_name, dora.family_name) == ("Dora", "Dahl")


def test_every_field_is_kept(people):
    def fill(form: PersonForm) -> None:
        form.names.given.textEdited.emit(form.names.given.setText("Jean") or "Jean")
        form.names.family.setText("de la Tour")
        form.names.family.textEdited.emit("de la Tour")
        assert form.names.whole.text() == "Jean de la Tour"
        form.organisation.setText("Org")
        form.kind.setCurrentIndex(form.kind.findData("research"))
        form.job_title.setText("Chair")
        form.email.setText("jean@org.example")
        form.country.setCurrentText("France")
        form.category.setCurrentText("press")
        form.days.boxes[LAST].setChecked(False)
        form.status.setCurrentIndex(form.status.findData("unpaid"))
        form.registration.setText("R-1")
        form.notes.setPlainText("Two lines\nof notes")
        form.instruction.setPlainText("Hand over\nthe folder")
        form.custom.more.click()
        name, text = form.custom.new[0]
        name.setText("Meal")
        text.setText("Fish")
        form.accept()

    add(people, fill)
    people.laptop.until(lambda: people.chosen == "Jean de la Tour")
    jean = named(people, "Jean de la Tour")
    assert (jean.given_name, jean.family_name) == ("Jean", "de la Tour")
    assert (jean.organisation, jean.organisation_kind) == ("Org", "research")
    assert (jean.job_title, jean.email, jean.country) == ("Chair", "jean@org.example", "France")
    assert (jean.category, jean.status, jean.days) == ("press", Status.UNPAID, (FIRST,))
    assert (jean.registration, jean.notes) == ("R-1", "Two lines of notes")
    assert jean.instruction == "Hand over the folder"
    assert jean.custom == {"Meal": "Fish"}


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("whole", "", "A person needs a name."),
        ("whole", " \u200b ", "Name:"),
        ("whole", "x" * 300, "Name:"),
        ("email", "no mail at all", "E-mail: no mail at all is not understood"),
        ("job_title", "j" * 1001, "Job title: too long"),
        ("registration", "r" * 5000, "Registration number: too long"),
    ],
)
def test_a_wrong_field_is_named_beside_the_buttons_and_nothing_is_added(people, field, text, words):
    def fill(form: PersonForm) -> None:
        form.names.whole.setText("Dora")
        where: QLineEdit = getattr(form.names if field == "whole" else form, field)
        where.setText(text)
        form.accept()
        assert form.isVisible()
        assert form.wrong.text().startswith(words)
        assert len(form.wrong.text()) < 250

    add(people, fill)
    assert len(people.on_file()) == 4


def test_no_day_at_all_is_refused(people):
    def fill(form: PersonForm) -> None:
        form.names.whole.setText("Dora")
        for box in form.days.boxes.values():
            box.setChecked(False)
        form.accept()
        assert form.wrong.text().startswith("Choose at least one day")

    add(people, fill)


def test_a_note_of_a_megabyte_is_one_sentence(people):
    note = "n" * 1_000_000

    def fill(form: PersonForm) -> None:
        form.names.whole.setText("Dora")
        pasted = QMimeData()
        pasted.setText(note)
        form.notes.insertFromMimeData(pasted)
        assert form.wrong.text() == "Notes for the desk: too long, at most 1000 letters."
        assert form.notes.toPlainText() == ""
        form.instruction.insertFromMimeData(pasted)
        assert form.wrong.text() == "Instruction: too long, at most 1000 letters."
        assert form.instruction.toPlainText() == ""
        form.notes.setPlainText(note[:1001])
        form.accept()
        assert form.isVisible()
        assert form.wrong.text() == "Notes for the desk: too long, at most 1000 letters."

    add(people, fill)
    assert len(people.on_file()) == 4


def test_markup_in_a_name_is_literal_everywhere(people):
    def fill(form: PersonForm) -> None:
        form.names.whole.setText("<h1>x</h1> & co")
        form.accept()

    add(people, fill)
    people.laptop.until(lambda: people.chosen == "<h1>x</h1> & co")
    assert people.said[0] == "<h1>x</h1> & co is added."
    headings: list[str] = []
    edit_chosen(people, lambda form: headings.append(form._heading.text()))
    assert headings == ["Edit <h1>x</h1> & co"]


def test_who_is_likely_on_the_list_already_is_shown_while_typing(people):
    def fill(form: PersonForm) -> None:
        form.names.whole.setText("zydrunas simkus")
        people.laptop.until(form._show_instead.isVisible)
        assert "Žydrūnas Šimkus, Vilnius LaserHub" in form._warning.text()
        people.laptop.qtbot.keyClick(form, Qt.Key.Key_F3)
        people.laptop.until(lambda: form.instead is not None)

    add(people, fill)
    people.laptop.until(lambda: people.chosen == "Žydrūnas Šimkus")
    assert len(people.on_file()) == 4


def test_an_edit_changes_only_what_was_changed_and_is_taken_back_by_a_key(people):
    people.choose("Ada Lovelace")
    ada = named(people, "Ada Lovelace")

    def change(form: PersonForm) -> None:
        form.job_title.setText("Countess")
        form.days.boxes[FIRST].setChecked(False)
        form.accept()

    edit_chosen(people, change)
    people.laptop.until(lambda: people.said[:1] == ["Ada Lovelace is changed."])
    assert people.known(ada.id).job_title == "Countess"
    assert people.known(ada.id).days == (LAST,)
    people.laptop.until(lambda: people.page.card.person.job_title == "Countess")
    people.key(Qt.Key.Key_Z, CTRL)
    people.laptop.until(lambda: people.said[:1] == ["Ada Lovelace is again as before."])
    assert people.known(ada.id) == ada


def test_an_edit_that_changes_nothing_says_and_does_nothing(people):
    people.choose("Ada Lovelace")
    edit_chosen(people, lambda form: form.accept())
    assert people.said == []


def test_a_new_whole_name_takes_the_parts_along(people):
    people.choose("Ada Lovelace")

    def change(form: PersonForm) -> None:
        form.names.whole.selectAll()
        people.laptop.qtbot.keyClicks(form.names.whole, "Ada King")
        form.accept()

    edit_chosen(people, change)
    people.laptop.until(lambda: people.said[:1] == ["Ada King is changed."])
    ada = named(people, "Ada King")
    assert (ada.given_name, ada.family_name) == ("Ada", "King")


@pytest.mark.parametrize(
    ("key", "status", "words", "again"),
    [
        (Qt.Key.Key_F6, Status.CANCELED, "The registration of Bob Berg is canceled.", "_cancel"),
        (Qt.Key.Key_F7, Status.BLOCKED, "Bob Berg is blocked: no door lets them in.", "_block"),
    ],
)
def test_canceling_and_blocking_are_a_key_and_the_same_key_takes_them_back(
    people, key, status, words, again
):
    people.choose("Bob Berg")
    bob = named(people, "Bob Berg")
    before = getattr(people.page, again).text()
    people.key(key)
    people.laptop.until(lambda: people.said[:1] == [words])
    assert people.known(bob.id).status is status
    people.laptop.until(lambda: getattr(people.page, again).text() != before)
    people.key(key)
    people.laptop.until(lambda: people.said[:1] == ["Bob Berg is registered again."])
    assert people.known(bob.id) == bob


def test_the_notice_takes_its_own_change_back(people):
    people.choose("Bob Berg")
    bob = named(people, "Bob Berg")
    people.key(Qt.Key.Key_F6)
    people.laptop.until(lambda: bool(people.said))
    offer(people, "Undo").click()
    people.laptop.until(lambda: people.said[:1] == ["Bob Berg is again as before."])
    assert people.known(bob.id) == bob


def test_with_nothing_to_undo_the_key_says_so(people):
    people.key(Qt.Key.Key_Z, CTRL)
    assert people.said == ["There is nothing to undo on this page."]


def test_replacing_a_badge_asks_first_and_says_the_old_one_opens_no_door(people):
    people.choose("Bob Berg")
    bob = named(people, "Bob Berg")
    people.in_dialog(lambda: people.key(Qt.Key.Key_F9), lambda dialog: dialog.reject())
    assert people.known(bob.id).badge == bob.badge
    people.in_dialog(lambda: people.key(Qt.Key.Key_F9), lambda dialog: dialog.accept())
    people.laptop.until(lambda: bool(people.said))
    assert "the old one opens no door" in people.said[0]
    assert people.known(bob.id).badge != bob.badge


def test_somebody_removed_meanwhile_is_one_sentence(people):
    people.choose("Bob Berg")
    bob = people.page.card.person
    people.page.changing.toggle(Attendee("f" * 32, bob.name), Status.CANCELED)
    people.laptop.until(lambda: bool(people.said))
    assert "nobody here has that id" in people.said[0]


def test_taking_back_leaves_what_was_changed_since(people):
    ada = named(people, "Ada Lovelace")
    with people.laptop.app.open_event(people.laptop.path) as store:
        first = Details({"job_title": "Countess", "notes": "chair"}, custom={"Meal": "Fish"})
        after = edit(store, OPERATOR, find_attendee(store, ada.id), first)
        now = edit(store, OPERATOR, after, Details({"notes": "two chairs"}))
        back = edit(store, OPERATOR, now, taking_back(ada, after, now))
    assert (back.job_title, back.notes, back.custom) == ("", "two chairs", {})
