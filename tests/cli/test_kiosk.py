"""`checkin kiosk` where there is no screen, and the way out for a forgotten PIN."""

from dataclasses import replace

from checkin.app import App
from checkin.cli.context import Session
from checkin.cli.window import _kiosk
from checkin.domain.kiosk import KioskPlan


def test_without_a_screen_it_is_one_sentence_and_nothing_is_remembered(desk, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert desk("kiosk").one_sentence().startswith("This needs a screen")


def test_it_is_ended_by_who_may_set_pins(desk):
    app = App(desk.folder / "installation", desk._clock)
    plan = KioskPlan(str(desk.event))
    app.save_settings(replace(app.settings, kiosk=plan.written()))
    session = Session(app, "other.checkin", None, None)
    assert _kiosk(session) == desk.event
    desk.done("kiosk", "--end")
    assert app.settings.kiosk == ""
    assert _kiosk(session) is None
