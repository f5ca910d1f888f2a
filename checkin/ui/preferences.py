"""How the window looks, when it locks, and what is to be heard."""

from PySide6.QtWidgets import QComboBox, QWidget

from checkin.ui.dialog import Dialog
from checkin.ui.parts import label, rule
from checkin.ui.sound.fields import SoundFields
from checkin.ui.theme import Choice

_MINUTES = (5, 15, 30, 60)


class PreferencesDialog(Dialog):
    """Asks for the theme, and after how many idle minutes the window locks, 0 for never.

    What the fields about `sounds` say is read by whoever made them.
    """

    def __init__(
        self, parent: QWidget | None, theme: Choice, lock_minutes: int, sounds: SoundFields
    ) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Preferences"), self.tr("Save  Enter"))
        self.sounds = sounds
        self.theme = QComboBox()
        for choice, words in (
            (Choice.SYSTEM, self.tr("As the desktop")),
            (Choice.LIGHT, self.tr("Light")),
            (Choice.DARK, self.tr("Dark")),
        ):
            self.theme.addItem(words, choice)
        self.theme.setCurrentIndex(self.theme.findData(theme))
        self.lock = QComboBox()
        for minutes in sorted({*_MINUTES, lock_minutes} - {0}):
            self.lock.addItem(self.tr("After {count} minutes").format(count=minutes), minutes)
        self.lock.addItem(self.tr("Never"), 0)
        self.lock.setCurrentIndex(self.lock.findData(lock_minutes))
        self.add_field(self.tr("Look"), self.theme)
        self.add_field(self.tr("Lock when left alone"), self.lock)
        words = self.tr(
            "Where a PIN is set. Scanning goes on under the lock; Ctrl+Shift+L locks at once."
        )
        self.body.addWidget(label(words, "quiet", wraps=True))
        self.body.addWidget(rule())
        self.body.addWidget(sounds)

    @classmethod
    def ask(
        cls, parent: QWidget, theme: Choice, lock_minutes: int, sounds: SoundFields
    ) -> tuple[Choice, int] | None:
        """Return theme and minutes, or None if somebody thought better of it."""
        dialog = cls(parent, theme, lock_minutes, sounds)
        return dialog.chosen() if dialog.exec() else None

    def chosen(self) -> tuple[Choice, int]:
        """Return what the fields say."""
        return Choice(self.theme.currentData()), int(self.lock.currentData())
