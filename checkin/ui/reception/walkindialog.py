"""Asks who walks in: three fields, more behind a key, and a look at who may be there already."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from checkin.domain.details import Details
from checkin.domain.people import Attendee
from checkin.errors import CheckinError
from checkin.services.registration import LONGEST_TEXT, checked
from checkin.ui.dialog import Dialog
from checkin.ui.parts import ActionButton, action, label
from checkin.ui.reception.printtick import PrintTick

_LOOK_AFTER_MS = 250
_MOST_NAMED = 3

Alike = Callable[[Details, Callable[[Sequence[Attendee]], None]], None]
"""Asks who may be the same person as the details say, and answers later."""


class WalkInDialog(Dialog):
    """`known` are those on the list already of whom somebody chose to check one in instead;
    `prints` is ticked where the badge is to be printed at once.
    """

    def __init__(
        self,
        parent: QWidget | None,
        categories: Sequence[str],
        alike: Alike,
        printer: str = "",
        *,
        prints: bool = True,
    ) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Walk-in"), self.tr("Add and check in  Enter"))
        self.known: Sequence[Attendee] = ()
        self._alike = alike
        self.name, self.organisation, self.email = QLineEdit(), QLineEdit(), QLineEdit()
        self.job_title = QLineEdit()
        self.category = QComboBox()
        self.category.setEditable(True)
        self.category.addItems(list(categories))
        self._fields: dict[str, QLineEdit] = {
            "name": self.name,
            "organisation": self.organisation,
            "email": self.email,
            "job_title": self.job_title,
        }
        for field in self._fields.values():
            field.setMaxLength(LONGEST_TEXT)
        self.add_field(self.tr("Name"), self.name)
        self.add_field(self.tr("Organisation"), self.organisation)
        self.add_field(self.tr("E-mail"), self.email)
        self._add_more()
        self.prints = PrintTick(self, printer, wanted=prints)
        self.body.addWidget(self.prints)
        self._looked_for: tuple[str, str] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        for one in (self.name, self.email):
            one.textChanged.connect(lambda _: self._timer.start(_LOOK_AFTER_MS))
        self._warn_of_known()

    def details(self) -> Details:
        """Return what the fields say."""
        texts = {field: line.text() for field, line in self._fields.items()}
        texts["category"] = self.category.currentText()
        return Details({name: text.strip() for name, text in texts.items() if text.strip()})

    def accept(self) -> None:
        """Add them, once it was looked whether they are there already."""
        try:
            checked(self.details())
        except CheckinError as error:
            field = str(error.facts.get("field"))
            self.fail(error, self._fields.get(field, self.name))
            return
        if self._looked_for == self._who():
            super().accept()
        else:
            self.look(accepts=True)

    def show_more(self) -> None:
        """Show the fields that few are asked for."""
        for field in (self.job_title, self.category):
            self.form.setRowVisible(field, True)
        self._more.hide()
        self.job_title.setFocus()

    def look(self, *, accepts: bool = False) -> None:
        """Look who may be there already; with `accepts`, add them if nobody is."""
        self._timer.stop()
        who = self._who()

        def answered(found: Sequence[Attendee]) -> None:
            if self.over or who != self._who():
                return
            self._looked_for = who
            self._show_alike(found)
            # Whoever was too fast to see a warning is to see it before anybody is added.
            if accepts and not found:
                self.accept()

        self._alike(self.details(), answered)

    def _add_more(self) -> None:
        self.add_field(self.tr("Job title"), self.job_title)
        self.add_field(self.tr("Category"), self.category)
        more = action(self, self.tr("More"), "Ctrl+M", "more")
        more.triggered.connect(self.show_more)
        self._more = ActionButton(more)
        self._more.setAutoDefault(False)
        self._more.setProperty("flat", True)
        self.buttons.insertWidget(0, self._more)
        for field in (self.job_title, self.category):
            self.form.setRowVisible(field, False)

    def _warn_of_known(self) -> None:
        self._found: Sequence[Attendee] = ()
        self._warning = label(wraps=True)
        self._instead = QPushButton()
        self._instead.setAutoDefault(False)
        self._instead.clicked.connect(self._take_known)
        self.body.addWidget(self._warning)
        self.body.addWidget(self._instead)
        self._show_alike(())

    def _who(self) -> tuple[str, str]:
        return self.name.text(), self.email.text()

    def _show_alike(self, found: Sequence[Attendee]) -> None:
        self._found = found
        self._warning.setVisible(bool(found))
        self._instead.setVisible(bool(found))
        if found:
            words = self.tr("On the list already: {who}. The same person? Then check them in.")
            self._warning.setText(words.format(who="; ".join(map(_named, found[:_MOST_NAMED]))))
            self._instead.setText(self.tr("Check in the one on the list  Ctrl+Enter"))
            # Setting a text takes the keys away.
            self._instead.setShortcut("Ctrl+Return")

    def _take_known(self) -> None:
        self.known = self._found
        super().accept()


def _named(one: Attendee) -> str:
    return ", ".join(part for part in (one.name, one.organisation) if part)
