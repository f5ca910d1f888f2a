"""What the kiosk answers is heard and well set, and no key of reception is heard below it."""

import pytest
from PySide6.QtCore import QMetaMethod, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from checkin.domain.details import Details
from checkin.domain.people import Status
from checkin.services.questions import Wording, add_question
from checkin.services.registration import register, set_status
from checkin.ui.kiosk.face import evened
from checkin.ui.kiosk.screens import asking
from checkin.ui.sound.scores import Sound
from tests.ui.conftest import OPERATOR
from tests.ui.kiosk.conftest import CTRL, PIN, Station

DESK = ["Please go to the desk", "Somebody there will be glad to help you."]


@pytest.fixture
def heard(station: Station, monkeypatch: pytest.MonkeyPatch) -> list[Sound]:
    """What a loudspeaker is asked to play: nobody has one here."""
    asked: list[Sound] = []
    speaker = station.laptop.window.sounds.speaker
    monkeypatch.setattr(speaker, "play", lambda sound, _volume: asked.append(sound))
    return asked


def test_each_answer_is_said_by_its_sound(station, heard):
    ada, bob = station.laptop.register("Ada Ozola", "Bob Berg")
    code, blocked = station.laptop.code(ada), station.laptop.code(bob)
    with station.laptop.app.open_event(station.laptop.path) as store:
        set_status(store, OPERATOR, bob, Status.BLOCKED)
    station.start()
    station.scan(code)
    station.keyboard.wait(4_000)
    station.scan(code)
    station.scan(blocked)
    station.type("nobody@example.lv")
    station.laptop.path.rename(station.laptop.path.with_suffix(".away"))
    station.keyboard.wait(4_000)
    station.scan(code)
    station.laptop.path.with_suffix(".away").rename(station.laptop.path)
    assert heard == [
        Sound.WELCOME,
        Sound.WELCOME_BACK,
        Sound.TO_DO,
        Sound.UNKNOWN,
        Sound.UNRECORDED,
    ]


def test_who_has_something_to_acknowledge_or_answer_is_sent_to_the_desk_untold(station):
    with station.laptop.app.open_event(station.laptop.path) as store:
        ada, _ = register(store, OPERATOR, Details({"name": "Ada Ozola", "instruction": "Owes"}))
        bob, _ = register(store, OPERATOR, Details({"name": "Bob Berg"}))
    station.start()
    assert station.scan(station.laptop.code(ada)) == DESK[0]
    assert station.words == DESK
    with station.laptop.app.open_event(station.laptop.path) as store:
        add_question(store, OPERATOR, Wording("Meal", choices=("Fish", "Meat")))
    station.laptop.until(lambda: bool(station.view.bench.programme().questions))
    station.laptop.rest()
    assert station.scan(station.laptop.code(bob)) == DESK[0]
    assert station.words == DESK
    assert not station.view.reception.answering.form.isVisible()


def test_no_key_of_reception_does_anything_below_it(station):
    station.start()
    actions, done = station.view.reception.actions(), []
    for one in actions:
        # Whatever reception offers at the moment, it is the kiosk that keeps it from being heard.
        one.setEnabled(True)
        one.setVisible(True)
        # A dialog that opened would wait for somebody.
        if one.isSignalConnected(QMetaMethod.fromSignal(one.triggered)):
            one.triggered.disconnect()
        one.triggered.connect(lambda _checked=False, one=one: done.append(one.text()))
    pressed = [keys for one in actions for keys in one.shortcuts()]
    assert {"F5", "F6", "F7", "F9", "Ctrl+M", "Ctrl+J", "Ctrl+G"} <= {k.toString() for k in pressed}
    for keys in pressed:
        station.press(keys[0].key(), keys[0].keyboardModifiers())
    assert done == []
    assert station.kiosk.page.isVisible()
    assert not station.laptop.window.sounds.muted
    station.end(PIN)
    station.press(Qt.Key.Key_M, CTRL)
    assert done == ["Sounds off"]


def test_lines_are_about_equally_long(qapp):
    text, font = asking().advice, QFont()
    whole = QFontMetricsF(font).horizontalAdvance(text)
    assert evened(text, font, whole * 0.95).width() < whole * 0.7
    assert evened("   ", font, whole).width() > 0
