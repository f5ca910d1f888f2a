"""Ends the kiosk for somebody who gives the PIN, and for nobody else."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from checkin.domain.kiosk import KioskPlan
from checkin.domain.roles import Operator, Role
from checkin.services.desk import Desk
from checkin.services.kiosk import end_kiosk
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.roles.pinfield import PinField
from checkin.ui.roles.signin import SignInDialog

# Nobody of the desk leaves a question open before the public for longer.
_OPEN_MS = 30_000


def ask_to_leave(parent: QWidget, bench: Bench, plan: KioskPlan) -> Operator | None:
    """Return who goes on working, or None if nobody gave the PIN in a while."""
    guarded = [role for role in Role if role in bench.duty.guarded]
    dialog: KioskPinDialog | SignInDialog
    if plan.pin:
        dialog = KioskPinDialog(parent, bench, plan)
    elif guarded:
        operator = Operator(plan.name, plan.role)
        dialog = SignInDialog(parent, bench.reading, operator, (), guarded, roles=guarded)
    else:
        # Whoever took the PINs away meanwhile left none to be asked.
        return Operator(plan.name, plan.role)
    QTimer.singleShot(_OPEN_MS, dialog, dialog.reject)
    return dialog.operator if dialog.exec() else None


class KioskPinDialog(Dialog):
    """Asks for the PIN that was set for this kiosk; `operator` is who goes on working then."""

    def __init__(self, parent: QWidget | None, bench: Bench, plan: KioskPlan) -> None:
        super().__init__(parent)
        self.entitle(self.tr("End the kiosk"), self.tr("End it  Enter"))
        self.operator: Operator | None = None
        self._bench = bench
        self._plan = plan
        self.pin = PinField()
        self.add_field(self.tr("PIN set for the kiosk"), self.pin)

    def accept(self) -> None:
        plan, pin = self._plan, self.pin.text()

        def work(desk: Desk) -> Operator:
            return end_kiosk(desk.store, plan, pin)

        self.accept_button.setEnabled(False)
        self._bench.reading.ask(work, self._take, self._refuse)

    def _take(self, operator: Operator) -> None:
        if not self.over:
            self.operator = operator
            super().accept()

    def _refuse(self, error: Exception) -> None:
        if not self.over:
            self.accept_button.setEnabled(True)
            self.pin.clear()
            self.fail(error, self.pin)
