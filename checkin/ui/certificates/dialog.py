"""Who gets a certificate: issues them, withdraws those that fell, and says what to do with them."""

from collections.abc import Callable
from enum import Enum
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from checkin.domain.certificates import Withdrawal
from checkin.services.certificates import Candidate, Candidates, Standing, candidates, issue
from checkin.services.desk import Desk
from checkin.services.withdrawing import Withdrawn, reinstate, withdraw, withdraw_fallen
from checkin.ui.attendance.more import More
from checkin.ui.bench import Bench
from checkin.ui.certificates.logdialog import CertificateLogDialog
from checkin.ui.certificates.table import CandidatesModel, CandidatesTable
from checkin.ui.certificates.verifydialog import VerifyDialog
from checkin.ui.certificates.wording import summary
from checkin.ui.dialog import Dialog
from checkin.ui.parts import ActionButton, action, label, row

_SIZE = QSize(860, 480)


class Way(Enum):
    """What is to be done with the certificates once the dialog is closed."""

    TOGETHER = "one PDF"
    APART = "a PDF each"
    MAIL = "e-mail"
    DESIGN = "design"


class CertificatesDialog(Dialog):
    """`found` is who stands where, None before it is read; `way` what was wanted, None for nothing.

    `wanted` are the ids of those chosen, none meaning everybody.
    """

    def __init__(self, parent: QWidget, bench: Bench) -> None:
        super().__init__(parent, _SIZE.width())
        self.resize(_SIZE)
        self.entitle(self.tr("Certificates"), "")
        self.cancel_button.setText(self.tr("Close  Esc"))
        self.accept_button.hide()
        self.accept_button.setDefault(False)
        self._bench = bench
        self.found: Candidates | None = None
        self.way: Way | None = None
        self._undoing: Callable[[Desk], object] | None = None
        self.model = CandidatesModel(self)
        self.table = CandidatesTable(self.model)
        self.summary, self.early = label("…", wraps=True), label(role="wrong", wraps=True)
        self.done_line = label(role="quiet", wraps=True)
        self._make_actions()
        self._lay_out()
        self._read()

    @property
    def wanted(self) -> list[str]:
        """The ids of those whose rows are chosen."""
        return [one.attendee.id for one in self.table.chosen]

    def accept(self) -> None:
        """Enter, which might be pressed by habit, does nothing: issuing has a key of its own."""

    def _make_actions(self) -> None:
        def made(text: str, keys: str, does: Callable[[], object]) -> QAction:
            one = action(self, text, keys)
            one.triggered.connect(lambda _checked=False: does())
            return one

        self.issue = made(self.tr("Issue"), "Ctrl+Return", self._issue)
        self.together = made(self.tr("Save one PDF…"), "Ctrl+S", partial(self._leave, Way.TOGETHER))
        self.apart = made(
            self.tr("Save a PDF each…"), "Ctrl+Shift+S", partial(self._leave, Way.APART)
        )
        self.mail = made(self.tr("E-mail…"), "Ctrl+T", partial(self._leave, Way.MAIL))
        self.fallen = made(self.tr("Withdraw those"), "Ctrl+W", self._withdraw_fallen)
        self.mistake = made(self.tr("Withdraw the chosen"), "Ctrl+Del", self._withdraw_chosen)
        self.verify = made(self.tr("Verify…"), "Ctrl+K", self._verify)
        self.log = made(self.tr("Log…"), "Ctrl+L", self._show_log)
        self.design = made(self.tr("Design…"), "Ctrl+E", partial(self._leave, Way.DESIGN))
        self.undo = made(self.tr("Undo"), "Ctrl+Z", self._undo)
        self._find = made(self.tr("Find"), "Ctrl+F", self._to_field)

    def _lay_out(self) -> None:
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find by name or organisation  Ctrl+F"))
        self.field.setAccessibleName(self.tr("Find by name or organisation"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.model.find)
        more = More()
        more.add(self.apart, self.mail)
        more.add(self.mistake, self.log, self.design)
        self._withdraw_button = self._button(self.fallen)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.early)
        self.body.addLayout(row(self.field, self._withdraw_button, self._button(self.verify)))
        self.body.addWidget(self.table, 1)
        self._done = QWidget()
        done = row(self.done_line, self._button(self.undo))
        done.setStretch(0, 1)
        self._done.setLayout(done)
        self._done.hide()
        self.body.addWidget(self._done)
        for part in (more, self._button(self.together), self._button(self.issue, primary=True)):
            self.buttons.addWidget(part)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._name_actions())
        self.model.modelReset.connect(self._name_actions)
        self._name_actions()
        self._to_field()

    def _to_field(self) -> None:
        self.field.setFocus()

    def _name_actions(self) -> None:
        """Say whom issuing and saving are for: those whose rows are chosen, if any."""
        some = bool(self.wanted)
        self.issue.setText(self.tr("Issue to the chosen") if some else self.tr("Issue to all"))
        self.together.setText(
            self.tr("Save the chosen as PDF…") if some else self.tr("Save one PDF…")
        )

    def _button(self, of: QAction, *, primary: bool = False) -> ActionButton:
        return ActionButton(of, primary=primary)

    # What is read and shown

    def _read(self) -> None:
        self._bench.door.ask(
            lambda desk: candidates(desk.store, desk.operator), self._show, self._on_failed
        )

    def _show(self, found: Candidates) -> None:
        if self.over:
            return
        self.found = found
        self.model.show_people(found.people)
        self.summary.setText(summary(found))
        self.early.setText(
            self.tr(
                "The programme is not over: who is in counts as staying until the end of the"
                " session, so certificates may have to be issued anew."
            )
        )
        self.early.setVisible(found.early)
        fallen = bool(found.who_are(Standing.FALLEN))
        have = bool(found.who_are(Standing.ISSUED, Standing.CHANGED))
        self.issue.setEnabled(bool(found.who_are(Standing.DUE, Standing.CHANGED)))
        self.fallen.setEnabled(fallen)
        self._withdraw_button.setVisible(fallen)
        for one in (self.together, self.apart, self.mail, self.mistake):
            one.setEnabled(have)

    # What is done

    def _issue(self) -> None:
        people = self.wanted

        def work(desk: Desk) -> list[Candidate]:
            return issue(desk.store, desk.operator, people)

        def issued(given: list[Candidate]) -> None:
            ids = [one.attendee.id for one in given]
            said = self.tr("{count} certificates are issued.").format(count=len(ids))
            self._settled(said, lambda desk: _take_back(desk, ids) if ids else None)

        self._do(work, issued)

    def _withdraw_fallen(self) -> None:
        self._do(lambda desk: withdraw_fallen(desk.store, desk.operator), self._withdrawn)

    def _withdraw_chosen(self) -> None:
        people, why = self.wanted, Withdrawal.MISTAKE
        self._do(lambda desk: withdraw(desk.store, desk.operator, people, why), self._withdrawn)

    def _withdrawn(self, gone: list[Withdrawn]) -> None:
        back = [one.certificate for one in gone]
        said = self.tr("{count} certificates are withdrawn.").format(count=len(gone))
        self._settled(said, lambda desk: reinstate(desk.store, desk.operator, back))

    def _undo(self) -> None:
        undoing, self._undoing = self._undoing, None
        if undoing:
            self._do(undoing, lambda _: self._settled(self.tr("Undone."), None))

    def _do(self, work: Callable[[Desk], object], then: Callable[..., object]) -> None:
        self.wrong.hide()
        self._bench.door.ask(work, then, self._on_failed)

    def _settled(self, said: str, undoing: Callable[[Desk], object] | None) -> None:
        self._undoing = undoing
        if self.over:
            self._bench.notices.done(said)
            return
        self.done_line.setText(said)
        self.undo.setEnabled(undoing is not None)
        self._done.show()
        self._read()

    def _on_failed(self, error: Exception) -> None:
        if self.over:
            self._bench.notices.fail(error)
        else:
            self.fail(error)

    def _leave(self, way: Way) -> None:
        self.way = way
        super().accept()

    def _verify(self) -> None:
        VerifyDialog(self, self._bench).exec()

    def _show_log(self) -> None:
        CertificateLogDialog(self, self._bench).exec()


def _take_back(desk: Desk, people: list[str]) -> None:
    withdraw(desk.store, desk.operator, people, Withdrawal.MISTAKE)
