"""Asks who walks in: few fields, and a look at who may be on the list already."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from checkin.domain.details import Details
from checkin.domain.people import Attendee
from checkin.errors import CheckinError
from checkin.services.registration import checked
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label

_LOOK_AFTER_MS = 250
_LONGEST_TEXT = 300

Alike = Callable[[Details, Callable[[Sequence[Attendee]], None]], None]
"""Asks who may be the same person as the details say, and answers later."""


class WalkInDialog(Dialog):
    """`known` is the one already registered whom somebody chose to check in instead."""

    def __init__(self, parent: QWidget | None, categories: Sequence[str], alike: Alike) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Walk-in"), self.tr("Add and check in  Enter"))
        self.known: Attendee | None = None
        self._alike = alike
        self.name, self.organisation, self.email = QLineEdit(), QLineEdit(), QLineEdit()
        for field in (self.name, self.organisation, self.email):
            field.setMaxLength(_LONGEST_TEXT)
        self._fields = {"organisation": self.organisation, "email": self.email}
        self.category = QComboBox()
        self.category.setEditable(True)
        self.category.addItems(list(categories))
        self.add_field(self.tr("Name"), self.name)
        self.add_field(self.tr("Organisation"), self.organisation)
        self.add_field(self.tr("E-mail"), self.email)
        self.add_field(self.tr("Category"), self.category)
        self._warning = label(wraps=True)
        self._instead = QPushButton()
        self._instead.setAutoDefault(False)
        self._instead.clicked.connect(self._take_known)
        self._found: Sequence[Attendee] = ()
        self.body.addWidget(self._warning)
        self.body.addWidget(self._instead)
        self._show_alike(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        for field in (self.name, self.email):
            field.textChanged.connect(lambda _: self._timer.start(_LOOK_AFTER_MS))

    def details(self) -> Details:
        """Return what the fields say."""
        texts = {
            "name": self.name.text(),
            "organisation": self.organisation.text(),
            "email": self.email.text(),
            "category": self.category.currentText(),
        }
        return Details({name: text.strip() for name, text in texts.items() if text.strip()})

    def accept(self) -> None:
        try:
            checked(self.details())
        except CheckinError as error:
            field = str(error.facts.get("field"))
            self.fail(error, self._fields.get(field, self.name))
        else:
            super().accept()

    def _look(self) -> None:
        self._alike(self.details(), self._show_alike)

    def _show_alike(self, found: Sequence[Attendee]) -> None:
        if self.over:
            return
        self._found = found
        self._warning.setVisible(bool(found))
        self._instead.setVisible(bool(found))
        if found:
            who = ", ".join(part for part in (found[0].name, found[0].organisation) if part)
            words = self.tr("On the list already: {who}. The same person? Then check them in.")
            self._warning.setText(words.format(who=who))
            self._instead.setText(self.tr("Check in the one on the list  Ctrl+Enter"))
            # Setting a text takes the keys away.
            self._instead.setShortcut("Ctrl+Return")

    def _take_known(self) -> None:
        self.known = self._found[0]
        super().accept()
