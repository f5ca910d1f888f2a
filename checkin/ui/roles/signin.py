"""Asks who works here: a name, a role, and the role's PIN where it has one."""

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QComboBox, QPushButton, QSizePolicy, QWidget

from checkin.domain.roles import Operator, Role
from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.services.signing_in import LONGEST_NAME, read_name, sign_in
from checkin.ui.dialog import Dialog
from checkin.ui.line import Line
from checkin.ui.parts import label
from checkin.ui.roles.pinfield import PinField
from checkin.ui.roles.recovering import RecoverDialog
from checkin.ui.roles.wording import role_words


class SignInDialog(Dialog):
    """`operator` is who signed in. Without a `line` there is no event yet, and no PIN to know.

    `names` are those who worked at this computer before, `guarded` the roles with a PIN.
    """

    def __init__(
        self,
        parent: QWidget | None,
        line: Line | None,
        operator: Operator,
        names: Sequence[str],
        guarded: Collection[Role],
        roles: Sequence[Role] = tuple(Role),
    ) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Who works here?"), self.tr("Sign in  Enter"))
        self.operator: Operator | None = None
        self._line = line
        self._guarded = guarded
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name.addItems(list(names))
        self.name.setCurrentText(operator.name)
        if edit := self.name.lineEdit():
            edit.setMaxLength(LONGEST_NAME)
            edit.selectAll()
        self.role = QComboBox()
        for role in roles:
            self.role.addItem(role_words(role), role)
        self.role.setCurrentIndex(max(self.role.findData(operator.role), 0))
        self.pin = PinField()
        self.forgotten = QPushButton(self.tr("PIN forgotten?  Alt+F"))
        self.forgotten.setShortcut("Alt+F")
        self.forgotten.setAutoDefault(False)
        self.forgotten.clicked.connect(self._recover)
        self.add_field(self.tr("Name"), self.name)
        self.add_field(self.tr("Trusted with"), self.role)
        self.add_field(self.tr("PIN"), self.pin)
        words = self.tr("Every change and every scan is recorded under that name.")
        self.body.addWidget(label(words, "quiet"))
        self.buttons.insertWidget(0, self.forgotten)
        self.role.currentIndexChanged.connect(self._follow)
        self._follow()
        if self._asks_pin and operator.name:
            self.pin.setFocus()

    def accept(self) -> None:
        name, role, pin = self._read_name(), self._role, self.pin.text()
        if not name:
            return
        if self._line is None:
            self._take(Operator(name, role))
            return

        def work(desk: Desk) -> Operator:
            return sign_in(desk.store, name, role, pin)

        self.accept_button.setEnabled(False)
        self._line.ask(work, self._take, self._refuse)

    def _read_name(self) -> str:
        """Return the name as it is recorded; empty, having said so, where there is none."""
        try:
            return read_name(self.name.currentText())
        except CheckinError as error:
            self.fail(error, self.name)
            return ""

    @property
    def _role(self) -> Role:
        return Role(self.role.currentData())

    @property
    def _asks_pin(self) -> bool:
        return self._role in self._guarded

    def _follow(self) -> None:
        """Ask for what the role needs."""
        self.form.setRowVisible(self.pin, self._asks_pin)
        self.forgotten.setVisible(self._asks_pin and self._role is Role.COORDINATOR)
        self.pin.clear()
        self.wrong.hide()

    def _take(self, operator: Operator) -> None:
        if not self.over:
            self.operator = operator
            super().accept()

    def _refuse(self, error: Exception) -> None:
        if not self.over:
            self.accept_button.setEnabled(True)
            self.pin.clear()
            self.fail(error, self.pin if self._asks_pin else self.name)

    def _recover(self) -> None:
        name = self._read_name()
        if self._line and name:
            dialog = RecoverDialog(self, self._line, name)
            if dialog.exec() and dialog.operator:
                self._take(dialog.operator)
