"""The window around the pages: the start page, opening, themes, notices, faults, closing."""

import shutil
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton

from checkin.app import App
from checkin.capture.decode import decode_image
from checkin.cli import window
from checkin.cli.outside import outside_of
from checkin.domain.roles import Operator
from checkin.errors import CheckinError
from checkin.sentences import sentence
from checkin.services.desk import Desk
from checkin.store.store import Store
from checkin.ui.keys import KeysDialog
from checkin.ui.newevent import NewEventDialog
from checkin.ui.outside import NewEvent
from checkin.ui.preferences import PreferencesDialog
from checkin.ui.theme import DARK, LIGHT, Choice
from checkin.ui.window import Window
from tests.ui.conftest import FIRST, LAST, OPERATOR

CTRL = Qt.KeyboardModifier.ControlModifier


def said(window: Window) -> list[str]:
    """Return what is said above the page, the newest first."""
    notices = window.view.notices if window.view else window.start.notices
    return [one.text for one in notices.notices]


def codes_on_paper(pdf: Path) -> list[str]:
    """Return the codes on the first page of printed badges."""
    picture = pdf.with_name("page.png")
    document = pypdfium2.PdfDocument(pdf)
    document[0].render(scale=150 / 72).to_pil().save(picture)
    document.close()
    codes = decode_image(picture)
    assert len(codes) == 8
    return codes


def test_the_first_start_offers_an_event_to_make_one_to_open_and_the_demo(laptop):
    laptop.window.show()
    texts = [
        one.text() for one in laptop.window.start.findChildren(type(laptop.window.start._first))
    ]
    assert [text.split("  ")[0] for text in texts] == ["New event", "Open event…", "Try the demo"]
    assert not laptop.window.start._card.isVisible()


def test_an_event_that_was_open_is_offered_again(laptop):
    laptop.make_event()
    laptop.open()
    laptop.window.close_event()
    recent = laptop.window.start._recent
    assert recent.count() == 1
    with laptop.qtbot.waitSignal(laptop.window.opened):
        laptop.qtbot.keyClick(recent, Qt.Key.Key_Return)
    assert laptop.window.windowTitle() == "Clusters go international — Check-in"


def test_an_event_that_is_gone_is_shown_as_gone(laptop):
    laptop.make_event()
    laptop.open()
    laptop.window.close_event()
    laptop.path.unlink()
    laptop.window.show_start()
    item = laptop.window.start._recent.item(0)
    assert "not there" in item.text()
    assert item.flags() == Qt.ItemFlag.NoItemFlags


def test_the_event_opened_last_is_remembered(laptop):
    laptop.make_event()
    laptop.open()
    assert laptop.app.settings.last_event == str(laptop.path)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "no such file"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_bytes(b"not a database at all" * 20), "not a Check-in event"),
        (lambda path: path.mkdir(), "not a Check-in event"),
    ],
    ids=["missing", "empty", "text", "folder"],
)
def test_a_file_that_cannot_be_opened_is_one_sentence(laptop, make, words):
    make(laptop.path)
    laptop.window.show()
    with laptop.qtbot.waitSignal(laptop.window.refused):
        laptop.window.open(laptop.path)
    (text,) = said(laptop.window)
    assert words in text
    assert "`" not in text
    assert laptop.window.view is None


def test_the_open_event_stays_where_another_cannot_be_opened(at_event, tmp_path: Path):
    with at_event.qtbot.waitSignal(at_event.window.refused):
        at_event.window.open(tmp_path / "nothing.checkin")
    assert at_event.window.view
    assert at_event.window.view.isVisible()
    assert "no such file" in said(at_event.window)[0]


def test_a_new_event_is_made_and_opened(laptop, monkeypatch):
    wanted = NewEvent(laptop.path, "Made here", FIRST, LAST, "Europe/Riga")
    monkeypatch.setattr(NewEventDialog, "ask", lambda _parent: wanted)
    laptop.window.show()
    with laptop.qtbot.waitSignal(laptop.window.opened, timeout=10_000):
        laptop.window.new_action.trigger()
    assert laptop.window.view
    assert laptop.window.view.title == "Made here"


