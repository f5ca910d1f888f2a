"""What is drawn when: no more than is to be seen, and nothing that flickers."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from checkin.ui.parts import ActionButton, action
from checkin.ui.theme import DARK, LIGHT, Choice
from tests.ui.conftest import Laptop
from tests.ui.test_reception import Reception


class Drawn(QObject):
    """Counts how often a part is drawn, and everything in it."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self.times = 0
        for one in (part, *part.findChildren(QWidget)):
            one.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.Paint
        return False


@pytest.fixture
def desk(at_event: Laptop) -> Reception:
    """Somebody at reception, with two people registered."""
    at_event.register("Ada Ozola", "Bo Lind")
    at_event.rest()
    return Reception(at_event)


def test_a_verdict_stays_as_it_is_until_the_next_unless_that_is_long_in_coming(desk: Reception):
    ada, bo = desk.laptop.register("Cy Kask", "Di Saar")
    assert desk.scan(desk.laptop.code(ada)) == "Welcome"
    desk.laptop.rest()
    panel = desk.page.panel
    drawn = Drawn(panel)
    with desk.laptop.qtbot.waitSignal(desk.page.doorway.answered):
        desk.page.take(desk.laptop.code(bo))
        before = drawn.times
        assert not panel.updatesEnabled()
        assert not desk.page._does.undo.isEnabled()
    assert drawn.times == before
    assert panel.updatesEnabled()
    assert panel.screen_shown.name == "Di Saar"


def test_what_is_not_possible_is_shown_where_a_verdict_is_long_in_coming(desk: Reception):
    panel = desk.page.panel
    desk.page._stage.withhold()
    drawn = Drawn(panel)
    desk.laptop.until(lambda: drawn.times > 0)
    assert panel.updatesEnabled()


def test_under_no_lock_a_verdict_is_drawn_on_the_page_alone(desk: Reception):
    (ada,) = desk.laptop.register("Cy Kask")
    desk.scan(desk.laptop.code(ada))
    view = desk.laptop.window.view
    assert view.lock.screen.panel.screen_shown.name != "Cy Kask"


@pytest.mark.parametrize(("choice", "theme"), [(Choice.LIGHT, LIGHT), (Choice.DARK, DARK)])
def test_a_page_is_opaque_in_the_colour_of_the_theme(at_event: Laptop, choice, theme):
    window = at_event.window
    window._remembered.keep_theme(choice)
    window.follow_theme()
    view = window.view
    for page in (*view.pages, view.lock.screen, view.kiosk.page):
        assert page.autoFillBackground()
        assert page.grab().toImage().pixelColor(1, 1).name() == theme.window


def test_a_button_follows_its_action_in_all_it_shows(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    undo = action(owner, "Undo", "Ctrl+Z")
    button = ActionButton(undo)
    button.setParent(owner)
    undo.setEnabled(False)
    assert not button.isEnabled()
    undo.setText("Take back")
    undo.setShortcut("F7")
    assert button.text() == "Take back  F7"
    assert not button.isEnabled()
    undo.setEnabled(True)
    undo.setVisible(False)
    assert button.isHidden()
    undo.setVisible(True)
    undo.setCheckable(True)
    undo.setChecked(True)
    assert not button.isHidden()
    assert button.isEnabled()
    assert button.isChecked()
