"""Says of a certificate that somebody shows whether it holds, and what stands on it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLineEdit, QVBoxLayout, QWidget

from checkin.domain.certificates import Proof
from checkin.services.desk import Desk
from checkin.services.verifying import Verified, verify_certificate
from checkin.ui.bench import Bench
from checkin.ui.certificates.wording import detail, facts_lines, headline
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label, restyle, row
from checkin.ui.shapes import Shape, ShapeMark

_WIDTH = 620
_MARK = QSize(46, 46)
_LOOKS = {
    Proof.VALID: ("good", Shape.TICK),
    Proof.WITHDRAWN: ("bad", Shape.CROSS),
    Proof.REPLACED: ("careful", Shape.EXCLAMATION),
    Proof.ALTERED: ("bad", Shape.CROSS),
    Proof.UNKNOWN: ("careful", Shape.QUESTION),
    Proof.BADGE: ("careful", Shape.EXCLAMATION),
    Proof.NOT_OURS: ("bad", Shape.CROSS),
}


class VerifyDialog(Dialog):
    """`found` is what was verified last; scans come to `take_scan` while it is in front."""

    def __init__(self, parent: QWidget, bench: Bench, text: str = "") -> None:
        super().__init__(parent, _WIDTH)
        self.entitle(self.tr("Verify a certificate"), self.tr("Verify  Enter"))
        self.cancel_button.setText(self.tr("Close  Esc"))
        self._bench = bench
        self.found: Verified | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Scan its code, or type its number"))
        self.add_field(self.tr("Code or number"), self.field)
        self.panel = QFrame()
        self.panel.setObjectName("notice")
        self._mark, self.said = ShapeMark(_MARK), label(role="title", wraps=True)
        self.detail = label(wraps=True)
        self.facts = QFormLayout()
        self.facts.setHorizontalSpacing(18)
        self.facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(10)
        head = row(self._mark, self.said)
        head.setStretch(1, 1)
        inside.addLayout(head)
        inside.addWidget(self.detail)
        inside.addLayout(self.facts)
        self.panel.hide()
        self.body.addWidget(self.panel)
        if text:
            self.take_scan(text)

    def accept(self) -> None:
        if text := self.field.text().strip():
            self.take_scan(text)

    def take_scan(self, text: str) -> None:
        """Verify what was scanned or typed."""
        self.field.setText(text)
        self.field.selectAll()
        self.wrong.hide()

        def work(desk: Desk) -> Verified:
            return verify_certificate(desk.store, desk.operator, text)

        self._bench.door.ask(work, self.show_found, self._on_failed)

    def show_found(self, found: Verified) -> None:
        """Say what became of a certificate."""
        if self.over:
            return
        self.found = found
        event = self._bench.programme().event
        tone, shape = _LOOKS[found.proof]
        self.panel.setProperty("tone", tone)
        self._mark.show_shape(shape)
        self.said.setText(headline(found.proof))
        self.detail.setText(detail(found, event))
        while self.facts.rowCount():
            self.facts.removeRow(0)
        for name, text in facts_lines(found, event):
            self.facts.addRow(label(name), label(text, "heading", wraps=True))
        self.panel.show()
        for part in (self.panel, self._mark, *self.panel.findChildren(QWidget)):
            restyle(part)
        self.adjustSize()

    def _on_failed(self, error: Exception) -> None:
        if self.over:
            self._bench.notices.fail(error)
        else:
            self.fail(error)
