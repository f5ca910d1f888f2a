"""Finds people while somebody types, and tells whom they chose."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.event import CheckInList
from checkin.services.desk import Desk
from checkin.services.reception import Suggestion, suggestions
from checkin.ui.bench import Bench
from checkin.ui.reception.field import AskField
from checkin.ui.reception.people import PeopleList

_PAUSE_MS = 60
_MOST_SHOWN = 8
_FEWEST_LETTERS = 2


class Finder(QObject):
    """Signals: `picked` with the person chosen; `nobody` with a text that means nobody; `unplaced`
    where somebody is looked for and no list is chosen to check them in on; `searching` tells
    whether people are to be shown in the verdict's place.
    """

    picked = Signal(object)
    nobody = Signal(str)
    unplaced = Signal()
    searching = Signal(bool)

    def __init__(
        self,
        bench: Bench,
        field: AskField,
        people: PeopleList,
        current_list: Callable[[], CheckInList | None],
    ) -> None:
        super().__init__(field)
        self._bench = bench
        self._field = field
        self._people = people
        self._current_list = current_list
        self._answered = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        field.textChanged.connect(self._on_text)
        field.asked.connect(self._on_enter)
        field.moved.connect(people.move)
        people.chosen.connect(self.picked)

    def _on_text(self, text: str) -> None:
        if len(text.strip()) < _FEWEST_LETTERS:
            self._timer.stop()
            self._answered = ""
            self._people.clear()
            self.searching.emit(False)
        else:
            self._timer.start(_PAUSE_MS)

    def look_again(self) -> None:
        """Look up anew what is typed, as somebody shown for it has changed."""
        if self._people.count():
            marked = self._people.marked()

            def show(found: list[Suggestion]) -> None:
                self._show(found)
                self._people.mark(marked)

            self._ask(show)

    def _look(self) -> None:
        self._ask(self._show)

    def _on_enter(self, text: str) -> None:
        """Take who is marked; a first Enter among several marks the first, and the next takes it.

        What came too fast to be looked up is looked up now.
        """
        if not text.strip():
            return
        self._timer.stop()
        if self._current_list() is None:
            self.unplaced.emit()
            return
        marked = self._people.marked()
        if self._answered == text and marked:
            self.picked.emit(marked)
        elif self._answered == text and self._people.count():
            self._people.setCurrentRow(0)
        else:
            self._ask(self._show_or_tell)

    def _ask(self, then: Callable[[list[Suggestion]], None]) -> None:
        text, where = self._field.text(), self._current_list()
        if where is None:
            return

        def work(desk: Desk) -> list[Suggestion]:
            return suggestions(desk.store, desk.operator, where, text, _MOST_SHOWN)

        def answered(found: list[Suggestion]) -> None:
            # Who went on typing has asked anew meanwhile.
            if text == self._field.text():
                self._answered = text
                then(found)

        self._bench.door.ask(work, answered)

    def _show(self, found: list[Suggestion]) -> None:
        self._people.show_people(found, self._bench.programme().event)
        self.searching.emit(bool(found))

    def _show_or_tell(self, found: list[Suggestion]) -> None:
        self._show(found)
        if not found:
            self.nobody.emit(self._field.text())
