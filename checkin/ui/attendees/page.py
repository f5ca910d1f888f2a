"""Attendees: everybody in one table, who is chosen beside it, and what can be done about them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from checkin.domain.people import Attendee, Status
from checkin.services.browsing import RosterCounts, roster_counts
from checkin.services.desk import Desk
from checkin.services.watching import Changed
from checkin.ui.attendees.changing import Changing
from checkin.ui.attendees.chosen import Chosen
from checkin.ui.attendees.details import DetailsCard
from checkin.ui.attendees.duplicates import Duplicates
from checkin.ui.attendees.exporting import Exporting
from checkin.ui.attendees.field import SearchField
from checkin.ui.attendees.importing import Importing
from checkin.ui.attendees.people import People
from checkin.ui.attendees.photos import FolderOfPhotos
from checkin.ui.attendees.rows import COLUMNS
from checkin.ui.attendees.wording import column_words, number
from checkin.ui.bench import Bench
from checkin.ui.dropping import DropPlace
from checkin.ui.listening import forward_typing
from checkin.ui.page import Page
from checkin.ui.parts import ActionButton, action, column, label, row

_DETAILS_WIDTH = 300
_ROOM_FOR_HINTS, _ROOM_FOR_KEYS = 900, 1150


class AttendeesPage(Page):
    """Search, choose, change; lists come in and go out here.

    `contacts_wanted` asks for the contact desk.
    """

    contacts_wanted = Signal()
    reads = Changed.EVENT | Changed.ATTENDEES | Changed.BADGES | Changed.CHECK_INS

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench, self.tr("Attendees"))
        self.field = SearchField(
            self.tr("Search by name, organisation, e-mail, badge or registration number")
        )
        self.changing, self.exporting = Changing(bench, self), Exporting(bench, self)
        self.importing = Importing(bench, self.changing, self)
        self.photos = FolderOfPhotos(bench, self)
        self.duplicates = Duplicates(bench, self.changing, self)
        DropPlace(self, self._take_dropped)
        self._make_actions()
        self.people = People(bench, self.field, (self._import, self._add))
        self.card = DetailsCard(self._card_buttons())
        self.chosen = Chosen(bench, self.card, self)
        self.counts = label(role="quiet")
        self._numbers: RosterCounts | None = None
        self._hint = label(self.tr("Alt+1 to Alt+6 sort by a column"), "quiet")
        self._make_orders()
        self._lay_out()
        self.field.textChanged.connect(self.people.browser.find)
        self.field.left.connect(self.people.table.enter)
        self.people.table.wanted.connect(self._edit.trigger)
        self.people.chosen.connect(self.chosen.follow)
        self.card.shown.connect(self._name_buttons)
        self.people.changed.connect(self._say_counts)
        self.changing.shown.connect(self.show_person)
        self.duplicates.counted.connect(self._say_duplicates)

    def first_focus(self) -> QWidget:
        return self.field

    def refresh(self, changed: Changed) -> None:
        if changed & (Changed.EVENT | Changed.ATTENDEES | Changed.BADGES):
            self.bench.reading.ask(_counted, self._show_counts)
            self.people.browser.look()
        if changed & Changed.ATTENDEES:
            self.duplicates.count_soon()
        self.chosen.read()

    def show_person(self, attendee: str) -> None:
        """Choose somebody by id, whatever was searched for before."""
        self.field.clear()
        self.people.browser.choose(attendee)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward_typing(event, self.field, super().keyPressEvent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = event.size().width() > _ROOM_FOR_HINTS
        self._hint.setVisible(has_room)
        self._undo_button.show_keys(has_room)
        self._photos_button.show_keys(event.size().width() > _ROOM_FOR_KEYS)
        self._photos_button.setVisible(has_room)
        # Or they would be squeezed until the next turn.
        self.body.activate()

    def _take_dropped(self, path: Path) -> None:
        (self.photos if path.is_dir() else self.importing).take(path)

    def _make_actions(self) -> None:
        changing = self.changing
        self._add = self._made(self.tr("Add"), "Ctrl+N", "add", changing.add)
        self._import = self._made(self.tr("Import…"), "Ctrl+I", "import", self.importing.begin)
        paste = self.importing.paste
        self._made(self.tr("Import a copied table…"), "Ctrl+Shift+V", "import copied", paste)
        self._export = self._made(self.tr("Export…"), "Ctrl+E", "export", self.exporting.begin)
        self._undo_import = self._made(
            self.tr("Undo an import…"), "Ctrl+Shift+Z", "undo import", self.importing.choose_undo
        )
        photos = self.photos.begin
        self._photos = self._made(self.tr("Photos…"), "Ctrl+Shift+P", "photos", photos)
        self._contacts = self._made(
            self.tr("Contacts…"), "Ctrl+M", "contacts", self.contacts_wanted.emit
        )
        begin = self.duplicates.begin
        self._duplicates = self._made("", "Ctrl+D", "likely duplicates", begin)
        self._say_duplicates(None)
        edit = self._with(lambda one: changing.edit(one.id))
        self._edit = self._made(self.tr("Edit"), "F2", "edit", edit)
        cancel, block = self._toggling(Status.CANCELED), self._toggling(Status.BLOCKED)
        self._cancel = self._made("", "F6", "cancel", cancel)
        self._block = self._made("", "F7", "block", block)
        print_one, replace = self._with(changing.print_badge), self._with(changing.replace_badge)
        self._print = self._made(self.tr("Print badge"), "Ctrl+P", "print badge", print_one)
        self._replace = self._made(self.tr("Replace badge"), "F9", "replace badge", replace)
        self._made(self.tr("Undo the last change"), "Ctrl+Z", "undo", changing.undo)

    def _make_orders(self) -> None:
        browser = self.people.browser
        text = self.tr("Sort by the next column")
        self._made(text, "Ctrl+Shift+S", "next order", browser.next_order)
        for key, (sort, title) in enumerate(COLUMNS, 1):
            text = self.tr("Sort by {column}").format(column=column_words(title))
            does = partial(browser.order_by, sort)
            self._made(text, f"Alt+{key}", f"sort by {sort}", does)

    def _made(self, text: str, keys: str, name: str, does: Callable[[], object]) -> QAction:
        one = action(self, text, keys, name)
        # What is done takes no arguments, whatever the signal brings.
        one.triggered.connect(lambda _checked: does())
        return one

    def _with(self, does: Callable[[Attendee], object]) -> Callable[[], None]:
        """Return what does something about who is chosen, if anybody is."""

        def with_chosen() -> None:
            if self.card.person:
                does(self.card.person)

        return with_chosen

    def _toggling(self, status: Status) -> Callable[[], None]:
        return self._with(lambda person: self.changing.toggle(person, status))

    def _card_buttons(self) -> QWidget:
        buttons = QWidget()
        lines = column(gap=8)
        lines.setContentsMargins(0, 6, 0, 0)
        for actions in ((self._edit, self._print), (self._block, self._replace), (self._cancel,)):
            lines.addLayout(row(*(ActionButton(one) for one in actions), gap=8))
        buttons.setLayout(lines)
        return buttons

    def _lay_out(self) -> None:
        self.head.addWidget(self.counts)
        self.head.addStretch(1)
        self.head.addWidget(ActionButton(self._add))
        self.head.addWidget(ActionButton(self._import, primary=True))
        self._undo_button = ActionButton(self._undo_import)
        self._photos_button = ActionButton(self._photos)
        foot = row(self._hint, None, self._undo_button, self._photos_button, gap=8)
        foot.addWidget(ActionButton(self._export))
        left = column(self.people)
        left.addLayout(foot)
        self.card.setFixedWidth(_DETAILS_WIDTH)
        beside = row(self.card)
        beside.insertLayout(0, left, 1)
        beside_field = ActionButton(self._contacts), ActionButton(self._duplicates)
        found = row(self.field, *beside_field, gap=8)
        found.setStretch(0, 1)
        self.body.addLayout(found)
        self.body.addLayout(beside, 1)

    def _show_counts(self, counts: RosterCounts) -> None:
        self._numbers = counts
        self._say_counts()

    def _say_counts(self) -> None:
        """Say how many there are, and while somebody searches, how many are found."""
        counts, found, parts = self._numbers, self.people.found, []
        if counts:
            registered = counts.total - counts.canceled - counts.blocked
            parts.append(self.tr("{count} registered").format(count=number(registered)))
            if counts.canceled:
                parts.append(self.tr("{count} canceled").format(count=number(counts.canceled)))
            if counts.blocked:
                parts.append(self.tr("{count} blocked").format(count=number(counts.blocked)))
        if found and found.search:
            parts.append(self.tr("{count} found").format(count=number(len(found.numbers))))
        self.counts.setText(" · ".join(parts))
        self.card.setVisible(not self.people.empty)

    def _say_duplicates(self, count: int | None) -> None:
        some = self.tr("Likely duplicates: {count}").format(count=number(count or 0))
        self._duplicates.setText(some if count else self.tr("Likely duplicates"))

    def _name_buttons(self, person: Attendee) -> None:
        canceled, blocked = (
            person.status is status for status in (Status.CANCELED, Status.BLOCKED)
        )
        self._cancel.setText(
            self.tr("Register again") if canceled else self.tr("Cancel registration")
        )
        self._block.setText(self.tr("Unblock") if blocked else self.tr("Block"))


def _counted(desk: Desk) -> RosterCounts:
    return roster_counts(desk.store, desk.operator)
