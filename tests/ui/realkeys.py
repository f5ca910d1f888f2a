"""The program as it is, on an X server of its own, with keys pressed at that server."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from checkin.app import App
from checkin.cli.context import wall_clock
from checkin.domain.details import Details
from checkin.domain.roles import Operator, Role
from checkin.services.badges import badge_of
from checkin.services.events import create_event
from checkin.services.reception import latest
from checkin.services.registration import register
from tests.scanner import KEYCODES

NEEDED = ("Xvfb", "xdotool", "setxkbmap")
TITLE = "Held to the scanner"
OPERATOR = Operator("Elīna", Role.COORDINATOR)
_KEYCODES = KEYCODES | {"\r": 36, "\t": 23}
_CHORDS = {"ctrl+n": "ctrl+57", "caps lock": "66"}
_READY_S = 60


def missing() -> list[str]:
    """Return what is not installed of what these tests need."""
    return [one for one in NEEDED if not shutil.which(one)]


@contextmanager
def x_server() -> Iterator[str]:
    """Run an X server without a screen; give its display."""
    told, tell = os.pipe()
    command = ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1300x850x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[tell], stderr=subprocess.DEVNULL) as running:
        os.close(tell)
        try:
            with os.fdopen(told) as answer:
                yield f":{answer.readline().strip()}"
        finally:
            running.terminate()


class RealWindow:
    """The window of an event of today, in a process of its own, and a keyboard."""

    def __init__(self, folder: Path, display: str) -> None:
        self._environment = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "CHECKIN_HOME": str(folder / "installation"),
            "CHECKIN_OPERATOR": OPERATOR.name,
            "CHECKIN_ROLE": OPERATOR.role.value,
        }
        self._running: subprocess.Popen[bytes] | None = None
        self._queue: list[tuple[str, str]] = []
        self.path = folder / "seminar.checkin"
        self.app = App(folder / "installation", wall_clock)
        # Whatever hour it is, one of these is the day of the event.
        today, a_day = datetime.now(UTC).date(), timedelta(days=1)
        create_event(
            *(self.path, self.app.book, self.app.now, OPERATOR),
            title=TITLE,
            first_day=today - a_day,
            last_day=today + a_day,
            timezone="UTC",
            venue="Riga",
        )

    @contextmanager
    def open(self) -> Iterator[None]:
        """Run the program until the window has been used."""
        command = [sys.executable, "-m", "checkin", "--event", str(self.path)]
        with subprocess.Popen(command, env=self._environment) as running:
            try:
                self._running = running
                self.focus_main()
                yield
            finally:
                running.terminate()

    def register(self, *names: str) -> None:
        """Register people, who come to the scanner one after another."""
        with self.app.open_event(self.path) as store:
            for name in names:
                one, _ = register(store, OPERATOR, Details({"name": name}))
                self._queue.append((name, badge_of(store, one).code))

    def next_guest(self) -> tuple[str, str]:
        """Return the name and the code of who has not been scanned yet."""
        return self._queue.pop(0)

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Keep the program from doing anything; keys wait at the X server, with their times."""
        assert self._running
        self._running.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._running.send_signal(signal.SIGCONT)

    def layout(self, *named: str) -> None:
        """Set the keyboard to a layout and perhaps a variant of it."""
        # A server takes up a keyboard with its first key, and its layout with it.
        self._xdotool("key", "Shift_L")
        options = [
            one for pair in zip(("-layout", "-variant"), named, strict=False) for one in pair
        ]
        subprocess.run(["setxkbmap", *options], env=self._environment, check=True)

    def scan(
        self, code: str, ending: str = "\r", *, shifted: bool = False, gap_ms: int = 0
    ) -> None:
        """Press the keys of a US keyboard as a scanner does, whatever the layout makes of them."""
        keys = [str(_KEYCODES[one]) for one in code]
        if shifted:
            keys = [f"shift+{one}" for one in keys]
        self._xdotool("key", "--delay", str(gap_ms), *keys, *(str(_KEYCODES[e]) for e in ending))

    def type(self, text: str, gap_ms: int = 100) -> None:
        """Type as a person does, a key at a time, down for as long as one is."""
        down, up = "0.060", f"{(gap_ms - 60) / 1000:.3f}"
        words: list[str] = []
        for one in text:
            key = str(_KEYCODES[one.upper()])
            words += ["keydown", key, "sleep", down, "keyup", key, "sleep", up]
        self._xdotool(*words)

    def press(self, keys: str) -> None:
        """Press a key or a chord that has a name here."""
        self._xdotool("key", _CHORDS[keys])

    def focus(self, title: str) -> None:
        """Wait for a window with that title, and give it the keyboard."""
        self._xdotool("search", "--sync", "--name", title, "windowfocus", "--sync")

    def focus_main(self) -> None:
        """Give the keyboard back to the window itself."""
        self.focus(TITLE)

    def recorded(self) -> list[tuple[str, str]]:
        """Return who was scanned and what came of it, the latest first."""
        with self.app.open_event(self.path) as store:
            return [
                (one.name, str(one.reason or "ok")) for one in latest(store, OPERATOR, limit=1_000)
            ]

    def _xdotool(self, *words: str) -> None:
        subprocess.run(
            ["xdotool", *words],
            env=self._environment,
            check=True,
            timeout=_READY_S,
            stdout=subprocess.DEVNULL,
        )
