"""The fields of a person's form about their contact: may it be passed on, and who looks for it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit

from checkin.domain.consent import consent_word


class ConsentChoice(QComboBox):
    """May their contact be passed on: the data of each choice is the word that is kept."""

    def __init__(self, contacts: bool | None) -> None:
        super().__init__()
        self.addItem(self.tr("not asked"), consent_word(None))
        self.addItem(self.tr("may be passed on"), consent_word(True))
        self.addItem(self.tr("are not passed on"), consent_word(False))
        self.setCurrentIndex(self.findData(consent_word(contacts)))


def topics_field(topics: str) -> QLineEdit:
    """Return a field for topics."""
    field = QLineEdit(topics)
    words = QCoreApplication.translate("ConsentChoice", "topics, with ; between")
    field.setPlaceholderText(words)
    return field
