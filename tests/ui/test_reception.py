"""Reception at work: what is scanned, typed and pressed, and what the page shows of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from checkin.domain.people import Status
from checkin.domain.verdict import Reason
from checkin.services.registration import set_status
from checkin.ui.reception.lists import ListDialog
from checkin.ui.reception.page import ReceptionPage
from checkin.ui.reception.walkindialog import WalkInDialog
from checkin.ui.reception.why import WhyDialog
from tests.ui.conftest import OPERATOR, Laptop
from tests.world import World

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier


@contextmanager
def answering(kind: type, answer: Callable[[object], None]) -> Iterator[None]:
    """Have somebody answer the next dialog of a kind, as soon as it is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            timer.stop()
            try:
                answer(dialog)
            finally:
                # A dialog that was not answered would be waited for without end.
                if dialog.isVisible():
                    dialog.reject()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    yield
    timer.stop()


class Reception:
    """Somebody at the keyboard of the reception page."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        assert laptop.window.view
        page = laptop.window.view.pages[0]
        assert isinstance(page, ReceptionPage)
        self.page = page

    @property
    def screen(self):
        return self.page.panel.screen_shown

    def type(self, text: str) -> None:
        self.laptop.qtbot.keyClicks(self.page.field, text)

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.laptop.qtbot.keyClick(self.page.field, key, modifier)
        self.laptop.rest()

    def scan(self, text: str) -> str:
        """Hold a badge to a scanner that types; return the headline that comes of it."""
        with self.laptop.qtbot.waitSignal(self.page.doorway.answered, timeout=10_000):
            self.type(text)
            self.laptop.qtbot.keyClick(self.page.field, ENTER)
        return self.screen.headline

    def search(self, text: str) -> list[str]:
        """Type and wait; return the names of who is shown."""
        self.type(text)
        shown = self.page.people
        self.laptop.until(lambda: shown.isVisible() and shown.count() > 0)
        return [shown.item(at).text() for at in range(shown.count())]


@pytest.fixture
def reception(at_event: Laptop) -> Reception:
    return Reception(at_event)


def test_the_page_stands_at_todays_entrance(reception):
    assert reception.page.title.text() == "Tuesday 2 June — Entrance"
    assert not reception.page.place.notes.isVisible()
    assert reception.screen.headline == "Ready"


def test_a_scanned_badge_is_welcome_once(reception):
    (ada,) = reception.laptop.register("Ada Ozola")
    code = reception.laptop.code(ada)
    assert reception.scan(code) == "Welcome"
    assert reception.screen.name == "Ada Ozola"
    assert reception.page.field.text() == ""
    assert reception.scan(code) == "Already checked in"


def test_scans_are_answered_in_the_order_they_come(reception):
    people = reception.laptop.register("Ada", "Boriss", "Cecīlija")
    heard = []
    reception.page.doorway.answered.connect(lambda verdict: heard.append(verdict.attendee.name))
    for code in map(reception.laptop.code, people):
        reception.type(code)
        reception.laptop.qtbot.keyClick(reception.page.field, ENTER)
    reception.laptop.until(lambda: len(heard) == len(people))
    assert heard == ["Ada", "Boriss", "Cecīlija"]
    assert reception.screen.name == "Cecīlija"


def test_a_code_that_is_not_ours_is_red(reception):
    reception.page.take("https://example.org/x?health=pass-1234")
    reception.laptop.until(lambda: reception.screen.headline == "Unknown code")
    assert reception.screen.tone == "bad"


def test_a_badge_of_another_event_is_named(reception, tmp_path):
    laptop, folder = reception.laptop, tmp_path / "trade"
    folder.mkdir()
    trade = World.new(folder)
    code = trade.code(trade.register("Ada Ozola"))
    title = trade.store.programme.event().title
    trade.store.close()
    settings = laptop.app.settings
    laptop.app.save_settings(replace(settings, recent=(*settings.recent, str(trade.path))))
    reception.scan(code)
    laptop.until(lambda: reception.screen.headline == "Badge of another event")
    assert reception.screen.name == title
    assert reception.page.verdict.reason is Reason.INVALID


def test_typing_finds_people_and_enter_checks_in_the_only_one(reception):
    reception.laptop.register("Žydrūnas Šimkus", "Ada Ozola", organisation="Vilnius LaserHub")
    assert reception.search("simk") == ["Žydrūnas Šimkus"]
    with reception.laptop.qtbot.waitSignal(reception.page.doorway.answered):
        reception.press(ENTER)
    assert (reception.screen.headline, reception.screen.name) == ("Welcome", "Žydrūnas Šimkus")


def test_among_several_nobody_is_checked_in_until_chosen(reception):
    reception.laptop.register("Jānis Bērziņš", "Jānis Bērzkalns")
    assert len(reception.search("berz")) == 2
    reception.press(ENTER)
    assert reception.page.verdict is None
    reception.press(Qt.Key.Key_Down)
    with reception.laptop.qtbot.waitSignal(reception.page.doorway.answered):
        reception.press(ENTER)
    assert reception.screen.name == "Jānis Bērzkalns"


def test_who_is_not_found_is_said_and_nothing_is_recorded(reception):
    reception.laptop.qtbot.keyClicks(reception.page.field, "Nobody Atall", delay=40)
    reception.press(ENTER)
    assert "Nobody is found" in reception.screen.advice
    assert reception.page.verdict is None


def test_escape_clears_what_was_typed(reception):
    reception.laptop.register("Ada Ozola")
    reception.search("ada")
    reception.press(ESCAPE)
    assert reception.page.field.text() == ""
    assert reception.page.panel.isVisible()


def test_typing_anywhere_on_the_page_goes_to_the_field(reception):
    reception.page.setFocus()
    reception.laptop.qtbot.keyClicks(reception.page, "Oz")
    assert reception.page.field.text() == "Oz"
    assert reception.page.field.hasFocus()


def test_undo_takes_back_the_check_in_shown(reception):
    (ada,) = reception.laptop.register("Ada Ozola")
    reception.scan(reception.laptop.code(ada))
    reception.press(Qt.Key.Key_Z, CTRL)
    reception.laptop.until(lambda: reception.screen.headline == "Undone")
    assert reception.screen.name == "Ada Ozola"
    assert reception.scan(reception.laptop.code(ada)) == "Welcome"


def test_to_undo_an_old_check_in_one_says_why(reception):
    (ada,) = reception.laptop.register("Ada Ozola")
    reception.scan(reception.laptop.code(ada))
    reception.laptop.clock.now = reception.laptop.clock.now.replace(minute=16)
    with answering(WhyDialog, lambda dialog: dialog.accept()):
        reception.press(Qt.Key.Key_Z, CTRL)
        reception.laptop.until(lambda: reception.screen.headline != "Welcome")
    assert reception.screen.headline == "Undone"
    assert reception.scan(reception.laptop.code(ada)) == "Welcome"


def test_undo_beside_a_refusal_takes_nobody_back(reception):
    ada, boriss = reception.laptop.register("Ada", "Boriss")
    reception.scan(reception.laptop.code(ada))
    reception.scan(reception.laptop.code(boriss))
    assert reception.scan(reception.laptop.code(ada)) == "Already checked in"
    reception.press(Qt.Key.Key_Z, CTRL)
    assert reception.screen.headline == "Already checked in"
    assert reception.scan(reception.laptop.code(boriss)) == "Already checked in"


def test_admit_anyway_asks_why(reception, monkeypatch):
    (ada,) = reception.laptop.register("Ada Ozola")
    reception.scan(reception.laptop.code(ada))
    reception.scan(reception.laptop.code(ada))
    monkeypatch.setattr(WhyDialog, "words", lambda _dialog: "I know her")
    with reception.laptop.qtbot.waitSignal(reception.page.doorway.answered) as said:
        reception.press(ENTER, CTRL)
    assert said.args[0].forced
    assert reception.screen.headline == "Admitted anyway"


def test_who_is_blocked_cannot_be_admitted_anyway(reception):
    (ada,) = reception.laptop.register("Ada Ozola")
    with reception.laptop.app.open_event(reception.laptop.path) as store:
        set_status(store, OPERATOR, ada, Status.BLOCKED)
    assert reception.scan(reception.laptop.code(ada)) == "Not admitted"
    assert not next(
        one for one in reception.page.actions() if one.text() == "Admit anyway"
    ).isEnabled()


def test_people_leaving_are_said_goodbye(reception):
    (ada,) = reception.laptop.register("Ada Ozola")
    reception.scan(reception.laptop.code(ada))
    reception.press(Qt.Key.Key_F8)
    assert "leaving" in reception.page.title.text()
    assert reception.scan(reception.laptop.code(ada)) == "Goodbye"


def test_another_list_is_chosen_and_warned_of(reception, monkeypatch):
    assert reception.laptop.window.view
    lists = reception.laptop.window.view.bench.programme().lists
    monkeypatch.setattr(ListDialog, "ask", lambda *_: lists[-1])
    reception.press(Qt.Key.Key_L, CTRL)
    assert reception.page.title.text() == "Wednesday 3 June — Entrance"
    assert reception.page.place.notes.isVisible()
    (ada,) = reception.laptop.register("Ada Ozola")
    assert reception.scan(reception.laptop.code(ada)) == "Not at this time"


def test_on_another_day_a_list_must_be_chosen_first(laptop):
    laptop.make_event()
    laptop.clock.set("2026-07-01 09:00")
    laptop.open()
    reception = Reception(laptop)
    assert reception.page.title.text() == "No list for today"
    reception.page.field.setText("KDTR-NBVX-HJLC")
    reception.press(ENTER)
    assert reception.screen.headline == "NOT recorded"
    assert "Ctrl+L" in reception.screen.advice


def test_a_walk_in_is_registered_and_checked_in(reception, monkeypatch):
    def fill(dialog: WalkInDialog) -> int:
        dialog.name.setText("Una Jauna")
        dialog.organisation.setText("Salaspils Glass")
        return 1

    monkeypatch.setattr(WalkInDialog, "exec", fill)
    with reception.laptop.qtbot.waitSignal(reception.page.doorway.answered):
        reception.press(Qt.Key.Key_N, CTRL)
    assert (reception.screen.headline, reception.screen.name) == ("Welcome", "Una Jauna")
    assert "Salaspils Glass" in reception.screen.origin


def test_a_walk_in_who_is_on_the_list_is_shown(reception, qtbot):
    reception.laptop.register("Ada Ozola", organisation="Riga Photonics")
    reception.laptop.rest()
    page = reception.page
    dialog = WalkInDialog(page, ["participant"], page._walk_in._alike)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.name, "ada ozola")
    qtbot.waitUntil(dialog._instead.isVisible)
    qtbot.mouseClick(dialog._instead, Qt.MouseButton.LeftButton)
    assert [one.name for one in dialog.known] == ["Ada Ozola"]


def test_counters_and_latest_follow_what_another_process_scans(reception):
    (ada,) = reception.laptop.register("Ada Ozola")
    from checkin.services.admission import Door
    from checkin.services.lists import find_list

    with reception.laptop.app.open_event(reception.laptop.path) as store:
        door = Door(store, OPERATOR, find_list(store, None, store.now()))
        door.scan(reception.laptop.code(ada))
    counts, latest = reception.page._side.counts, reception.page._side.latest
    reception.laptop.until(lambda: counts._present.text() == "1")
    assert counts._of.text() == "of 1"
    reception.laptop.until(latest._lines[0].isVisible)
    assert latest._lines[0]._who.accessibleName() == "Ada Ozola"


def test_a_name_like_markup_is_shown_as_it_is(reception):
    name = "<b>Ada</b> & <img src=x>"
    (ada,) = reception.laptop.register(name)
    reception.scan(reception.laptop.code(ada))
    assert reception.screen.name == name
    QApplication.processEvents()


def test_a_full_disk_is_red_and_the_door_goes_on_when_there_is_room(reception):
    people = reception.laptop.register(*(f"Guest {number}" for number in range(40)))
    door = reception.laptop.window.view.bench.door
    limit = "PRAGMA max_page_count = {}"

    def fill(desk):
        (pages,) = desk.store.database.execute_sql("PRAGMA page_count").fetchone()
        desk.store.database.execute_sql(limit.format(pages))

    door.ask(fill)
    refused: list[Exception] = []
    reception.page.doorway.unrecorded.connect(refused.append)
    codes = [reception.laptop.code(one) for one in people]
    for code in codes:
        reception.page.doorway.scan(code)
    reception.laptop.rest()
    assert refused
    assert reception.screen.headline == "NOT recorded"
    assert "disk" in reception.screen.advice
    door.ask(lambda desk: desk.store.database.execute_sql(limit.format(1_000_000)).fetchone())
    assert reception.scan(codes[-1]) == "Welcome"


def test_what_is_typed_at_once_goes_into_the_walk_ins_name(reception):
    def answer(dialog):
        reception.laptop.qtbot.keyClicks(dialog.focusWidget(), "Ada Lovelace")
        reception.laptop.qtbot.keyClick(dialog, ENTER)
        reception.laptop.until(lambda: not dialog.isVisible())

    with (
        answering(WalkInDialog, answer),
        reception.laptop.qtbot.waitSignal(reception.page.doorway.answered, timeout=10_000),
    ):
        reception.press(Qt.Key.Key_N, CTRL)
    assert reception.screen.name == "Ada Lovelace"


def test_a_wrong_address_keeps_the_walk_ins_dialog_open(reception, qtbot):
    page = reception.page
    dialog = WalkInDialog(page, ["participant"], lambda *_: None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText("Jānis Bērziņš")
    dialog.email.setText("janis@")
    dialog.accept()
    assert dialog.isVisible()
    assert "janis@" in dialog.wrong.text()


def test_keys_pressed_twice_open_one_dialog(reception):
    opened: list[WalkInDialog] = []

    def answer(dialog):
        opened.append(dialog)
        page._walk_in.begin()
        reception.laptop.qtbot.waitUntil(lambda: reception.laptop.window.view.bench.door.idle)

    page = reception.page
    with answering(WalkInDialog, answer):
        reception.press(Qt.Key.Key_N, CTRL)
        reception.laptop.until(lambda: bool(opened))
    assert len(opened) == 1


def test_scans_made_before_the_way_is_turned_are_entries(reception):
    (ada,) = reception.laptop.register("Ada Ozola")
    heard = []
    reception.page.doorway.answered.connect(lambda verdict: heard.append(verdict.direction.value))
    go = Event()
    reception.laptop.window.view.bench.door.ask(lambda _desk: go.wait())
    reception.page.doorway.scan(reception.laptop.code(ada))
    reception.laptop.qtbot.keyClick(reception.page.field, Qt.Key.Key_F8)
    go.set()
    reception.laptop.until(lambda: bool(heard))
    assert heard == ["entry"]


def test_undo_never_takes_back_one_after_another(reception):
    ada, boriss = reception.laptop.register("Ada", "Boriss")
    for one in (ada, boriss):
        reception.scan(reception.laptop.code(one))
    for _ in "twice":
        reception.press(Qt.Key.Key_Z, CTRL)
    assert (reception.screen.headline, reception.screen.name) == ("Undone", "Boriss")
    assert reception.scan(reception.laptop.code(ada)) == "Already checked in"


def test_what_a_flood_left_uncounted_is_written_down_on_closing(reception):
    for number in range(60):
        reception.page.doorway.scan(f"https://example.org/{number}")
    reception.laptop.rest()
    path = reception.laptop.path
    reception.laptop.window.close_event()
    with reception.laptop.app.open_event(path) as store:
        bodies = [entry.body for entry in store.journal.in_order()]
    assert any('"count":' in body for body in bodies)


def test_a_name_is_not_looked_for_where_no_list_is_chosen(laptop):
    laptop.make_event()
    laptop.clock.set("2026-07-01 09:00")
    laptop.open()
    reception = Reception(laptop)
    reception.page.field.setText("Ada")
    reception.press(ENTER)
    assert "Ctrl+L" in reception.screen.advice
