"""The form for a person, new or known."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from checkin.domain.details import Details, text_of
from checkin.domain.event import Event
from checkin.domain.people import Attendee, OrganisationKind, Status
from checkin.domain.questions import CONTACTS
from checkin.errors import CheckinError
from checkin.services.browsing import KnownWords
from checkin.services.registration import LONGEST_TEXT, checked
from checkin.ui.attendees.bookingboxes import BookingBoxes
from checkin.ui.attendees.consentfields import ConsentChoice, topics_field
from checkin.ui.attendees.formparts import (
    CustomFields,
    DayBoxes,
    NameFields,
    NotesField,
    choice,
    completed,
)
from checkin.ui.attendees.photofield import PhotoField
from checkin.ui.attendees.wording import capital, field_words, status_words
from checkin.ui.dialog import Dialog
from checkin.ui.dropping import DropPlace
from checkin.ui.parts import label, literal, row
from checkin.ui.scrolling import scrolling

_LOOK_AFTER_MS = 250
_LONGEST_SHOWN = 80
_WIDTH = 880
_INSTRUCTION_HEIGHT = 60

Alike = Callable[[Details, Callable[[Sequence[Attendee]], None]], None]
"""Asks who may be the same person as the details say, and answers later."""


class PersonForm(Dialog):
    """`instead` is the one on the list already whom somebody chose to look at in place of adding.

    `known` is None for a new person.
    """

    def __init__(
        self,
        parent: QWidget | None,
        event: Event,
        words: KnownWords,
        photo: PhotoField,
        known: Attendee | None = None,
        alike: Alike | None = None,
    ) -> None:
        super().__init__(parent, _WIDTH)
        if known:
            self.entitle(
                self.tr("Edit {name}").format(name=known.name), self.tr("Save  Ctrl+Enter")
            )
        else:
            self.entitle(self.tr("Add somebody"), self.tr("Add  Ctrl+Enter"))
        self._known = known
        self.photo = photo
        photo.reading.connect(lambda reading: self.accept_button.setEnabled(not reading))
        photo.failed.connect(lambda error: self.fail(error, photo.choose_button))
        DropPlace(self, photo.take)
        self._alike = alike
        self.instead: Attendee | None = None
        self._found: Sequence[Attendee] = ()
        self._make_fields(known or Attendee("", ""), known, event, words)
        self._lay_out()
        self._make_warning()
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        QShortcut(QKeySequence("Ctrl+Enter"), self, self.accept)

    def details(self) -> Details:
        """Return what the fields say, of somebody known only what differs."""
        known = self._known
        texts = {
            "organisation": self.organisation.text(),
            "organisation_kind": str(self.kind.currentData()),
            "job_title": self.job_title.text(),
            "email": self.email.text(),
            "country": self.country.currentText(),
            "category": self.category.currentText(),
            "status": str(self.status.currentData()),
            "registration": self.registration.text(),
            "notes": self.notes.toPlainText(),
            "instruction": self.instruction.toPlainText(),
            CONTACTS: str(self.contacts.currentData()),
            "offers": self.offers.text(),
            "seeks": self.seeks.text(),
        }
        said = {name: text.strip() for name, text in texts.items()}
        names = self.names.texts()
        if known is None:
            if said["status"] == Status.REGISTERED:
                del said["status"]
            said = {name: text for name, text in (names | said).items() if text}
        else:
            said = {name: text for name, text in said.items() if text != text_of(known, name)}
            if any(text != getattr(known, name) for name, text in names.items()):
                said |= names
        days = self.days.days() if known is None or self.days.touched else None
        bookings = self.bookings.booked() if self.bookings.touched else None
        return Details(said, days, self.custom.changed(), bookings)

    def accept(self) -> None:
        if not self.accept_button.isEnabled():
            return
        if self.days.none:
            self.fail(CheckinError("day-missing"), next(iter(self.days.boxes.values())))
            return
        try:
            checked(self.details(), self._known)
        except CheckinError as error:
            self._tell(error)
        else:
            super().accept()

    def _tell(self, error: CheckinError) -> None:
        """Say what is wrong in the words of the form, and go to the field."""
        field = str(error.facts.get("field", "name"))
        facts = {name: str(fact)[:_LONGEST_SHOWN] for name, fact in error.facts.items()}
        where: dict[str, QWidget] = {
            "name": self.names.whole,
            "given_name": self.names.given,
            "family_name": self.names.family,
            "email": self.email,
            "organisation": self.organisation,
            "job_title": self.job_title,
            "country": self.country,
            "category": self.category,
            "registration": self.registration,
            "notes": self.notes,
            "instruction": self.instruction,
            "offers": self.offers,
            "seeks": self.seeks,
        }
        facts["field"] = field_words(field)
        self.fail(CheckinError(error.code, **facts), where.get(field))

    def _tell_too_long(self, field: str) -> None:
        self._tell(CheckinError("text-too-long", field=field, most=LONGEST_TEXT))

    def _make_fields(
        self, shown: Attendee, known: Attendee | None, event: Event, words: KnownWords
    ) -> None:
        self.names = NameFields(known)
        self.organisation = completed(words.organisations, shown.organisation)
        self.kind = QComboBox()
        # What kind an organisation is can be said otherwise, but not unsaid.
        if not shown.organisation_kind:
            self.kind.addItem("–", "")
        for kind in OrganisationKind:
            self.kind.addItem(capital(kind.value), kind.value)
        self.kind.setCurrentIndex(max(self.kind.findData(shown.organisation_kind), 0))
        self.job_title, self.email = QLineEdit(shown.job_title), QLineEdit(shown.email)
        self.country = choice(words.countries, shown.country)
        self.category = choice(words.categories, shown.category)
        self.days = DayBoxes(event.days, shown.days)
        self.status = QComboBox()
        for status in Status:
            self.status.addItem(status_words(status), status.value)
        self.status.setCurrentIndex(self.status.findData(shown.status.value))
        self.registration = QLineEdit(shown.registration)
        self.notes, self.instruction = NotesField(shown.notes), NotesField(shown.instruction)
        self.instruction.setFixedHeight(_INSTRUCTION_HEIGHT)
        self.instruction.setPlaceholderText(self.tr("to acknowledge before they are let in"))
        for field, name in ((self.notes, "notes"), (self.instruction, "instruction")):
            field.too_long.connect(partial(self._tell_too_long, name))
        self.bookings = BookingBoxes(words.sessions, shown.bookings)
        self.contacts = ConsentChoice(shown.contacts)
        self.offers, self.seeks = topics_field(shown.offers), topics_field(shown.seeks)
        names = dict.fromkeys((*words.custom_fields, *shown.custom))
        self.custom = CustomFields(list(names), shown.custom)

    def _lay_out(self) -> None:
        inner = QWidget()
        inside = QHBoxLayout(inner)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(28)
        person, registration = _column(), _column()
        inside.addLayout(person, 1)
        inside.addLayout(registration, 1)
        self.form = person
        self.add_field(self.tr("Name"), self.names.whole)
        self.add_field(self.tr("Given name"), self.names.given)
        self.add_field(self.tr("Family name"), self.names.family)
        self.add_field(self.tr("Organisation"), self.organisation)
        self.add_field(self.tr("Kind"), self.kind)
        self.add_field(self.tr("Job title"), self.job_title)
        self.add_field(self.tr("E-mail"), self.email)
        self.add_field(self.tr("Country"), self.country)
        self.add_field(self.tr("Instruction"), self.instruction)
        self.form = registration
        self.add_field(self.tr("Photo"), self.photo)
        self.add_field(self.tr("Category"), self.category)
        self.add_field(self.tr("Days"), self.days)
        self.add_field(self.tr("Status"), self.status)
        self.add_field(self.tr("Registration no."), self.registration)
        self.add_field(self.tr("At the desk"), self.notes)
        if self.bookings.boxes:
            self.add_field(self.tr("Booked"), self.bookings)
        self.add_field(self.tr("Contacts"), self.contacts)
        self.add_field(self.tr("Offers"), self.offers)
        self.add_field(self.tr("Seeks"), self.seeks)
        registration.addRow(self.custom)
        self.body.addWidget(scrolling(inner))
        self.names.whole.setFocus()

    def _make_warning(self) -> None:
        self._warning = label(wraps=True)
        self._show_instead = QPushButton()
        self._show_instead.setAutoDefault(False)
        self._show_instead.clicked.connect(self._take_known)
        beside = row(self._warning, self._show_instead)
        beside.setStretch(0, 1)
        self.body.addLayout(beside)
        self._show_alike(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        if self._alike:
            for field in (self.names.whole, self.email):
                field.textChanged.connect(lambda _: self._timer.start(_LOOK_AFTER_MS))

    def _look(self) -> None:
        if self._alike:
            self._alike(self.details(), self._show_alike)

    def _show_alike(self, found: Sequence[Attendee]) -> None:
        if self.over:
            return
        self._found = found
        self._warning.setVisible(bool(found))
        self._show_instead.setVisible(bool(found))
        if found:
            who = ", ".join(part for part in (found[0].name, found[0].organisation) if part)
            self._warning.setText(self.tr("On the list already: {who}.").format(who=who))
            self._show_instead.setText(literal(self.tr("Show the one on the list  F3")))
            # Setting a text takes the keys away.
            self._show_instead.setShortcut("F3")

    def _take_known(self) -> None:
        self.instead = self._found[0]
        super().accept()


def _column() -> QFormLayout:
    form = QFormLayout()
    form.setSpacing(10)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form
