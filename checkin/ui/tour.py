"""The pictures of the tour: every page empty, in use, full, with names that are a trial."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDate, QEventLoop, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget

from checkin.domain.verdict import Direction, Person, Previous, Reason, Verdict, VerdictStatus
from checkin.errors import CheckinError
from checkin.ui.eventview import EventView
from checkin.ui.keys import KeysDialog
from checkin.ui.newevent import NewEventDialog
from checkin.ui.preferences import PreferencesDialog
from checkin.ui.reception.lists import ListDialog
from checkin.ui.reception.page import ReceptionPage
from checkin.ui.reception.screen import ready, screen_for, undone, unsaid
from checkin.ui.reception.walkindialog import WalkInDialog
from checkin.ui.reception.why import WhyDialog
from checkin.ui.theme import Choice
from checkin.ui.window import Window
from checkin.ui.words import sentence

_SIZE = (1280, 800)
_PATIENCE_MS = 60_000
# What is shown a moment later on purpose: counters, searches, plots.
_AFTERTHOUGHTS_MS = 350
_MINUTE = 60_000


class Scenes:
    """Draws each scene whose name has `only` in it."""

    def __init__(self, window: Window, events: Mapping[str, Path], out: Path, only: str) -> None:
        self._window = window
        self._events = events
        self._out = out
        self._only = only
        self._drawn = 0

    def draw(self) -> int:
        """Draw all scenes; return how many pictures were made."""
        self._window.resize(*_SIZE)
        self._window.show()
        self._settle()
        self._start()
        for name in self._events:
            self._open(name)
            for number, page in enumerate(self._view.pages):
                self._view.show_page(number)
                self._shoot(f"{page.name.lower()}-{name}")
        self._open("demo")
        self._verdicts()
        self._dialogs()
        self._faults()
        return self._drawn

    # How a picture is made

    @property
    def _view(self) -> EventView:
        assert self._window.view, "no event is open"
        return self._window.view

    def _open(self, name: str) -> None:
        self._window.open(self._events[name])
        self._wait(self._window.opened)
        self._settle()

    def _shoot(self, name: str, widget: QWidget | None = None) -> None:
        """Draw the window, or a dialog of it, once all it waits for is there."""
        if self._only in name:
            self._settle()
            (widget or self._window).grab().save(str(self._out / f"{name}.png"))
            self._drawn += 1

    def _shoot_dialog(self, name: str, dialog: QWidget) -> None:
        dialog.show()
        self._shoot(name, dialog)
        dialog.close()
        dialog.deleteLater()

    def _settle(self) -> None:
        """Let the window finish what it is doing, and what it put off for a moment."""
        self._pause(_AFTERTHOUGHTS_MS)
        while not self._window.idle:
            self._pause(20)

    def _pause(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _wait(self, signal: SignalInstance) -> None:
        loop = QEventLoop()
        signal.connect(loop.quit)
        QTimer.singleShot(_PATIENCE_MS, loop.quit)
        loop.exec()
        signal.disconnect(loop.quit)

    # The scenes

    def _start(self) -> None:
        self._shoot("start-first")
        self._window.start.show_recent(list(self._events.values()))
        self._shoot("start-recent")

    def _verdicts(self) -> None:
        self._view.show_page(0)
        page = self._view.pages[0]
        assert isinstance(page, ReceptionPage)
        event, now = self._view.bench.programme().event, self._view.bench.outside.now()
        for name, verdict in verdicts(now):
            page.show_screen(screen_for(verdict, event, now), verdict)
            self._shoot(f"verdict-{name}")
        page.show_screen(undone(ADA.name, "09:04"))
        self._shoot("verdict-undone")
        page.show_screen(unsaid(sentence(CheckinError("disk-full", path="seminar.checkin"))))
        self._shoot("verdict-not-recorded")
        page.show_screen(ready())
        page.field.setText("an")
        self._shoot("reception-search")
        page.field.clear()

    def _dialogs(self) -> None:
        window, programme = self._window, self._view.bench.programme()
        first = programme.event.first_day
        day = QDate(first.year, first.month, first.day)
        for name, dialog in (
            ("new-event", NewEventDialog(window, Path("Documents"), day)),
            ("preferences", PreferencesDialog(window, self._view.bench.operator, Choice.SYSTEM)),
            ("lists", ListDialog(window, programme.lists, programme.lists[0].id, first)),
            ("walk-in", WalkInDialog(window, ["participant", "speaker"], lambda *_: None)),
            ("admit-anyway", WhyDialog(window, ADA.name)),
            ("keys", KeysDialog(window, self._view.pages[0].actions())),
        ):
            self._shoot_dialog(f"dialog-{name}", dialog)

    def _faults(self) -> None:
        self._view.show_page(0)
        self._view.notices.done("6 attendees added.", ("Undo import", lambda: None))
        self._view.notices.fail(CheckinError("event-gone", path=self._view.path.name))
        self._shoot("notices")
        self._view.notices.clear()


ADA = Person(
    "1" * 32,
    "Rūta Kazlauskaitė",
    "Baltic Food Cluster",
    job_title="Project manager",
    category="participant",
    notes="Speaker in Workshop B: hand over the presenter folder",
    badge="KDTRNBVXHJLC",
)


def verdicts(now: int) -> Iterator[tuple[str, Verdict]]:
    """Yield one verdict of each sort, and what its picture is called."""
    welcome = Verdict(
        code=ADA.badge + "B" * 16,
        status=VerdictStatus.OK,
        reason=None,
        attendee=ADA,
        list="Entrance day 1",
        direction=Direction.ENTRY,
        at=now,
        previous=None,
        forced=False,
        check_in="2" * 32 + ":1",
    )
    before = Previous(now - 12 * _MINUTE, Direction.ENTRY, "3" * 32, "Māris")
    left = replace(before, direction=Direction.EXIT)
    yield "welcome", welcome
    yield "welcome-back", replace(welcome, previous=left)
    yield "forced", replace(welcome, forced=True, previous=before)
    yield "goodbye", replace(welcome, direction=Direction.EXIT, previous=before)
    yield "unknown-person", replace(welcome, attendee=None)
    for reason in Reason:
        known = None if reason is Reason.INVALID else ADA
        yield (
            reason.value.replace("_", "-"),
            replace(
                welcome,
                status=VerdictStatus.ERROR,
                reason=reason,
                attendee=known,
                previous=before if reason is Reason.ALREADY_REDEEMED else None,
                revoked_at=now - 34 * _MINUTE if reason is Reason.REVOKED else None,
            ),
        )
