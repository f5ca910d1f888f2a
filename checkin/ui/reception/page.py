"""Reception: scan or type, one verdict, who is in, who came last."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from checkin.domain.event import Event
from checkin.domain.verdict import Direction, Verdict
from checkin.errors import CheckinError
from checkin.services.reception import Suggestion
from checkin.services.watching import Changed
from checkin.ui.badges.output import print_badges
from checkin.ui.bench import Bench
from checkin.ui.listening import forward_typing
from checkin.ui.page import Page
from checkin.ui.parts import Card, column, row
from checkin.ui.reception.actions import DoorActions
from checkin.ui.reception.counting import Counting
from checkin.ui.reception.doorway import Doorway
from checkin.ui.reception.elsewhere import Elsewhere
from checkin.ui.reception.field import AskField
from checkin.ui.reception.finder import Finder
from checkin.ui.reception.panel import VerdictPanel
from checkin.ui.reception.people import PeopleList
from checkin.ui.reception.pictures import Pictures
from checkin.ui.reception.place import Place
from checkin.ui.reception.screen import Screen, of_another_event, ready, screen_for, unsaid
from checkin.ui.reception.side import CountCard, LatestCard
from checkin.ui.reception.takingback import TakingBack
from checkin.ui.reception.walkin import WalkIn
from checkin.ui.reception.why import WhyDialog
from checkin.ui.words import sentence

_SIDE_WIDTH = 258
_MOST_SAID = 60


class ReceptionPage(Page):
    """`verdict` is the last one, as long as something can be done about it.

    Signals: `told` with each Screen that answers a scan, `showed` with every one that is shown, for
    the lock that lies over the page; `anew` when the same badge held up once more is a new scan.
    """

    told = Signal(object)
    anew = Signal()
    showed = Signal(object)
    reads = Changed.EVENT | Changed.LISTS | Changed.ATTENDEES | Changed.CHECK_INS | Changed.BADGES

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench, self.tr("Reception"))
        self.verdict: Verdict | None = None
        self.field = AskField(self.tr("Scan a badge, or type a name, organisation or badge number"))
        self.people = PeopleList()
        self.doorway = Doorway(bench.door, self)
        self.place = Place(bench, self.doorway, self)
        self._walk_in = WalkIn(bench, self)
        self._taking_back, self._pictures = TakingBack(bench, self), Pictures(bench, self)
        self._elsewhere = Elsewhere(bench, self)
        self._does = DoorActions(self)
        self.panel = VerdictPanel(self._does.verdict_buttons())
        self._counts, self._latest = CountCard(), LatestCard()
        self._counting = Counting(bench, self.doorway, self._counts, self._latest)
        self._finder = Finder(bench, self.field, self.people, lambda: self.doorway.list)
        self._lay_out()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.timeout.connect(self.calm_down)
        self._connect()
        self.place.start()

    def first_focus(self) -> QWidget:
        return self.field

    def let_go(self) -> None:
        self.doorway.leave()

    def refresh(self, changed: Changed) -> None:
        if changed & (Changed.EVENT | Changed.LISTS):
            self.place.follow_programme()
        self._counting.refresh(changed)

    def show_screen(self, screen: Screen, verdict: Verdict | None = None) -> None:
        """Show a screen, and offer what can be done about its verdict."""
        self.verdict = verdict
        self._middle.setCurrentWidget(self.panel)
        self._show(screen)
        self._does.offer(screen, verdict)
        if screen.holds_ms:
            self._calm.start(screen.holds_ms)
        else:
            self._calm.stop()

    def take(self, text: str) -> None:
        """Check in what a scanner or camera read; what somebody is typing meanwhile stays."""
        if self.doorway.list is None:
            self._tell(unsaid(self.place.hint()))
        else:
            self._hand_in(text)

    def say_again(self) -> None:
        """Say that a badge was held up once more, which counts once."""
        self.field.say_aside(self.tr("The same badge again: counted once."))

    def calm_down(self) -> None:
        """Show that the door is ready; what can be done about the last verdict stays possible."""
        self._show(ready())

    def _show(self, screen: Screen) -> None:
        self.panel.show_screen(screen)
        self.showed.emit(screen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward_typing(event, self.field, super().keyPressEvent)

    def _lay_out(self) -> None:
        self.head.addStretch(1)
        for one in self._does.head_buttons():
            self.head.addWidget(one)
        found = Card(margin=8)
        found.inside.addWidget(self.people)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.panel)
        self._middle.addWidget(found)
        self._found = found
        side = QWidget()
        side.setFixedWidth(_SIDE_WIDTH)
        stacked = column(self._counts, self._latest)
        stacked.setStretch(1, 1)
        side.setLayout(stacked)
        beside = row(self._middle, side)
        beside.setStretch(0, 1)
        self.body.addWidget(self.place.warning)
        self.body.addWidget(self.field)
        self.body.addLayout(beside, 1)

    def _connect(self) -> None:
        self.field.scanned.connect(self._scan)
        self._finder.picked.connect(self._check_in)
        self._finder.nobody.connect(self._on_nobody)
        self._finder.unplaced.connect(lambda: self.show_screen(unsaid(self.place.hint())))
        self._finder.searching.connect(self._on_searching)
        self.doorway.answered.connect(self._on_verdict)
        self.doorway.unrecorded.connect(self._on_unrecorded)
        self.place.moved.connect(self._on_moved)
        self.bench.duty.taken_up.connect(self.doorway.change_hands)
        self._does.change_list.triggered.connect(self.place.choose)
        self._does.exit.toggled.connect(self._turn)
        self._does.walk_in.triggered.connect(self._walk_in.begin)
        self._walk_in.registered.connect(self._scan)
        self._does.test.triggered.connect(self.bench.news.scanner_test_wanted)
        self._does.undo.triggered.connect(self._undo_last)
        self._taking_back.undone.connect(self._on_undone)
        self._pictures.found.connect(self.take)
        self._elsewhere.found.connect(self._on_elsewhere)
        self._does.reprint.triggered.connect(self._print_again)
        self._does.admit.triggered.connect(self._admit_anyway)

    # What comes in

    def _scan(self, text: str, force: str = "") -> None:
        self.field.clear()
        if self.doorway.list is None:
            self.show_screen(unsaid(self.place.hint()))
        else:
            self._hand_in(text, force)

    def _hand_in(self, text: str, force: str = "") -> None:
        self._does.withhold()
        self.doorway.scan(text, force)

    def _check_in(self, one: Suggestion) -> None:
        if one.attendee.badge:
            self._scan(one.attendee.badge)
        else:
            self.bench.notices.fail(CheckinError("no-badge", name=one.attendee.name))

    def _on_nobody(self, text: str) -> None:
        self.field.selectAll()
        # A megabyte may have been pasted.
        said = text.strip()
        if len(said) > _MOST_SAID:
            said = f"{said[:_MOST_SAID]}…"
        self.show_screen(ready(self.tr("Nobody is found for “{text}”.").format(text=said)))

    def _on_searching(self, found: bool) -> None:
        self._middle.setCurrentWidget(self._found if found else self.panel)

    # What is answered

    def _on_verdict(self, verdict: Verdict) -> None:
        event = self.bench.programme().event
        self._tell(screen_for(verdict, event, self.bench.outside.now()), verdict)
        self._elsewhere.ask(verdict)

    def _on_elsewhere(self, verdict: Verdict, event: Event) -> None:
        if self.verdict is verdict:
            self.show_screen(of_another_event(event), verdict)

    def _on_unrecorded(self, error: Exception) -> None:
        self.anew.emit()
        self._tell(unsaid(sentence(error)))
        if not isinstance(error, CheckinError):
            self.bench.notices.fail(error)

    def _tell(self, screen: Screen, verdict: Verdict | None = None) -> None:
        self.show_screen(screen, verdict)
        self.told.emit(screen)

    # What is done about it

    def _undo_last(self) -> None:
        self._taking_back.undo(self.verdict.check_in if self.verdict else None)

    def _on_undone(self, screen: Screen) -> None:
        self.anew.emit()
        self.show_screen(screen)

    def _admit_anyway(self) -> None:
        verdict = self.verdict
        if not verdict or not verdict.attendee:
            return
        if why := WhyDialog.of_admitting(self, verdict.attendee.name).words():
            self._scan(verdict.code, why)

    def _print_again(self) -> None:
        if self.verdict and self.verdict.attendee:
            print_badges(self.bench, self, [self.verdict.attendee.id])

    def _turn(self, leaving: bool) -> None:
        self.place.turn(Direction.EXIT if leaving else Direction.ENTRY)

    def _on_moved(self, title: str, hint: str) -> None:
        self.anew.emit()
        self.title.setText(title)
        self.show_screen(ready(hint))
        self._counting.refresh(self.reads)
