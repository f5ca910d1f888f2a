"""Somebody who plans the programme, at the keyboard and with the mouse."""

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from checkin.domain.event import Event
from checkin.domain.session import Session, SessionKind
from checkin.services.admission import Door
from checkin.services.lists import find_list
from checkin.services.sessions import SessionWords, add_session
from checkin.ui.dialog import Dialog
from checkin.ui.programme.page import ProgrammePage
from tests.ui.conftest import FIRST, LAST, OPERATOR, Laptop

PAGE = 3
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


class Planner:
    """The page of the programme, and what another process reads of it."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        assert laptop.window.view
        page = laptop.window.view.pages[PAGE]
        assert isinstance(page, ProgrammePage)
        self.page, self.view = page, page.view

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key in the timetable, and let go of it."""
        self._come_back()
        self.laptop.qtbot.keyClick(self.view, key, modifier)
        self.laptop.rest()

    def hold(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """Press a key again and again without letting go of the modifiers."""
        self._come_back()
        QTest.keyPress(self.view, key, modifier)

    def _come_back(self) -> None:
        """Have the window in front again after a dialog, the timetable in focus."""
        self.laptop.window.activateWindow()
        self.laptop.until(self.laptop.window.isActiveWindow)
        self.view.setFocus()

    def mark(self, name: str) -> None:
        """Mark a session of the day that is shown."""
        found = (one.session for one in self.view.table.blocks if one.session.name == name)
        self.view.select(next(found).id)

    @property
    def marked(self) -> str:
        """Return the name of the session that is marked."""
        return self.view.selected.name if self.view.selected else ""

    @property
    def words(self) -> str:
        """Return what is said of it."""
        return self.view.accessibleDescription()

    def middle(self, name: str) -> QPoint:
        """Return where a session is in the view."""
        return self.rect(name).center().toPoint()

    def rect(self, name: str):
        blocks = self.view.table.blocks
        block = next(one for one in blocks if one.session.name == name)
        return self.view.grid.block_rect(block)

    def drag(self, start: QPoint, *to: QPoint, drop: bool = True) -> None:
        """Drag with the left button from one place over others."""
        port, button = self.view.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(port, button, PLAIN, start)
        for one in to:
            QTest.mouseMove(port, one)
        if drop:
            QTest.mouseRelease(port, button, PLAIN, to[-1])
            self.laptop.rest()

    def by_minutes(self, start: QPoint, minutes: int, across: int = 0) -> QPoint:
        """Return a place so many minutes below, and so many pixels across."""
        down = QPointF(across, minutes * self.view.grid.minute).toPoint()
        return start + down

    def answering(self, does: Callable[[Dialog], None], ask: Callable[[], None]) -> None:
        """Answer the dialog that something opens."""

        answered: list[Dialog] = []
        looking = QTimer(self.page)

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, Dialog) or not dialog.isActiveWindow():
                return
            looking.stop()
            answered.append(dialog)
            try:
                does(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()

        looking.timeout.connect(answer)
        looking.start(5)
        ask()
        self.laptop.until(lambda: bool(answered))
        self.laptop.rest()

    @property
    def sessions(self) -> dict[str, Session]:
        """Return the programme as it is on disk, by name."""
        with self.laptop.app.open_event(self.laptop.path) as store:
            return {one.name: one for one in store.programme.sessions()}

    @property
    def event(self) -> Event:
        with self.laptop.app.open_event(self.laptop.path) as store:
            return store.programme.event()

    def at(self, name: str) -> tuple[date, str, str]:
        """Return on which day, when and in which room a session is on disk."""
        one = self.sessions[name]
        return one.day, f"{one.starts:%H:%M}-{one.ends:%H:%M}", one.room


def plan(laptop: Laptop, name: str, hours: str, room: str = "Hall", **more: object) -> Session:
    """Add a session, as another process would."""
    starts, ends = (time.fromisoformat(one) for one in hours.split("-"))
    said = {"day": FIRST, "kind": SessionKind.WORKSHOP, **more}
    with laptop.app.open_event(laptop.path) as store:
        words = SessionWords(name=name, starts=starts, ends=ends, room=room, **said)
        return add_session(store, OPERATOR, words)


def enter(laptop: Laptop, session: str, *names: str) -> None:
    """Let people into a session."""
    for person in laptop.register(*names):
        code = laptop.code(person)
        with laptop.app.open_event(laptop.path) as store:
            Door(store, OPERATOR, find_list(store, session, laptop.clock())).scan(code)


def write(field: QLineEdit, text: str) -> None:
    """Write over what stands in a field."""
    field.clear()
    QTest.keyClicks(field, text)


@pytest.fixture
def planner(laptop: Laptop) -> Planner:
    """Half past ten on the first of two days: a plenary, two workshops at once, a closing."""
    laptop.make_event()
    plan(laptop, "Opening", "09:30-10:30", kind=SessionKind.PLENARY)
    plan(laptop, "Lasers", "11:00-12:00")
    plan(laptop, "Optics", "11:00-12:30", "Attic", capacity=2)
    plan(laptop, "Closing", "15:00-16:00", kind=SessionKind.PLENARY, day=LAST)
    laptop.clock.set("2026-06-02 11:30")
    laptop.open(PAGE)
    return Planner(laptop)
