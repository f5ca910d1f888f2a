"""Reception asks whether all is ready, and goes from what is not to where it is mended."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from checkin.domain.roles import Role
from checkin.services.finding import Check, Level
from checkin.services.pins import set_pin
from checkin.ui.preflight.dialog import PreflightDialog
from checkin.ui.scannertest import ScannerTest
from tests.ui.conftest import OPERATOR
from tests.ui.test_reception import answering
from tests.ui.test_scanning import Door


@pytest.fixture
def door(at_event) -> Door:
    return Door(at_event)


def looked(door: Door, then=lambda dialog: dialog.accept()) -> dict[Check, Level]:
    """Press F5, wait for every check, do something then; return how each came out."""
    found = {}

    def answer(dialog: PreflightDialog) -> None:
        door.laptop.until(lambda: len(dialog.findings) == len(Check))
        found.update({check: one.level for check, one in dialog.findings.items()})
        then(dialog)

    with answering(PreflightDialog, answer):
        door.press(Qt.Key.Key_F5)
        door.laptop.until(lambda: bool(found))
    door.laptop.rest()
    return found


def button(dialog: PreflightDialog, check: Check) -> QPushButton:
    shown = dialog._rows[check].button
    assert shown is not None
    return shown


def test_every_check_is_made(door):
    found = looked(door)
    assert list(Check) == sorted(found, key=list(Check).index)
    assert found[Check.DAY] is Level.OK
    assert found[Check.PEOPLE] is Level.LOOK


def test_what_was_mended_is_green_when_looked_at_again(door):
    def mend(dialog: PreflightDialog) -> None:
        assert button(dialog, Check.PEOPLE).isVisible()
        door.guest()
        with door.laptop.qtbot.waitSignal(dialog.looked, timeout=10_000):
            dialog.look()
        assert dialog.findings[Check.PEOPLE].level is Level.OK
        assert not button(dialog, Check.PEOPLE).isVisible()

    looked(door, mend)


def test_a_check_that_cannot_be_made_says_why(door):
    def lock_out(dialog: PreflightDialog) -> None:
        with door.laptop.app.open_event(door.laptop.path) as store:
            set_pin(store, OPERATOR, Role.COORDINATOR, "4711")
        with door.laptop.qtbot.waitSignal(dialog.looked, timeout=10_000):
            dialog.look()
        assert dialog.findings[Check.DAY].level is Level.WRONG
        assert "sign in with it" in dialog._rows[Check.DAY]._words.text()

    looked(door, lock_out)


def test_a_scanner_that_was_heard_is_green(door):
    assert looked(door)[Check.SCANNER] is Level.LOOK
    door.laptop.window.activateWindow()
    door.laptop.until(door.laptop.window.isActiveWindow)
    door.hold(door.guest())
    assert looked(door)[Check.SCANNER] is Level.OK


@pytest.mark.parametrize(("check", "page"), [(Check.PEOPLE, 1), (Check.PINS, 5)])
def test_a_button_leads_to_the_remedy(door, check, page):
    looked(door, lambda dialog: button(dialog, check).click())
    assert door.view.current_page is door.view.pages[page]


def test_the_scanner_is_tested_from_there(door):
    tested = []

    def answer(dialog: ScannerTest) -> None:
        tested.append(True)
        dialog.accept()

    with answering(ScannerTest, answer):
        looked(door, lambda dialog: button(dialog, Check.SCANNER).click())
        door.laptop.until(lambda: bool(tested))
