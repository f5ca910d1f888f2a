"""The page of attendance at work: cards, plot, table and filter."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from checkin.domain.details import Details
from checkin.domain.roles import Operator, Role
from checkin.domain.verdict import Direction
from checkin.services.admission import Door
from checkin.services.badges import badge_of
from checkin.services.events import create_event
from checkin.services.exchange import exchange
from checkin.services.lists import ListRules, add_list, find_list
from checkin.services.registration import register
from checkin.services.safekeeping import backup
from checkin.store.stations import StationBook
from checkin.store.store import Store
from checkin.ui.attendance.cards import DayCard
from checkin.ui.attendance.page import AttendancePage
from tests.ui.conftest import FIRST, LAST, OPERATOR, Laptop
from tests.world import RIGA

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PAGE = 4


class Attendance:
    """Somebody who looks at the page of attendance, and a door in another process."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        assert laptop.window.view
        self.page = laptop.window.view.pages[PAGE]
        assert isinstance(self.page, AttendancePage)

    def comes(self, name: str, at: str, *, out: str = "", door: str = "", **texts: str) -> None:
        """Register somebody and let them in, and out again."""
        with self.laptop.app.open_event(self.laptop.path) as store:
            person, _ = register(store, OPERATOR, Details({"name": name, **texts}))
            code = badge_of(store, person).code
            for moment, direction in ((at, Direction.ENTRY), (out, Direction.EXIT)):
                if moment:
                    self.laptop.clock.now = datetime.fromisoformat(moment).replace(tzinfo=RIGA)
                    here = find_list(store, door or None, self.laptop.clock())
                    Door(store, OPERATOR, here, direction).scan(code)

    def names(self) -> list[str]:
        model = self.page.people.model
        return [model.visitor(row).name for row in range(model.rowCount())]

    def see(self, *names: str) -> None:
        """Wait until the table shows these."""
        self.laptop.until(lambda: self.names() == list(names))

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier, on=None) -> None:
        self.laptop.qtbot.keyClick(on or self.page.people.field, key, modifier)

    def texts(self, row: int) -> list[str]:
        """Return what a row says, nothing if there is none yet."""
        model = self.page.people.model
        if row >= model.rowCount():
            return []
        return [model.data(model.index(row, at)) for at in range(model.columnCount())]


@pytest.fixture
def attendance(at_event: Laptop) -> Attendance:
    """The page of attendance of an event where nobody is registered."""
    at_event.open(PAGE)
    return Attendance(at_event)


@pytest.fixture
def two_came(attendance: Attendance) -> Attendance:
    """Ada came on both days, Bob on the second one, Carl not at all."""
    attendance.comes("Ada Ābola", "2026-06-02 08:47", out="2026-06-02 17:02", organisation="Wood")
    with attendance.laptop.app.open_event(attendance.laptop.path) as store:
        attendance.laptop.clock.now = datetime(2026, 6, 3, 9, 5, tzinfo=RIGA)
        ada = store.roster.search("ada", 1)[0]
        here = find_list(store, None, attendance.laptop.clock())
        Door(store, OPERATOR, here).scan(badge_of(store, ada).code)
    attendance.comes("Bob Bērziņš", "2026-06-03 09:15", category="speaker")
    attendance.laptop.register("Carl Cālis")
    attendance.see("Ada Ābola", "Bob Bērziņš", "Carl Cālis")
    return attendance


def test_an_empty_event_leads_to_the_page_of_attendees(attendance):
    button = attendance.page.findChild(QPushButton, "to attendees")
    assert button.isVisible()
    attendance.laptop.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not attendance.page.isVisible()
    assert attendance.laptop.window.view.pages[1].isVisible()


def test_the_cards_count_each_day_and_all(two_came):
    page = two_came.page
    assert [(day.present, day.registered) for day in page.turnout.days] == [(1, 3), (2, 3)]
    cards = page.cards.findChildren(DayCard)
    assert [card.accessibleName() for card in cards] == [
        "Tuesday 2 June: 1 of 3 registered · 33 %",
        "Wednesday 3 June: 2 of 3 registered · 67 %",
    ]
    assert page.turnout.every_day == 1


def test_the_table_shows_the_times_of_each_day(two_came):
    ada, bob, never = two_came.texts(0), two_came.texts(1), two_came.texts(2)
    assert ada == [
        *("Ada Ābola", "Wood", "", "08:47–17:02", "09:05–"),
        *("15:55 / 16:00", "✓ 99 %", "●●  ●●"),
    ]
    assert bob[:5] == ["Bob Bērziņš", "", "speaker", "—", "09:15–"]
    assert bob[5:] == ["7:45 / 16:00", "▽ 48 %", "○○  ●●"]
    assert never[3:] == ["—", "—", "0:00 / 16:00", "▽ 0 %", "○○  ○○"]


def test_workshops_get_a_column_once_somebody_is_in_one(two_came):
    with two_came.laptop.app.open_event(two_came.laptop.path) as store:
        add_list(store, OPERATOR, "Workshop B", LAST, ListRules())
    two_came.comes("Dace", "2026-06-03 11:00", door="Workshop B")
    two_came.laptop.until(lambda: two_came.texts(3)[-1:] == ["Workshop B"])


def test_typing_filters_and_esc_brings_everybody_back(two_came):
    two_came.laptop.qtbot.keyClicks(two_came.page.people.field, "abola")
    two_came.see("Ada Ābola")
    two_came.press(Qt.Key.Key_Escape)
    two_came.see("Ada Ābola", "Bob Bērziņš", "Carl Cālis")
    two_came.laptop.qtbot.keyClicks(two_came.page.people.table, "xyz")
    two_came.see()
    assert two_came.page.people.field.text() == "xyz"


