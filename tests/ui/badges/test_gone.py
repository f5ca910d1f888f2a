"""A printer that is gone in the middle: which badges are out is said, and the rest is printed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from checkin.services.badges import printed_faces
from tests.ui.badges.conftest import CTRL, Badges, codes_in
from tests.ui.conftest import OPERATOR

P = Qt.Key.Key_P


@pytest.fixture
def many(badges: Badges) -> Badges:
    """Twenty people on three sheets, the page open; the printer is gone during the second."""
    badges.people = badges.laptop.register(
        *(f"Person {letter}" for letter in "ABCDEFGHIJKLMNOPQRST")
    )
    badges.has_printer(pages=2)
    return badges.open()


def remembered(badges: Badges) -> set[str]:
    """Return whose badges are known to have been printed."""
    with badges.laptop.app.open_event(badges.laptop.path) as store:
        printed = printed_faces(store, OPERATOR)
    return {one.name for one in badges.people if one.badge in printed}


def test_it_is_said_which_badges_are_out(many):
    many.press(P, CTRL)
    assert many.said == [
        "Front desk gave up. 8 badges on 1 sheet are out, the last is Person H; 12 badges are not."
    ]
    assert remembered(many) == {f"Person {letter}" for letter in "ABCDEFGH"}
    many.laptop.until(lambda: many.counts()[1] == "12")


def test_going_on_prints_the_rest_only(many):
    many.press(P, CTRL)
    many.has_printer()
    notice = many.page.bench.notices.notices[0]
    go_on = next(
        one for one in notice.findChildren(QPushButton) if one.text() == "Go on from there"
    )
    go_on.click()
    many.laptop.rest()
    assert many.told[0] == "Print 12 badges"
    assert codes_in(many.paper) == {many.laptop.code(one) for one in many.people[8:]}
    assert len(remembered(many)) == 20


def test_a_printer_gone_at_once_has_nothing_out(many):
    many.has_printer(pages=1)
    many.press(P, CTRL)
    assert many.said[0].startswith("Front desk does not take the pages")
    assert remembered(many) == set()


def test_what_is_out_of_a_used_sheet_is_not_printed_on_again(many):
    many.page.paper.sheet.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Return):
        many.laptop.qtbot.keyClick(many.page.paper.sheet, key)
    assert many.page.paper.sheet.free == (6, 7, 8)
    many.press(P, CTRL)
    assert "3 badges on 1 sheet are out, the last is Person C" in many.said[0]
    assert many.page.paper.sheet.free == tuple(range(1, 9))
