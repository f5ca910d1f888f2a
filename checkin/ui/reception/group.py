"""Lets in those who came together with the person just scanned, and takes all of them back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.event import CheckInList
from checkin.domain.people import Attendee
from checkin.domain.verdict import Person, Verdict
from checkin.services.delegations import awaited_of, check_in_together
from checkin.services.desk import Desk
from checkin.ui.bench import Bench
from checkin.ui.reception.groupdialog import GroupDialog
from checkin.ui.reception.refuseddialog import RefusedDialog
from checkin.ui.reception.screen import Screen
from checkin.ui.reception.together import group_in, group_on_its_way

# So many are let in before the next scan at this door has its turn.
_AT_ONCE = 10


@dataclass
class _Run:
    """A group on its way in: who is still to come, and what was said of the others."""

    organisation: str
    where: CheckInList
    waiting: list[Attendee]
    size: int
    verdicts: list[Verdict] = field(default_factory=list)


class Group(QObject):
    """`organisation` is the one let in last. Signals: `told` with each Screen about a group,
    `answered` with the verdicts on all of it.
    """

    told = Signal(object)
    answered = Signal(list)

    def __init__(
        self, bench: Bench, page: QWidget, current_list: Callable[[], CheckInList | None]
    ) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        self._current_list = current_list
        self._screen: Screen | None = None
        self._let_in: list[str] = []
        self.organisation = ""

    def let_in(self, screen: Screen) -> Sequence[str]:
        """Return the check-ins of the group that a screen is about, none where it is about none."""
        return self._let_in if screen is self._screen else ()

    def begin(self, person: Person) -> None:
        """Ask who of somebody's organisation has arrived, and let them in."""
        where, organisation = self._current_list(), person.organisation
        if where is None:
            return

        def work(desk: Desk) -> list[Attendee]:
            return awaited_of(desk.store, desk.operator, where, organisation)

        self._bench.door.ask(work, lambda people: self._ask(organisation, where, people))

    def _ask(self, organisation: str, where: CheckInList, people: Sequence[Attendee]) -> None:
        if not people:
            words = self.tr("Nobody else of {name} is expected today.")
            self._bench.notices.done(words.format(name=organisation))
            return
        dialog = GroupDialog(self._page, organisation, people)
        if dialog.exec():
            ticked = dialog.ticked()
            self._go_on(_Run(organisation, where, ticked, len(ticked)))

    def _go_on(self, run: _Run) -> None:
        some, run.waiting = run.waiting[:_AT_ONCE], run.waiting[_AT_ONCE:]

        def work(desk: Desk) -> list[Verdict]:
            return check_in_together(desk.store, desk.operator, run.where, some)

        def answered(verdicts: Sequence[Verdict]) -> None:
            run.verdicts += verdicts
            if run.waiting:
                self.told.emit(group_on_its_way(run.organisation, len(run.verdicts), run.size))
                self._go_on(run)
            else:
                self._end(run)

        def failed(error: Exception) -> None:
            # Those let in before are in, and can be taken back.
            self._bench.notices.fail(error)
            self._end(run)

        self._bench.door.ask(work, answered, failed)

    def _end(self, run: _Run) -> None:
        refused = [one for one in run.verdicts if one.reason is not None]
        self._let_in = [one.check_in for one in run.verdicts if one.reason is None]
        self.organisation = run.organisation
        self.answered.emit(run.verdicts)
        self._screen = group_in(run.organisation, len(self._let_in), run.size)
        self.told.emit(self._screen)
        if refused:
            RefusedDialog(self._page, refused).exec()
