"""The application is drawn alike everywhere, and goes on without what a machine may lack."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from checkin.errors import CheckinError
from checkin.ui import application as module
from checkin.ui.application import application


def test_it_is_one_and_speaks_one_language(qapp):
    assert application() is qapp is QApplication.instance()
    assert qapp.font().family() == "Source Sans Pro"
    assert QLocale().name() == "en_GB"


def test_without_the_font_the_window_opens_all_the_same(qapp, monkeypatch):
    def missing() -> str:
        raise CheckinError("font-missing", font="SourceSansPro-Regular.ttf")

    monkeypatch.setattr(module, "load_fonts", missing)
    assert application() is qapp
