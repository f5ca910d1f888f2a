"""Reception: scan or type, one verdict, who is in, who came last."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from checkin.domain.event import CheckInList
from checkin.domain.people import Attendee
from checkin.domain.verdict import Direction, Verdict
from checkin.errors import CheckinError
from checkin.services.watching import Changed
from checkin.ui.bench import Bench
from checkin.ui.camera.corner import CameraCorner
from checkin.ui.camera.watching import CameraWatch
from checkin.ui.listening import forward_typing
from checkin.ui.page import Page
from checkin.ui.parts import row
from checkin.ui.preflight.asking import Preflight
from checkin.ui.reception.actions import DoorActions
from checkin.ui.reception.answering import Answering
from checkin.ui.reception.atdesk import AtDesk
from checkin.ui.reception.choosing import Choosing
from checkin.ui.reception.counting import Counting
from checkin.ui.reception.doorway import Doorway
from checkin.ui.reception.field import AskField
from checkin.ui.reception.finder import Finder
from checkin.ui.reception.firstprint import FirstPrint
from checkin.ui.reception.group import Group
from checkin.ui.reception.people import PeopleList
from checkin.ui.reception.pictures import Pictures
from checkin.ui.reception.place import Place
from checkin.ui.reception.screen import Screen, ready, unsaid
from checkin.ui.reception.side import Side
from checkin.ui.reception.stage import Stage
from checkin.ui.reception.takingback import TakingBack
from checkin.ui.reception.walkin import WalkIn
from checkin.ui.reception.why import WhyDialog
from checkin.ui.words import sentence

_NARROW = 800
_MOST_SAID = 60


class ReceptionPage(Page):
    """A `deputy` takes what is scanned instead, while it covers the page.

    Signals: `told` with each Screen that answers a scan, `showed` with every one that is shown,
    for the lock that lies over the page; `anew` when the same badge held up once more is a new
    scan.
    """

    told = Signal(object)
    anew = Signal()
    showed = Signal(object)
    reads = Changed.EVENT | Changed.LISTS | Changed.ATTENDEES | Changed.CHECK_INS | Changed.BADGES

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench, self.tr("Reception"))
        self.deputy: Callable[[str], None] | None = None
        self.field = AskField(self.tr("Scan a badge, or type a name, organisation or badge number"))
        self.people = PeopleList()
        self.doorway = Doorway(bench.door, self)
        self.place = Place(bench, self.doorway, self)
        self._choosing = Choosing(bench, self, self._list)
        self._desk = AtDesk(bench, self, self.people, self._choosing)
        self._group = Group(bench, self, self._list)
        self._walk_in = WalkIn(bench, self, self._desk.at_once)
        self._taking_back, self._pictures = TakingBack(bench, self), Pictures(bench, self)
        self.preflight = Preflight(bench, self)
        self._does = DoorActions(self)
        self.first_print = FirstPrint(bench, self, self._desk.at_once)
        self.answering = Answering(self.field, self)
        self._stage = Stage(bench, self._does, self.answering, self._desk, self.people, self._list)
        self.panel, self.calm_down = self._stage.panel, self._stage.calm_down
        self.camera = CameraWatch(bench.outside, self)
        self.camera.faulted.connect(bench.notices.fail)
        self._side = Side(CameraCorner(self.camera, self))
        self._counting = Counting(bench, self.doorway, self._side)
        self._finder = Finder(bench, self.field, self.people, self._list)
        self._lay_out()
        self._connect()
        self.place.start()

    @property
    def verdict(self) -> Verdict | None:
        """The last verdict, as long as something can be done about it."""
        return self._stage.verdict

    def first_focus(self) -> QWidget:
        return self.field

    def let_go(self) -> None:
        self.camera.stop()
        self.doorway.leave()

    def refresh(self, changed: Changed) -> None:
        if changed & (Changed.EVENT | Changed.LISTS):
            self.place.follow_programme()
        if changed & Changed.ATTENDEES:
            self._stage.photos.look()
        self._counting.refresh(changed)

    def show_screen(self, screen: Screen, verdict: Verdict | None = None) -> None:
        """Show a screen, and offer what can be done about its verdict."""
        self._stage.show_screen(screen, verdict)

    def take(self, text: str) -> None:
        """Check in what a scanner or camera read; what somebody is typing meanwhile stays."""
        if self.deputy:
            self.deputy(text)
        elif self.doorway.list is None:
            self._tell(unsaid(self.place.hint()))
        else:
            self._hand_in(text)

    def say_again(self) -> None:
        """Say that a badge was held up once more, which counts once."""
        self.field.say_aside(self.tr("The same badge again: counted once."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._does.make_room(narrow=event.size().width() < _NARROW)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward_typing(event, self.field, super().keyPressEvent)

    def _lay_out(self) -> None:
        self.head.addStretch(1)
        for one in (self.first_print.button, *self._does.head_buttons()):
            self.head.addWidget(one)
        beside = row(self._stage.middle, self._side)
        beside.setStretch(0, 1)
        self.body.addWidget(self.place.notes)
        self.body.addWidget(self.field)
        self.body.addLayout(beside, 1)

    def _connect(self) -> None:
        self.field.scanned.connect(self._scan)
        self._finder.picked.connect(lambda one: self._settle(one.attendee))
        self._finder.nobody.connect(self._on_nobody)
        self._finder.unplaced.connect(lambda: self.show_screen(unsaid(self.place.hint())))
        self._finder.searching.connect(self._stage.show_found)
        self._stage.showed.connect(self.showed)
        self.doorway.answered.connect(self._on_verdict)
        self.doorway.answered.connect(self.camera.heed)
        self.doorway.unrecorded.connect(self._on_unrecorded)
        self.place.moved.connect(self._on_moved)
        self.bench.duty.taken_up.connect(self.doorway.change_hands)
        self._does.change_list.triggered.connect(self.place.choose)
        self._does.exit.toggled.connect(self._turn)
        self._does.walk_in.triggered.connect(self._walk_in.begin)
        self._walk_in.registered.connect(self._scan)
        self._walk_in.known.connect(lambda known: self._settle(*known))
        self._desk.work_by(self._does)
        self._desk.changed.connect(self._on_person_changed)
        self._desk.at_once.printed.connect(self.field.say_aside)
        self._does.group.triggered.connect(self._let_group_in)
        self._group.told.connect(self._tell)
        self._group.answered.connect(self.first_print.follow)
        self.field.textChanged.connect(self._choosing.forget)
        self._does.test.triggered.connect(self.bench.news.scanner_test_wanted)
        self._does.undo.triggered.connect(self._undo_last)
        self._taking_back.undone.connect(self._on_undone)
        self._pictures.found.connect(self.take)
        self._does.admit.triggered.connect(self._admit_anyway)
        self.field.asked.connect(self.answering.on_enter)
        self.answering.given.connect(self._let_in)

    # What comes in

    def _scan(self, text: str, force: str = "") -> None:
        self.field.clear()
        if self.doorway.list is None:
            self.show_screen(unsaid(self.place.hint()))
        else:
            self._hand_in(text, force)

    def _hand_in(self, text: str, force: str = "") -> None:
        self._stage.withhold()
        self.doorway.scan(text, force)

    def _let_in(self, verdict: Verdict, answers: dict[str, str]) -> None:
        self._stage.withhold()
        self.doorway.scan(verdict.code, verdict.why, answers)

    def _settle(self, meant: Attendee, *others: Attendee) -> None:
        self._choosing.settle(meant, self._check_in, others)

    def _check_in(self, one: Attendee) -> None:
        if one.badge:
            self._scan(one.badge)
        else:
            self.bench.notices.fail(CheckinError("no-badge", name=one.name))

    def _on_nobody(self, text: str) -> None:
        self.field.selectAll()
        # A megabyte may have been pasted.
        said = text.strip()
        if len(said) > _MOST_SAID:
            said = f"{said[:_MOST_SAID]}…"
        self.show_screen(ready(self.tr("Nobody is found for “{text}”.").format(text=said)))

    # What is answered

    def _on_verdict(self, verdict: Verdict) -> None:
        self._tell(self._stage.screen_of(verdict), verdict)
        self._stage.look_elsewhere(verdict)
        self.first_print.follow([verdict])

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
        if group := self._group.let_in(self.panel.screen_shown):
            self._taking_back.undo_group(group, self._group.organisation)
            return
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

    def _let_group_in(self) -> None:
        if self.verdict and self.verdict.attendee:
            self._group.begin(self.verdict.attendee)

    def _on_person_changed(self, now: Attendee) -> None:
        self._finder.look_again()
        self._stage.follow_person(now)

    def _list(self) -> CheckInList | None:
        return self.doorway.list

    def _turn(self, leaving: bool) -> None:
        self.place.turn(Direction.EXIT if leaving else Direction.ENTRY)

    def _on_moved(self, title: str, hint: str) -> None:
        self.anew.emit()
        self.title.setText(title)
        self.show_screen(ready(hint))
        self._counting.refresh(self.reads)
