"""Asks by which rules attendance is told: threshold, midday, one room at a time, exits."""

from datetime import time

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from checkin.domain.attendancerules import AttendanceRules, rules_of
from checkin.domain.event import Event, Exits
from checkin.errors import CheckinError
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label
from checkin.ui.programme.fields import Fields, line
from checkin.ui.reading import read_time

_EXITS = (Exits.SESSION, Exits.DOOR)
_USUAL = "75", "80", "100"


class RulesDialog(Dialog):
    """Shows the rules as they are."""

    def __init__(self, parent: QWidget | None, event: Event) -> None:
        super().__init__(parent, 600)
        self.entitle(self.tr("How attendance is told"), self.tr("Save  Enter"))
        rules = rules_of(event)
        self.threshold, self.midday, self.exits = QComboBox(), line("13:00"), QComboBox()
        self.threshold.setEditable(True)
        self.threshold.addItems(_USUAL)
        self.threshold.setCurrentText(str(rules.threshold))
        self.midday.setText(f"{rules.midday:%H:%M}")
        self.exits.addItems(
            [
                self.tr("is empty once its session is over"),
                self.tr("holds whoever was not scanned out"),
            ]
        )
        self.exits.setCurrentIndex(_EXITS.index(rules.exits or Exits.SESSION))
        self.one_room = QCheckBox(self.tr("Entering a session ends the stay in a parallel one"))
        self.one_room.setChecked(bool(rules.one_room))
        self.fields = Fields()
        self.fields.add(self.tr("Threshold in per cent"), self.threshold)
        self.fields.add(self.tr("Midday"), self.midday)
        self.fields.add(self.tr("A room"), self.exits)
        self.fields.add_boxes(self.one_room)
        self.body.addLayout(self.fields)
        said = self.tr(
            "Whoever was there for so many per cent of their programme hours has a certificate."
            " Midday parts half days. Hours end with the session in any case."
        )
        self.body.addWidget(label(said, "quiet", wraps=True))

    @classmethod
    def ask(cls, parent: QWidget, event: Event) -> AttendanceRules | None:
        """Return the rules somebody wants, or None."""
        dialog = cls(parent, event)
        return dialog.rules() if dialog.exec() else None

    def rules(self) -> AttendanceRules:
        """Return what the fields say; CheckinError for one that is not understood."""
        exits = _EXITS[self.exits.currentIndex()]
        return AttendanceRules(self._threshold(), self._midday(), self.one_room.isChecked(), exits)

    def accept(self) -> None:
        self.fields.clear()
        faults: dict[QWidget, CheckinError] = {}
        for field, read in ((self.threshold, self._threshold), (self.midday, self._midday)):
            try:
                read()
            except CheckinError as error:
                faults[field] = error
                self.fields.say(field, error)
        if faults:
            next(iter(faults)).setFocus()
            self.adjustSize()
        else:
            super().accept()

    def _threshold(self) -> int:
        written = self.threshold.currentText().strip().removesuffix("%").strip()
        number = int(written) if written.isascii() and written.isdecimal() else 0
        if not 1 <= number <= 100:
            raise CheckinError("threshold-wrong", threshold=written or "–")
        return number

    def _midday(self) -> time:
        read = read_time(self.midday.text())
        if read is None:
            raise CheckinError("not-a-moment", text=self.midday.text())
        return read
