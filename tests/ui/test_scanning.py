"""A scanner that types while somebody is doing something else: the door hears it, nothing else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from checkin.capture.debounce import QUIET_MS
from checkin.ui.event.page import EventPage
from checkin.ui.reception.walkindialog import WalkInDialog
from tests.scanner import Keyboard
from tests.ui.attendees.conftest import People
from tests.ui.conftest import Laptop
from tests.ui.test_reception import Reception, answering

RECEPTION, ATTENDEES, BADGES, PROGRAMME, ATTENDANCE, EVENT = range(6)


class Door(Reception):
    """A reception with a scanner at its keyboard."""

    def __init__(self, laptop: Laptop) -> None:
        super().__init__(laptop)
        self.keyboard = Keyboard()
        self.heard: list[str] = []
        self.page.told.connect(lambda screen: self.heard.append(screen.headline))
        laptop.window.activateWindow()
        laptop.until(laptop.window.isActiveWindow)

    @property
    def view(self):
        assert self.laptop.window.view
        return self.laptop.window.view

    def hold(self, text: str, ending: str = "\r") -> str:
        """Hold a badge to the scanner; return the headline that comes of it."""
        before = len(self.heard)
        self.keyboard.scan(text, ending)
        self.laptop.until(lambda: len(self.heard) > before)
        self.laptop.rest()
        return self.heard[-1]

    def guest(self, name: str = "Ada Ozola") -> str:
        """Register somebody; return the code of their badge."""
        (one,) = self.laptop.register(name)
        return self.laptop.code(one)


@pytest.fixture
def door(at_event: Laptop) -> Door:
    return Door(at_event)


@pytest.mark.parametrize("number", [RECEPTION, ATTENDEES, BADGES, PROGRAMME, ATTENDANCE, EVENT])
def test_a_scan_on_any_page_is_checked_in_and_shown_at_reception(door, number):
    code = door.guest()
    door.view.show_page(number)
    door.laptop.rest()
    fields = [one for one in door.view.pages[number].findChildren(QLineEdit) if one.isVisible()]
    before = [one.text() for one in fields]
    assert door.hold(code) == "Welcome"
    assert [one.text() for one in fields] == before
    assert door.page.isVisible()
    assert door.screen.name == "Ada Ozola"


def test_what_is_written_and_not_saved_stays_in_sight(door):
    code = door.guest()
    door.view.show_page(EVENT)
    page = door.view.current_page
    assert isinstance(page, EventPage)
    page.details.title.setFocus()
    page.details.title.setText("Clusters go to Vilnius")
    assert door.hold(code) == "Welcome"
    assert page.isVisible()
    assert page.details.title.text() == "Clusters go to Vilnius"
    toast = door.view.scanning._toast
    assert toast.isVisible()
    assert toast.accessibleName() == "Welcome. Ada Ozola"
    page.details.discard()
    door.hold(door.guest("Boriss"))
    assert not toast.isVisible()


def test_a_scan_while_a_dialog_is_open_is_checked_in_and_the_dialog_stays(door):
    code = door.guest()

    def answer(dialog):
        door.laptop.until(dialog.name.hasFocus)
        door.keyboard.type("Una")
        assert door.hold(code) == "Welcome"
        door.keyboard.type(" Jauna")
        door.laptop.until(lambda: dialog.name.text() == "Una Jauna")
        assert dialog.isVisible()
        assert door.view.scanning._toast.isVisible()

    with answering(WalkInDialog, answer):
        door.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        door.laptop.until(lambda: bool(door.heard))
        door.laptop.until(lambda: QApplication.activeModalWidget() is None)
    assert door.heard == ["Welcome"]


def test_a_scan_while_a_table_is_edited_leaves_the_table(door, tmp_path):
    codes = [door.guest(name) for name in ("Ada Ozola", "Boriss Liepa", "Cilda Egle")]
    path = tmp_path / "list.csv"
    path.write_text("Name,E-mail,Meal\nBob Berg,,Fish\n", "utf-8")
    door.view.show_page(ATTENDEES)
    dialog = People(door.laptop).import_dialog(path)
    door.laptop.until(dialog.isActiveWindow)
    for choice, code in zip(dialog.mapping.choices, codes, strict=True):
        choice.setFocus()
        before = [one.currentText() for one in dialog.mapping.choices]
        assert door.hold(code) == "Welcome"
        assert [one.currentText() for one in dialog.mapping.choices] == before
        assert choice.hasFocus()
        assert dialog.isVisible()
    dialog.reject()


def test_a_scan_while_a_name_is_typed_leaves_the_name(door):
    code = door.guest()
    door.page.field.setFocus()
    door.keyboard.type("Ja")
    assert door.hold(code) == "Welcome"
    door.keyboard.type("n")
    door.laptop.until(lambda: door.page.field.text() == "Jan")


def test_a_code_that_is_not_ours_is_red_and_not_kept(door):
    assert door.hold("HC1:6BF+70790T9WJWG.FKY*4GO0.O1CV2") == "Unknown code"
    assert door.page.field.text() == ""


def test_a_code_that_is_not_ours_and_has_no_enter_is_red_too(door):
    door.page.field.setFocus()
    assert door.hold("4006381333931", "") == "Unknown code"
    assert door.page.field.text() == ""


def test_the_same_badge_held_up_twice_counts_once_and_is_told_quietly(door):
    code = door.guest()
    assert door.hold(code) == "Welcome"
    door.keyboard.scan(code)
    door.laptop.rest()
    assert door.heard == ["Welcome"]
    assert "counted once" in door.page.field.placeholderText()


def test_the_same_badge_after_a_while_is_scanned_again(door):
    code = door.guest()
    assert door.hold(code) == "Welcome"
    door.keyboard.wait(QUIET_MS)
    assert door.hold(code) == "Already checked in"


def test_the_same_badge_after_an_undo_is_a_new_scan(door):
    code = door.guest()
    assert door.hold(code) == "Welcome"
    door.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    door.laptop.until(lambda: door.screen.headline == "Undone")
    assert door.hold(code) == "Welcome"


def test_the_same_badge_on_the_way_out_is_a_new_scan(door):
    code = door.guest()
    assert door.hold(code) == "Welcome"
    door.press(Qt.Key.Key_F8)
    assert door.hold(code) == "Goodbye"


def test_a_scan_where_no_list_is_chosen_says_so(laptop):
    laptop.make_event()
    laptop.clock.set("2026-07-01 09:00")
    laptop.open()
    door = Door(laptop)
    assert door.hold("KDTRNBVXHJLCBEFGOPSUXKDTRNBV") == "NOT recorded"


def test_a_scan_at_a_closed_event_is_typing(door):
    code = door.guest()
    door.laptop.window.close_event()
    door.keyboard.scan(code)
    assert door.laptop.window.view is None
    assert door.heard == []


def test_several_badges_in_a_row_are_each_recorded(door):
    codes = [door.guest(f"Guest {number}") for number in range(8)]
    for code in codes:
        door.keyboard.scan(code, gap=2)
    door.laptop.until(lambda: len(door.heard) == len(codes))
    assert door.heard == ["Welcome"] * len(codes)
