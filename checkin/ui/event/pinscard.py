"""The roles' PINs: which role has one, setting one, and letting it go."""

from PySide6.QtWidgets import QComboBox, QWidget

from checkin.domain.roles import Action, Role
from checkin.services.desk import Desk
from checkin.services.pins import clear_pin
from checkin.services.signing_in import roles_with_pin
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.parts import ActionButton, Card, action, label, row
from checkin.ui.roles.recovering import RecoveryCodeDialog
from checkin.ui.roles.setting import SetPinDialog
from checkin.ui.roles.wording import role_name
from checkin.ui.trust import may


class PinsCard(Card):
    """A line on what is set, and what a coordinator can do about it."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__()
        self._bench = bench
        self.state = label(role="quiet", wraps=True)
        set_one = action(page, self.tr("Set PIN…"), "Alt+P", "set PIN")
        set_one.triggered.connect(self._set)
        self._clear = action(page, self.tr("Clear PIN…"), "Alt+C", "clear PIN")
        self._clear.triggered.connect(self._choose_to_clear)
        self.inside.addWidget(label(self.tr("Roles and PINs"), "heading"))
        self.inside.addWidget(self.state)
        self.inside.addLayout(row(ActionButton(set_one), ActionButton(self._clear), None, gap=8))

    def read(self) -> None:
        """Show which roles have a PIN now."""
        self._bench.reading.ask(lambda desk: roles_with_pin(desk.store), self._show)

    def _show(self, guarded: frozenset[Role]) -> None:
        having = ", ".join(role_name(role) for role in reversed(Role) if role in guarded)
        if guarded:
            words = self.tr("With a PIN: {roles}. Other roles are chosen freely.")
            self.state.setText(
                self.tr("Every role has a PIN.")
                if len(guarded) == len(Role)
                else words.format(roles=having)
            )
        else:
            self.state.setText(self.tr("No PIN is set: roles are chosen freely."))
        self._clear.setVisible(bool(guarded))

    def _set(self) -> None:
        if not may(self._bench, Action.SET_PINS):
            return
        dialog = SetPinDialog(self, self._bench)
        if dialog.exec():
            if dialog.code:
                title = self._bench.programme().event.title
                RecoveryCodeDialog(self, title, dialog.code).exec()
            self._bench.notices.done(self.tr("The PIN is set."))

    def _choose_to_clear(self) -> None:
        if not may(self._bench, Action.SET_PINS):
            return
        dialog = ClearPinDialog(self, self._bench.duty.guarded)
        if dialog.exec():
            role = Role(dialog.role.currentData())

            def work(desk: Desk) -> None:
                clear_pin(desk.store, desk.operator, role)

            words = self.tr("{role} has no PIN any more.").format(role=role_name(role))
            self._bench.door.ask(work, lambda _: self._bench.notices.done(words))


class ClearPinDialog(Dialog):
    """Asks which role is to be chosen freely again."""

    def __init__(self, parent: QWidget | None, guarded: frozenset[Role]) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Clear a PIN"), self.tr("Clear it  Enter"))
        self.role = QComboBox()
        for role in Role:
            if role in guarded:
                self.role.addItem(role_name(role), role)
        self.add_field(self.tr("Role"), self.role)
        words = self.tr("Anybody may then work in that role. The coordinator's PIN goes last.")
        self.body.addWidget(label(words, "quiet", wraps=True))