def test_only_the_last_of_what_is_typed_in_one_go_is_shown(two_came):
    shown = []
    two_came.page.people.shown.connect(lambda: shown.append(two_came.names()))
    for text in ("b", "bo", "bob"):
        two_came.page.people.field.setText(text)
    two_came.see("Bob Bērziņš")
    two_came.laptop.rest()
    assert shown == [["Bob Bērziņš"]]


def test_present_and_absent_of_the_day_chosen_by_keys(two_came):
    two_came.page.cards.choose_day(0)
    two_came.press(Qt.Key.Key_2, ALT)
    two_came.see("Ada Ābola")
    two_came.press(Qt.Key.Key_Right, ALT)
    two_came.see("Ada Ābola", "Bob Bērziņš")
    two_came.press(Qt.Key.Key_3, ALT)
    two_came.see("Carl Cālis")
    two_came.press(Qt.Key.Key_1, ALT)
    two_came.see("Ada Ābola", "Bob Bērziņš", "Carl Cālis")


def test_sorting_by_keys_and_the_one_selected_stays_selected(two_came):
    two_came.press(Qt.Key.Key_Down)
    assert two_came.page.people.table.hasFocus()
    for _ in range(3):
        two_came.press(Qt.Key.Key_S, ALT, on=two_came.page.people.table)
    two_came.press(Qt.Key.Key_S, ALT, on=two_came.page.people.table)
    two_came.press(Qt.Key.Key_R, ALT, on=two_came.page.people.table)
    two_came.see("Bob Bērziņš", "Ada Ābola", "Carl Cālis")
    selected = two_came.page.people.table.currentIndex().row()
    assert two_came.names()[selected] == "Ada Ābola"


def test_the_plot_is_of_the_day_chosen_and_reads_out_its_bars(two_came):
    page = two_came.page
    page.cards.choose_day(0)
    assert page._plot_title.text() == "Arrivals every 10 minutes — Tuesday 2 June"
    two_came.press(Qt.Key.Key_Right, on=page.plot)
    two_came.press(Qt.Key.Key_Right, on=page.plot)
    assert page._read_out.text() == "08:40–08:50: 1 came"
    two_came.press(Qt.Key.Key_End, on=page.plot)
    assert page._read_out.text() == "10:20–10:30: 0 came"
    over = page.plot.bar(1).center().toPoint()
    two_came.laptop.qtbot.mouseMove(page.plot, QPoint(over.x(), over.y()))
    two_came.laptop.until(lambda: page._read_out.text() == "08:40–08:50: 1 came")


def test_a_bar_is_as_high_as_its_share_and_is_drawn(two_came):
    page = two_came.page
    page.cards.choose_day(1)
    highest = max(page.plot.bar(at).height() for at in range(len(page.plot.shown.counts)))
    counts = page.plot.shown.counts
    assert page.plot.bar(counts.index(1)).height() == highest
    assert page.plot.bar(counts.index(0)).height() == 0
    picture = page.plot.grab().toImage()
    at = page.plot.bar(counts.index(1)).center().toPoint() * picture.devicePixelRatio()
    assert picture.pixelColor(at).name() == two_came.laptop.window.theme.accent


def test_a_day_on_which_nobody_came_says_so(attendance):
    attendance.laptop.register("Ada")
    attendance.see("Ada")
    assert attendance.page._plot_title.text() == "Nobody has come on Tuesday 2 June yet."


def test_what_another_door_scans_appears_by_itself(two_came):
    two_came.comes("Dace Dēja", "2026-06-03 09:40")
    two_came.see("Ada Ābola", "Bob Bērziņš", "Carl Cālis", "Dace Dēja")
    assert two_came.page.turnout.days[1].present == 3


def test_who_is_in_twice_is_named_above(attendance):
    laptop = attendance.laptop
    (ada,) = laptop.register("Ada <b>Ozola</b>")
    copy = laptop.path.with_name("other.checkin")
    book = StationBook(laptop.path.parent / "other")
    with laptop.app.open_event(laptop.path) as here:
        backup(here, OPERATOR, copy)
        code = badge_of(here, ada).code
        Door(here, OPERATOR, find_list(here, None, laptop.clock())).scan(code)
        laptop.clock.now = laptop.clock.now.replace(minute=4)
        with Store.open(copy, book, laptop.clock) as there:
            other = Operator("Jānis", Role.RECEPTION)
            Door(there, other, find_list(there, None, laptop.clock())).scan(code)
            exchange(here, there, OPERATOR)
    laptop.until(attendance.page._twice.isVisible)
    said = attendance.page._twice_words.accessibleName()
    assert "Ada <b>Ozola</b> on Entrance day 1 at 09:00 by Elīna and 09:04 by Jānis" in said


def test_many_days_are_scrolled_through(laptop):
    create_event(
        *(laptop.path, laptop.app.book, laptop.app.now, OPERATOR),
        title="A long one",
        first_day=FIRST,
        last_day=FIRST + timedelta(days=9),
        timezone="Europe/Riga",
    )
    laptop.register("Ada")
    laptop.open(PAGE)
    attendance = Attendance(laptop)
    attendance.see("Ada")
    for _ in range(12):
        attendance.press(Qt.Key.Key_Right, ALT)
    assert attendance.page.day == 9
    last = attendance.page.cards.findChildren(DayCard)[-1]
    assert last.isChecked()
    assert not last.visibleRegion().isEmpty()


def test_the_model_keeps_the_rules_of_models(two_came, qtmodeltester):
    qtmodeltester.check(two_came.page.people.model)
