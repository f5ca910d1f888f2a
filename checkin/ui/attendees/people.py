"""The middle of the page: the people found in their table, or a word on why there are none."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from checkin.ui.attendees.browser import Browser, Listed
from checkin.ui.attendees.rows import COLUMNS, RosterModel
from checkin.ui.attendees.table import RosterTable
from checkin.ui.bench import Bench
from checkin.ui.parts import ActionButton, Card, label, row

_WORDS_WIDTH = 320


class People(QStackedWidget):
    """Signals: `chosen` with the number of who is chosen, None for nobody, and who that is where
    it is known; `changed` once other people are shown.

    `found` is what is shown now, None until the first list is there.
    """

    chosen = Signal(object, object)
    changed = Signal()

    def __init__(self, bench: Bench, field: QLineEdit, to_begin: tuple[QAction, QAction]) -> None:
        super().__init__()
        self.found: Listed | None = None
        self.browser = Browser(bench, self)
        self.model = RosterModel(self.browser.fetch, self)
        self.table = RosterTable(self.model, field)
        self._nobody = label(wraps=True)
        self._listed = Card(margin=6)
        self._listed.inside.addWidget(self.table)
        self._not_found, self._empty = Card(), Card()
        _fill(self._not_found, self._nobody)
        words = self.tr("Nobody is registered yet. Import the list you have, or add people.")
        first, second = to_begin
        buttons = QWidget()
        buttons.setLayout(row(ActionButton(first, primary=True), ActionButton(second), None))
        _fill(self._empty, label(words, wraps=True), buttons)
        for part in (self._listed, self._not_found, self._empty):
            self.addWidget(part)
        self.browser.listed.connect(self._show)
        self.browser.ordered.connect(self._show_order)
        self.table.moved.connect(self._on_moved)
        self.table.horizontalHeader().sectionClicked.connect(
            lambda section: self.browser.order_by(COLUMNS[section][0])
        )

    @property
    def empty(self) -> bool:
        """Tell whether nobody is registered at all."""
        return self.currentWidget() is self._empty

    def _show(self, found: Listed) -> None:
        before, self.found = self.found, found
        same = before is not None and before.order == found.order
        place = self.table.verticalScrollBar().value() if same else None
        self.model.show_numbers(found.numbers)
        row = 0 if found.row < 0 and found.search and len(found.numbers) else found.row
        self.table.choose(row)
        if row < 0:
            self._on_moved(-1)
            self.table.scrollToTop()
        if place is not None:
            self.table.verticalScrollBar().setValue(place)
        self._show_part(found)
        self.changed.emit()

    def _show_part(self, found: Listed) -> None:
        if len(found.numbers):
            self.setCurrentWidget(self._listed)
        elif found.search:
            words = self.tr("Nobody is found for “{text}”. Esc shows everybody.")
            self._nobody.setText(words.format(text=found.search[:100]))
            self.setCurrentWidget(self._not_found)
        else:
            self.setCurrentWidget(self._empty)

    def _show_order(self) -> None:
        self.model.show_order(self.browser.sort, descending=self.browser.descending)

    def _on_moved(self, row: int) -> None:
        number = self.model.number(row) if row >= 0 else None
        self.browser.chosen = number
        self.chosen.emit(number, self.model.person(row))


def _fill(card: Card, *parts: QWidget) -> None:
    """Put parts in the middle of a card."""
    inside = QVBoxLayout()
    inside.setSpacing(16)
    for part in parts:
        part.setFixedWidth(_WORDS_WIDTH)
        inside.addLayout(row(None, part, None))
    card.inside.addStretch(2)
    card.inside.addLayout(inside)
    card.inside.addStretch(3)
