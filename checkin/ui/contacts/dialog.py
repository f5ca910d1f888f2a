"""The contact desk: a field that listens, what came of the last badge, and whom else to meet."""

from collections import deque
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.consent import consent_word
from checkin.domain.details import Details
from checkin.domain.people import Attendee
from checkin.domain.questions import CONTACTS
from checkin.errors import CheckinError
from checkin.services.contacts import Scanned, join, unmeet
from checkin.services.desk import Desk
from checkin.services.registration import edit
from checkin.ui.bench import Bench
from checkin.ui.contacts import wording
from checkin.ui.contacts.countdown import Countdown
from checkin.ui.contacts.handingout import HandingOut
from checkin.ui.contacts.suggestions import Suggestions
from checkin.ui.dialog import Dialog
from checkin.ui.listening import ListeningField
from checkin.ui.parts import ActionButton, action, column, label, row
from checkin.ui.reception.panel import VerdictPanel
from checkin.ui.reception.screen import Screen, unsaid
from checkin.ui.words import sentence

T = TypeVar("T")
SECONDS = 20.0
_WIDTH, _PANEL_HEIGHT = 840, 230


class ContactDialog(Dialog):
    """After so many `seconds` without a badge the next begins a new group.

    `answered` tells the screen that answers a badge.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget | None, bench: Bench, seconds: float = SECONDS) -> None:
        super().__init__(parent, _WIDTH)
        self._bench = bench
        self.group: list[Attendee] = []
        self._scans: list[Scanned] = []
        self._waiting: deque[str] = deque()
        self._busy = False
        self.entitle(self.tr("Contact desk"), self.tr("New group  Enter"))
        self.cancel_button.setText(self.tr("Close  Esc"))
        self.field = ListeningField(self.tr("Scan a badge, or type its number"))
        self.panel = VerdictPanel([])
        self.panel.setMinimumHeight(_PANEL_HEIGHT)
        self._members = label(role="quiet", wraps=True)
        self.suggestions = Suggestions(bench)
        self._countdown = Countdown(seconds)
        self._countdown.over.connect(self.new_group)
        left = column(self.field, self.panel, self._countdown, self._members, gap=8)
        left.setStretch(1, 1)
        both = row(self.suggestions, gap=16)
        both.insertLayout(0, left, 1)
        self.body.addLayout(both, 1)
        self._make_actions()
        self.field.setFocus()
        self.new_group()

    def take(self, text: str) -> None:
        """Take a badge that was scanned, or what was typed; in the order they come."""
        self.field.clear()
        self._waiting.append(text)
        self._go_on()

    def accept(self) -> None:
        """Take what is typed; without any, begin a new group."""
        if text := self.field.text().strip():
            self.take(text)
        else:
            self.new_group()

    def new_group(self) -> None:
        """Have the next badge meet nobody of those before."""
        self.group.clear()
        self._scans.clear()
        self._countdown.end()
        self._show(wording.waiting())

    def undo(self) -> None:
        """Take back the last badge of this group, and what was recorded by it."""
        if not self._scans or self._busy:
            return
        last = self._scans[-1]

        def taken_back(_: object) -> None:
            self._scans.remove(last)
            self.group[:] = [one for one in self.group if one.id != last.person.id]
            self._show(wording.taken_back(last))

        def work(desk: Desk) -> None:
            if last.met:
                unmeet(desk.store, desk.operator, last.person, last.met)

        self._ask(work, taken_back)

    def agree(self) -> None:
        """Write down that who was scanned last agrees now, and take their badge anew."""
        last = self._scans[-1] if self._scans else None
        if last is None or last.agreed or last.person.contacts or self._busy:
            return
        said = Details({CONTACTS: consent_word(True)})
        ids = [one.id for one in self.group]

        def work(desk: Desk) -> Scanned:
            edit(desk.store, desk.operator, last.person, said)
            return join(desk.store, desk.operator, ids, last.person.id)

        self._scans.remove(last)
        self._ask(work, self._on_scanned)

    def _go_on(self) -> None:
        """Take the next badge once the one before is answered: it may meet its wearer."""
        if self._busy or not self._waiting:
            return
        text, ids = self._waiting.popleft(), [one.id for one in self.group]
        self._ask(lambda desk: join(desk.store, desk.operator, ids, text), self._on_scanned)

    def _ask(self, work: Callable[[Desk], T], then: Callable[[T], object]) -> None:
        self._busy = True

        def answered(result: T) -> None:
            self._busy = False
            if not self.over:
                then(result)
                self._go_on()

        def failed(error: Exception) -> None:
            self._busy = False
            if not self.over:
                self._show_failure(error)
                self._go_on()

        self._bench.door.ask(work, answered, failed)

    def _on_scanned(self, scanned: Scanned) -> None:
        self.tell(scanned)
        if scanned.agreed:
            self.suggestions.look_for(scanned.person)

    def tell(self, scanned: Scanned) -> None:
        """Show what came of a badge; whoever agreed is of the group from now on."""
        self._scans.append(scanned)
        if scanned.agreed and all(one.id != scanned.person.id for one in self.group):
            self.group.append(scanned.person)
        self._show(wording.screen_of(scanned))
        self._countdown.begin()

    def _show_failure(self, error: Exception) -> None:
        is_of_a_badge = isinstance(error, CheckinError) and error.code in _OF_A_BADGE
        self._show((wording.unknown if is_of_a_badge else unsaid)(sentence(error)))

    def _show(self, screen: Screen) -> None:
        self.panel.show_screen(screen)
        self._members.setText(wording.group_words(self.group))
        last = self._scans[-1] if self._scans else None
        self._undo.setEnabled(last is not None)
        self._agree.setEnabled(last is not None and not last.agreed and not last.person.contacts)
        if not self.group:
            self.suggestions.show_nobody()
        self.answered.emit(screen)

    def _say_written(self, text: str) -> None:
        self.wrong.hide()
        self.said.setText(text)
        self.said.show()

    def _make_actions(self) -> None:
        self._agree = action(self, self.tr("Agrees now"), "F2", "agrees now")
        self._agree.triggered.connect(lambda _: self.agree())
        self._undo = action(self, self.tr("Undo"), "Ctrl+Z", "undo meeting")
        self._undo.triggered.connect(lambda _: self.undo())
        made = HandingOut(self._bench, self)
        made.failed.connect(self.fail)
        self.said = label(role="quiet", wraps=True)
        self.said.hide()
        made.said.connect(self._say_written)
        for one in made.actions:
            self.suggestions.whole.addWidget(ActionButton(one, takes_focus=False))
        self.body.addWidget(self.said)
        for number, one in enumerate((self._agree, self._undo)):
            self.buttons.insertWidget(number, ActionButton(one, takes_focus=False))


_OF_A_BADGE = frozenset({"contact-badge-unknown", "contact-badge-replaced", "attendee-ambiguous"})
