"""The test of a scanner, held to the test code and to badges, however it is set."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from checkin.capture.decode import decode_image
from checkin.domain.scannertest import TEST_CODE
from checkin.ui.scannertest import ScannerTest
from tests.ui.test_reception import answering
from tests.ui.test_scanning import Door


@pytest.fixture
def door(at_event) -> Door:
    return Door(at_event)


def tried(door: Door, *scans: tuple[str, str, int]) -> tuple[str, dict[str, str]]:
    """Open the test, scan texts with an ending and a gap; return the headline and the lines."""
    door.laptop.window.activateWindow()
    door.laptop.until(door.laptop.window.isActiveWindow)
    told = []

    def answer(dialog: ScannerTest) -> None:
        door.laptop.until(dialog.slow_field.hasFocus)
        for text, ending, gap in scans:
            dialog.found = None
            door.keyboard.scan(text, ending, gap=gap)
            door.laptop.until(lambda: dialog.found is not None)
        shown = {one.text() for one in dialog._panel.findChildren(QLabel)}
        assert {text for line in dialog.found.lines for text in line} <= shown
        told.append(dialog.found)

    with answering(ScannerTest, answer):
        door.press(Qt.Key.Key_F9)
        door.laptop.until(lambda: bool(told))
    door.laptop.rest()
    return told[0].headline, dict(told[0].lines)


def test_a_scanner_as_it_should_be(door):
    headline, lines = tried(door, (TEST_CODE, "\r", 5))
    assert headline == "This scanner works here"
    assert lines["Letters"] == "All 28 letters of the test code arrived."
    assert lines["Ending"].startswith("Enter, ")
    assert lines["Speed"].startswith("5 ms from letter to letter, 135 ms")
    assert lines["Caps Lock"] == "Off."


def test_a_badge_may_be_held_to_it_and_is_not_checked_in(door):
    code = door.guest()
    headline, lines = tried(door, (code, "\t\r", 5))
    assert headline == "This scanner works here"
    assert "A badge of this event" in lines["Letters"]
    assert lines["Ending"].startswith("Tab and Enter")
    assert door.heard == []
    door.laptop.window.activateWindow()
    door.laptop.until(door.laptop.window.isActiveWindow)
    assert door.hold(code) == "Welcome"


def test_no_ending_is_advised_against(door):
    headline, lines = tried(door, (TEST_CODE, "", 5))
    assert headline == "This scanner works here, and can be set better"
    assert "suffix CR" in lines["Ending"]


def test_a_scanner_that_loses_letters_is_told(door):
    headline, lines = tried(door, (TEST_CODE[:20], "\r", 5))
    assert "did not arrive" in headline
    assert lines["Letters"].startswith("20 letters arrived")


def test_a_slow_scanner_is_told(door):
    assert "can be set better" in tried(door, (TEST_CODE, "\r", 30))[0]
    headline, lines = tried(door, (TEST_CODE, "\r", 60))
    assert headline == "This came too slowly for a scanner"
    assert "60 ms" in lines["Speed"]


def test_the_code_on_the_screen_can_be_read(door, tmp_path):
    dialog = ScannerTest(None, door.view.scanning.serial)
    door.laptop.qtbot.addWidget(dialog)
    dialog.show()
    picture = tmp_path / "dialog.png"
    dialog.grab().save(str(picture))
    assert decode_image(picture) == [TEST_CODE]
