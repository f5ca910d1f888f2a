"""Under the lock: scans are taken, everything else waits for a PIN."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from checkin.domain.roles import Operator, Role
from checkin.ui.reception.lists import ListDialog
from checkin.ui.roles.signin import SignInDialog
from checkin.ui.toast import Toast
from tests.ui.roles.conftest import CTRL, ENTER, OF_ORGANIZER, PIN, SHIFT, Guarded, answering, sign

U, TWO, COMMA, W = Qt.Key.Key_U, Qt.Key.Key_2, Qt.Key.Key_Comma, Qt.Key.Key_W


def test_the_lock_covers_the_page_and_unlocking_comes_back_to_it(at_work: Guarded):
    view = at_work.laptop.window.view
    view.show_page(1)
    at_work.laptop.qtbot.keyClicks(view.pages[1].field, "ozol")
    at_work.lock_now()
    assert not view.pages[1].isVisible()
    assert "Elīna · Coordinator" in at_work.lock.screen._who.text()
    at_work.type(PIN)
    assert not at_work.lock.locked
    assert view.pages[1].isVisible()
    assert QApplication.focusWidget() is view.pages[1].field
    assert view.pages[1].field.text() == "ozol"
    assert at_work.operator == Operator("Elīna", Role.COORDINATOR)


def test_scans_are_taken_as_reception_and_shown(at_work: Guarded):
    (ada,) = at_work.register("Ada Ozola")
    at_work.lock_now()
    at_work.type(at_work.laptop.code(ada))
    shown = at_work.lock.screen.panel
    at_work.laptop.until(lambda: shown.screen_shown.headline == "Welcome")
    assert shown.screen_shown.name == "Ada Ozola"
    assert shown.isVisible()
    assert at_work.recorded_by() == ["Elīna as reception"]
    assert at_work.lock.locked


def test_a_scanner_is_heard_under_the_lock_and_turns_no_page(at_work: Guarded):
    view = at_work.laptop.window.view
    (ada,) = at_work.register("Ada Ozola")
    view.show_page(1)
    at_work.lock_now()
    view.scanning.take(at_work.laptop.code(ada))
    at_work.laptop.until(lambda: at_work.lock.screen.panel.screen_shown.name == "Ada Ozola")
    assert at_work.recorded_by() == ["Elīna as reception"]
    assert view.current_page is view.pages[1]
    assert not any(one.isVisible() for one in view.findChildren(Toast))


def test_who_has_an_instruction_waits_for_somebody_to_unlock(at_work: Guarded):
    (ada,) = at_work.register("Ada Ozola", instruction="Hand over the folder")
    at_work.lock_now()
    at_work.type(at_work.laptop.code(ada))
    shown = at_work.lock.screen.panel
    at_work.laptop.until(lambda: shown.screen_shown.headline == "One thing first")
    assert shown.screen_shown.flag == "Hand over the folder"
    assert "Unlock" in shown.screen_shown.advice
    at_work.press(ENTER)
    assert at_work.page.panel.screen_shown.headline == "One thing first"
    at_work.type(PIN)
    at_work.press(ENTER)
    assert at_work.page.panel.screen_shown.headline == "Welcome"
    assert at_work.recorded_by() == ["Elīna as reception", "Elīna as coordinator"]


def test_what_is_typed_is_no_search_and_nobody_reads_it(at_work: Guarded):
    at_work.register("Ada Ozola")
    at_work.lock_now()
    field = at_work.lock.screen.field
    at_work.laptop.qtbot.keyClicks(field, "4799")
    assert field.displayText() == "●●●●" or "4799" not in field.displayText()
    at_work.press(ENTER)
    assert at_work.lock.screen.wrong.text().startswith("That PIN or code is not right")
    at_work.type("ada")
    assert at_work.lock.screen.wrong.text() == "A PIN is 4 to 12 digits."
    assert at_work.lock.locked
    assert at_work.page.field.text() == ""
    assert not at_work.page.people.isVisible()
    assert at_work.recorded_by() == []


def test_under_the_lock_no_key_leads_anywhere(at_work: Guarded):
    view = at_work.laptop.window.view
    at_work.lock_now()
    at_work.press(TWO, CTRL)
    at_work.press(COMMA, CTRL)
    at_work.press(W, CTRL)
    assert at_work.lock.locked
    assert at_work.laptop.window.view is view
    assert QApplication.activeModalWidget() is None
    at_work.type(PIN)
    at_work.press(TWO, CTRL)
    assert view.pages[1].isVisible()


def test_somebody_else_takes_over_with_their_own_pin_alone(at_work: Guarded):
    at_work.lock_now()
    offered = []

    def wrong(dialog: SignInDialog) -> None:
        offered.extend(dialog.role.itemData(at) for at in range(dialog.role.count()))
        sign(dialog, "Māris", Role.ORGANIZER, PIN)

    with answering(
        SignInDialog, wrong, lambda one: sign(one, "Māris", Role.ORGANIZER, OF_ORGANIZER)
    ):
        at_work.press(U, CTRL)
    assert offered == [Role.ORGANIZER, Role.COORDINATOR]
    assert not at_work.lock.locked
    assert at_work.operator == Operator("Māris", Role.ORGANIZER)
    assert at_work.laptop.window.staffing.switch.text() == "Māris · Organizer"


def test_a_dialog_that_is_open_goes_when_the_window_locks(at_work: Guarded):
    def lock(_dialog: ListDialog) -> None:
        at_work.laptop.window.staffing.idle.left_alone.emit()

    with answering(ListDialog, lock):
        at_work.page.place.choose()
    assert at_work.lock.locked


def test_it_locks_when_left_alone_and_a_touch_puts_that_off(at_work: Guarded):
    idle = at_work.laptop.window.staffing.idle
    assert idle.timer.interval() == 15 * 60_000
    idle.timer.stop()
    window = at_work.laptop.window.windowHandle()
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    idle._listen_to(window)
    idle.timer.stop()
    QApplication.sendEvent(window, key)
    assert idle.timer.isActive()
    with at_work.laptop.qtbot.waitSignal(at_work.lock.changed):
        idle.timer.start(1)
    assert at_work.lock.locked
    idle.set_minutes(0)
    assert not idle.timer.isActive()


def test_without_a_pin_there_is_no_lock_and_a_line_says_why(at_event):
    at_event.qtbot.keyClick(at_event.window, Qt.Key.Key_L, CTRL | SHIFT)
    view = at_event.window.view
    assert not view.lock.locked
    assert "nothing would be locked" in view.notices.notices[0].text
    view.notices.clear()
    at_event.window.staffing.idle.left_alone.emit()
    assert not view.lock.locked
    assert view.notices.notices == []
