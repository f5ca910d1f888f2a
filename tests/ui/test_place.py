"""Which list the door stands at: offered by the clock, chosen by hand, and warned of."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from checkin.services.lists import ListRules, add_list
from checkin.ui.reception.lists import ListDialog
from tests.ui.conftest import FIRST, LAST, OPERATOR, Laptop
from tests.ui.test_reception import CTRL, ENTER, Reception, answering

CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def add(laptop: Laptop, name: str, opens: time, closes: time, day: date = FIRST) -> None:
    """Plan a list, as another process would."""
    with laptop.app.open_event(laptop.path) as store:
        add_list(store, OPERATOR, name, day, ListRules(opens=opens, closes=closes))


@pytest.fixture
def reception(laptop: Laptop) -> Reception:
    """Nine on the first morning; two workshops at eleven, a plenary at one."""
    laptop.make_event()
    for name in ("Workshop A", "Workshop B"):
        add(laptop, name, time(11), time(12, 30))
    add(laptop, "Plenary", time(13), time(14))
    add(laptop, "Workshop C", time(11), time(12, 30), LAST)
    laptop.open()
    return Reception(laptop)


def later(reception: Reception, clock: str, day: str = "2026-06-02") -> None:
    """Let the clock go on to a time, and the door see it."""
    reception.laptop.clock.set(f"{day} {clock}")
    reception.page.place._timer.timeout.emit()


def warned(reception: Reception) -> str:
    """Return what is said in large."""
    large = reception.page.place.notes._large
    return large.accessibleName() if large.isVisible() else ""


def words(reception: Reception) -> str:
    """Return what is said in small."""
    return reception.page.place.notes._small.accessibleName()


def test_nothing_is_offered_while_nothing_begins(reception):
    assert not reception.page.place.notes.isVisible()
    assert warned(reception) == ""


def test_what_begins_soon_is_offered_and_one_key_goes_there(reception):
    later(reception, "12:45")
    assert words(reception) == "Plenary begins in 15 minutes."
    assert reception.page.title.text() == "Tuesday 2 June — Entrance"
    reception.press(Qt.Key.Key_J, CTRL)
    assert reception.page.title.text() == "Tuesday 2 June — Plenary"
    assert warned(reception) == "Opens at 13:00, in 15 minutes: Plenary"
    later(reception, "13:00")
    assert warned(reception) == ""
    (ada,) = reception.laptop.register("Ada Ozola")
    assert reception.scan(reception.laptop.code(ada)) == "Welcome"


def test_of_several_that_begin_together_one_is_chosen(reception):
    later(reception, "10:59")
    assert words(reception) == "Workshop A and 1 more begin in 1 minute."

    def choose(dialog: ListDialog) -> None:
        reception.laptop.qtbot.keyClicks(dialog.filter, "shop b")
        reception.laptop.qtbot.keyClick(dialog.filter, ENTER)

    with answering(ListDialog, choose):
        reception.press(Qt.Key.Key_J, CTRL)
    assert reception.page.title.text() == "Tuesday 2 June — Workshop B"
    # Whoever stands at one of them is not asked to the other.
    assert "begin" not in words(reception)


def test_the_door_stays_where_it_was_put_until_a_key_takes_it_back(reception):
    later(reception, "13:00")
    reception.press(Qt.Key.Key_J, CTRL)
    later(reception, "14:01")
    assert reception.page.title.text() == "Tuesday 2 June — Plenary"
    assert warned(reception) == "Over since 14:00: Plenary"
    (ada,) = reception.laptop.register("Ada Ozola")
    assert reception.scan(reception.laptop.code(ada)) == "Not at this time"
    later(reception, "09:00", "2026-06-03")
    assert reception.page.title.text() == "Tuesday 2 June — Plenary"
    assert warned(reception) == "Not today's list: Tuesday 2 June"
    reception.press(Qt.Key.Key_J, CTRL_SHIFT)
    assert reception.page.title.text() == "Wednesday 3 June — Entrance"
    assert warned(reception) == ""
    assert not reception.page.place.notes.isVisible()


def test_the_entrance_follows_the_day(reception):
    later(reception, "09:00", "2026-06-03")
    assert reception.page.title.text() == "Wednesday 3 June — Entrance"


def test_who_leaves_is_not_warned_of_hours_that_let_them_out(reception):
    later(reception, "13:00")
    reception.press(Qt.Key.Key_J, CTRL)
    later(reception, "14:01")
    reception.press(Qt.Key.Key_F8)
    assert warned(reception) == ""


def test_hours_that_are_changed_are_seen_at_once(reception):
    add(reception.laptop, "Breakfast", time(9), time(9, 30))
    view = reception.laptop.window.view
    view._lines.door.look()
    reception.laptop.until(lambda: "Breakfast" in words(reception))
    assert words(reception) == "Breakfast began at 09:00."


def test_the_lists_stand_by_how_near_they_are_with_times_and_counts(reception):
    (ada,) = reception.laptop.register("Ada Ozola")
    reception.scan(reception.laptop.code(ada))
    reception.laptop.clock.set("2026-06-02 12:45")
    seen: list[str] = []

    def look(dialog: ListDialog) -> None:
        reception.laptop.until(lambda: "came" in dialog.list.item(0).text())
        seen.extend(dialog.list.item(at).text() for at in range(dialog.list.count()))
        dialog.reject()

    with answering(ListDialog, look):
        reception.press(Qt.Key.Key_L, CTRL)
    assert [text.split("\n")[1] for text in seen] == [
        "now · 1 came",
        "begins at 13:00, in 15 minutes",
        "over since 12:30",
        "over since 12:30",
        "Wednesday 3 June",
        "Wednesday 3 June, 11:00–12:30",
    ]


def test_a_list_is_found_by_its_time_and_the_arrows_move_while_typing(reception):
    def choose(dialog: ListDialog) -> None:
        keys = reception.laptop.qtbot.keyClick
        reception.laptop.qtbot.keyClicks(dialog.filter, "11:00")
        assert dialog.list.count() == 3
        keys(dialog.filter, Qt.Key.Key_Down)
        keys(dialog.filter, ENTER)

    with answering(ListDialog, choose):
        reception.press(Qt.Key.Key_L, CTRL)
    assert reception.page.title.text() == "Tuesday 2 June — Workshop B"


def test_enter_where_no_list_fits_chooses_none(reception):
    def choose(dialog: ListDialog) -> None:
        reception.laptop.qtbot.keyClicks(dialog.filter, "nowhere")
        reception.laptop.qtbot.keyClick(dialog.filter, ENTER)
        assert dialog.isVisible()

    with answering(ListDialog, choose):
        reception.press(Qt.Key.Key_L, CTRL)
    assert reception.page.title.text() == "Tuesday 2 June — Entrance"
