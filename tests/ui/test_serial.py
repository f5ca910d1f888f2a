"""A scanner at a serial port, from choosing it to the door."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.capture.serial import SerialState
from checkin.domain.scannertest import TEST_CODE
from checkin.ui.scannertest import ScannerTest
from checkin.ui.serialline import SerialLine
from tests.serialport import SerialCable
from tests.ui.test_reception import answering
from tests.ui.test_scanning import EVENT, Door


@pytest.fixture
def door(at_event) -> Door:
    return Door(at_event)


def serial(door: Door) -> SerialLine:
    return door.view.scanning.serial


def notices(door: Door) -> str:
    return " ".join(one.text for one in door.view.notices.notices)


def send(door: Door, cable: SerialCable, text: str) -> str:
    """Send a text by the cable; return the headline that comes of it."""
    before = len(door.heard)
    cable.send(f"{text}\r".encode())
    door.laptop.until(lambda: len(door.heard) > before)
    door.laptop.rest()
    return door.heard[-1]


def test_a_badge_is_checked_in_whatever_is_in_front(door, cable):
    serial(door).choose(cable.port, 9_600)
    code = door.guest()
    door.view.show_page(EVENT)
    assert send(door, cable, code) == "Welcome"
    assert door.page.isVisible()
    assert door.screen.name == "Ada Ozola"


def test_one_badge_at_two_scanners_counts_once(door, cable):
    serial(door).choose(cable.port, 9_600)
    code = door.guest()
    assert door.hold(code) == "Welcome"
    cable.send(f"{code}\r".encode())
    door.laptop.until(lambda: "counted once" in door.page.field.placeholderText())
    assert door.heard == ["Welcome"]


def test_the_port_is_remembered(door, cable):
    serial(door).choose(cable.port, 115_200)
    door.laptop.open()
    again = serial(door)
    assert (again.port, again.speed) == (cable.port, 115_200)
    assert again.state is SerialState.HEARD


def test_pulled_out_and_plugged_in_is_said(door, cable):
    serial(door).choose(cable.port, 9_600)
    code = door.guest()
    cable.pull_out()
    door.laptop.until(lambda: serial(door).state is SerialState.ABSENT)
    assert "is heard again by itself" in notices(door)
    assert door.hold(door.guest("Boriss")) == "Welcome"
    cable.plug_in()
    door.laptop.until(lambda: serial(door).state is SerialState.HEARD)
    assert f"The scanner at {cable.port} is heard again." in notices(door)
    assert send(door, cable, code) == "Welcome"


def test_it_is_chosen_and_tried_in_the_test_of_the_scanner(door, cable):
    code = door.guest()
    told = []

    def answer(dialog: ScannerTest) -> None:
        door.laptop.until(dialog.slow_field.hasFocus)
        dialog.port.port.setFocus()
        field = dialog.port.port.lineEdit()
        field.selectAll()
        QTest.keyClicks(field, cable.port)
        QTest.keyClick(field, Qt.Key.Key_Tab)
        door.laptop.until(lambda: "is open" in dialog.port._state.text())
        for text in (TEST_CODE, code, "nonsense"):
            dialog.found = None
            cable.send(f"{text}\r".encode())
            door.laptop.until(lambda: dialog.found is not None)
            told.append(dialog.found.headline)

    door.laptop.window.activateWindow()
    door.laptop.until(door.laptop.window.isActiveWindow)
    with answering(ScannerTest, answer):
        door.press(Qt.Key.Key_F9)
        door.laptop.until(lambda: len(told) == 3)
    door.laptop.rest()
    fine = "This scanner works here"
    assert told == [fine, fine, "This scan did not arrive as it should"]
    assert door.heard == []
    assert send(door, cable, code) == "Welcome"
