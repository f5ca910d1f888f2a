"""A day is closed in the window, and the evidence is packed and checked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from checkin.domain.roles import Operator, Role
from checkin.gateways.evidencepack import csv_rows, open_pack
from checkin.services.admission import Door
from checkin.services.correcting import add_check_in
from checkin.services.evidence import check_pack
from checkin.services.lists import find_list
from checkin.services.sealing import latest_seal, seal_day
from checkin.ui.attendance.page import AttendancePage
from checkin.ui.proof.closedialog import CloseDialog
from tests.ui.conftest import FIRST, OPERATOR, Laptop


@pytest.fixture
def page(laptop: Laptop) -> AttendancePage:
    """The page of attendance of an event at which Ada is in."""
    laptop.make_event()
    (ada,) = laptop.register("Ada")
    code = laptop.code(ada)
    with laptop.app.open_event(laptop.path) as store:
        Door(store, OPERATOR, find_list(store, None, laptop.clock())).scan(code)
    laptop.open()
    assert laptop.window.view
    found = next(one for one in laptop.window.view.pages if isinstance(one, AttendancePage))
    laptop.window.view.show_page(laptop.window.view.pages.index(found))
    laptop.until(lambda: found.turnout is not None)
    return found


def meanwhile(does: Callable[[CloseDialog], None]) -> None:
    """Do something with the dialog that is about to open."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CloseDialog)
        try:
            does(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(0, act)


def test_a_day_is_closed_and_its_fingerprint_stands_there(laptop: Laptop, page) -> None:
    def close(dialog: CloseDialog) -> None:
        laptop.until(lambda: dialog.told is not None)
        assert "1 of 1" in dialog.state.text()
        assert "Ada" in dialog.state.text()
        assert "not over yet" in dialog.state.text()
        dialog.accept()
        laptop.until(lambda: dialog.told is not None and bool(dialog.told.seals))
        with laptop.app.open_event(laptop.path) as store:
            seal = latest_seal(store, FIRST)
        assert seal
        assert seal.fingerprint in dialog.seals.text()
        assert not dialog.accept_button.isEnabled()

    meanwhile(close)
    page.proof.close_day()


def test_what_came_after_a_seal_is_shown_with_its_reason(laptop: Laptop, page) -> None:
    (late,) = laptop.register("Kaspars")
    with laptop.app.open_event(laptop.path) as store:
        seal_day(store, OPERATOR, FIRST)
        door = find_list(store, None, laptop.clock())
        add_check_in(store, OPERATOR, late, door, laptop.clock(), "came by the garden")

    def look(dialog: CloseDialog) -> None:
        laptop.until(lambda: dialog.told is not None)
        assert "Kaspars" in dialog.seals.text()
        assert "(came by the garden)" in dialog.seals.text()
        assert dialog.height() >= dialog.layout().totalHeightForWidth(dialog.width())
        assert dialog.accept_button.isEnabled()

    meanwhile(look)
    page.proof.close_day()


def test_the_pack_is_written_and_proves_itself(laptop: Laptop, page, tmp_path, monkeypatch) -> None:
    target = tmp_path / "evidence"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.proof.begin_pack()
    laptop.rest()
    with open_pack(Path(f"{target}.zip")) as pack:
        assert not check_pack(pack, csv_rows, lambda _done, _all: True).faults


def test_reception_closes_nothing(laptop: Laptop, page) -> None:
    assert laptop.window.view
    laptop.window.view.bench.duty.operator = Operator("Elīna", Role.RECEPTION)
    page.proof.close_day()
    page.proof.begin_pack()
    page.proof.numbers.begin()
    assert QApplication.activeModalWidget() is None
    with laptop.app.open_event(laptop.path) as store:
        assert latest_seal(store, FIRST) is None


def test_the_numbers_for_the_report_are_written(laptop: Laptop, page, monkeypatch) -> None:
    path = laptop.path.with_name("numbers.csv")
    chosen = (str(path.with_suffix("")), "CSV (*.csv)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    page.proof.numbers.action.trigger()
    laptop.until(path.exists)
    laptop.rest()
    assert laptop.window.view
    notice = laptop.window.view.notices.notices[0]
    assert notice.text == "numbers.csv is written. People: 1, organisations: 0."
    assert "event," in path.read_text("utf-8-sig")
