"""How fast people come in: a curve of the last two hours, and each station that is busy."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.domain.event import Event
from checkin.domain.pace import BIN_MS, BINS, StationPace
from checkin.services.live import Live
from checkin.ui.dates import clock
from checkin.ui.parts import Card, ElidedLabel, label

_STATIONS_SHOWN = 3
_STATION_LETTERS = 4
_CURVE_HEIGHT = 44
_BETWEEN = 2.0
# In less, some of the latest scans are worth more.
_LEAST_ROOM = 330


class PaceCard(Card):
    """Shown once somebody came in within two hours, where there is room for it."""

    def __init__(self) -> None:
        super().__init__()
        self._pace = label(role="quiet", wraps=True)
        self._curve = Curve()
        self._stations = [ElidedLabel("quiet") for _ in range(_STATIONS_SHOWN)]
        self._end = label(wraps=True)
        self._wanted, self._fits = False, False
        for one in (self._pace, self._curve, *self._stations, self._end):
            self.inside.addWidget(one)
        self.hide()

    def show_live(self, live: Live, event: Event, now: int) -> None:
        """Show how it goes at one list."""
        pace = live.pace
        self._pace.setText(
            self.tr("{now} a minute, at most {peak}").format(
                now=round(pace.a_minute), peak=pace.peak
            )
        )
        self._curve.show_bins(pace.bins, now, event)
        busy = [one for one in pace.stations if one.busy_since is not None]
        for number, line in enumerate(self._stations):
            line.setVisible(number < len(busy))
            if number < len(busy):
                line.show_text(self._words(busy[number], live.here, now))
        self._end.setVisible(live.all_in_at is not None)
        if live.all_in_at is not None:
            words = self.tr("At this pace the {count} still expected are in by {at}")
            self._end.setText(words.format(count=live.expected, at=clock(live.all_in_at, event)))
        self._wanted = any(pace.bins)
        self.setVisible(self._wanted and self._fits)

    def make_room(self, room: int) -> None:
        """Show or hide it: the latest scans need so much of the `room` besides."""
        self._fits = room >= _LEAST_ROOM
        self.setVisible(self._wanted and self._fits)

    def _words(self, one: StationPace, here: str | None, now: int) -> str:
        assert one.busy_since is not None
        where = (
            self.tr("Here")
            if one.station == here
            else self.tr("Laptop {letters}").format(letters=one.station[:_STATION_LETTERS].upper())
        )
        return self.tr("{where}: busy for {minutes} min, {manages} a minute").format(
            where=where,
            minutes=round((now - one.busy_since) / 60_000),
            manages=round(one.manages),
        )


class Curve(QWidget):
    """Bars of five minutes each, the last one now."""

    def __init__(self) -> None:
        super().__init__()
        self._bins: tuple[int, ...] = (0,) * BINS
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_CURVE_HEIGHT)
        self.setAccessibleName(self.tr("Arrivals of the last two hours"))

    def sizeHint(self) -> QSize:
        return QSize(200, _CURVE_HEIGHT)

    def show_bins(self, bins: tuple[int, ...], now: int, event: Event) -> None:
        """Show counts, the oldest first."""
        if bins == self._bins:
            return
        self._bins = bins
        most = max(bins)
        began = now // BIN_MS * BIN_MS - (BINS - 1 - bins.index(most)) * BIN_MS
        words = self.tr("Most came at {at}: {count} in five minutes")
        said = words.format(at=clock(began, event), count=most) if most else ""
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        palette = QGuiApplication.palette()
        slot, most = self.width() / BINS, max(*self._bins, 1)
        for number, count in enumerate(self._bins):
            height = max(count / most * (self.height() - 1), 3.0) if count else 1.0
            role = QPalette.ColorRole.Highlight if count else QPalette.ColorRole.Mid
            bar = QRectF(number * slot, self.height() - height, slot - _BETWEEN, height)
            painter.fillRect(bar, palette.color(role))
        painter.end()
