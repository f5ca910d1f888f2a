"""Asks what a kiosk is to be set to: list, direction, printing, seconds, words, and its PIN."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from checkin.domain.kiosk import (
    FEWEST_SECONDS,
    LONGEST_WORDS,
    MOST_SECONDS,
    USUAL_SECONDS,
    KioskPlan,
)
from checkin.domain.verdict import Direction
from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.services.kiosk import begin_kiosk
from checkin.ui.badges.atonce import printer_at_once
from checkin.ui.bench import Bench
from checkin.ui.dates import day_name
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label
from checkin.ui.reception.doorway import Doorway
from checkin.ui.roles.pinfield import PinField
from checkin.ui.roles.wording import role_name

_PADDING = 8


class KioskDialog(Dialog):
    """`plan` is what it can be run by; `doorway` where this door stands now, offered first.

    A role that has a PIN ends the kiosk with it; else one is set for this kiosk alone.
    """

    def __init__(self, parent: QWidget | None, bench: Bench, path: Path, doorway: Doorway) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Self-service kiosk"), self.tr("Start  Enter"))
        self.plan: KioskPlan | None = None
        self._bench = bench
        self._path = path
        self.list = QComboBox()
        self.list.addItem(self.tr("The entrance of each day"), "")
        for one in bench.programme().lists:
            self.list.addItem(f"{one.name} · {day_name(one.day)}", one.id)
        if doorway.list and not doorway.list.entrance:
            self.list.setCurrentIndex(self.list.findData(doorway.list.id))
        self.way = QComboBox()
        self.way.addItem(self.tr("People coming"), Direction.ENTRY)
        self.way.addItem(self.tr("People leaving"), Direction.EXIT)
        self.way.setCurrentIndex(self.way.findData(doorway.direction))
        self.words = QLineEdit()
        self.words.setMaxLength(LONGEST_WORDS)
        self.words.setPlaceholderText(self.tr("Please go in."))
        self.seconds = QSpinBox()
        self.seconds.setRange(FEWEST_SECONDS, MOST_SECONDS)
        self.seconds.setValue(USUAL_SECONDS)
        # The style's padding does not reach the field within it.
        self.seconds.lineEdit().setTextMargins(_PADDING, 0, _PADDING, 0)
        self.prints = QCheckBox(self._printing_words(printer_at_once(bench)))
        self.pin, self.again = PinField(), PinField()
        self.add_field(self.tr("List"), self.list)
        self.add_field(self.tr("For"), self.way)
        self.add_field(self.tr("After a welcome say"), self.words)
        self.add_field(self.tr("Seconds an answer stays"), self.seconds)
        self.form.addRow(self.prints)
        self._guarded = bench.operator.role in bench.duty.guarded
        if not self._guarded:
            self.add_field(self.tr("PIN to end it"), self.pin)
            self.add_field(self.tr("The same again"), self.again)
        self.body.addWidget(label(self._leaving_words(), "quiet", wraps=True))

    def accept(self) -> None:
        if not self._guarded and self.pin.text() != self.again.text():
            self.fail(CheckinError("pins-differ"), self.again)
            return
        plan = KioskPlan(
            event=str(self._path.resolve()),
            list=self.list.currentData(),
            direction=Direction(self.way.currentData()),
            prints=self.prints.isChecked(),
            seconds=self.seconds.value(),
            words=self.words.text().strip(),
        )
        pin = self.pin.text()

        def work(desk: Desk) -> KioskPlan:
            return begin_kiosk(desk.store, desk.operator, plan, pin)

        self.accept_button.setEnabled(False)
        self._bench.door.ask(work, self._take, self._refuse)

    def _take(self, plan: KioskPlan) -> None:
        if not self.over:
            self.plan = plan
            super().accept()

    def _refuse(self, error: Exception) -> None:
        if not self.over:
            self.accept_button.setEnabled(True)
            self.fail(error, None if self._guarded else self.pin)

    def _printing_words(self, printer: str) -> str:
        if not printer:
            return self.tr("Print badges never printed before (choose a printer with Ctrl+P first)")
        return self.tr("Print badges never printed before, on {printer}").format(printer=printer)

    def _leaving_words(self) -> str:
        if self._guarded:
            words = self.tr(
                "It fills the screen. Ctrl+Shift+L ends it, with the PIN of {role}, also after a"
                " restart."
            )
            return words.format(role=role_name(self._bench.operator.role))
        return self.tr(
            "It fills the screen. Ctrl+Shift+L ends it, with this PIN of 4 to 12 digits, also after"
            " a restart. It is forgotten then."
        )
