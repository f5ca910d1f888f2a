"""The days of the event above the timetable, of which one is shown."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QTabBar

from checkin.ui.dates import short_day
from checkin.ui.parts import literal, restyle


class DaySwitch(QTabBar):
    """`chosen` tells which day somebody turned to."""

    chosen = Signal(object)

    def __init__(self, days: Sequence[date]) -> None:
        super().__init__()
        self._days: tuple[date, ...] = ()
        self.setObjectName("days")
        self.setAccessibleName(self.tr("Day"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.show_days(days)
        self.currentChanged.connect(lambda _: self.chosen.emit(self.day))

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self._days[max(self.currentIndex(), 0)]

    def show_days(self, days: Sequence[date]) -> None:
        """Offer these days; the one that was shown stays so if it is still there."""
        if tuple(days) == self._days:
            return
        shown = self.day if self._days else None
        self._days = tuple(days)
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        for day in days:
            self.addTab(literal(short_day(day)))
        if shown in self._days:
            self.setCurrentIndex(self._days.index(shown))
        self.blockSignals(False)

    def show_day(self, day: date) -> None:
        """Turn to a day."""
        if day in self._days:
            self.setCurrentIndex(self._days.index(day))

    def turn(self, by: int) -> None:
        """Turn so many days on, no further than the last."""
        self.setCurrentIndex(min(max(self.currentIndex() + by, 0), self.count() - 1))

    def day_under(self, where: QPoint) -> date | None:
        """Return the day at a point of the screen."""
        number = self.tabAt(self.mapFromGlobal(where))
        return self._days[number] if number >= 0 else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus(False)

    def _show_focus(self, focused: bool) -> None:
        """A rule on the focus itself would draw around all days, not around the one shown."""
        self.setProperty("focused", focused)
        restyle(self)
