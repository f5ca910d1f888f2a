"""The rows of the table: all people by number, of whom only those seen of late are held."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from checkin.domain.code import printed
from checkin.domain.people import Attendee, Status
from checkin.services.browsing import SortBy
from checkin.ui.attendees.wording import capital, column_words, status_words

WINDOW = 200
MOST_HELD = 4_000
_MOST_WINDOWS_ASKED = 3
# As much of a badge's number as tells it from the others; the details have all of it.
_BADGE_SHOWN = 9
COLUMNS = (
    (SortBy.NAME, "Name"),
    (SortBy.ORGANISATION, "Organisation"),
    (SortBy.KIND, "Kind"),
    (SortBy.CATEGORY, "Category"),
    (SortBy.STATUS, "Status"),
    (SortBy.BADGE, "Badge"),
)

Index = QModelIndex | QPersistentModelIndex
People = list[Attendee | None]
Fetch = Callable[[Sequence[int], Callable[[People], None]], None]
"""Asks for the people of some numbers, and answers later."""

_NOWHERE = QModelIndex()


class RosterModel(QAbstractTableModel):
    """A cell not held yet is empty, is asked for once it is looked at, and fills in."""

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._numbers: array[int] = array("q")
        self._held: OrderedDict[int, Attendee | None] = OrderedDict()
        self._fresh: set[int] = set()
        self._wanted: dict[int, None] = {}
        self._asking = False
        self._listed = 0
        self._sort, self._descending = SortBy.NAME, False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)

    def show_numbers(self, numbers: "array[int]") -> None:
        """Show other people, or the same in another order; what was held may have changed since."""
        self.beginResetModel()
        self._numbers = numbers
        self._fresh.clear()
        self._wanted.clear()
        self._listed += 1
        self.endResetModel()

    def show_order(self, sort: SortBy, *, descending: bool) -> None:
        """Mark the column the people are sorted by."""
        self._sort, self._descending = sort, descending
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def person(self, row: int) -> Attendee | None:
        """Return who stands in a row, None while that is not known."""
        return self._held.get(self._numbers[row]) if 0 <= row < len(self._numbers) else None

    def number(self, row: int) -> int:
        """Return the number of who stands in a row."""
        return self._numbers[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        number = self._numbers[index.row()]
        if number not in self._fresh:
            self._want(index.row() // WINDOW)
        person = self._held.get(number)
        return _text(person, COLUMNS[index.column()][0]) if person else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            sort, title = COLUMNS[section]
            arrow = " ↓" if self._descending else " ↑"
            mark = arrow if sort is self._sort else ""
            return column_words(title) + mark
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def _want(self, window: int) -> None:
        self._wanted.pop(window, None)
        self._wanted[window] = None
        if not self._asking and not self._soon.isActive():
            self._soon.start(0)

    def _ask(self) -> None:
        """Ask for what was looked at last: who scrolls far does not wait for what flew by."""
        windows = list(self._wanted)[-_MOST_WINDOWS_ASKED:]
        self._wanted.clear()
        rows = [
            row
            for window in windows
            for row in range(window * WINDOW, min((window + 1) * WINDOW, len(self._numbers)))
            if self._numbers[row] not in self._fresh
        ]
        if not rows:
            return
        numbers, listed = [self._numbers[row] for row in rows], self._listed
        self._asking = True

        def answered(people: People) -> None:
            self._asking = False
            if listed == self._listed:
                self._hold(numbers, people)
                self._tell(rows)
            if self._wanted:
                self._soon.start(0)

        self._fetch(numbers, answered)

    def _hold(self, numbers: Sequence[int], people: People) -> None:
        for number, person in zip(numbers, people, strict=True):
            self._held[number] = person
            self._held.move_to_end(number)
            self._fresh.add(number)
        while len(self._held) > MOST_HELD:
            number, _ = self._held.popitem(last=False)
            self._fresh.discard(number)

    def _tell(self, rows: Sequence[int]) -> None:
        first, last = self.index(min(rows), 0), self.index(max(rows), len(COLUMNS) - 1)
        self.dataChanged.emit(first, last)


def _text(person: Attendee, column: SortBy) -> str:
    match column:
        case SortBy.NAME:
            return person.name
        case SortBy.ORGANISATION:
            return person.organisation
        case SortBy.KIND:
            return capital(person.organisation_kind)
        case SortBy.CATEGORY:
            return capital(person.category)
        case SortBy.STATUS:
            registered = person.status is Status.REGISTERED
            return "" if registered else status_words(person.status)
        case _:
            return printed(person.badge)[:_BADGE_SHOWN]
