"""Who holds the event: names and logos, in the order in which they stand."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem, QWidget

from checkin.capture.picture import picture_at
from checkin.domain.event import Organizer
from checkin.domain.roles import Action
from checkin.render.logo import logo_from
from checkin.services.desk import Desk
from checkin.services.organizers import (
    move_organizer,
    organizers,
    remove_organizer,
    save_organizer,
)
from checkin.ui.bench import Bench
from checkin.ui.dropping import dropped_file
from checkin.ui.event.logos import LOGO, icon_of
from checkin.ui.event.organizerdialog import OrganizerDialog, OrganizerWords
from checkin.ui.event.tending import Tended
from checkin.ui.parts import Card, label, row, tip
from checkin.ui.trust import may

_ROW = QSize(200, LOGO.height() + 12)
_MOST_ROWS = 3


class OrganizersCard(Card):
    """A list with keys of its own: Enter changes, Del removes, Alt+Up and Alt+Down move."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__()
        self._bench = bench
        self._organizers: Sequence[Organizer] = ()
        self.list = OrganizerList(self._add)
        self._hint = label(
            self.tr(
                "Nobody yet. Add who holds the event, with a logo; both are kept in the event."
            ),
            "quiet",
            wraps=True,
        )
        self.tended = Tended(
            page,
            self.list,
            add=(self.tr("Add organizer"), "Ctrl+Shift+O", self.add),
            change=(self.tr("Change"), self.change),
            remove=(self.tr("Remove"), self.remove),
        )
        self._move = [
            self.tended.own(self.tr("Up"), "Alt+Up", lambda: self._shift(True)),
            self.tended.own(self.tr("Down"), "Alt+Down", lambda: self._shift(False)),
        ]
        self.list.itemActivated.connect(lambda _: self.change())
        self.inside.addLayout(row(label(self.tr("Organizers"), "heading"), None))
        self.inside.addWidget(self._hint)
        self.inside.addWidget(self.list)
        self.inside.addLayout(self.tended.buttons())

    def read(self) -> None:
        """Show who holds the event now."""
        self._bench.reading.ask(lambda desk: organizers(desk.store, desk.operator), self._show)

    def add(self) -> None:
        """Ask for another organizer."""
        self._add(None)

    def change(self) -> None:
        """Change the one marked."""
        known = self._marked()
        if known and may(self._bench, Action.CHANGE_PROGRAMME):
            self._save(known.id, OrganizerDialog.ask(self, self._read_logo, known))

    def remove(self) -> None:
        """Take the one marked off the list, and offer to bring them back."""
        if known := self._marked():

            def work(desk: Desk) -> None:
                remove_organizer(desk.store, desk.operator, known.id)

            again = OrganizerWords(known.name, known.picture or None)
            said = self.tr("{name} was taken off the organizers.").format(name=known.name)
            offer = (self.tr("Take back"), lambda: self._save(None, again))
            self._bench.door.ask(work, lambda _: self._bench.notices.done(said, offer))

    def _add(self, picture: Path | None) -> None:
        if may(self._bench, Action.CHANGE_PROGRAMME):
            self._save(None, OrganizerDialog.ask(self, self._read_logo, None, picture))

    def _save(self, identity: str | None, words: OrganizerWords | None) -> None:
        if words:

            def work(desk: Desk) -> Organizer:
                return save_organizer(
                    desk.store, desk.operator, identity, words.name, words.picture
                )

            self._bench.door.ask(work)

    def _shift(self, up: bool) -> None:
        if known := self._marked():
            self._bench.door.ask(
                lambda desk: move_organizer(desk.store, desk.operator, known.id, up)
            )

    def _read_logo(
        self, path: Path, then: Callable[[bytes], object], failed: Callable[[Exception], object]
    ) -> None:
        def work(_: Desk) -> bytes:
            with picture_at(path) as picture:
                return logo_from(picture)

        self._bench.reading.ask(work, then, failed)

    def _marked(self) -> Organizer | None:
        at = self.list.currentRow()
        return self._organizers[at] if 0 <= at < len(self._organizers) else None

    def _show(self, found: Sequence[Organizer]) -> None:
        marked = self._marked()
        self._organizers = found
        self.list.clear()
        for one in found:
            item = QListWidgetItem(icon_of(one.picture), one.name)
            item.setSizeHint(_ROW)
            item.setToolTip(tip(one.name))
            self.list.addItem(item)
            if marked and one.id == marked.id:
                self.list.setCurrentItem(item)
        if found and not self.list.currentItem():
            self.list.setCurrentRow(0)
        self._hint.setVisible(not found)
        self.list.setVisible(bool(found))
        self.list.setFixedHeight(min(len(found), _MOST_ROWS) * _ROW.height() + 4)
        self.tended.enable(bool(found))


class OrganizerList(QListWidget):
    """A picture file dropped on it becomes the logo of a new organizer."""

    def __init__(self, dropped: Callable[[Path], None]) -> None:
        super().__init__()
        self._dropped = dropped
        self.setIconSize(LOGO)
        self.setSpacing(0)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Organizers"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped_file(event.mimeData()):
            event.acceptProposedAction()
            self._dropped(path)
