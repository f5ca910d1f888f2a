"""Asks whether this station keeps an emergency list, and in which folder."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QPushButton, QWidget

from checkin.services.desk import Desk
from checkin.services.emergency import check_emergency_folder
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label, row
from checkin.ui.saving import documents, file_name


class EmergencyDialog(Dialog):
    """`folder` is what was chosen, empty for none."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(parent, 560)
        self._bench = bench
        kept = bench.outside.load_settings().emergency_folder
        self.entitle(self.tr("Emergency list"), self.tr("Save  Enter"))
        self._proposed = self._proposal()
        self.on = QCheckBox(self.tr("Keep an emergency list on this computer"))
        self.on.setChecked(bool(kept))
        self.field = QLineEdit(kept or str(self._proposed))
        self.field.setAccessibleName(self.tr("Folder"))
        choose = QPushButton(self.tr("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        words = self.tr(
            "Who is registered and who is in, and a signature sheet of the day, as PDF: written"
            " anew whenever somebody came or left, every five minutes at most. Print it in time,"
            " or keep it on a stick or a tablet that works without electricity."
        )
        self.body.addWidget(self.on)
        self.body.addLayout(row(self.field, choose))
        self.body.addWidget(label(words, "quiet", wraps=True))
        for one in (self.field, choose):
            one.setEnabled(self.on.isChecked())
            self.on.toggled.connect(one.setEnabled)
        self.on.setFocus()

    @property
    def folder(self) -> str:
        """Where the list is to be kept, empty for nowhere."""
        return self.field.text().strip() if self.on.isChecked() else ""

    def accept(self) -> None:
        if not self.folder:
            super().accept()
            return
        folder = Path(self.folder)

        def work(desk: Desk) -> None:
            check_emergency_folder(
                desk.store, desk.operator, folder, may_make=folder == self._proposed
            )

        def failed(error: Exception) -> None:
            if not self.over:
                self.fail(error, self.field)

        self._bench.door.ask(work, lambda _: super(EmergencyDialog, self).accept(), failed)

    def _proposal(self) -> Path:
        title = file_name(self._bench.programme().event.title, self.tr("Seminar"))
        return documents() / self.tr("{title} emergency").format(title=title)

    def _choose(self) -> None:
        title = self.tr("Where to keep the emergency list")
        if folder := QFileDialog.getExistingDirectory(self, title, self.field.text()):
            self.field.setText(folder)
