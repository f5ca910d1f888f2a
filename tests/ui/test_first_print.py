"""Badges that come out at the first check-in, where the desk wants it so."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from checkin.ui.reception.groupdialog import GroupDialog
from tests.ui.badges.conftest import codes_in
from tests.ui.test_people_at_the_door import FOOD, Desk, printing  # noqa: F401
from tests.ui.test_reception import CTRL, ENTER

F4 = Qt.Key.Key_F4


@pytest.fixture
def desk(at_event):
    return Desk(at_event)


def checked_in(desk, who):
    desk.scan(desk.laptop.code(who))
    desk.laptop.rest()


def test_nothing_is_printed_unless_somebody_turned_it_on(printing):  # noqa: F811
    (ada,) = printing.laptop.register("Ada Ozola")
    checked_in(printing, ada)
    assert not printing.paper.exists()


def test_a_badge_never_printed_comes_out_once(printing):  # noqa: F811
    (ada,) = printing.laptop.register("Ada Ozola")
    printing.press(F4)
    assert "come out of Front desk" in printing.aside
    checked_in(printing, ada)
    assert printing.printed() == {printing.laptop.code(ada)}
    printing.paper.unlink()
    printing.press(Qt.Key.Key_Z, CTRL)
    checked_in(printing, ada)
    assert printing.screen.headline == "Welcome"
    assert not printing.paper.exists()


def test_all_of_a_delegation_get_theirs(printing):  # noqa: F811
    people = printing.laptop.register("Ada", "Bob", "Eve", organisation=FOOD)
    printing.press(F4)
    checked_in(printing, people[0])
    printing.laptop.until(lambda: bool(printing.group_offered))
    printing.paper.unlink()
    with printing.keys(GroupDialog, (Qt.Key.Key_A, CTRL), ENTER):
        printing.press(Qt.Key.Key_G, CTRL)
    printing.laptop.until(printing.paper.exists)
    printing.laptop.rest()
    assert codes_in(printing.paper) == {printing.laptop.code(one) for one in people[1:]}


def test_it_stays_off_where_no_printer_was_chosen(desk):
    desk.press(F4)
    assert "No printer was chosen" in desk.said[0]
    assert not desk.page.first_print.turn.isChecked()


def test_a_printer_that_is_gone_is_said_and_the_check_in_stands(desk):
    app = desk.laptop.app
    app.save_settings(replace(app.settings, printer="Gone Jet"))
    (ada,) = desk.laptop.register("Ada Ozola")
    desk.press(F4)
    checked_in(desk, ada)
    assert "Gone Jet is not among this computer's printers" in desk.said[0]
    assert desk.screen.headline == "Welcome"


def test_it_is_remembered_on_this_computer_and_seen(printing):  # noqa: F811
    printing.press(F4)
    assert printing.laptop.app.settings.prints_first
    assert printing.page.first_print.button.isVisible()
    printing.press(F4)
    assert not printing.laptop.app.settings.prints_first
    assert not printing.page.first_print.button.isVisible()
