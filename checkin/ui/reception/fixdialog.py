"""Puts right what a badge says: the few fields that a door may change, and the badge again."""

from PySide6.QtWidgets import QLineEdit, QWidget

from checkin.domain.details import Details
from checkin.domain.people import Attendee
from checkin.errors import CheckinError
from checkin.services.registration import LONGEST_TEXT, checked
from checkin.ui.dialog import Dialog
from checkin.ui.reception.printtick import PrintTick


class FixDialog(Dialog):
    """`prints` is ticked where the badge is to be printed anew."""

    def __init__(self, parent: QWidget | None, known: Attendee, printer: str) -> None:
        super().__init__(parent)
        self._title = self.tr("Correct {name}").format(name=known.name)
        self._known = known
        self.fields: dict[str, QLineEdit] = {}
        for field, title in (
            ("name", self.tr("Name")),
            ("organisation", self.tr("Organisation")),
            ("job_title", self.tr("Job title")),
            ("email", self.tr("E-mail")),
        ):
            line = self.fields[field] = QLineEdit(str(getattr(known, field)))
            line.setMaxLength(LONGEST_TEXT)
            line.setCursorPosition(0)
            self.add_field(title, line)
        self.fields["name"].end(False)
        self.prints = PrintTick(self, printer)
        self.body.addWidget(self.prints)
        self.prints.toggled.connect(self._say_what_enter_does)
        self._say_what_enter_does()

    def _say_what_enter_does(self) -> None:
        prints = self.prints.isChecked()
        words = self.tr("Save and print  Enter") if prints else self.tr("Save  Enter")
        self.entitle(self._title, words)

    def details(self) -> Details:
        """Return what differs from what is known."""
        said = {field: line.text().strip() for field, line in self.fields.items()}
        return Details(
            {field: text for field, text in said.items() if text != getattr(self._known, field)}
        )

    def accept(self) -> None:
        try:
            checked(self.details(), self._known)
        except CheckinError as error:
            self.fail(error, self.fields.get(str(error.facts.get("field")), self.fields["name"]))
        else:
            super().accept()
