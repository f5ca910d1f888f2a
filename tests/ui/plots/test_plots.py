"""Somebody looks at plots, goes from one to the next by keys, and saves one and the report."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from checkin.domain.roles import Operator, Role
from checkin.services.admission import Door
from checkin.services.lists import find_list
from checkin.ui.attendance.page import AttendancePage
from checkin.ui.plots.dialog import PlotsDialog
from tests.ui.conftest import OPERATOR, Laptop

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(laptop: Laptop) -> AttendancePage:
    """The page of attendance of an event at which Ada of Latvia is in."""
    laptop.make_event()
    (ada,) = laptop.register("Ada", country="Latvia", organisation="Wood")
    code = laptop.code(ada)
    with laptop.app.open_event(laptop.path) as store:
        Door(store, OPERATOR, find_list(store, None, laptop.clock())).scan(code)
    laptop.open()
    assert laptop.window.view
    found = next(one for one in laptop.window.view.pages if isinstance(one, AttendancePage))
    laptop.window.view.show_page(laptop.window.view.pages.index(found))
    laptop.until(lambda: found.turnout is not None)
    return found


def look_at(laptop: Laptop, page: AttendancePage, does: Callable[[PlotsDialog], None]) -> None:
    """Open the plots by their keys, and do something once they are there."""
    faults = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        try:
            assert isinstance(dialog, PlotsDialog)
            laptop.until(lambda: bool(dialog.plots))
            does(dialog)
        except Exception as fault:
            faults.append(fault)
        finally:
            if dialog:
                dialog.close()

    QTimer.singleShot(0, act)
    laptop.qtbot.keyClick(page.people.field, Qt.Key.Key_G, CTRL_SHIFT)
    for fault in faults:
        raise fault


def test_arrow_keys_go_from_plot_to_plot(laptop: Laptop, page: AttendancePage) -> None:
    def walk(dialog: PlotsDialog) -> None:
        seen = []
        for _ in dialog.plots:
            assert dialog.picture.plot
            seen.append(dialog.picture.plot.name)
            assert dialog.picture.accessibleName() == dialog.list.currentItem().text()
            assert not dialog.picture.grab().isNull()
            laptop.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
        assert seen == [plot.name for plot in dialog.plots]
        assert seen[-1] == "countries"

    look_at(laptop, page, walk)


@pytest.mark.parametrize(("kind", "ending"), [("Picture (*.png)", ".png"), ("(*.svg)", ".svg")])
def test_a_plot_is_saved_as_the_kind_that_was_chosen(
    laptop: Laptop, page: AttendancePage, monkeypatch, tmp_path, kind: str, ending: str
) -> None:
    target = tmp_path / "arrivals"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), kind))

    def save(dialog: PlotsDialog) -> None:
        laptop.qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    look_at(laptop, page, save)
    content = Path(f"{target}{ending}").read_bytes()
    assert content.startswith(b"\x89PNG" if ending == ".png" else b"<?xml")


def test_a_place_that_cannot_be_written_is_said_in_the_dialog(
    laptop: Laptop, page: AttendancePage, tmp_path
) -> None:
    def save(dialog: PlotsDialog) -> None:
        dialog.write(tmp_path / "gone" / "plot.png")
        assert dialog.wrong.isVisible()
        assert "plot.png" in dialog.wrong.text()

    look_at(laptop, page, save)


def test_the_report_is_written_by_its_key(
    laptop: Laptop, page: AttendancePage, monkeypatch, tmp_path
) -> None:
    target = tmp_path / "report"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    laptop.qtbot.keyClick(page.people.field, Qt.Key.Key_F, CTRL_SHIFT)
    laptop.rest()
    document = pypdfium2.PdfDocument(Path(f"{target}.pdf").read_bytes())
    assert "The whole event 1 1" in document[0].get_textpage().get_text_bounded()


def test_reception_is_told_that_plots_are_not_theirs(laptop: Laptop, page: AttendancePage) -> None:
    assert laptop.window.view
    laptop.window.view.bench.duty.operator = Operator("Elīna", Role.RECEPTION)
    page.plots.show_plots()
    page.plots.begin_report()
    assert QApplication.activeModalWidget() is None
