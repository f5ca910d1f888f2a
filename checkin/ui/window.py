"""The window: the start page or one open event; it remembers its place and its theme."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from checkin.domain.roles import Operator
from checkin.ui.beginnings import Beginnings
from checkin.ui.bugs import Bugs
from checkin.ui.keys import KeysDialog
from checkin.ui.kiosk.shutters import Shutters
from checkin.ui.outside import Outside
from checkin.ui.parts import action
from checkin.ui.rehearsal.rehearsing import Rehearsing
from checkin.ui.remembering import Remembered
from checkin.ui.roles.staffing import Staffing
from checkin.ui.sound.atthedoor import DoorSounds
from checkin.ui.start import StartPage
from checkin.ui.style import style_sheet
from checkin.ui.theme import Theme, palette_of, theme_for

if TYPE_CHECKING:
    from checkin.ui.eventview import EventView

# A screen of 1920 × 1080 at 200 % has 960 × 540, less its bars.
_SMALLEST = (880, 500)
_USUAL = (1280, 800)


class Window(QMainWindow):
    """Signals: `opened` once an event is there to work on, `refused` where one was not opened.

    With `asks` somebody has to say once who works here, before anything is done in their name.
    """

    opened = Signal()
    refused = Signal(Exception)

    def __init__(self, outside: Outside, operator: Operator, *, asks: bool = False) -> None:
        super().__init__()
        self._outside = outside
        self._remembered = Remembered(outside)
        self.staffing = Staffing(self, self._remembered, operator, asks=asks)
        self.sounds = DoorSounds(self._remembered, self)
        self._shutters = Shutters(self)
        self.view: EventView | None = None
        self._coming: EventView | None = None
        self.bugs = Bugs(outside.keep_fault, self)
        self._beginnings = Beginnings(outside, self)
        self._beginnings.working.connect(self._show_working)
        self._beginnings.found.connect(self.open)
        self._beginnings.failed.connect(self._refuse)
        self._make_actions()
        self.start = StartPage(self.new_action, self.open_action, self.demo_action)
        self.start.chosen.connect(self.open)
        self.start.notices.bug.connect(self.bugs.tell)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self.setCentralWidget(self._stack)
        self.setMinimumSize(*_SMALLEST)
        self._restore_place()
        self._theme: Theme | None = None
        self.follow_theme()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow_theme)
        self.show_start()

    @property
    def idle(self) -> bool:
        """Tell whether nothing is being done."""
        views = (self.view, self._coming)
        return self._beginnings.idle and all(one is None or one.idle for one in views)

    @property
    def theme(self) -> Theme:
        """The colours the window is drawn in."""
        assert self._theme
        return self._theme

    def open(self, path: Path, word: str = "", *, proven: bool = False) -> None:
        """Open an event in place of the one that is open, which stays if this one cannot be.

        `word` is said above the page once it is open. Who is `proven` is not asked for a PIN again.
        """
        self._working_over()
        if self._coming or (self.view and not self.view.may_close()):
            return
        if self.view:
            self.view.setEnabled(False)
        self._show_working(self.tr("Opening {name}…").format(name=path.name))
        # Not at import: what an event needs takes longer to read than the first page to show.
        from checkin.ui.eventview import EventView

        operator, known = self.staffing.who_opens(path)
        view = EventView(
            self._outside,
            path,
            operator,
            (self.staffing.switch, self.preferences_action, self.switch_action),
        )
        self._coming = view
        view.notices.bug.connect(self.bugs.tell)
        view.ready.connect(lambda: self._take(view, word))
        view.refused.connect(lambda error: self._drop(view, error))
        view.moved.connect(self.open)
        view.gate.asking.connect(self._working_over)
        view.gate.knock(asks=self.staffing.asks, proven=proven or known)

    def open_demo(self, path: Path) -> None:
        """Open a demo that was made already."""
        self.open(path, self._beginnings.demo_word(path))

    def close_event(self) -> None:
        """Let go of the event that is open, and show the start page."""
        if self.view and self.view.may_close():
            self._let_go()
            self.show_start()

    def follow_theme(self) -> None:
        """Draw the window in the theme set, or in the desktop's."""
        theme = theme_for(self._remembered.theme)
        application = QApplication.instance()
        if theme != self._theme and isinstance(application, QApplication):
            self._theme = theme
            application.setPalette(palette_of(theme))
            application.setStyleSheet(style_sheet(theme))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.view and not self.view.may_close():
            event.ignore()
            return
        self._remembered.keep_place(bytes(self.saveGeometry().data()))
        self._let_go()
        if self._coming:
            self._coming.close_event()
        self._beginnings.close()
        self.sounds.close()
        self.bugs.rest()
        super().closeEvent(event)

    def _make_actions(self) -> None:
        def made(text: str, keys: str, does: Callable[[], object]) -> QAction:
            one = action(self, text, keys)
            one.triggered.connect(lambda _checked=False: does())
            return one

        self.new_action = made(self.tr("New event"), "Ctrl+Shift+N", self._new_event)
        self.open_action = made(self.tr("Open event…"), "Ctrl+O", self._choose_event)
        self.demo_action = made(self.tr("Try the demo"), "Ctrl+Shift+D", self._make_demo)
        self.switch_action = made(self.tr("Close event"), "Ctrl+W", self.close_event)
        self.preferences_action = made(self.tr("Preferences"), "Ctrl+,", self._prefer)
        self.rehearsing = Rehearsing(self, self._outside)
        beginnings = self.new_action, self.open_action, self.demo_action, *self.rehearsing.actions
        self.staffing.keep_to((*beginnings, self.switch_action, self.preferences_action))
        made(self.tr("Keys"), "F1", self._show_keys)
        made(self.tr("Full screen"), "F11", self._toggle_full_screen)
        made(self.tr("Quit"), "Ctrl+Q", self.close)

    def _take(self, view: "EventView", word: str) -> None:
        old, self.view, self._coming = self.view, view, None
        if old:
            self._remove(old)
        self.staffing.follow(view)
        self.sounds.follow(view)
        self._shutters.follow(view)
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        self._working_over()
        self._entitle(view.title)
        view.retitled.connect(self._entitle)
        view.scanning.start()
        self._remembered.keep_event(view.path)
        if word:
            view.notices.done(word)
        self.opened.emit()

    def _entitle(self, title: str) -> None:
        # Qt puts a mark of changes where a title says [*], unless it says so twice.
        self.setWindowTitle(f"{title.replace('[*]', '[*][*]')} — Check-in")

    def _drop(self, view: "EventView", error: Exception) -> None:
        self._coming = None
        view.close_event()
        view.deleteLater()
        if self.view:
            self.view.setEnabled(True)
        self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        self._working_over()
        (self.view.notices if self.view else self.start.notices).fail(error)
        self.refused.emit(error)

    def _let_go(self) -> None:
        if self.view:
            view, self.view = self.view, None
            self.staffing.follow(None)
            self._remove(view)

    def _remove(self, view: "EventView") -> None:
        for error in view.close_event():
            self.start.notices.fail(error)
        self._stack.removeWidget(view)
        view.deleteLater()

    def show_start(self) -> None:
        """Show the start page, with the files as they are now."""
        self.setWindowTitle("Check-in")
        self.start.show_recent(self._remembered.recent)
        self._stack.setCurrentWidget(self.start)

    def _show_working(self, what: str) -> None:
        self.start.show_working(what)
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)

    def _working_over(self) -> None:
        self.start.show_working("")
        QApplication.restoreOverrideCursor()

    def _new_event(self) -> None:
        if not self.staffing.asks or self.staffing.ask_name():
            self._beginnings.new_event(self.staffing.operator)

    def _make_demo(self) -> None:
        self._beginnings.demo(self.staffing.operator)

    def _choose_event(self) -> None:
        recent = self._remembered.recent
        self._beginnings.choose(str(recent[0].parent) if recent else "")

    def _prefer(self) -> None:
        # Not at import, as with an event.
        from checkin.ui.preferences import PreferencesDialog

        sounds, kept = self.sounds.fields(), self._remembered.settings
        if chosen := PreferencesDialog.ask(self, self._remembered.theme, kept.lock_minutes, sounds):
            theme, minutes = chosen
            self._remembered.keep_theme(theme)
            self._remembered.keep_lock(minutes)
            self.sounds.take(sounds)
            self.staffing.idle.set_minutes(minutes)
            self.follow_theme()

    def _show_keys(self) -> None:
        KeysDialog.of(self, self.view.keyed if self.view else ()).exec()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _restore_place(self) -> None:
        room = self.screen().availableSize()
        self.resize(QSize(*_USUAL).boundedTo(room))
        if place := self._remembered.place():
            self.restoreGeometry(QByteArray(place))
