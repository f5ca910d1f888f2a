"""Paper at the window: a sheet printed, typed in by keyboard alone, and the emergency list."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from checkin.domain.sheetcode import page_text
from checkin.services.attendance import attendance
from checkin.services.sheets import Wish, print_sheet, printed_sheets
from checkin.ui.papers.desk import SheetsDesk
from checkin.ui.papers.emergencydialog import EmergencyDialog
from checkin.ui.papers.entrydialog import EntryDialog
from checkin.ui.papers.sheetdialog import SheetDialog
from tests.render.paper import Pages
from tests.scanner import Keyboard
from tests.ui.conftest import FIRST, OPERATOR, Laptop

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def papers(laptop: Laptop):
    laptop.make_event()
    laptop.register("Ada Abele", "Bob Berg", "Carl Celms")
    laptop.open()
    assert laptop.window.view
    for number, page in enumerate(laptop.window.view.pages):
        if page.name == "Attendance":
            laptop.window.view.show_page(number)
            laptop.rest()
            return page.papers
    raise AssertionError("no page of attendance")


def sheet_of(laptop: Laptop) -> str:
    """Print a sheet, as another process would; return its code."""
    with laptop.app.open_event(laptop.path) as store:
        entrance = store.programme.lists()[0]
        return print_sheet(store, OPERATOR, entrance, lambda sheet: sheet.code, Wish())


def came(laptop: Laptop) -> dict[str, str]:
    with laptop.app.open_event(laptop.path) as store:
        (day,) = attendance(store, OPERATOR, day=FIRST)
        present = (one for one in day.presences if one.first_in)
        return {
            one.attendee.name: f"{one.first_in:%H:%M}-{one.last_out:%H:%M}"
            if one.last_out
            else f"{one.first_in:%H:%M}-"
            for one in present
        }


def in_dialog(laptop: Laptop, does, opens) -> None:
    """Open a dialog and do something in it once it is to be seen."""
    faults: list[BaseException] = []
    seen: list[object] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(0, act)
            return
        seen.append(dialog)
        try:
            does(dialog)
        except BaseException as error:
            faults.append(error)
        finally:
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, act)
    opens()
    laptop.until(lambda: bool(seen) and QApplication.activeModalWidget() is None)
    if faults:
        raise faults[0]


def typed(laptop: Laptop, dialog: EntryDialog, *lines: str) -> None:
    """Type lines, each with Enter, wherever the focus is."""
    for line in lines:
        field = dialog.focusWidget()
        laptop.qtbot.keyClicks(field, line)
        laptop.qtbot.keyClick(field, Qt.Key.Key_Return)
        laptop.rest()


def test_a_sheet_is_looked_at_and_saved(laptop, papers: SheetsDesk, tmp_path, monkeypatch):
    path = tmp_path / "made.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    def look(dialog: SheetDialog) -> None:
        laptop.until(lambda: not dialog.page.page.isNull())
        assert dialog.check_in_list.day == FIRST
        before = dialog.page.page
        dialog.blank.setValue(0)
        laptop.until(lambda: dialog.page.page != before)
        dialog.accept()

    in_dialog(laptop, look, papers.actions[0].trigger)
    laptop.rest()
    text = Pages(path).text(0)
    assert "Ada Abele" in text
    assert "+" not in text
    with laptop.app.open_event(laptop.path) as store:
        (known,) = printed_sheets(store, OPERATOR)
    assert f"{known.code[:4]}-{known.code[4:]}" in text


def test_rows_are_typed_in_with_nothing_but_the_keyboard_and_taken_back(laptop, papers):
    code = sheet_of(laptop)
    laptop.clock.now = laptop.clock.now.replace(hour=18)

    def act(dialog: EntryDialog) -> None:
        typed(laptop, dialog, code[:4], "1-2 9:05-16:40", "3 8:00")
        assert dialog.list.count() == 3
        assert came(laptop) == {}
        laptop.qtbot.keyClick(dialog.rows, Qt.Key.Key_Up)
        laptop.rest()
        assert dialog.rows.text() == "3 8:00"
        assert dialog.list.count() == 2
        dialog.rows.clear()
        typed(laptop, dialog, "3 9:30", "")
        assert came(laptop) == {
            "Ada Abele": "09:05-16:40",
            "Bob Berg": "09:05-16:40",
            "Carl Celms": "09:30-17:00",
        }
        assert dialog.code.hasFocus()
        laptop.qtbot.keyClick(dialog.code, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        laptop.rest()
        assert came(laptop) == {}

    in_dialog(laptop, act, papers.enter)


def test_what_is_wrong_is_said_below_and_nothing_is_lost(laptop, papers):
    code = sheet_of(laptop)
    laptop.clock.now = laptop.clock.now.replace(hour=18)

    def act(dialog: EntryDialog) -> None:
        typed(laptop, dialog, "XXXX")
        assert "no sheet printed from this event" in dialog.wrong.text()
        dialog.code.clear()
        typed(laptop, dialog, code, "1", "9")
        assert "There is no row 9" in dialog.wrong.text()
        assert dialog.rows.text() == "9"
        assert dialog.list.count() == 1

    in_dialog(laptop, act, papers.enter)


def test_a_sheet_scanned_anywhere_opens_the_typing_in(laptop, papers):
    code = sheet_of(laptop)
    view = laptop.window.view
    view.show_page(0)

    def act(dialog: EntryDialog) -> None:
        laptop.until(lambda: "3 rows" in dialog.about.text())
        assert dialog.rows.hasFocus()

    in_dialog(laptop, act, lambda: view.scanning._read(page_text(code, 1)))
    with laptop.app.open_event(laptop.path) as store:
        assert not store.database.execute_sql("SELECT 1 FROM check_in").fetchall()


def keep_in(laptop: Laptop, folder: Path | str) -> None:
    settings = replace(laptop.app.settings, emergency_folder=str(folder))
    laptop.app.save_settings(settings)


def look(laptop: Laptop) -> None:
    laptop.window.view.emergency.look()
    laptop.rest()


def test_the_emergency_list_is_kept_where_somebody_chose(laptop, papers, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()

    def act(dialog: EmergencyDialog) -> None:
        assert not dialog.on.isChecked()
        dialog.on.setChecked(True)
        dialog.field.setText(str(tmp_path / "nowhere"))
        dialog.accept()
        laptop.rest()
        assert "no such folder" in dialog.wrong.text()
        dialog.field.setText(str(folder))
        dialog.accept()
        laptop.rest()
        assert not dialog.isVisible()

    in_dialog(laptop, act, papers.actions[2].trigger)
    laptop.rest()
    (listed,) = folder.glob("*emergency list.pdf")
    assert "Ada Abele" in Pages(listed).text(0)
    assert len(list(folder.iterdir())) == 2
    assert "is kept as" in laptop.window.view.notices.notices[0].text


def test_it_is_fresh_five_minutes_after_the_last_at_the_earliest_and_only_if_changed(
    laptop, papers, tmp_path
):
    keep_in(laptop, tmp_path)
    path = tmp_path / "seminar emergency list.pdf"
    look(laptop)
    first = path.read_bytes()
    laptop.register("Dace")
    laptop.window.view.bench.door.look()
    laptop.rest()
    look(laptop)
    assert path.read_bytes() == first
    laptop.clock.now = laptop.clock.now.replace(minute=6)
    look(laptop)
    assert "Dace" in Pages(path).text(0)
    second = path.read_bytes()
    laptop.clock.now = laptop.clock.now.replace(minute=30)
    laptop.window.view.bench.door.look()
    laptop.rest()
    look(laptop)
    assert path.read_bytes() == second


def test_a_folder_gone_is_said_once_and_tried_again(laptop, papers, tmp_path):
    stick = tmp_path / "stick"
    keep_in(laptop, stick)
    notices = laptop.window.view.notices
    for _ in range(3):
        look(laptop)
        assert len(notices.notices) == 1
        assert "The emergency list cannot be kept up" in notices.notices[0].text
    stick.mkdir()
    look(laptop)
    assert len(list(stick.iterdir())) == 2


def test_off_nothing_is_written(laptop, papers, tmp_path):
    look(laptop)
    assert not list(tmp_path.rglob("*.pdf"))


@pytest.mark.parametrize("seal", ["", "4F0A-1C2D-3E4F-5A6B-7C8D-9E0F"])
def test_a_scanner_that_types_names_the_sheet_at_reception_and_in_the_dialog(laptop, papers, seal):
    code = sheet_of(laptop)
    laptop.window.view.show_page(0)
    laptop.window.activateWindow()
    laptop.until(laptop.window.isActiveWindow)
    keyboard = Keyboard()

    def act(dialog: EntryDialog) -> None:
        laptop.until(lambda: "3 rows" in dialog.about.text())
        typed(laptop, dialog, "1")
        keyboard.wait(5_000)
        keyboard.scan(page_text(code, 2, seal))
        laptop.until(lambda: dialog.list.count() == 0)
        assert dialog.rows.text() == ""
        assert dialog.code.text() == code

    in_dialog(laptop, act, lambda: keyboard.scan(page_text(code, 1, seal)))
    with laptop.app.open_event(laptop.path) as store:
        assert not store.database.execute_sql("SELECT 1 FROM check_in").fetchall()


def test_canceled_it_leaves_no_file_and_no_sheet(laptop, papers, tmp_path):
    laptop.register(*(f"Person {number}" for number in range(60)))
    view = laptop.window.view
    view.long.started.connect(lambda _: view.long.cancel())
    papers.write(tmp_path / "made.pdf", view.programme.lists[0], Wish())
    laptop.rest()
    assert not list(tmp_path.rglob("*.pdf"))
    assert "Canceled" in view.notices.notices[0].text
    with laptop.app.open_event(laptop.path) as store:
        assert printed_sheets(store, OPERATOR) == []