def test_the_demo_opens_with_the_first_queue_in(laptop):
    laptop.window.show()
    with laptop.qtbot.waitSignal(laptop.window.opened, timeout=30_000):
        laptop.window.demo_action.trigger()
    assert laptop.window.view
    page = laptop.window.view.pages[0]
    laptop.until(lambda: page._side.counts._present.text().isdecimal())
    assert int(page._side.counts._present.text()) > 80
    assert "badges.pdf" in said(laptop.window)[0]
    for code in codes_on_paper(laptop.window.view.path.with_name("badges.pdf")):
        with laptop.qtbot.waitSignal(page.doorway.answered, timeout=10_000) as held:
            laptop.qtbot.keyClicks(page.field, code)
            laptop.qtbot.keyClick(page.field, Qt.Key.Key_Return)
        assert held.args[0].attendee
    assert laptop.window.view.path.with_name("badges.pdf").exists()
    shutil.rmtree(laptop.window.view.path.parent)


def test_a_missing_library_is_one_sentence_and_not_the_end_of_the_program(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(window, "_X_LIBRARIES", ("libnowhere.so.0",))
    with pytest.raises(CheckinError) as told:
        window._check_libraries()
    assert "libnowhere.so.0" in sentence(told.value)


def test_pages_are_turned_by_keys_and_read_what_changed_when_shown(at_event):
    view = at_event.window.view
    for number, page in enumerate(view.pages):
        at_event.qtbot.keyClick(at_event.window, Qt.Key(Qt.Key.Key_1 + number), CTRL)
        assert page.isVisible()
    at_event.rest()


def test_the_theme_is_light_or_dark_as_chosen(laptop, monkeypatch):
    laptop.app.save_settings(replace(laptop.app.settings, theme="dark"))
    laptop.window.follow_theme()
    assert laptop.window.theme is DARK
    assert QApplication.palette().window().color().name() == DARK.window
    monkeypatch.setattr(PreferencesDialog, "ask", lambda *_: (Choice.LIGHT, 30))
    laptop.window.preferences_action.trigger()
    assert laptop.window.theme is LIGHT
    assert (laptop.app.settings.theme, laptop.app.settings.lock_minutes) == ("light", 30)


def test_the_window_comes_back_where_it_was(laptop, tmp_path: Path, qtbot):
    laptop.window.show()
    laptop.window.resize(890, 610)
    laptop.window.close()
    again = Window(outside_of(App(tmp_path / "installation", laptop.clock)), OPERATOR)
    qtbot.addWidget(again)
    assert again.height() == 610
    again.close()


def test_f1_lists_the_keys_that_work(at_event, monkeypatch):
    shown: list[str] = []

    def read(dialog: KeysDialog) -> int:
        shown.extend(one.text() for one in dialog.findChildren(QLabel))
        return 0

    monkeypatch.setattr(KeysDialog, "exec", read)
    at_event.qtbot.keyClick(at_event.window, Qt.Key.Key_F1)
    assert {"Ctrl+L", "Change list", "Ctrl+Enter", "Admit anyway", "Ctrl+O", "F11"} <= set(shown)


def test_escape_puts_a_notice_away(at_event):
    view = at_event.window.view
    view.notices.done("Done.")
    view.notices.fail(CheckinError("nothing-to-change"))
    assert len(said(at_event.window)) == 2
    at_event.qtbot.keyClick(view.pages[0].field, Qt.Key.Key_Escape)
    assert said(at_event.window) == ["Done."]


def test_a_fault_of_ours_is_written_down_and_said_once(at_event, monkeypatch):
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()) or 0)

    def broken(_desk):
        raise ZeroDivisionError("a fault of ours")

    at_event.window.view.bench.door.ask(broken)
    at_event.until(lambda: bool(shown))
    assert "ZeroDivisionError" in shown[0]
    assert "a fault of ours" in (at_event.app.folder / "fault.log").read_text()
    assert at_event.window.view.isVisible()


