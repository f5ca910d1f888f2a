"""Runs the kiosk: one screen over the pages that checks in who comes, until a PIN ends it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from checkin.domain.event import CheckInList
from checkin.domain.kiosk import KioskPlan, needs_more, wait_ms
from checkin.domain.roles import Operator
from checkin.domain.verdict import Direction, Person, Verdict
from checkin.services.desk import Desk
from checkin.services.kiosk import badge_meant
from checkin.ui.badges.atonce import find_new, print_at_once
from checkin.ui.bench import Bench
from checkin.ui.kiosk import screens
from checkin.ui.kiosk.leaving import ask_to_leave
from checkin.ui.kiosk.memory import remember_plan, remembered_plan
from checkin.ui.kiosk.page import KioskPage
from checkin.ui.kiosk.starting import KioskDialog
from checkin.ui.parts import action
from checkin.ui.reception.doorway import Doorway
from checkin.ui.reception.page import ReceptionPage
from checkin.ui.reception.screen import Screen


class Kiosk(QObject):
    """`changed` tells whether it runs. `host` shows `work`, or the kiosk over it.

    It has a door of its own; what any scanner or camera reads comes by way of reception.
    """

    changed = Signal(bool)

    def __init__(
        self, bench: Bench, host: QWidget, work: QWidget, reception: ReceptionPage, path: Path
    ) -> None:
        super().__init__(host)
        self.page = KioskPage()
        self.doorway = Doorway(bench.door, self)
        self.plan: KioskPlan | None = None
        self._bench = bench
        self._work = work
        self._reception = reception
        self._path = path
        self._first = ""
        self._wrong: list[int] = []
        self._known: tuple[object, ...] = ()
        stack = host.layout()
        assert isinstance(stack, QStackedLayout)
        self._stack = stack
        stack.addWidget(self.page)
        start = action(reception, self.tr("Self-service kiosk"), "Ctrl+Shift+K", "kiosk")
        start.triggered.connect(self.begin)
        self.page.scanned.connect(self.take)
        self.page.typed.connect(self._on_typed)
        self.page.calmed.connect(self._calm_down)
        self.page.left_alone.connect(self._forget_typing)
        self.page.leaving.connect(self.ask_to_leave)
        self.doorway.answered.connect(self._on_verdict)
        self.doorway.answered.connect(reception.camera.heed)
        self.doorway.unrecorded.connect(self._on_unrecorded)

    @property
    def running(self) -> bool:
        """Tell whether the pages are covered by it."""
        return self.plan is not None

    def begin(self) -> None:
        """Ask what it is to be set to, and run it."""
        dialog = KioskDialog(self._reception, self._bench, self._path, self._reception.doorway)
        if dialog.exec() and dialog.plan:
            self.run(dialog.plan)

    def resume(self) -> None:
        """Run the kiosk that this station was, unless somebody has signed in since."""
        plan = remembered_plan(self._bench.outside.load_settings(), self._path)
        if plan and plan.operator == self._bench.operator:
            self.run(plan)
        elif plan:
            remember_plan(self._bench.outside, None)

    def run(self, plan: KioskPlan) -> None:
        """Cover the pages, and check in as reception from now on, also after a restart."""
        self.plan = plan
        remember_plan(self._bench.outside, plan)
        self._wrong.clear()
        self._bench.duty.take_up(plan.operator)
        self._reception.deputy = self.take
        self._stack.setCurrentWidget(self.page)
        self.page.allow_typing(True)
        self._calm_down()
        self.changed.emit(True)

    def ask_to_leave(self) -> None:
        """End it if somebody gives the PIN."""
        if self.plan and (operator := ask_to_leave(self.page, self._bench, self.plan)):
            self.leave(operator)

    def leave(self, operator: Operator) -> None:
        """Show the pages again, to who works here now."""
        self.plan = None
        remember_plan(self._bench.outside, None)
        self.doorway.leave()
        self._reception.deputy = None
        self._stack.setCurrentWidget(self._work)
        self._reception.field.setFocus()
        self._bench.duty.take_up(operator)
        self.changed.emit(False)

    def take(self, text: str) -> None:
        """Check in what was scanned."""
        if self._stand():
            self._first = ""
            self.doorway.scan(text)
        else:
            self._calm_down()

    # What is typed

    def _on_typed(self, text: str) -> None:
        first, self._first = self._first, ""
        if not text.strip():
            self._calm_down()
        elif not first and needs_more(text):
            self._first = text
            self.page.wait_with(screens.asking_more())
        else:
            self._look_up(*((first, text) if first else (text, "")))

    def _look_up(self, text: str, more: str) -> None:
        def work(desk: Desk) -> str:
            return badge_meant(desk.store, desk.operator, text, more)

        self._bench.door.ask(work, self._on_meant, self._on_unrecorded)

    def _on_meant(self, badge: str) -> None:
        if badge:
            self.take(badge)
            return
        now = self._bench.outside.now()
        self._wrong.append(now)
        self._answer(screens.not_found())
        if wait := wait_ms(self._wrong, now):
            self.page.allow_typing(False)
            self.page.wait_with(screens.slowed())
            QTimer.singleShot(wait, self, self._type_again)

    def _type_again(self) -> None:
        self.page.allow_typing(True)
        self._calm_down()

    def _forget_typing(self) -> None:
        self._first = ""
        self.page.field.clear()
        if self.page.field.isEnabled():
            self._calm_down()

    # What is answered

    def _on_verdict(self, verdict: Verdict) -> None:
        if not self.plan:
            return
        person = verdict.attendee
        came = verdict.reason is None and verdict.direction is Direction.ENTRY
        if self.plan.prints and came and person:
            self._print_if_new(verdict, person)
        else:
            self._answer(screens.kiosk_screen(verdict, self.plan))

    def _print_if_new(self, verdict: Verdict, person: Person) -> None:
        """Print their badge if it never was; say only then that it is coming."""
        plan = self.plan
        assert plan

        def answered(new: Sequence[Person]) -> None:
            screen = screens.kiosk_screen(verdict, plan, prints=bool(new))
            self._answer(screen)
            if new:
                print_at_once(
                    self._bench, [person.id], _nothing, lambda error: self._fail(error, screen)
                )

        find_new(self._bench, [person], answered, self._on_unrecorded)

    def _fail(self, error: Exception, screen: Screen) -> None:
        """Say that no badge comes; why is for who ends the kiosk."""
        self._bench.notices.fail(error)
        if self.running and self.page.face.screen_shown == screen:
            self._answer(screens.unprinted(screen))

    def _on_unrecorded(self, error: Exception) -> None:
        self._bench.notices.fail(error)
        if self.running:
            self._answer(screens.unrecorded())

    def _answer(self, screen: Screen) -> None:
        assert self.plan
        self.page.answer(screen, self.plan.seconds)
        self._reception.told.emit(screen)

    def _calm_down(self) -> None:
        self._first = ""
        self.page.wait_with(screens.asking() if self._stand() else screens.closed())

    def _stand(self) -> CheckInList | None:
        """Stand at the list that was chosen, or today's entrance, as event and questions are."""
        if not self.plan:
            return None
        programme = self._bench.programme()
        lists = {one.id: one for one in programme.lists}
        wanted = lists.get(self.plan.list) or programme.entrance_at(self._bench.outside.now())
        way = self.plan.direction
        known = (wanted, way, programme.event, programme.questions)
        if known != self._known:
            self._known = known
            self.doorway.stand_at(wanted, way)
        self.page.entitle(f"{programme.event.title} · {wanted.name if wanted else ''}")
        return wanted


def _nothing(_: object) -> None:
    """A badge that came out is said already."""
