"""Sessions are moved by dragging and by keys, seen before they are let go, and put back."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import FIRST, LAST, Laptop
from tests.ui.programme.conftest import ALT, CTRL, PAGE, PLAIN, SHIFT, Planner, enter, plan

DOWN, UP = Qt.Key.Key_Down, Qt.Key.Key_Up
LEFT = Qt.MouseButton.LeftButton


def edge(planner: Planner, name: str) -> QPoint:
    """Return a point on a session's lower edge."""
    rect = planner.rect(name)
    return QPointF(rect.center().x(), rect.bottom() - 3).toPoint()


def test_a_block_is_dragged_in_steps_of_five_minutes_and_shown_on_its_way(planner):
    planner.mark("Lasers")
    start = planner.middle("Lasers")
    planner.drag(start, planner.by_minutes(start, 20), planner.by_minutes(start, 43), drop=False)
    assert planner.words == "Lasers → 11:45–12:45 · Hall"
    assert planner.at("Lasers")[1] == "11:00-12:00"
    QTest.mouseRelease(planner.view.viewport(), LEFT, PLAIN, planner.by_minutes(start, 43))
    planner.laptop.rest()
    assert planner.at("Lasers") == (FIRST, "11:45-12:45", "Hall")
    assert planner.words.startswith("Lasers · 11:45–12:45")
    planner.press(Qt.Key.Key_Z, CTRL)
    assert planner.at("Lasers") == (FIRST, "11:00-12:00", "Hall")


def test_a_block_is_dragged_to_another_room(planner):
    planner.mark("Lasers")
    start = planner.middle("Lasers")
    planner.drag(
        start, planner.by_minutes(start, 0, -10), QPoint(planner.middle("Optics").x(), start.y())
    )
    assert planner.at("Lasers") == (FIRST, "11:00-12:00", "Attic")


def test_a_block_is_dragged_over_a_day_and_dropped_there(planner):
    planner.mark("Lasers")
    start, days = planner.middle("Lasers"), planner.page.days
    port = planner.view.viewport()
    over = port.mapFromGlobal(days.mapToGlobal(days.tabRect(1).center()))
    planner.drag(start, planner.by_minutes(start, 10), over, drop=False)
    assert days.day == LAST
    there = QPointF(start.x(), planner.view.grid.height_of(13 * 60)).toPoint()
    QTest.mouseMove(port, there)
    QTest.mouseRelease(port, LEFT, PLAIN, there)
    planner.laptop.rest()
    assert planner.at("Lasers") == (LAST, "12:30-13:30", "Hall")
    assert (days.day, planner.marked) == (LAST, "Lasers")


def test_the_lower_edge_is_pulled_to_change_the_end_only(planner):
    planner.mark("Optics")
    start = edge(planner, "Optics")
    planner.drag(start, planner.by_minutes(start, 10, -300), planner.by_minutes(start, 16, -300))
    assert planner.at("Optics") == (FIRST, "11:00-12:45", "Attic")


def test_esc_leaves_a_block_where_it_was(planner):
    planner.mark("Lasers")
    start = planner.middle("Lasers")
    planner.drag(start, planner.by_minutes(start, 40), drop=False)
    assert planner.view.preview
    planner.press(Qt.Key.Key_Escape)
    assert planner.view.preview is None
    QTest.mouseRelease(planner.view.viewport(), LEFT, PLAIN, start)
    planner.laptop.rest()
    assert planner.at("Lasers")[1] == "11:00-12:00"


def test_a_click_moves_nothing(planner):
    start = planner.middle("Lasers")
    planner.drag(start, start + QPoint(1, 1))
    assert planner.marked == "Lasers"
    assert planner.at("Lasers")[1] == "11:00-12:00"


def test_a_double_click_edits_a_session_and_plans_one_where_none_is(planner):
    port, titles = planner.view.viewport(), []

    def click(at: QPoint) -> None:
        planner.answering(
            lambda dialog: titles.append(
                (dialog.windowTitle(), dialog.starts.text(), dialog.room.text())
            ),
            lambda: QTest.mouseDClick(port, LEFT, PLAIN, at),
        )

    lasers = planner.middle("Lasers")
    planner.mark("Lasers")
    click(lasers)
    click(planner.by_minutes(lasers, 95))
    assert titles == [("Change session", "11:00", "Hall"), ("Add session", "13:00", "Hall")]


@pytest.mark.parametrize(
    ("key", "keys", "then"),
    [
        (DOWN, ALT, "11:15-12:15"),
        (UP, ALT, "10:45-11:45"),
        (DOWN, ALT | SHIFT, "11:00-12:15"),
        (UP, ALT | SHIFT, "11:00-11:45"),
    ],
)
def test_keys_move_a_session_as_one_change_once_alt_is_let_go(planner, key, keys, then):
    planner.mark("Lasers")
    planner.hold(key, keys)
    planner.hold(key, keys)
    assert planner.view.preview
    assert planner.at("Lasers")[1] == "11:00-12:00"
    planner.press(key, keys)
    assert planner.at("Lasers")[1] == then
    planner.press(Qt.Key.Key_Z, CTRL)
    assert planner.at("Lasers")[1] == "11:00-12:00"


def test_keys_move_a_session_to_the_room_beside(planner):
    planner.mark("Optics")
    planner.press(Qt.Key.Key_Right, ALT | SHIFT)
    assert planner.at("Optics") == (FIRST, "11:00-12:30", "Hall")
    planner.press(Qt.Key.Key_Right, ALT | SHIFT)
    assert planner.at("Optics")[2] == "Hall"


def test_a_held_move_by_keys_is_canceled_by_esc(planner):
    planner.mark("Lasers")
    planner.hold(DOWN, ALT)
    planner.hold(Qt.Key.Key_Escape, PLAIN)
    QTest.keyRelease(planner.view, Qt.Key.Key_Alt)
    planner.laptop.rest()
    assert planner.at("Lasers")[1] == "11:00-12:00"


def test_a_session_with_check_ins_moves_in_time_but_not_to_another_day(planner):
    enter(planner.laptop, "Lasers", "Ada")
    planner.mark("Lasers")
    planner.press(DOWN, ALT)
    assert planner.at("Lasers")[1] == "11:05-12:05"
    start, days = planner.middle("Lasers"), planner.page.days
    over = planner.view.viewport().mapFromGlobal(days.mapToGlobal(days.tabRect(1).center()))
    planner.drag(start, planner.by_minutes(start, 10), over)
    assert planner.at("Lasers")[0] == FIRST
    [notice] = planner.laptop.window.view.notices.notices
    assert notice.text == "Lasers has check-ins and stays on its day."


def test_in_a_mirrored_window_the_first_room_lies_on_the_right(laptop: Laptop, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        laptop.make_event()
        plan(laptop, "Lasers", "09:00-10:00", "Attic")
        plan(laptop, "Optics", "09:00-10:00", "Hall")
        laptop.open(PAGE)
        planner = Planner(laptop)
        assert planner.rect("Lasers").left() > planner.rect("Optics").right()
        planner.mark("Lasers")
        planner.press(Qt.Key.Key_Left)
        assert planner.marked == "Optics"
        start = planner.middle("Optics")
        planner.drag(start, start + QPoint(10, 0), planner.middle("Lasers"))
        assert planner.at("Optics")[2] == "Attic"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