def test_two_windows_on_one_event_see_each_others_scans(at_event, tmp_path: Path, qtbot):
    other = Window(outside_of(App(tmp_path / "installation", at_event.clock)), OPERATOR)
    qtbot.addWidget(other)
    other.show()
    with qtbot.waitSignal(other.opened, timeout=10_000):
        other.open(at_event.path)
    (ada,) = at_event.register("Ada Ozola")
    page, there = at_event.window.view.pages[0], other.view.pages[0]
    with qtbot.waitSignal(page.doorway.answered, timeout=10_000):
        page.doorway.scan(at_event.code(ada))
    qtbot.waitUntil(lambda: there._side.counts._present.text() == "1", timeout=10_000)
    with qtbot.waitSignal(there.doorway.answered, timeout=10_000) as said_there:
        there.doorway.scan(at_event.code(ada))
    assert said_there.args[0].reason.value == "already_redeemed"
    other.close()


def test_closing_leaves_a_whole_file(at_event):
    (ada,) = at_event.register("Ada Ozola")
    page = at_event.window.view.pages[0]
    with at_event.qtbot.waitSignal(page.doorway.answered, timeout=10_000):
        page.doorway.scan(at_event.code(ada))
    at_event.window.close()
    assert not at_event.path.with_name("seminar.checkin-wal").exists()
    copy = at_event.path.with_name("copy.checkin")
    shutil.copy(at_event.path, copy)
    with at_event.app.open_event(copy) as store:
        assert len(store.door.all_counted()) == 1


def test_no_label_reads_data_as_markup(laptop):
    laptop.make_event(title="<h1>x</h1><img src='file:///etc/hostname'>")
    laptop.open()
    assert laptop.window.windowTitle().startswith("<h1>x</h1>")
    for number in range(len(laptop.window.view.pages)):
        laptop.window.view.show_page(number)
        laptop.rest()
    labels = laptop.window.findChildren(QLabel)
    assert labels
    assert [one.text() for one in labels if one.textFormat() is not Qt.TextFormat.PlainText] == []


def test_a_file_taken_away_is_told_and_nothing_is_green(at_event, monkeypatch):
    (ada,) = at_event.register("Ada Ozola")
    code = at_event.code(ada)
    view = at_event.window.view
    away = at_event.path.rename(at_event.path.with_name("elsewhere.checkin"))
    at_event.until(lambda: bool(said(at_event.window)))
    assert "moved or deleted" in said(at_event.window)[0]
    with at_event.qtbot.waitSignal(view.pages[0].doorway.unrecorded, timeout=10_000):
        view.pages[0].doorway.scan(code)
    assert view.pages[0].panel.screen_shown.headline == "NOT recorded"
    away.rename(at_event.path)
    with at_event.qtbot.waitSignal(view.pages[0].doorway.answered, timeout=10_000):
        view.pages[0].doorway.scan(code)
    assert view.pages[0].panel.screen_shown.headline == "Welcome"


def test_what_is_left_of_a_deleted_file_can_be_saved(at_event, monkeypatch):
    at_event.register("Ada Ozola")
    copy = at_event.path.with_name("saved.checkin")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    at_event.path.unlink()
    at_event.until(lambda: bool(said(at_event.window)))
    (notice,) = at_event.window.view.notices.notices
    offer = next(one for one in notice.findChildren(QPushButton) if "Save" in one.text())
    with at_event.qtbot.waitSignal(at_event.window.opened, timeout=10_000):
        offer.click()
    assert at_event.window.view.path == copy
    with at_event.app.open_event(copy) as store:
        assert [one.name for one in store.roster.everyone()] == ["Ada Ozola"]


def test_a_file_that_cannot_be_written_can_be_looked_at(laptop, qtbot):
    laptop.make_event()
    (ada,) = laptop.register("Ada Ozola")
    code = laptop.code(ada)

    def only_to_read(path: Path, operator: Operator) -> Desk:
        return Desk(Store.open(path, laptop.app.book, laptop.clock, read_only=True), operator)

    reading = Window(replace(outside_of(laptop.app), open_desk=only_to_read), OPERATOR)
    qtbot.addWidget(reading)
    reading.show()
    with qtbot.waitSignal(reading.opened, timeout=10_000):
        reading.open(laptop.path)
    page = reading.view.pages[0]
    with qtbot.waitSignal(page.doorway.unrecorded, timeout=10_000):
        page.doorway.scan(code)
    assert page.panel.screen_shown.headline == "NOT recorded"
    assert "only be looked at" in page.panel.screen_shown.advice
    for number in range(len(reading.view.pages)):
        reading.view.show_page(number)
        qtbot.waitUntil(lambda: reading.idle, timeout=10_000)
    reading.close()
