"""Likely duplicates in the window: compared, merged, kept apart, undone, by keyboard alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from checkin.domain.merging import Side
from checkin.domain.people import Attendee
from checkin.domain.text import fold
from checkin.services.merging import keep_apart, merge
from checkin.ui.attendees.duplicatesdialog import DuplicatesDialog
from tests.ui.attendees.conftest import CTRL, NONE, People
from tests.ui.conftest import OPERATOR


@pytest.fixture
def twice(people: People) -> tuple[Attendee, Attendee]:
    """One person registered twice, the one with the smaller id first."""
    register = people.laptop.register
    (one,) = register("Jānis Bērziņš", email="janis@lwc.example", notes="vegan")
    (other,) = register("Berzins Janis", email="jb@gmail.com", notes="late", job_title="Chair")
    people.rest()
    first, second = sorted((one, other), key=lambda each: each.id)
    return first, second


def in_dialog(people: People, act: Callable[[DuplicatesDialog], object]) -> None:
    def when_read(dialog: DuplicatesDialog) -> None:
        read(people, dialog)
        act(dialog)

    people.in_dialog(lambda: people.key(Qt.Key.Key_D, CTRL), when_read)


def read(people: People, dialog: DuplicatesDialog) -> None:
    """Wait until the pair looked at is there."""
    people.laptop.until(lambda: dialog.compared is not None or not dialog.pairs)


def press(
    people: People,
    dialog: DuplicatesDialog,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = NONE,
) -> None:
    """Press a key and wait for what comes of it."""
    QTest.keyClick(dialog.focusWidget() or dialog, key, modifier)
    people.laptop.rest()
    read(people, dialog)


def texts(dialog: DuplicatesDialog) -> list[str]:
    return [one.text().replace("\u200b", "") for one in dialog.findChildren(QLabel)]


def on_file(people: People) -> list[tuple[str, str]]:
    everybody = people.on_file()
    return sorted((one.name, one.email) for one in everybody if "berz" in fold(one.name))


def test_the_page_says_how_many_there_are(people: People, twice) -> None:
    shown = people.page.findChild(QAction, "likely duplicates")
    people.laptop.until(lambda: shown.text() == "Likely duplicates: 1")
    with people.laptop.app.open_event(people.laptop.path) as store:
        keep_apart(store, OPERATOR, *twice)
    people.laptop.until(lambda: shown.text() == "Likely duplicates")


def test_a_pair_is_shown_side_by_side(people: People, twice) -> None:
    def look(dialog: DuplicatesDialog) -> None:
        said = texts(dialog)
        assert "Same name" in said
        assert {"≠ Name", "≠ E-mail", "≠ Job title", "≠ Notes for the desk"} <= set(said)
        assert {"vegan", "late", "Both", "Chair", "–"} <= set(said)
        assert dialog.compared
        options = dialog.compared.options
        assert options["email", Side.KEPT].isChecked()
        assert options["notes", None].isChecked()
        assert options["email", Side.OTHER].accessibleName() == f"E-mail: {twice[1].email}"

    in_dialog(people, look)
    assert len(people.on_file()) == 6


def test_two_are_merged_with_what_was_chosen(people: People, twice) -> None:
    first, second = twice

    def act(dialog: DuplicatesDialog) -> None:
        assert dialog.compared
        dialog.compared.options["email", Side.OTHER].setChecked(True)
        dialog.compared.options["notes", Side.KEPT].setChecked(True)
        press(people, dialog, Qt.Key.Key_Return, CTRL)
        assert dialog.isVisible()
        assert "No likely duplicates." in texts(dialog)
        assert f"{first.name} is one person now." in texts(dialog)

    in_dialog(people, act)
    person = people.known(second.id)
    assert (person.id, person.name, person.email) == (first.id, first.name, second.email)
    assert (person.notes, person.job_title) == (first.notes, "Chair")
    assert people.said[0] == f"{first.name} is one person now."
    people.key(Qt.Key.Key_Z, CTRL)
    assert people.said[0] == "They are two again, as before."
    assert on_file(people) == sorted((one.name, one.email) for one in twice)
    people.key(Qt.Key.Key_Z, CTRL)
    assert people.said[0] == "There is nothing to undo on this page."


def test_a_value_is_chosen_by_a_click_on_its_text(people: People, twice) -> None:
    def act(dialog: DuplicatesDialog) -> None:
        assert dialog.compared
        (text,) = [one for one in dialog.findChildren(QLabel) if one.text() == twice[1].email]
        QTest.mouseClick(text, Qt.MouseButton.LeftButton)
        assert dialog.compared.choices()["email"] is Side.OTHER

    in_dialog(people, act)


def test_undone_in_the_dialog_the_pair_is_there_again(people: People, twice) -> None:
    def act(dialog: DuplicatesDialog) -> None:
        press(people, dialog, Qt.Key.Key_Return, CTRL)
        assert not dialog.pairs
        press(people, dialog, Qt.Key.Key_Z, CTRL)
        (pair,) = dialog.pairs
        assert (pair.first.id, pair.second.id) == (twice[0].id, twice[1].id)
        press(people, dialog, Qt.Key.Key_K, CTRL)
        assert not dialog.pairs
        press(people, dialog, Qt.Key.Key_Z, CTRL)
        assert len(dialog.pairs) == 1

    in_dialog(people, act)
    assert len(people.on_file()) == 6
    people.key(Qt.Key.Key_Z, CTRL)
    assert people.said[0] == "There is nothing to undo on this page."


def test_kept_apart_they_are_not_offered_again(people: People, twice) -> None:
    def act(dialog: DuplicatesDialog) -> None:
        press(people, dialog, Qt.Key.Key_K, CTRL)
        assert "No likely duplicates." in texts(dialog)

    in_dialog(people, act)
    in_dialog(people, lambda dialog: texts(dialog).index("No likely duplicates."))
    assert people.said[0].endswith("are kept apart.")
    people.key(Qt.Key.Key_Z, CTRL)
    in_dialog(people, lambda dialog: len(dialog.pairs) == 1 or pytest.fail("not offered"))


def test_the_list_goes_on_and_what_was_merged_is_followed(people: People, twice) -> None:
    people.laptop.register("BERZINS JANIS", email="third@x.example")
    people.laptop.register("Ada Lovelace", email="other@x.example")

    def act(dialog: DuplicatesDialog) -> None:
        assert len(dialog.pairs) == 4
        seen = {dialog.list.currentRow()}
        for _ in range(3):
            press(people, dialog, Qt.Key.Key_F3)
            seen.add(dialog.list.currentRow())
        assert seen == {0, 1, 2, 3}
        press(people, dialog, Qt.Key.Key_F3)
        assert dialog.list.currentRow() == 0
        while "ada" in dialog.pairs[dialog.list.currentRow()].first.name.casefold():
            press(people, dialog, Qt.Key.Key_F3)
        press(people, dialog, Qt.Key.Key_Return, CTRL)
        assert len(dialog.pairs) == 2
        while "ada" in dialog.pairs[dialog.list.currentRow()].first.name.casefold():
            press(people, dialog, Qt.Key.Key_F3)
        press(people, dialog, Qt.Key.Key_Return, CTRL)
        assert len(dialog.pairs) == 1

    in_dialog(people, act)
    assert len(on_file(people)) == 1


def test_two_who_were_merged_elsewhere_meanwhile_are_said_to_be(people: People, twice) -> None:
    def act(dialog: DuplicatesDialog) -> None:
        with people.laptop.app.open_event(people.laptop.path) as store:
            merge(store, OPERATOR, *twice)
        press(people, dialog, Qt.Key.Key_Return, CTRL)
        assert dialog.wrong.isVisible()
        assert "one person already" in dialog.wrong.text()

    in_dialog(people, act)
    assert len(people.on_file()) == 5


def test_nothing_to_show_is_said(people: People) -> None:
    def look(dialog: DuplicatesDialog) -> None:
        assert "No likely duplicates." in texts(dialog)
        assert not dialog.list.isVisible()
        for key in (Qt.Key.Key_K, Qt.Key.Key_Return, Qt.Key.Key_Z):
            QTest.keyClick(dialog, key, CTRL)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert dialog.isVisible()

    in_dialog(people, look)
