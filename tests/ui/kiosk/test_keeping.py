"""A kiosk is left with a PIN and in no other way: no key, no closing, no restart opens a page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from checkin.domain.roles import Operator, Role
from checkin.services.pins import set_pin
from checkin.services.signing_in import sign_in
from checkin.ui.kiosk.leaving import KioskPinDialog
from checkin.ui.kiosk.starting import KioskDialog
from checkin.ui.roles.signin import SignInDialog
from tests.ui.conftest import OPERATOR
from tests.ui.kiosk.conftest import ALT, CTRL, PIN, SHIFT, Station
from tests.ui.roles.conftest import answering, sign

KEY = Qt.Key
NO = Qt.KeyboardModifier.NoModifier
KEYS = [
    *((key, CTRL) for key in (KEY.Key_1, KEY.Key_2, KEY.Key_5, KEY.Key_N, KEY.Key_W, KEY.Key_O)),
    *((key, CTRL) for key in (KEY.Key_Q, KEY.Key_L, KEY.Key_P, KEY.Key_U, KEY.Key_Comma)),
    *((key, CTRL | SHIFT) for key in (KEY.Key_N, KEY.Key_D, KEY.Key_K, KEY.Key_R, KEY.Key_O)),
    *((key, NO) for key in (KEY.Key_F1, KEY.Key_F8, KEY.Key_F9, KEY.Key_F11, KEY.Key_Escape)),
    *((KEY.Key_Return, CTRL), (KEY.Key_F4, ALT), (KEY.Key_Tab, NO), (KEY.Key_Menu, NO)),
]  # fmt: skip


def is_closed(station: Station) -> bool:
    """Tell whether nothing but the kiosk is to be seen."""
    seen = [page for page in station.view.pages if page.isVisible()]
    alone = station.kiosk.page.isVisible() and not seen and not station.view._bar.isVisible()
    return alone and QApplication.activeModalWidget() is None


def test_it_fills_the_screen_and_no_key_leads_anywhere(station):
    station.start()
    assert station.laptop.window.isFullScreen()
    view = station.view
    for key, modifier in KEYS:
        station.press(key, modifier)
        assert is_closed(station), (key, modifier)
    assert station.laptop.window.view is view
    assert station.laptop.window.isFullScreen()


def test_the_pin_set_for_it_ends_it_and_no_other(station):
    before = station.laptop.window.windowState()
    station.start()
    assert station.end("0000", "abc") == [
        "That PIN or code is not right; nothing was changed.",
        "A PIN is 4 to 12 digits.",
    ]
    assert station.kiosk.running
    assert station.end(PIN) == []
    assert not station.kiosk.running
    assert station.view.reception.isVisible()
    assert station.laptop.window.windowState() == before
    assert station.view.bench.operator == OPERATOR
    assert station.kept() == ""
    station.be_in_front()
    assert QApplication.focusWidget() is station.view.reception.field
    station.press(KEY.Key_2, CTRL)
    assert station.view.pages[1].isVisible()


def test_without_a_pin_it_does_not_start(station):
    with answering(KioskDialog, lambda one: one.accept()) as said:
        station.press(KEY.Key_K, CTRL | SHIFT)
    assert said == ["A PIN is 4 to 12 digits."]
    assert not station.kiosk.running
    assert station.kept() == ""


def test_to_close_the_window_asks_for_the_pin_too(station):
    station.start()
    asked = []

    def think_better(dialog: KioskPinDialog) -> None:
        asked.append(dialog)
        dialog.reject()

    with answering(KioskPinDialog, think_better):
        assert not station.laptop.window.close()
        station.laptop.until(lambda: bool(asked))
    assert station.kiosk.running
    assert station.laptop.window.isVisible()


def test_a_role_with_a_pin_ends_it_with_that(guarded_station):
    station = guarded_station
    station.start()
    assert "4711" not in station.kept()
    station.end_signing_in("4711")
    assert not station.kiosk.running
    assert station.view.bench.operator == Operator("Elīna", Role.COORDINATOR)
    assert station.view.bench.operator.proof


def test_after_a_restart_it_is_a_kiosk_again_and_nobody_signs_in(station):
    (ada,) = station.laptop.register("Ada Ozola")
    station.start(words="Upstairs.")
    station.restart()
    assert is_closed(station)
    assert station.laptop.window.isFullScreen()
    assert station.scan(station.laptop.code(ada)) == "Welcome"
    assert station.words[2] == "You are checked in. Upstairs."
    assert "Kiosk" not in station.laptop.app.settings.operators
    assert station.end(PIN) == []
    assert not station.kiosk.running


def test_so_it_is_where_reception_has_a_pin(guarded_station):
    station = guarded_station
    with station.laptop.app.open_event(station.laptop.path) as store:
        who = sign_in(store, "Elīna", Role.COORDINATOR, "4711")
        set_pin(store, who, Role.RECEPTION, "1357")
    station.view._lines.door.look()
    station.laptop.rest()
    station.start()
    station.restart()
    assert is_closed(station)
    station.end_signing_in("4711")
    assert not station.kiosk.running


def test_where_its_right_is_gone_somebody_signs_in_and_it_is_a_kiosk_no_more(guarded_station):
    station = guarded_station
    station.start()
    with station.laptop.app.open_event(station.laptop.path) as store:
        who = sign_in(store, "Elīna", Role.COORDINATOR, "4711")
        set_pin(store, who, Role.RECEPTION, "1357")
    with answering(SignInDialog, lambda one: sign(one, "Elīna", Role.COORDINATOR, "4711")):
        station.restart()
    assert not station.kiosk.running
    assert station.kept() == ""


def test_left_alone_it_does_not_lock(guarded_station):
    station = guarded_station
    station.start()
    station.laptop.window.staffing.idle.left_alone.emit()
    assert is_closed(station)


@pytest.mark.parametrize("end", [True, False])
def test_the_kiosk_is_never_remembered_as_somebody_who_works_here(station, end):
    station.start()
    if end:
        station.end(PIN)
    assert station.laptop.app.settings.operator == "Elīna"
    assert "Kiosk" not in station.laptop.app.settings.operators
