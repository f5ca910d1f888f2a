"""Asks for which moment the door is to be rehearsed."""

from PySide6.QtWidgets import QComboBox, QWidget

from checkin.domain.rehearsal import start_on
from checkin.services.programme import Programme
from checkin.ui.dates import day_name
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label


class RehearsalDialog(Dialog):
    """Offers now, on a day of the event, and the morning of each day."""

    def __init__(self, parent: QWidget | None, programme: Programme, now: int) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Rehearse the door"), self.tr("Start  Enter"))
        event = programme.event
        self.moment = QComboBox()
        if programme.entrance_at(now):
            self.moment.addItem(self.tr("Now"), now)
        for day in event.days:
            at = start_on(event, day, programme.entrance_on(day))
            self.moment.addItem(f"{day_name(day)}, {event.local(at):%H:%M}", at)
        self.add_field(self.tr("As if it were"), self.moment)
        words = self.tr(
            "On a copy that is thrown away: nothing of it reaches the event, its backups or another"
            " laptop. The event is closed meanwhile. Ctrl+Shift+R ends the rehearsal."
        )
        self.body.addWidget(label(words, "quiet", wraps=True))

    @classmethod
    def ask(cls, parent: QWidget, programme: Programme, now: int) -> int | None:
        """Return the moment chosen in Unix milliseconds, or None."""
        dialog = cls(parent, programme, now)
        return int(dialog.moment.currentData()) if dialog.exec() else None
