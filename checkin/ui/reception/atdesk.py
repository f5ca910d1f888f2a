"""What is done for the person at the desk: a typo corrected, a badge printed again or replaced."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.people import Attendee
from checkin.domain.verdict import Person, Verdict
from checkin.errors import CheckinError
from checkin.services.badges import Badge, replace_badge
from checkin.services.desk import Desk
from checkin.services.registration import attendee_now, edit
from checkin.ui.badges.atonce import AtOnce, printer_at_once
from checkin.ui.badges.output import print_badges
from checkin.ui.bench import Bench
from checkin.ui.reception.actions import DoorActions
from checkin.ui.reception.choosing import Choosing
from checkin.ui.reception.fixdialog import FixDialog
from checkin.ui.reception.people import PeopleList
from checkin.ui.reception.replacedialog import ReplaceDialog

T = TypeVar("T")


class AtDesk(QObject):
    """The person is who is marked among those found, else whose badge was scanned last.

    `changed` tells of an Attendee who is not any more what the page shows.
    """

    changed = Signal(object)

    def __init__(self, bench: Bench, page: QWidget, people: PeopleList, choosing: Choosing) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        self._people = people
        self._choosing = choosing
        self._shown: Person | None = None
        self.at_once = AtOnce(bench, page)

    def work_by(self, does: DoorActions) -> None:
        """Do what these actions ask for, and make possible those for which somebody is there."""
        self._does = does
        for one, do in (
            (does.fix, self._fix),
            (does.replace, self._replace),
            (does.reprint, self._reprint),
        ):
            one.triggered.connect(lambda _checked=False, do=do: self._with_person(do))
        self._people.currentRowChanged.connect(lambda _: self.offer())

    def follow(self, verdict: Verdict | None) -> None:
        """Let whom a verdict is about be the person, where nobody is marked."""
        self._shown = verdict.attendee if verdict else None
        self.offer()

    def offer(self) -> None:
        """Make possible what can be done, as somebody is there or nobody is."""
        there = bool(self._people.marked() if self._people.count() else self._shown)
        for one in (self._does.fix, self._does.replace, self._does.reprint):
            one.setEnabled(there)

    def _with_person(self, do: Callable[[Attendee], None]) -> None:
        if marked := self._people.marked():
            self._choosing.settle(marked.attendee, do)
        elif self._shown and not self._people.count():
            who = self._shown
            # A badge was read: who it is needs no asking, only how they stand now.
            self._ask(lambda desk: attendee_now(desk.store, who.id), do, who.name)

    def _ask(self, work: Callable[[Desk], T], then: Callable[[T], object], name: str) -> None:
        """Do something about somebody, who may have been removed elsewhere meanwhile."""

        def failed(error: Exception) -> None:
            if isinstance(error, CheckinError) and error.code == "attendee-unknown":
                error = CheckinError("attendee-gone", name=name)
            self._bench.notices.fail(error)

        self._bench.door.ask(work, then, failed)

    def _reprint(self, person: Attendee) -> None:
        if printer_at_once(self._bench):
            self.at_once.print(person.id, person.name)
        else:
            print_badges(self._bench, self._page, [person.id])

    def _fix(self, person: Attendee) -> None:
        dialog = FixDialog(self._page, person, printer_at_once(self._bench))
        if not dialog.exec():
            return
        details, prints = dialog.details(), dialog.prints.isChecked()
        if not details.texts:
            return

        def work(desk: Desk) -> Attendee:
            return edit(desk.store, desk.operator, person, details)

        def fixed(now: Attendee) -> None:
            self.changed.emit(now)
            if prints:
                self.at_once.print(now.id, now.name)

        self._ask(work, fixed, person.name)

    def _replace(self, person: Attendee) -> None:
        dialog = ReplaceDialog(self._page, person.name, printer_at_once(self._bench))
        if not dialog.exec():
            return
        # Without a printer, that is said afterwards with what else can be done.
        prints = dialog.prints.isChecked() or not dialog.prints.isEnabled()
        why = dialog.why

        def work(desk: Desk) -> Badge:
            return replace_badge(desk.store, desk.operator, person, why)

        def replaced(badge: Badge) -> None:
            self.changed.emit(badge.attendee)
            words = self.tr("{name} has a new badge; the old badge no longer opens the door.")
            said = words.format(name=person.name)
            if prints:
                self.at_once.print(person.id, person.name, said)
            else:
                self._bench.notices.done(said)

        self._ask(work, replaced, person.name)
