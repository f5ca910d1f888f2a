"""The code that recovers the coordinator's PIN: taken in where the PIN is forgotten, and shown."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from checkin.domain.roles import Operator
from checkin.errors import CheckinError
from checkin.render.recovery import Slip, print_slip, write_slip
from checkin.services.desk import Desk
from checkin.services.pins import recover
from checkin.services.programme import programme
from checkin.ui.badges.printers import ask_printer, has_printer
from checkin.ui.dialog import Dialog
from checkin.ui.line import Line
from checkin.ui.parts import ActionButton, action, label, row
from checkin.ui.roles.pinfield import PinField
from checkin.ui.saving import documents, with_ending


class RecoverDialog(Dialog):
    """Asks for the printed code and a new PIN; `operator` is the coordinator who then works."""

    def __init__(self, parent: QWidget | None, line: Line, name: str) -> None:
        super().__init__(parent)
        self.entitle(self.tr("A new PIN of the coordinator"), self.tr("Set the PIN  Enter"))
        self.operator: Operator | None = None
        self._line = line
        self._name = name
        self.code = QLineEdit()
        self.code.setMaxLength(64)
        self.pin, self.again = PinField(), PinField()
        self.add_field(self.tr("Recovery code"), self.code)
        self.add_field(self.tr("New PIN"), self.pin)
        self.add_field(self.tr("The same again"), self.again)
        words = self.tr("The code was shown when the PIN was set: five groups of five letters.")
        self.body.addWidget(label(words, "quiet", wraps=True))

    def accept(self) -> None:
        if self.pin.text() != self.again.text():
            self.fail(CheckinError("pins-differ"), self.again)
            return
        name, code, pin = self._name, self.code.text(), self.pin.text()

        def work(desk: Desk) -> tuple[Operator, str, str]:
            operator, following = recover(desk.store, name, code, pin)
            return operator, following, programme(desk.store, operator).event.title

        self.accept_button.setEnabled(False)
        self._line.ask(work, lambda answer: self._show(*answer), self._refuse)

    def reject(self) -> None:
        # Once it is being set, its new code must not come too late to be seen.
        if self.accept_button.isEnabled():
            super().reject()

    def _show(self, operator: Operator, following: str, title: str) -> None:
        RecoveryCodeDialog(self, title, following).exec()
        self.operator = operator
        super().accept()

    def _refuse(self, error: Exception) -> None:
        self.accept_button.setEnabled(True)
        self.fail(error, self.code)


class RecoveryCodeDialog(Dialog):
    """Shows a code this once; it is closed only by saying that it is on paper."""

    def __init__(self, parent: QWidget | None, event: str, code: str) -> None:
        super().__init__(parent, 600)
        self.entitle(self.tr("Keep this code on paper"), self.tr("Done  Enter"))
        self.cancel_button.hide()
        self._slip = Slip(
            heading=self.tr("Recovery code"),
            event=event,
            code=code,
            advice=self.tr(
                "It sets a new PIN of the coordinator, once. Keep it where only coordinators get"
                " to."
            ),
        )
        shown = label(code, "title")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(shown)
        words = self.tr(
            "It sets a new PIN should this one be forgotten. It is not shown again, and nobody can"
            " tell it from the event; a code you had before holds no more."
        )
        self.body.addWidget(label(words, "quiet", wraps=True))
        self._print = action(self, self.tr("Print"), "Ctrl+P", "print code")
        self._print.triggered.connect(self._on_print)
        self._print.setVisible(has_printer())
        save = action(self, self.tr("Save PDF…"), "Ctrl+S", "save code")
        save.triggered.connect(self._on_save)
        self.body.addLayout(row(ActionButton(self._print), ActionButton(save), None, gap=8))
        self.kept = QCheckBox(self.tr("I have it on paper  Alt+K"))
        self.kept.setShortcut("Alt+K")
        self.kept.toggled.connect(self.accept_button.setEnabled)
        self.body.addWidget(self.kept)
        self.accept_button.setEnabled(False)

    def accept(self) -> None:
        if self.kept.isChecked():
            super().accept()

    def reject(self) -> None:
        self.accept()

    def save(self, path: Path) -> None:
        """Write the code to a PDF."""
        try:
            write_slip(path, self._slip)
        except CheckinError as error:
            self.fail(error)

    def _on_save(self) -> None:
        offered = documents() / f"{self._slip.heading}.pdf"
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the code"), str(offered), "PDF (*.pdf)"
        )
        if name:
            self.save(with_ending(name, ".pdf"))

    def _on_print(self) -> None:
        printer = ask_printer(self, self._slip.heading)
        if printer:
            try:
                print_slip(printer, self._slip)
            except CheckinError as error:
                self.fail(error)
