"""Sounds at the door: which is played when, off and on, and what is said where none is heard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from checkin.cli.outside import outside_of
from checkin.ui.preferences import PreferencesDialog
from checkin.ui.remembering import Remembered
from checkin.ui.sound.atthedoor import DoorSounds
from checkin.ui.sound.scores import Sound
from checkin.ui.sound.speaker import Output
from tests.ui.conftest import Laptop
from tests.ui.test_reception import CTRL, Reception, answering

NO_SOUND = "No sound"


@pytest.fixture
def heard(at_event: Laptop, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Sound, int]]:
    """What a loudspeaker is asked to play: nobody has one here."""
    asked: list[tuple[Sound, int]] = []
    speaker = at_event.window.sounds.speaker
    monkeypatch.setattr(speaker, "play", lambda sound, volume: asked.append((sound, volume)))
    return asked


def mark(laptop: Laptop):
    field = Reception(laptop).page.field
    return next(one for one in field.children() if one.objectName() == "silent")


def test_each_verdict_is_said_by_its_sound(at_event, heard):
    ada = at_event.code(at_event.register("Ada Ozola")[0])
    reception = Reception(at_event)
    reception.scan(ada)
    reception.scan(ada)
    reception.scan("B" * 28)
    reception.press(Qt.Key.Key_F8)
    reception.scan(ada)
    reception.press(Qt.Key.Key_F8)
    reception.scan(ada)
    assert [sound for sound, _ in heard] == [
        Sound.WELCOME,
        Sound.ALREADY_IN,
        Sound.UNKNOWN,
        Sound.GOODBYE,
        Sound.WELCOME_BACK,
    ]
    assert {volume for _, volume in heard} == {80}


def test_what_is_shown_without_a_scan_is_silent(at_event, heard):
    reception = Reception(at_event)
    reception.page.calm_down()
    reception.press(Qt.Key.Key_Z, CTRL)
    assert heard == []


def test_ctrl_m_turns_sounds_off_shows_it_and_is_remembered(at_event, heard):
    ada = at_event.code(at_event.register("Ada Ozola")[0])
    reception = Reception(at_event)
    reception.press(Qt.Key.Key_M, CTRL)
    assert mark(at_event).isVisible()
    assert mark(at_event).text() == "Sounds off"
    assert at_event.app.settings.muted
    reception.scan(ada)
    assert heard == []
    at_event.qtbot.mouseClick(mark(at_event), Qt.MouseButton.LeftButton)
    assert not at_event.app.settings.muted
    reception.scan(ada)
    assert [sound for sound, _ in heard] == [Sound.ALREADY_IN]


def test_what_is_typed_does_not_run_under_the_mark(at_event):
    Reception(at_event).press(Qt.Key.Key_M, CTRL)
    field = Reception(at_event).page.field
    assert field.textMargins().right() >= mark(at_event).width()
    assert field.rect().contains(mark(at_event).geometry())


def test_without_a_loudspeaker_the_door_says_so_and_goes_on(at_event):
    sounds = at_event.window.sounds
    at_event.until(lambda: sounds.speaker.output is Output.NO_DEVICE)
    assert mark(at_event).text() == NO_SOUND
    ada = at_event.code(at_event.register("Ada Ozola")[0])
    assert Reception(at_event).scan(ada) == "Welcome"
    at_event.qtbot.mouseClick(mark(at_event), Qt.MouseButton.LeftButton)
    said = [one.text for one in at_event.window.view.notices.notices]
    assert said == [sounds.silence]
    assert "plug in" in said[0]


def test_preferences_set_volume_and_off_and_let_one_listen(at_event, heard):
    def choose(dialog: PreferencesDialog) -> None:
        sounds = dialog.sounds
        sounds.volume.setValue(40)
        sounds.on.setChecked(False)
        for button in sounds.buttons.values():
            at_event.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        dialog.accept()

    with answering(PreferencesDialog, choose):
        at_event.window.preferences_action.trigger()
    assert heard == [(sound, 40) for sound in Sound]
    assert (at_event.app.settings.volume, at_event.app.settings.muted) == (40, True)
    assert mark(at_event).isVisible()


def test_preferences_that_are_canceled_change_nothing(at_event, heard):
    def cancel(dialog: PreferencesDialog) -> None:
        dialog.sounds.volume.setValue(5)
        dialog.reject()

    with answering(PreferencesDialog, cancel):
        at_event.window.preferences_action.trigger()
    assert at_event.window.sounds.volume == at_event.app.settings.volume == 80


def test_a_volume_that_is_none_is_the_nearest_that_is(laptop):
    laptop.app.save_settings(replace(laptop.app.settings, volume=4_000))
    made = DoorSounds(Remembered(outside_of(laptop.app)), laptop.window)
    assert made.volume == 100


def test_another_event_has_its_own_mark_and_the_same_choice(at_event):
    at_event.window.sounds.mute(True)
    at_event.window.close_event()
    at_event.open()
    assert mark(at_event).text() == "Sounds off"
    at_event.window.sounds.mute(False)
    assert mark(at_event).text() in {"", NO_SOUND}
