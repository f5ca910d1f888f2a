"""The pictures of the tour: every page empty, in use, full, with names that are a trial."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QDate, QEventLoop, QTimer, SignalInstance
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from checkin.errors import CheckinError
from checkin.ui.attendees.page import AttendeesPage
from checkin.ui.eventview import EventView
from checkin.ui.keys import KeysDialog
from checkin.ui.newevent import NewEventDialog
from checkin.ui.preferences import PreferencesDialog
from checkin.ui.reception.lists import ListDialog
from checkin.ui.reception.page import ReceptionPage
from checkin.ui.reception.screen import ready, screen_for, undone, unsaid
from checkin.ui.reception.walkindialog import WalkInDialog
from checkin.ui.reception.why import WhyDialog
from checkin.ui.scannertest import ScannerTest
from checkin.ui.theme import Choice
from checkin.ui.tourverdicts import ADA, verdicts
from checkin.ui.window import Window
from checkin.ui.words import sentence

_SIZE = (1280, 800)
_PATIENCE_MS = 60_000
# What is shown a moment later on purpose: counters, searches, plots.
_AFTERTHOUGHTS_MS = 350


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
        self._chosen()
        self._modals()
        self._open("empty")
        self._importing()
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

    def _shoot_modal(self, name: str, page: int, keys: str) -> None:
        """Draw the dialog that keys of a page open, and close it."""
        if self._only not in name:
            return

        def shoot() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog):
                dialog.grab().save(str(self._out / f"{name}.png"))
                self._drawn += 1
                dialog.reject()

        self._view.show_page(page)
        self._settle()
        QTimer.singleShot(2 * _AFTERTHOUGHTS_MS, shoot)
        wanted = QKeySequence(keys)
        next(one for one in self._view.pages[page].actions() if one.shortcut() == wanted).trigger()
        self._settle()

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
            ("scanner-test", ScannerTest(window)),
            ("keys", KeysDialog(window, self._view.pages[0].actions())),
        ):
            self._shoot_dialog(f"dialog-{name}", dialog)

    def _faults(self) -> None:
        self._view.show_page(0)
        self._view.notices.done("6 attendees added.", ("Undo import", lambda: None))
        self._view.notices.fail(CheckinError("event-gone", path=self._view.path.name))
        self._shoot("notices")
        self._view.notices.clear()

    def _chosen(self) -> None:
        """Somebody chosen on the page of attendees, with what is known of them."""
        self._view.show_page(1)
        page = self._view.pages[1]
        assert isinstance(page, AttendeesPage)
        page.field.setText("ozol")
        self._settle()
        page.people.table.enter()
        self._shoot("attendees-chosen")

    def _modals(self) -> None:
        for name, page, keys in (
            ("edit", 1, "F2"),
            ("add", 1, "Ctrl+N"),
            ("undo-import", 1, "Ctrl+Shift+Z"),
            ("badge-pages", 2, "Ctrl+Shift+P"),
            ("add-list", 4, "Ctrl+N"),
            ("add-organizer", 4, "Ctrl+Shift+O"),
        ):
            self._shoot_modal(f"dialog-{name}", page, keys)

    def _importing(self) -> None:
        """A list on its way into an empty event: its columns, then what it would change."""
        self._view.show_page(1)
        page = self._view.pages[1]
        assert isinstance(page, AttendeesPage)
        page.importing.take(self._view.bench.outside.resources / "sample" / "registrations.csv")
        self._settle()
        if dialog := page.importing.dialog:
            self._shoot("dialog-import-columns", dialog)
            dialog.accept()
            self._settle()
            self._shoot("dialog-import-changes", dialog)
            dialog.done(QDialog.DialogCode.Rejected)
            self._settle()
