"""Asks which mail server tickets are sent through, and whether it lets us in."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.parts import ActionButton, action, label, row

# What each kind of security is called, in settings and to people, with its usual port.
_SECURITIES = (("starttls", "STARTTLS", 587), ("tls", "TLS", 465), ("none", "–", 25))
_MOST = 65_535


class MailServerDialog(Dialog):
    """`password` is what was typed; it is kept nowhere else."""

    def __init__(self, parent: QWidget, bench: Bench, password: str) -> None:
        super().__init__(parent)
        self._bench = bench
        self.entitle(self.tr("Mail server"), self.tr("Keep it  Enter"))
        settings = bench.outside.load_settings()
        self.host, self.user = QLineEdit(settings.mail_host), QLineEdit(settings.mail_user)
        self.address = QLineEdit(settings.mail_sender)
        self.security, self.port = QComboBox(), QSpinBox()
        for name, shown, _ in _SECURITIES:
            self.security.addItem(shown if name != "none" else self.tr("None"), name)
        self.security.setCurrentIndex(max(self.security.findData(settings.mail_security), 0))
        self.port.setRange(1, _MOST)
        self.port.setValue(settings.mail_port)
        self.secret = QLineEdit(password)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field(self.tr("Server"), self.host)
        self.add_field(self.tr("Security"), self.security)
        self.add_field(self.tr("Port"), self.port)
        self.add_field(self.tr("User, if it asks for one"), self.user)
        self.add_field(self.tr("Password"), self.secret)
        self.add_field(self.tr("Tickets come from (address)"), self.address)
        words = self.tr("The password is kept until this window is closed, and nowhere else.")
        self.said = label(words, "quiet", wraps=True)
        self.body.addWidget(self.said)
        self._test: QAction = action(self, self.tr("Test the connection"), "Ctrl+T")
        self.body.addLayout(row(ActionButton(self._test), None))
        self._test.triggered.connect(self._on_test)
        self.security.activated.connect(self._on_security)

    @property
    def password(self) -> str:
        return self.secret.text()

    def accept(self) -> None:
        if self._keep():
            super().accept()

    def _keep(self) -> bool:
        """Keep the server; where something is wrong say so and return False."""
        texts = [one.text().strip() for one in (self.host, self.user, self.address)]
        host, user, sender = texts
        for text, field in ((host, self.host), (sender, self.address)):
            if not text:
                self.fail(CheckinError("mail-server-incomplete"), field)
                return False
        security = str(self.security.currentData())
        try:
            self._bench.outside.post.set_server(host, self.port.value(), security, user, sender)
        except CheckinError as error:
            self.fail(error, self.address)
            return False
        self.wrong.hide()
        return True

    def _on_test(self) -> None:
        if not self._keep():
            return
        check, password = self._bench.outside.post.check, self.password
        self._test.setEnabled(False)
        self.said.setText(self.tr("Asking {host}…").format(host=self.host.text()))

        def work(_: Desk) -> None:
            check(password)

        def well(_: None) -> None:
            self._tell(self.tr("{host} lets us in.").format(host=self.host.text()))

        def failed(error: Exception) -> None:
            if not self.over:
                self._tell("")
                self.fail(error)

        self._bench.reading.ask(work, well, failed)

    def _tell(self, words: str) -> None:
        if not self.over:
            self.said.setText(words)
            self._test.setEnabled(True)

    def _on_security(self, index: int) -> None:
        self.port.setValue(_SECURITIES[index][2])
