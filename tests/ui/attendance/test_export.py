"""The export from the window: what is wanted is chosen once, and then one key writes it."""

import json

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from checkin.domain.details import Details
from checkin.domain.exportchoice import ExportChoice
from checkin.domain.exporttables import TableKind
from checkin.errors import CheckinError
from checkin.services.admission import Door
from checkin.services.badges import badge_of
from checkin.services.lists import find_list
from checkin.services.registration import register
from checkin.ui.attendance.exportdialog import ExportDialog
from checkin.ui.attendance.page import AttendancePage
from checkin.ui.words import sentence
from tests.ui.conftest import FIRST, LAST, OPERATOR, Laptop

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NAME = "Clusters go international attendance"


class Coordinator:
    """Somebody who exports from the page of attendance, and finds what was written."""

    def __init__(self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
        self.laptop = laptop
        view = laptop.window.view
        assert view
        self.page = next(one for one in view.pages if isinstance(one, AttendancePage))
        view.show_page(view.pages.index(self.page))
        laptop.until(lambda: self.page.people.model.rowCount() == 2)
        self.proposed: list[str] = []
        self.target = laptop.path.with_name("all.xlsx")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self._save)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(self.target.parent))

    def _save(self, _parent: object, _title: str, name: str, pattern: str) -> tuple[str, str]:
        self.proposed.append(name)
        return str(self.target), pattern

    def chooses(self, fill=lambda _dialog: None) -> None:
        """Press Ctrl+E, fill the dialog in, and press Enter."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, ExportDialog) or not dialog.isActiveWindow():
                return
            looking.stop()
            try:
                fill(dialog)
                self.laptop.qtbot.keyClick(dialog, Qt.Key.Key_Return)
            finally:
                if dialog.isVisible():
                    dialog.reject()

        looking = QTimer(self.page)
        looking.timeout.connect(look)
        looking.start(5)
        self.press(Qt.Key.Key_E, CTRL)
        self.laptop.until(lambda: not looking.isActive())
        self.laptop.rest()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        self.laptop.window.activateWindow()
        self.laptop.until(self.laptop.window.isActiveWindow)
        self.laptop.qtbot.keyClick(self.page.people.field, key, modifier)
        self.laptop.rest()

    @property
    def said(self) -> list[str]:
        return [one.text for one in self.laptop.window.view.notices.notices]

    @property
    def kept(self) -> ExportChoice:
        return self.page.export.choice


@pytest.fixture
def coordinator(at_event: Laptop, monkeypatch: pytest.MonkeyPatch) -> Coordinator:
    """Ada came on the first day, Bob did not."""
    with at_event.app.open_event(at_event.path) as store:
        for name in ("Ada Ābola", "Bob Bērziņš"):
            person, _ = register(store, OPERATOR, Details({"name": name}))
            if name.startswith("Ada"):
                here = find_list(store, None, at_event.clock())
                Door(store, OPERATOR, here).scan(badge_of(store, person).code)
    at_event.open()
    return Coordinator(at_event, monkeypatch)


def tick(dialog: ExportDialog, table: TableKind, ticked: bool) -> None:
    state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
    dialog.tables.item(list(TableKind).index(table)).setCheckState(state)


def test_the_usual_workbook_is_two_keys_away_and_its_folder_is_offered(coordinator, monkeypatch):
    shown = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    coordinator.chooses()
    assert coordinator.proposed[0].endswith(f"{NAME} all days.xlsx")
    book = openpyxl.load_workbook(coordinator.target)
    assert book.sheetnames[:3] == ["Summary", FIRST.isoformat(), LAST.isoformat()]
    assert coordinator.said == ["all.xlsx is written."]
    notice = coordinator.laptop.window.view.notices.notices[0]
    notice.findChildren(QPushButton)[0].click()
    assert shown == [str(coordinator.target.parent)]


def test_what_was_chosen_is_kept_and_one_key_writes_the_day_so(coordinator):
    def fill(dialog: ExportDialog) -> None:
        for kind in TableKind:
            tick(dialog, kind, kind in {TableKind.DAY, TableKind.SCANS})
        dialog.language.setCurrentIndex(dialog.language.findData("de"))
        for _ in range(2):
            dialog.columns.list.setCurrentRow(2)
            coordinator.laptop.qtbot.keyClick(dialog.columns.list, Qt.Key.Key_Space)
            coordinator.laptop.qtbot.keyClick(dialog.columns.list, Qt.Key.Key_Up, ALT)

    coordinator.chooses(fill)
    book = openpyxl.load_workbook(coordinator.target)
    assert book.sheetnames == [FIRST.isoformat(), LAST.isoformat(), "Scans"]
    coordinator.target.unlink()
    coordinator.page.cards.choose_day(0)
    coordinator.press(Qt.Key.Key_E, CTRL | SHIFT)
    assert coordinator.proposed[1].endswith(f"{NAME} {FIRST}.xlsx")
    book = openpyxl.load_workbook(coordinator.target)
    assert book.sheetnames == [FIRST.isoformat(), "Scans"]
    header = [cell.value for cell in book[FIRST.isoformat()][1]]
    assert header[:3] == ["Datum", "Art", "Kategorie"]
    assert coordinator.kept.language == "de"


def test_one_day_alone_can_be_chosen(coordinator):
    coordinator.page.cards.choose_day(1)
    coordinator.chooses(lambda dialog: dialog.one_day.setChecked(True))
    assert openpyxl.load_workbook(coordinator.target).sheetnames[1] == LAST.isoformat()
    assert coordinator.proposed[0].endswith(f"{NAME} {LAST}.xlsx")


def test_csv_of_several_tables_goes_into_a_folder(coordinator):
    coordinator.chooses(lambda dialog: dialog.ending.setCurrentIndex(1))
    folder = coordinator.target.parent
    # There is no session.
    assert {path.stem for path in folder.glob("*.csv")} == set(TableKind) - {TableKind.SESSION}
    assert coordinator.said == [f"6 files are written into {folder.name}."]


def test_json_is_named_so_whatever_somebody_typed(coordinator):
    coordinator.target = coordinator.target.with_name("day 2.6")
    coordinator.chooses(lambda dialog: dialog.ending.setCurrentIndex(2))
    told = json.loads(coordinator.target.with_name("day 2.6.json").read_text("utf-8"))
    assert [row["present"] for row in told["summary"]] == [1, 0, 1]


def test_columns_go_back_to_what_is_usual(coordinator):
    def fill(dialog: ExportDialog) -> None:
        before = dialog.columns.chosen()
        dialog.columns.list.item(0).setCheckState(Qt.CheckState.Unchecked)
        dialog.columns.move_by(1)
        assert dialog.columns.chosen() != before
        coordinator.laptop.qtbot.keyClick(dialog.columns.list, Qt.Key.Key_U, ALT)
        assert dialog.columns.chosen() == before

    coordinator.chooses(fill)
    assert coordinator.kept == ExportChoice()


def test_nothing_chosen_is_one_sentence_and_nothing_is_written(coordinator):
    said = []

    def no_table(dialog: ExportDialog) -> None:
        for kind in TableKind:
            tick(dialog, kind, False)
        dialog.accept()
        said.append(dialog.wrong.text())

    def no_column(dialog: ExportDialog) -> None:
        dialog.tables.setCurrentRow(0)
        for place in range(dialog.columns.list.count()):
            dialog.columns.list.item(place).setCheckState(Qt.CheckState.Unchecked)
        dialog.accept()
        said.append(dialog.wrong.text())

    coordinator.chooses(no_table)
    coordinator.chooses(no_column)
    assert said == [
        sentence(CheckinError("no-table-chosen")),
        sentence(CheckinError("no-column-chosen", table="Summary")),
    ]
    assert not coordinator.target.exists()


def test_a_canceled_export_leaves_no_file(coordinator):
    coordinator.page.export.write(coordinator.target, ExportChoice())
    coordinator.laptop.window.view.long.cancel()
    coordinator.laptop.rest()
    assert not coordinator.target.exists()
    assert coordinator.said == ["Canceled. Nothing was changed."]


def test_a_folder_that_is_not_there_is_one_sentence(coordinator):
    target = coordinator.target.parent / "nowhere" / "all.xlsx"
    coordinator.page.export.write(target, ExportChoice())
    coordinator.laptop.rest()
    assert coordinator.said == [sentence(CheckinError("folder-missing", path=target.parent))]
