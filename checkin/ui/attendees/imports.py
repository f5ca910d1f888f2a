"""The imports so far, of which one can be undone, and who was kept when it was."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from checkin.domain.event import Event
from checkin.domain.imports import ImportRecord
from checkin.domain.people import Attendee
from checkin.ui.attendees.textrows import TextRows, text_table
from checkin.ui.dates import moment
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label

_RECORD = Qt.ItemDataRole.UserRole
_HEIGHT = 260


class ImportsDialog(Dialog):
    """The latest stands first; one that was undone cannot be chosen again."""

    def __init__(
        self, parent: QWidget | None, records: Sequence[ImportRecord], event: Event, now: int
    ) -> None:
        super().__init__(parent, 560)
        self.entitle(self.tr("Which import is to be undone?"), self.tr("Undo import  Enter"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Imports"))
        self.list.setMinimumHeight(_HEIGHT)
        for one in records:
            item = QListWidgetItem(self._words(one, event, now))
            item.setData(_RECORD, one)
            if one.undone:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        first = next((at for at, one in enumerate(records) if not one.undone), -1)
        self.list.setCurrentRow(first)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.accept_button.setEnabled(first >= 0)
        advice = self.tr(
            "People whom it added go, unless they were checked in, edited or merged since; what it"
            " changed goes back, unless somebody changed it again."
        )
        none = self.tr("There is no import to undo.")
        self.list.setVisible(bool(records))
        self.body.addWidget(self.list)
        self.body.addWidget(label(advice if records else none, "quiet", wraps=True))

    @classmethod
    def ask(
        cls, parent: QWidget, records: Sequence[ImportRecord], event: Event, now: int
    ) -> ImportRecord | None:
        """Return the import to undo, or None."""
        dialog = cls(parent, records, event, now)
        return dialog.chosen() if dialog.exec() else None

    def chosen(self) -> ImportRecord | None:
        """Return the import that is marked."""
        item = self.list.currentItem()
        return item.data(_RECORD) if item else None

    def _words(self, one: ImportRecord, event: Event, now: int) -> str:
        said = self.tr("{file}\n{when} · {operator} · {added} added, {changed} changed")
        text = said.format(
            file=one.file or one.id,
            when=moment(one.at, event, now),
            operator=one.operator,
            added=one.added,
            changed=one.changed,
        )
        return self.tr("{text} · undone").format(text=text) if one.undone else text


class KeptDialog(Dialog):
    """Who is still not as before an import, though it was undone."""

    def __init__(self, parent: QWidget, kept: Sequence[Attendee]) -> None:
        super().__init__(parent, 560)
        self.entitle(
            self.tr("{count} people were kept").format(count=len(kept)), self.tr("Close  Enter")
        )
        self.cancel_button.hide()
        why = self.tr(
            "They were checked in, edited or merged since the import, so they stay as they are now."
        )
        self.body.addWidget(label(why, wraps=True))
        table = text_table(self.tr("People kept"))
        titles = (self.tr("Name"), self.tr("Organisation"))
        self.rows = TextRows(titles, kept, lambda one: (one.name, one.organisation))
        table.setModel(self.rows)
        table.setMinimumHeight(_HEIGHT)
        self.body.addWidget(table)
