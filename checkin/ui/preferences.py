"""Who works here, and how the window looks."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from checkin.domain.roles import Operator, Role
from checkin.errors import CheckinError
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label
from checkin.ui.theme import Choice

_LONGEST_NAME = 100


class PreferencesDialog(Dialog):
    """Asks for the operator's name and role, and for the theme."""

    def __init__(self, parent: QWidget | None, operator: Operator, theme: Choice) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Preferences"), self.tr("Save  Enter"))
        self.name = QLineEdit(operator.name)
        self.name.setMaxLength(_LONGEST_NAME)
        self.role = QComboBox()
        for role, words in (
            (Role.RECEPTION, self.tr("Reception: scans, searches, adds walk-ins, prints badges")),
            (Role.ORGANIZER, self.tr("Organizer: also imports, changes people and lists")),
            (Role.COORDINATOR, self.tr("Coordinator: everything, also export")),
        ):
            self.role.addItem(words, role)
        self.role.setCurrentIndex(self.role.findData(operator.role))
        self.theme = QComboBox()
        for choice, words in (
            (Choice.SYSTEM, self.tr("As the desktop")),
            (Choice.LIGHT, self.tr("Light")),
            (Choice.DARK, self.tr("Dark")),
        ):
            self.theme.addItem(words, choice)
        self.theme.setCurrentIndex(self.theme.findData(theme))
        self.add_field(self.tr("Who works here"), self.name)
        self.add_field(self.tr("Trusted with"), self.role)
        self.add_field(self.tr("Look"), self.theme)
        self.body.addWidget(
            label(self.tr("Every change and every scan is recorded under that name."), "quiet")
        )

    @classmethod
    def ask(
        cls, parent: QWidget, operator: Operator, theme: Choice
    ) -> tuple[Operator, Choice] | None:
        """Return who works here and the theme, or None if somebody thought better of it."""
        dialog = cls(parent, operator, theme)
        return dialog.chosen() if dialog.exec() else None

    def chosen(self) -> tuple[Operator, Choice]:
        """Return what the fields say."""
        role, theme = Role(self.role.currentData()), Choice(self.theme.currentData())
        return Operator(self.name.text().strip(), role), theme

    def accept(self) -> None:
        if not self.name.text().strip():
            self.fail(CheckinError("name-missing"), self.name)
            return
        super().accept()
