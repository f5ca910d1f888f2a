"""The lower part: a field, whom to show, and the table of everybody with their times."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStackedWidget, QWidget

from checkin.domain.turnout import Visitor
from checkin.ui.attendance.arranging import Wanted, Which, arrange
from checkin.ui.attendance.table import VisitorsModel, VisitorsTable
from checkin.ui.bench import Bench
from checkin.ui.dates import short_day
from checkin.ui.parts import ActionButton, Card, action, label, row

_LEAST_FIELD, _ROOM_FOR_COUNT = 120, 720
_DOWN = frozenset({Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class People(Card):
    """`shown` tells that the table shows what was last wanted."""

    shown = Signal()

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(margin=12)
        self._bench = bench
        self._days: Sequence[date] = ()
        self._visitors: Sequence[Visitor] = ()
        self._asked = 0
        self.wanted = Wanted()
        self.field = QLineEdit()
        self.model = VisitorsModel(self)
        self.table = VisitorsTable(self.model, self.field)
        self._count, self._nobody = label(role="quiet"), label(role="quiet", wraps=True)
        self._make_actions(page)
        self._lay_out()
        self.field.textChanged.connect(lambda text: self._want(words=text))
        self.field.installEventFilter(self)
        self.model.sort_wanted.connect(
            lambda column, descending: self._want(column=column, descending=descending)
        )

    def show_visitors(self, days: Sequence[date], visitors: Sequence[Visitor]) -> None:
        """Show what is known now of everybody."""
        self._days, self._visitors = days, visitors
        self._arrange()

    def choose_day(self, day: int) -> None:
        """Show who was present or absent on another day."""
        self._want(day=day)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let keys of the field move into the table, and Esc empty the field."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() in _DOWN and self.model.rowCount():
            self.table.setFocus()
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)
            return True
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._count.setVisible(self.width() >= _ROOM_FOR_COUNT)

    def _make_actions(self, page: QWidget) -> None:
        find = action(page, self.tr("Filter"), "Ctrl+F", "filter")
        find.triggered.connect(self.field.setFocus)
        group = QActionGroup(self)
        self.choices: dict[Which, QAction] = {}
        for which, text, keys in (
            (Which.ALL, self.tr("All"), "Alt+1"),
            (Which.PRESENT, self.tr("Present"), "Alt+2"),
            (Which.ABSENT, self.tr("Absent"), "Alt+3"),
            (Which.BELOW, self.tr("Below"), "Alt+4"),
            (Which.WITHOUT_EXIT, self.tr("No exit"), "Alt+5"),
            (Which.AT_RISK, self.tr("At risk"), "Alt+6"),
        ):
            made = action(page, text, keys, which.value)
            made.setCheckable(True)
            made.setChecked(which is Which.ALL)
            made.setActionGroup(group)
            made.triggered.connect(lambda _on, which=which: self._want(which=which))
            self.choices[which] = made
        next_column = action(page, self.tr("Sort by the next column"), "Alt+S", "sort")
        next_column.triggered.connect(self._sort_by_next)
        turn = action(page, self.tr("Sort the other way round"), "Alt+R", "reverse")
        turn.triggered.connect(lambda: self._sort(self.wanted.column, not self.wanted.descending))

    def _lay_out(self) -> None:
        self.field.setPlaceholderText(self.tr("Filter by name, organisation or category  Ctrl+F"))
        self.field.setAccessibleName(self.tr("Filter by name, organisation or category"))
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        buttons = [ActionButton(one, takes_focus=False) for one in self.choices.values()]
        for button in buttons:
            button.setProperty("choice", True)
            button.show_keys(False)
        self.field.setMinimumWidth(_LEAST_FIELD)
        self.inside.addLayout(row(self.field, *buttons, self._count, gap=6))
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(self._nobody)
        self.inside.addWidget(self._middle, 1)

    def _sort_by_next(self) -> None:
        self._sort((self.wanted.column + 1) % max(self.model.columnCount(), 1), False)

    def _sort(self, column: int, descending: bool) -> None:
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(column, order)

    def _want(self, **changes: object) -> None:
        self.wanted = replace(self.wanted, **changes)  # type: ignore[arg-type]
        self._arrange()

    def _arrange(self) -> None:
        """Put the rows in order in a thread of their own; only the latest answer counts."""
        self._asked += 1
        asked, days, visitors, wanted = self._asked, self._days, self._visitors, self.wanted

        def show(order: "array[int]") -> None:
            if asked == self._asked:
                self.table.show_visitors(days, visitors, order)
                self._say(len(order))
                self.shown.emit()

        if days:
            self._bench.reading.ask(lambda _desk: arrange(visitors, wanted), show)

    def _say(self, count: int) -> None:
        day = short_day(self._days[min(self.wanted.day, len(self._days) - 1)])
        words = {
            Which.ALL: self.tr("{count} people"),
            Which.PRESENT: self.tr("{count} present on {day}"),
            Which.ABSENT: self.tr("{count} absent on {day}"),
            Which.BELOW: self.tr("{count} below {threshold} %"),
            Which.WITHOUT_EXIT: self.tr("{count} not scanned out on {day}"),
            Which.AT_RISK: self.tr("{count} must still come today"),
        }
        if count == 1 and self.wanted.which is Which.ALL:
            words[Which.ALL] = self.tr("1 person")
        threshold = self._bench.programme().event.threshold
        said = words[self.wanted.which].format(count=count, day=day, threshold=threshold)
        self._count.setText(said)
        text = self.wanted.words.strip()
        nobody = self.tr("Nobody is found for “{text}”.") if text else self.tr("Nobody.")
        self._nobody.setText(nobody.format(text=text))
        self._middle.setCurrentWidget(self.table if count else self._nobody)
