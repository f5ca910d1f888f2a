"""A laptop set up as a kiosk, and the people who come to it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from checkin.cli.outside import outside_of
from checkin.domain.roles import Role
from checkin.ui.kiosk.kiosk import Kiosk
from checkin.ui.kiosk.leaving import KioskPinDialog
from checkin.ui.kiosk.starting import KioskDialog
from checkin.ui.roles.signin import SignInDialog
from checkin.ui.window import Window
from tests.scanner import Keyboard
from tests.ui.conftest import OPERATOR, Laptop, end_kiosk
from tests.ui.roles.conftest import Guarded, answering, sign

PIN = "2468"
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Station:
    """Somebody at the keyboard of a laptop that is, or will be, a kiosk."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        self.keyboard = Keyboard()

    @property
    def view(self):
        assert self.laptop.window.view
        return self.laptop.window.view

    @property
    def kiosk(self) -> Kiosk:
        return self.view.kiosk

    @property
    def screen(self):
        return self.kiosk.page.face.screen_shown

    @property
    def words(self) -> list[str]:
        """All that the kiosk says now."""
        shown = self.screen
        return [one for one in (shown.headline, shown.name, shown.advice) if one]

    def start(self, pin: str = PIN, **choices: object) -> None:
        """Start it as Elīna does who set it up, with a PIN for it alone unless hers has one."""

        def fill(dialog: KioskDialog) -> None:
            dialog.pin.setText(pin)
            dialog.again.setText(pin)
            dialog.words.setText(str(choices.get("words", "")))
            dialog.prints.setChecked(bool(choices.get("prints")))
            dialog.seconds.setValue(int(str(choices.get("seconds", 30))))
            dialog.way.setCurrentIndex(int(bool(choices.get("leaving"))))
            dialog.list.setCurrentIndex(
                dialog.list.findText(str(choices.get("list", "")) or "The entrance of each day")
            )
            dialog.accept()

        with answering(KioskDialog, fill):
            self.press(Qt.Key.Key_K, CTRL | SHIFT)
        assert self.kiosk.running

    def be_in_front(self) -> None:
        # Where there is no screen nobody gives a window back its keys once a dialog is gone.
        self.laptop.window.activateWindow()
        self.laptop.until(self.laptop.window.isActiveWindow)

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.be_in_front()
        self.laptop.qtbot.keyClick(QApplication.focusWidget() or self.laptop.window, key, modifier)
        self.laptop.rest()

    def type(self, text: str) -> str:
        """Type and press Enter; return the headline that comes of it."""
        self.laptop.qtbot.keyClicks(self.kiosk.page.field, text)
        self.press(Qt.Key.Key_Return)
        return self.screen.headline

    def scan(self, text: str) -> str:
        """Hold something to the scanner; return the headline that comes of it."""
        page = self.view.reception
        self.be_in_front()
        with self.laptop.qtbot.waitSignal(page.told, timeout=10_000):
            self.keyboard.scan(text)
        self.laptop.rest()
        return self.screen.headline

    def end(self, *pins: str) -> list[str]:
        """Ask to end it and give PINs, one after another; return what was said to be wrong."""

        def give(pin: str):
            def fill(dialog: KioskPinDialog) -> None:
                dialog.pin.setText(pin)
                dialog.accept()

            return fill

        with answering(KioskPinDialog, *map(give, pins)) as said:
            self.press(Qt.Key.Key_L, CTRL | SHIFT)
        return said

    def end_signing_in(self, pin: str) -> None:
        with answering(SignInDialog, lambda one: sign(one, "Elīna", Role.COORDINATOR, pin)):
            self.press(Qt.Key.Key_L, CTRL | SHIFT)

    def restart(self) -> None:
        """Open the program anew, as after a power cut; nobody is there to sign in."""
        old = self.laptop.window
        self.view.close_event()
        old.view = None
        old.close()
        self.laptop.window = Window(outside_of(self.laptop.app), OPERATOR, asks=True)
        self.laptop.qtbot.addWidget(self.laptop.window, before_close_func=end_kiosk)
        self.laptop.open()

    def kept(self) -> str:
        """Return what is remembered of a kiosk."""
        return self.laptop.app.settings.kiosk


@pytest.fixture
def station(at_event: Laptop) -> Station:
    """A laptop at reception of an event without PINs."""
    return Station(at_event)


@pytest.fixture
def guarded_station(laptop: Laptop) -> Station:
    """A laptop at reception of an event whose coordinator and organizer have PINs."""
    laptop.make_event()
    guarded = Guarded(laptop)
    guarded.set_pins()
    with answering(SignInDialog, lambda one: sign(one, "Elīna", Role.COORDINATOR, "4711")):
        laptop.open()
    return Station(laptop)
