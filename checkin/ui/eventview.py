"""One open event: its lines of work, its pages behind the side bar, and what is said above them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from checkin.domain.roles import Operator
from checkin.services.desk import Desk
from checkin.services.programme import Programme, programme
from checkin.services.watching import Changed
from checkin.ui.backups import Backups
from checkin.ui.bench import Bench, News
from checkin.ui.contacts.desk import ContactDesk
from checkin.ui.dates import days_span
from checkin.ui.kiosk.kiosk import Kiosk
from checkin.ui.lines import Lines
from checkin.ui.longwork import LongWork
from checkin.ui.notices import Notices
from checkin.ui.outside import Outside
from checkin.ui.page import Page
from checkin.ui.pages import PAGES
from checkin.ui.papers.keeper import EmergencyKeeper
from checkin.ui.parts import action, column
from checkin.ui.reception.page import ReceptionPage
from checkin.ui.rescuing import Rescuing
from checkin.ui.roles.duty import Duty
from checkin.ui.roles.gate import Gate
from checkin.ui.roles.lock import Lock
from checkin.ui.scanning import Scanning
from checkin.ui.sidebar import SideBar
from checkin.ui.strip import WorkStrip

_LOOK_EVERY_MS = 400
_REST_EVERY_MS = 5_000


class EventView(QWidget):
    """Signals: `ready` once the event is open and its pages are there; `refused` with the reason
    where it cannot be opened; `moved` with the copy on which to go on; `retitled` with what the
    event is called now; `worked` whenever a badge was scanned. Call `close_event` before letting
    go of one.
    """

    ready = Signal()
    moved = Signal(Path)
    retitled = Signal(str)
    refused = Signal(Exception)
    worked = Signal()

    def __init__(
        self,
        outside: Outside,
        path: Path,
        operator: Operator,
        actions: Sequence[QAction],
    ) -> None:
        super().__init__()
        self.path = path
        self.pages: list[Page] = []
        self.programme: Programme | None = None
        self.notices = Notices()
        self._actions = actions
        self._news = News(self)
        self._news.page_wanted.connect(self.show_page)

        duty = Duty(operator, self)
        self._lines = Lines(lambda: outside.open_desk(path, operator), duty, self)
        self.long = LongWork(self._lines.long, self)
        self.bench = Bench(
            outside=outside,
            duty=duty,
            door=self._lines.door,
            reading=self._lines.reading,
            long=self.long,
            news=self._news,
            notices=self.notices,
            programme=self._current_programme,
        )
        self.backups = Backups(self.bench, self._lines.backup, self)
        self.emergency = EmergencyKeeper(self.bench, self._lines.backup, self)
        self.gate = Gate(self.bench, self)
        self._rescuing = Rescuing(self.bench, path, self)
        self._rescuing.moved.connect(self.moved)
        self.scanning = Scanning(self, self)
        self._timers = [
            self._every(_LOOK_EVERY_MS, self._rescuing.look),
            self._every(_REST_EVERY_MS, self._rest),
        ]
        self._lines.failed.connect(self.gate.fail)
        self.gate.turned_away.connect(self.refused)
        self.gate.admitted.connect(self._open)

    @property
    def idle(self) -> bool:
        """Tell whether nothing is being done."""
        return self._lines.idle

    @property
    def title(self) -> str:
        """What the event is called, empty until it is open."""
        return self.programme.event.title if self.programme else ""

    @property
    def keyed(self) -> list[QWidget]:
        """The parts whose actions' keys work while they are to be seen."""
        form = self.reception.answering.form
        return [self._work, *self.pages, form, self.lock.screen, self.kiosk.page]

    @property
    def covered(self) -> bool:
        """Tell whether lock or kiosk lies over the pages, under which only scans are taken."""
        return self.lock.locked or self.kiosk.running

    @property
    def reception(self) -> ReceptionPage:
        """The page of the door."""
        page = self.pages[0]
        assert isinstance(page, ReceptionPage)
        return page

    @property
    def current_page(self) -> Page:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def show_page(self, number: int) -> None:
        """Turn to a page, counted from 0, unless the one that is shown wants to be kept."""
        if self.pages and self.current_page.leave():
            self._stack.setCurrentIndex(number)
            self._bar.select(number)
            self.current_page.first_focus().setFocus()
        elif self.pages:
            self._bar.select(self._stack.currentIndex())

    def may_close(self) -> bool:
        """Tell whether no page has anything that would be lost; a kiosk asks for its PIN."""
        if self.pages and self.kiosk.running:
            QTimer.singleShot(0, self.kiosk.ask_to_leave)
            return False
        return not self.pages or self.current_page.leave()

    def close_event(self) -> list[Exception]:
        """Cancel long work, let what is being written end, and let go of the file.

        Returns what went wrong in letting go; all that was recorded is on disk before.
        """
        for timer in self._timers:
            timer.stop()
        self.backups.stop()
        self.scanning.stop()
        self.long.cancel()
        for page in self.pages:
            page.let_go()
        if self.pages:
            self.kiosk.doorway.leave()
        return self._lines.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        used = event.key() == Qt.Key.Key_Escape and (
            self.notices.close_latest() or (bool(self.pages) and self._strip.cancel())
        )
        if not used:
            super().keyPressEvent(event)

    def _open(self) -> None:
        self._lines.door.ask(_programme, self._begin, self.refused.emit)

    def _begin(self, found: Programme) -> None:
        self.programme = found
        try:
            self.pages = [make(self.bench) for make in PAGES]
        except Exception as error:
            # A fault of ours in one page must not leave the window waiting for all of them.
            self.refused.emit(error)
            return
        self._lay_out()
        self._show_event()
        self._lines.door.changed.connect(self._on_changed)
        self.long.ended.connect(self._lines.door.look)
        self.long.canceled.connect(self._say_canceled)
        self.kiosk.resume()
        self.ready.emit()
        self.show_page(0)

    def _lay_out(self) -> None:
        self._bar = SideBar([page.name for page in self.pages], self._actions)
        self._bar.chosen.connect(self.show_page)
        self._work = work = QWidget()
        self._stack = QStackedWidget()
        for number, page in enumerate(self.pages):
            self._stack.addWidget(page)
            turn = action(work, page.name, f"Ctrl+{number + 1}")
            turn.triggered.connect(lambda _checked=False, number=number: self.show_page(number))
        self._strip = WorkStrip(self.long)
        content = column(self.notices, self._stack, self._strip, gap=0)
        content.setStretch(1, 1)
        whole = QHBoxLayout(work)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addLayout(content, 1)
        reception = self.reception
        reception.doorway.answered.connect(self.worked)
        self.lock = Lock(self.bench, self, work, reception)
        self.kiosk = Kiosk(self.bench, self, work, reception, self.path)
        self.contacts = ContactDesk(self.bench, work, self.pages)

    def _show_event(self) -> None:
        if self.programme:
            event = self.programme.event
            self.retitled.emit(event.title)
            self._bar.show_event(event.title, f"{days_span(event)} · {event.timezone}")

    def _on_changed(self, changed: Changed) -> None:
        self.gate.follow(changed)
        if changed & (Changed.EVENT | Changed.LISTS):
            self._lines.door.ask(_programme, lambda found: self._pass_on(found, changed))
        else:
            self._news.changed.emit(changed)

    def _pass_on(self, found: Programme, changed: Changed) -> None:
        self.programme = found
        self._show_event()
        self._news.changed.emit(changed)

    def _current_programme(self) -> Programme:
        assert self.programme, "pages are made once the event is open"
        return self.programme

    def _say_canceled(self) -> None:
        self.notices.done(self.tr("Canceled. Nothing was changed."))

    def _rest(self) -> None:
        if self.idle:
            self._lines.door.ask(Desk.rest)

    def _every(self, milliseconds: int, does: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.timeout.connect(does)
        timer.start(milliseconds)
        return timer


def _programme(desk: Desk) -> Programme:
    return programme(desk.store, desk.operator)
