"""The page of the event at work: what it is, its lists, its organizers, its file and backups."""

import json
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QDate, QEventLoop, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from checkin.domain.event import CheckInList, Event
from checkin.errors import CheckinError
from checkin.services.events import EventChanges, change_event
from checkin.services.lists import ListRules
from checkin.ui.event.leaving import Leaving, LeavingDialog
from checkin.ui.event.listdialog import ListDialog, ListWords
from checkin.ui.event.lists import differing
from checkin.ui.event.organizerdialog import OrganizerDialog
from checkin.ui.event.page import EventPage
from checkin.ui.words import sentence
from tests.ui.conftest import FIRST, LAST, OPERATOR, Laptop
from tests.ui.dropping import drop

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PAGE = 5
FIELDS = Path(__file__).parents[2] / "corpus" / "field"


def corpus(name: str):
    return json.loads((FIELDS / f"{name}.json").read_text("utf-8"))["value"]


class TheEvent:
    """Somebody at the keyboard of the page of the event."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        assert laptop.window.view
        self.page = laptop.window.view.pages[PAGE]
        assert isinstance(self.page, EventPage)

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier, on=None) -> None:
        self.laptop.qtbot.keyClick(on or self.page.details.title, key, modifier)
        self.laptop.rest()

    def save(self) -> str:
        """Press Ctrl+S; return what is said to be wrong, if anything."""
        with self.laptop.qtbot.waitSignal(self.page.details.settled, timeout=10_000):
            self.laptop.qtbot.keyClick(self.page.details.title, Qt.Key.Key_S, CTRL)
        self.laptop.rest()
        wrong = self.page.details.wrong
        return wrong.text() if wrong.isVisible() else ""

    def said(self) -> list[str]:
        assert self.laptop.window.view
        return [one.text for one in self.laptop.window.view.notices.notices]

    @property
    def event(self) -> Event:
        with self.laptop.app.open_event(self.laptop.path) as store:
            return store.programme.event()

    @property
    def lists(self) -> list[CheckInList]:
        with self.laptop.app.open_event(self.laptop.path) as store:
            return store.programme.lists()

    def choose_folder(self, folder: str) -> None:
        self.page.backups.choose(folder)
        self.laptop.rest()


@pytest.fixture
def the_event(at_event: Laptop, monkeypatch) -> TheEvent:
    """The page of an event of two days; unsaved words do not keep its window from closing."""
    monkeypatch.setattr(LeavingDialog, "ask", lambda _page: Leaving.DISCARD)
    at_event.open(PAGE)
    return TheEvent(at_event)


def qday(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


# What it is


def test_title_venue_and_zone_are_changed_in_place(the_event):
    details = the_event.page.details
    details.title.setText("Clusters  meet")
    details.venue.setText("Tallinn")
    details.timezone.setEditText("Europe/Tallinn")
    assert the_event.save() == ""
    event = the_event.event
    assert (event.title, event.venue, event.timezone) == (
        "Clusters  meet",
        "Tallinn",
        "Europe/Tallinn",
    )
    assert the_event.laptop.window.windowTitle() == "Clusters  meet — Check-in"
    assert the_event.said() == ["Saved."]


def test_a_day_more_gets_an_entrance(the_event):
    the_event.page.details.last_day.setDate(qday(LAST).addDays(1))
    assert the_event.save() == ""
    assert [one.name for one in the_event.lists][-1] == "Entrance day 3"
    the_event.laptop.until(lambda: the_event.page.lists.table.rowCount() == 3)


def test_saving_is_offered_only_where_something_was_changed(the_event):
    save = the_event.page.details._save_action
    assert not save.isEnabled()
    the_event.laptop.qtbot.keyClicks(the_event.page.details.title, "!")
    assert save.isEnabled()
    the_event.press(Qt.Key.Key_D, ALT)
    assert not save.isEnabled()
    assert not the_event.page.details.title.text().startswith("!")


def test_when_people_are_forgotten_is_five_years_later_unless_set(the_event):
    field = the_event.page.details.forget_day
    assert field.date() == QDate(2031, LAST.month, LAST.day)
    field.setDate(QDate(2027, 1, 1))
    assert the_event.save() == ""
    assert the_event.event.forget_day == date(2027, 1, 1)
    field.setDate(qday(LAST))
    assert the_event.save() == sentence(CheckinError("forget-day-too-early", last=LAST))


def test_html_in_the_title_is_literal_everywhere(the_event):
    title = corpus("fld-event-name-html")
    the_event.page.details.title.setText(title)
    assert the_event.save() == ""
    window = the_event.laptop.window
    assert window.windowTitle() == f"{title} — Check-in"
    bar = window.view._bar._title
    assert (bar.text(), bar.textFormat()) == (title, Qt.TextFormat.PlainText)
    assert the_event.page.details.title.text() == title


@pytest.mark.parametrize("name", ["fld-event-tz-bad", "fld-event-tz-path"])
def test_a_zone_that_is_none_is_one_sentence(the_event, name):
    before, zone = the_event.event, corpus(name)
    the_event.page.details.timezone.setEditText(zone)
    assert the_event.save() == sentence(CheckinError("unknown-timezone", timezone=zone))
    assert the_event.event == before
    assert the_event.page.details.timezone.currentText() == zone


@pytest.mark.parametrize(
    ("name", "code"),
    [("fld-event-3000-days", "too-many-days"), ("fld-event-end-before", "days-reversed")],
)
def test_days_that_cannot_be_are_one_sentence(the_event, name, code):
    before, days = the_event.event, corpus(name)
    first, last = (date.fromisoformat(days[end]) for end in ("start", "end"))
    the_event.page.details.first_day.setDate(qday(first))
    the_event.page.details.last_day.setDate(qday(last))
    facts = {"first": first, "last": last, "most": 31}
    assert the_event.save() == sentence(CheckinError(code, **facts))
    assert the_event.event == before


def test_a_title_too_long_is_one_sentence(the_event):
    the_event.page.details.title.setText(corpus("fld-event-name-long"))
    before = the_event.event
    assert the_event.save() == sentence(CheckinError("text-too-long", field="title", most=200))
    assert the_event.event == before


def test_a_day_with_scans_stays(the_event):
    (ada,) = the_event.laptop.register("Ada")
    code = the_event.laptop.code(ada)
    the_event.laptop.window.view.show_page(0)
    reception = the_event.laptop.window.view.pages[0]
    reception._scan(code)
    the_event.laptop.rest()
    the_event.laptop.window.view.show_page(PAGE)
    the_event.page.details.first_day.setDate(qday(LAST))
    assert "people were scanned on Entrance day 1" in the_event.save()
    assert the_event.event.first_day == FIRST


# Words that are not saved


@pytest.mark.parametrize(
    ("decision", "leaves", "title"),
    [
        (Leaving.STAY, False, "Clusters go international"),
        (Leaving.DISCARD, True, "Clusters go international"),
        (Leaving.SAVE, True, "Other"),
    ],
)
def test_unsaved_words_are_asked_about(the_event, monkeypatch, decision, leaves, title):
    monkeypatch.setattr(LeavingDialog, "ask", lambda _page: decision)
    the_event.page.details.title.setText("Other")
    the_event.laptop.window.view.show_page(0)
    the_event.laptop.rest()
    assert the_event.page.isVisible() is not leaves
    assert the_event.event.title == title
    monkeypatch.setattr(LeavingDialog, "ask", lambda _page: Leaving.DISCARD)


def test_what_cannot_be_saved_keeps_the_page(the_event, monkeypatch):
    monkeypatch.setattr(LeavingDialog, "ask", lambda _page: Leaving.SAVE)
    the_event.page.details.title.setText("")
    the_event.laptop.window.view.show_page(0)
    assert the_event.page.isVisible()
    assert the_event.page.details.wrong.text() == "An event needs a title."
    monkeypatch.setattr(LeavingDialog, "ask", lambda _page: Leaving.DISCARD)


def test_the_question_has_three_answers(qtbot):
    dialog = LeavingDialog(None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_D, ALT)
    qtbot.waitUntil(lambda: dialog.result() == 1)
    assert dialog.decision is Leaving.DISCARD


def test_what_another_station_changes_leaves_words_alone(the_event):
    the_event.page.details.venue.setText("Somewhere else")
    with the_event.laptop.app.open_event(the_event.laptop.path) as store:
        change_event(store, OPERATOR, EventChanges(title="From elsewhere"))
    view = the_event.laptop.window.view
    the_event.laptop.until(lambda: view.title == "From elsewhere")
    assert the_event.page.details.venue.text() == "Somewhere else"
    the_event.page.details.discard()
    assert the_event.page.details.title.text() == "From elsewhere"


# Lists


def test_a_list_is_added_changed_and_removed_by_keys(the_event, monkeypatch):
    table = the_event.page.lists.table
    words = ListWords("Workshop B", LAST, ListRules(capacity=30))
    monkeypatch.setattr(ListDialog, "ask", lambda *_: words)
    the_event.press(Qt.Key.Key_N, CTRL)
    the_event.laptop.until(lambda: table.rowCount() == 3)
    assert table.item(2, 2).text() == "30 places · again after leaving"
    table.selectRow(2)
    table.setFocus()
    rules = ListRules(several_entries=True, cleared=frozenset({"capacity"}))
    monkeypatch.setattr(ListDialog, "ask", lambda *_: replace(words, rules=rules))
    the_event.press(Qt.Key.Key_F2, on=table)
    the_event.laptop.until(lambda: table.item(2, 2).text() == "any number of times")
    the_event.press(Qt.Key.Key_Delete, on=table)
    the_event.laptop.until(lambda: table.rowCount() == 2)
    assert "Workshop B was removed." in the_event.said()


def list_dialog(qtbot, known: CheckInList | None = None) -> ListDialog:
    others = [CheckInList("a", "Entrance day 1", FIRST, entrance=True)]
    dialog = ListDialog(None, (FIRST, LAST), [*others, *([known] if known else [])], known)
    qtbot.addWidget(dialog)
    return dialog


def test_the_dialog_reads_what_is_written(qtbot):
    dialog = list_dialog(qtbot)
    dialog.name.setText(" Workshop B ")
    dialog.day.setCurrentIndex(1)
    dialog.entries.setCurrentIndex(2)
    dialog.categories.setText("speaker, press,")
    dialog.opens.setText("8.30")
    dialog.accept()
    words = dialog.words()
    assert (dialog.result(), words.name, words.day) == (1, "Workshop B", LAST)
    assert words.rules.categories == ("speaker", "press")
    assert words.rules.several_entries
    assert f"{words.rules.opens:%H:%M}" == "08:30"
    assert words.rules.cleared == {"closes", "capacity"}


def test_a_known_list_comes_back_unchanged(qtbot):
    known = CheckInList("b", "Workshop", LAST, entry_after_exit=False, capacity=12)
    dialog = list_dialog(qtbot, known)
    assert dialog.day.currentText() == "Wednesday 3 June"
    dialog.accept()
    assert differing(known, dialog.words().rules) == ListRules()


@pytest.mark.parametrize(
    ("field", "text", "error"),
    [
        ("name", "", CheckinError("list-name-missing")),
        ("name", "x" * 101, CheckinError("text-too-long", field="name", most=100)),
        ("name", "entrance DAY 1", CheckinError("list-name-taken", list="entrance DAY 1")),
        ("opens", "noon", CheckinError("not-a-moment", text="noon")),
        ("closes", "25:00", CheckinError("not-a-moment", text="25:00")),
        ("capacity", "0", CheckinError("capacity-wrong", most=1_000_000)),
        ("capacity", "٣", CheckinError("capacity-wrong", most=1_000_000)),
        ("capacity", "9" * 5000, CheckinError("capacity-wrong", most=1_000_000)),
    ],
)
def test_what_is_wrong_with_a_list_is_said_beside_it(qtbot, field, text, error):
    dialog = list_dialog(qtbot)
    dialog.name.setText("Workshop")
    getattr(dialog, field).setText(text)
    dialog.accept()
    assert (dialog.result(), dialog.wrong.text()) == (0, sentence(error))


# Organizers


def png(colour: str = "red", size: tuple[int, int] = (900, 300)) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return file.getvalue()


def fill(monkeypatch, name: str, picture: Path | None = None) -> None:
    """Let the dialog be filled in and accepted once its logo is read."""

    def exec_(dialog: OrganizerDialog) -> int:
        dialog.name.setText(name)
        if picture:
            dialog.take(picture)
        loop = QEventLoop()
        while not dialog.accept_button.isEnabled():
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(OrganizerDialog, "exec", exec_)


def test_organizers_are_added_with_a_logo_moved_and_removed(the_event, monkeypatch, tmp_path):
    logo = tmp_path / "logo.png"
    logo.write_bytes(png())
    names = the_event.page.organizers.list
    fill(monkeypatch, "Baltic <b>Network</b>", logo)
    the_event.press(Qt.Key.Key_O, CTRL | SHIFT)
    the_event.laptop.until(lambda: names.count() == 1)
    fill(monkeypatch, "Ministry")
    the_event.press(Qt.Key.Key_O, CTRL | SHIFT)
    the_event.laptop.until(lambda: names.count() == 2)
    kept = the_event.page.organizers._organizers[0].picture
    assert Image.open(BytesIO(kept)).size == (600, 200)
    names.setCurrentRow(1)
    names.setFocus()
    the_event.press(Qt.Key.Key_Up, ALT, on=names)
    the_event.laptop.until(lambda: names.item(0).text() == "Ministry")
    assert names.currentRow() == 0
    the_event.press(Qt.Key.Key_Delete, on=names)
    the_event.laptop.until(lambda: names.count() == 1)
    assert names.item(0).text() == "Baltic <b>Network</b>"
    notice = the_event.laptop.window.view.notices.notices[0]
    assert notice.text == "Ministry was taken off the organizers."


@pytest.mark.parametrize(
    ("content", "code"), [(b"no picture", "picture-unknown"), (png()[:60], "picture-damaged")]
)
def test_a_file_that_is_no_picture_is_one_sentence(the_event, tmp_path, content, code):
    file = tmp_path / "logo.png"
    file.write_bytes(content)
    dialog = OrganizerDialog(None, the_event.page.organizers._read_logo)
    the_event.laptop.qtbot.addWidget(dialog)
    dialog.show()
    dialog.take(file)
    the_event.laptop.until(dialog.wrong.isVisible)
    assert dialog.wrong.text() == sentence(CheckinError(code, path=file))
    assert dialog.words().picture is None


def test_a_picture_may_be_dropped_on_the_dialog(the_event, tmp_path):
    file = tmp_path / "logo.png"
    file.write_bytes(png())
    dialog = OrganizerDialog(None, the_event.page.organizers._read_logo)
    the_event.laptop.qtbot.addWidget(dialog)
    drop(dialog, file)
    the_event.laptop.until(lambda: dialog.words().picture is not None)
    assert dialog.remove_button.isEnabled()


# File and backups


def test_the_path_can_be_copied(the_event):
    the_event.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == str(the_event.laptop.path.resolve())


def test_a_backup_is_made_by_a_key_and_listed(the_event):
    the_event.press(Qt.Key.Key_B, CTRL)
    backups = the_event.page.backups
    the_event.laptop.until(lambda: backups.list.count() == 1)
    assert backups.found[0].path.parent == the_event.laptop.path.with_name("seminar.backups")
    assert backups.last.text() == "The last one: 09:00 (a moment ago)"
    assert the_event.said()[0].startswith("Backed up and checked: seminar-")


def test_another_folder_is_remembered_and_can_be_taken_back(the_event, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    the_event.press(Qt.Key.Key_G, CTRL | SHIFT)
    assert the_event.laptop.app.settings.backup_folder == str(stick)
    the_event.press(Qt.Key.Key_B, CTRL)
    assert len(list(stick.glob("*.checkin"))) == 1
    the_event.choose_folder("")
    assert the_event.laptop.app.settings.backup_folder == ""


@pytest.mark.parametrize(
    ("name", "code"),
    [("fld-backup-dir-gone", "backup-folder-gone"), ("fld-backup-dir-root", "backup-folder-root")],
)
def test_a_folder_that_will_not_do_is_one_sentence(the_event, name, code):
    folder = corpus(name)
    the_event.choose_folder(folder)
    assert the_event.said() == [sentence(CheckinError(code, path=folder))]
    assert the_event.laptop.app.settings.backup_folder == ""
