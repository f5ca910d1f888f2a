"""A laptop whose event has PINs, and who answers its dialogs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from checkin.domain.details import Details
from checkin.domain.people import Attendee
from checkin.domain.roles import Operator, Role
from checkin.services.pins import set_pin
from checkin.services.registration import register
from checkin.services.signing_in import sign_in
from checkin.ui.kiosk.leaving import KioskPinDialog
from checkin.ui.kiosk.starting import KioskDialog
from checkin.ui.reception.page import ReceptionPage
from checkin.ui.roles.lock import Lock
from checkin.ui.roles.signin import SignInDialog
from tests.ui.conftest import OPERATOR, Laptop

PIN, OF_ORGANIZER = "4711", "0815"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return
# They ask the event before they close, and may then be asked nothing.
_ASKING = SignInDialog | KioskDialog | KioskPinDialog


class Guarded:
    """The coordinator's and the organizer's roles have a PIN, reception has none."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        self.recovery = ""

    def set_pins(self) -> None:
        """Set them as another process would."""
        with self.laptop.app.open_event(self.laptop.path) as store:
            self.recovery = set_pin(store, OPERATOR, Role.COORDINATOR, PIN)
            who = sign_in(store, OPERATOR.name, Role.COORDINATOR, PIN)
            set_pin(store, who, Role.ORGANIZER, OF_ORGANIZER)

    def register(self, *names: str, **texts: str) -> list[Attendee]:
        """Register people as reception, who needs no PIN."""
        who = Operator("Guna", Role.RECEPTION)
        with self.laptop.app.open_event(self.laptop.path) as store:
            said = [Details({"name": name, **texts}) for name in names]
            return [register(store, who, one)[0] for one in said]

    @property
    def operator(self) -> Operator:
        assert self.laptop.window.view
        return self.laptop.window.view.bench.operator

    @property
    def page(self) -> ReceptionPage:
        assert self.laptop.window.view
        page = self.laptop.window.view.pages[0]
        assert isinstance(page, ReceptionPage)
        return page

    @property
    def lock(self) -> Lock:
        assert self.laptop.window.view
        return self.laptop.window.view.lock

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        # Where there is no screen nobody gives a window back its keys once a dialog is gone.
        self.laptop.window.activateWindow()
        self.laptop.until(lambda: QApplication.activeWindow() is self.laptop.window)
        on = QApplication.focusWidget() or self.laptop.window
        self.laptop.qtbot.keyClick(on, key, modifier)
        self.laptop.rest()

    def lock_now(self) -> None:
        self.press(Qt.Key.Key_L, CTRL | SHIFT)
        assert self.lock.locked
        self.laptop.until(lambda: self.operator.role is Role.RECEPTION)

    def type(self, text: str) -> None:
        """Type by hand and press Enter, wherever the focus is."""
        self.laptop.window.activateWindow()
        self.laptop.until(lambda: QApplication.focusWidget() is not None)
        self.laptop.qtbot.keyClicks(QApplication.focusWidget(), text)
        self.press(ENTER)

    def recorded_by(self) -> list[str]:
        """Return the name and role under which each check-in was recorded."""
        with self.laptop.app.open_event(self.laptop.path) as store:
            rows = store.database.execute_sql(
                "SELECT o.name || ' as ' || o.role FROM check_in c JOIN entry e ON e.id = c.id"
                " JOIN operator o ON o.id = e.actor ORDER BY c.id"
            )
            return [name for (name,) in rows]


def sign(dialog: SignInDialog, name: str, role: Role, pin: str = "") -> None:
    """Fill the dialog in and press Enter."""
    dialog.name.setCurrentText(name)
    dialog.role.setCurrentIndex(dialog.role.findData(role))
    dialog.pin.setText(pin)
    dialog.accept()


@contextmanager
def answering(kind: type[QWidget], *answers: Callable) -> Iterator[list[str]]:
    """Have somebody answer the dialogs of a kind one after another, and each thing said wrong.

    Gives what each dialog said was wrong before the next answer.
    """
    left, said = list(answers), []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            return
        if isinstance(dialog, _ASKING) and not dialog.accept_button.isEnabled():
            return  # It is asking the event just now.
        if dialog.wrong.isVisible():
            said.append(dialog.wrong.text())
            dialog.wrong.hide()
        if left:
            left.pop(0)(dialog)
        else:
            dialog.reject()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    yield said
    timer.stop()
    assert not left, "nobody was asked"


@pytest.fixture
def guarded(laptop: Laptop) -> Guarded:
    """An event with PINs, not opened yet."""
    laptop.make_event()
    made = Guarded(laptop)
    made.set_pins()
    return made


@pytest.fixture
def at_work(guarded: Guarded) -> Guarded:
    """That event open, Elīna signed in as coordinator."""
    with answering(SignInDialog, lambda one: sign(one, "Elīna", Role.COORDINATOR, PIN)):
        guarded.laptop.open()
    return guarded
