"""Asks for the PIN that a role is to have from now on."""

from PySide6.QtWidgets import QComboBox, QWidget

from checkin.domain.roles import Operator, Role
from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.services.pins import set_pin
from checkin.services.signing_in import sign_in
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label
from checkin.ui.roles.pinfield import PinField
from checkin.ui.roles.wording import role_name

Answer = tuple[Operator, str]


class SetPinDialog(Dialog):
    """`code` is the recovery code that comes with a coordinator's.

    Until the coordinator has one, no other role can be given any. Whoever sets that of their own
    role goes on working with it.
    """

    def __init__(self, parent: QWidget | None, bench: Bench) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Set a PIN"), self.tr("Set the PIN  Enter"))
        self.code = ""
        self._bench = bench
        first = Role.COORDINATOR not in bench.duty.guarded
        self.role = QComboBox()
        for role in reversed(Role):
            if role is Role.COORDINATOR or not first:
                self.role.addItem(role_name(role), role)
        self.pin, self.again = PinField(), PinField()
        self.add_field(self.tr("Role"), self.role)
        self.add_field(self.tr("New PIN"), self.pin)
        self.add_field(self.tr("The same again"), self.again)
        words = self.tr("4 to 12 digits that you use nowhere else.")
        if first:
            words += " " + self.tr("The coordinator's comes first; a recovery code comes with it.")
        self.body.addWidget(label(words, "quiet", wraps=True))

    def accept(self) -> None:
        if self.pin.text() != self.again.text():
            self.fail(CheckinError("pins-differ"), self.again)
            return
        role, pin = Role(self.role.currentData()), self.pin.text()

        def work(desk: Desk) -> Answer:
            who = desk.operator
            code = set_pin(desk.store, who, role, pin)
            return sign_in(desk.store, who.name, role, pin) if who.role is role else who, code

        self.accept_button.setEnabled(False)
        self._bench.door.ask(work, self._take, self._refuse)

    def reject(self) -> None:
        # Once it is being set, its new code must not come too late to be seen.
        if self.accept_button.isEnabled():
            super().reject()

    def _take(self, answer: Answer) -> None:
        operator, self.code = answer
        # Before anybody reads what is new: without the new PIN nobody would be told.
        self._bench.duty.take_up(operator)
        super().accept()

    def _refuse(self, error: Exception) -> None:
        self.accept_button.setEnabled(True)
        self.fail(error, self.pin)
