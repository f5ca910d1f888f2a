"""Changes the rules of attendance from the page of the programme."""

from PySide6.QtWidgets import QWidget

from checkin.domain.attendancerules import AttendanceRules, rules_of
from checkin.domain.roles import Action
from checkin.services.attendancerules import change_attendance_rules
from checkin.services.desk import Desk
from checkin.ui.bench import Bench
from checkin.ui.parts import action
from checkin.ui.programme.rulesdialog import RulesDialog
from checkin.ui.trust import may


class RulesDesk:
    """`action` opens the dialog of the rules."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        self._bench, self._page = bench, page
        self.action = action(page, page.tr("Rules"), "Alt+R", "rules")
        self.action.triggered.connect(self._ask)

    def _ask(self) -> None:
        if not may(self._bench, Action.CHANGE_PROGRAMME):
            return
        event = self._bench.programme().event
        wanted = RulesDialog.ask(self._page, event)
        if wanted is None or wanted == rules_of(event):
            return

        def work(desk: Desk) -> AttendanceRules:
            return change_attendance_rules(desk.store, desk.operator, wanted)

        said = self._page.tr("The rules of attendance were changed.")
        self._bench.door.ask(work, lambda _: self._bench.notices.done(said))
