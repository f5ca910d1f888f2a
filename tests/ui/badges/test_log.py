"""The print log: who was printed when and by whom, found by name, printed again; the template."""

import pytest
from PySide6.QtCore import Qt

from checkin.services.templates import templates
from checkin.ui.badges.logdialog import LogDialog
from tests.ui.badges.conftest import CTRL, Badges, codes_in
from tests.ui.conftest import OPERATOR

H, P, ENTER = Qt.Key.Key_H, Qt.Key.Key_P, Qt.Key.Key_Return


@pytest.fixture
def two(badges: Badges) -> Badges:
    """Two people, the page open, a printer there."""
    badges.people = badges.laptop.register("Ada Ozola", "Bob Berg")
    badges.has_printer()
    return badges.open()


def log_of(badges: Badges, text: str = "", key: Qt.Key = Qt.Key.Key_Escape) -> list[str]:
    """Open the log, find somebody, press a key; return what is shown."""
    rows: list[str] = []

    def answer(dialog: LogDialog) -> None:
        badges.laptop.qtbot.keyClicks(dialog.field, text)
        rows.extend(dialog.list.item(at).text() for at in range(dialog.list.count()))
        badges.laptop.qtbot.keyClick(dialog, key)

    badges.answer(LogDialog, answer)
    badges.press(H, CTRL)
    return rows


def test_who_was_printed_when_and_by_whom(two):
    assert log_of(two) == []
    two.press(P, CTRL)
    assert sorted(log_of(two)) == ["09:00 · Ada Ozola · Elīna", "09:00 · Bob Berg · Elīna"]


def test_one_found_by_name_is_printed_again(two):
    two.press(P, CTRL)
    two.paper.unlink()
    assert log_of(two, "ozola", ENTER) == ["09:00 · Ada Ozola · Elīna"]
    assert codes_in(two.paper) == {two.laptop.code(two.people[0])}
    assert log_of(two, "ozola")[0] == "09:00 · Ada Ozola · Elīna · again"


def test_another_template_is_the_events_and_makes_badges_changed(two):
    two.press(P, CTRL)
    two.laptop.until(lambda: two.counts()[1] == "0")
    choice = two.page.paper.template
    assert choice.currentText() == "Classic"
    other = next(at for at in range(choice.count()) if choice.itemText(at) != "Classic")
    name = choice.itemText(other)
    choice.activated.emit(other)
    two.laptop.until(lambda: two.counts()[2] == "2")
    with two.laptop.app.open_event(two.laptop.path) as store:
        known = templates(store, OPERATOR, two.laptop.app.builtin_templates())
    assert [one.template.name for one in known if one.chosen] == [name]
    assert choice.currentText() == name
