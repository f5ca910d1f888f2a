"""How many are in, how fast they come, and who came last."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from checkin.domain.event import Event
from checkin.domain.verdict import Direction, Reason
from checkin.services.reception import LatestScan, Overview
from checkin.ui.dates import clock
from checkin.ui.parts import GAP, Card, ElidedLabel, column, label, restyle, row
from checkin.ui.reception.pacecard import PaceCard
from checkin.ui.reception.refusals import REFUSALS, marks_of
from checkin.ui.shapes import Shape, ShapeMark

LATEST_SHOWN = 20
_WIDTH = 258
# The latest scans' title and margins.
_LEAST_HEIGHT = 64
_A_LINE = 50


class Side(QWidget):
    """How many are in, how fast they come, who came last and what the camera sees, below one
    another; where there is no room for all, the pace gives way first, then the latest scans.
    """

    def __init__(self, corner: QWidget) -> None:
        super().__init__()
        self.setFixedWidth(_WIDTH)
        self.counts, self.pace, self.latest = CountCard(), PaceCard(), LatestCard()
        self._corner = corner
        self.counts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        stacked = column(self.counts, self.pace, self.latest, corner)
        stacked.setStretch(2, 1)
        self.setLayout(stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._make_room()
        return super().event(event)

    def _make_room(self) -> None:
        inside = self._corner.layout()
        corner = inside.totalMinimumHeightForWidth(_WIDTH) if inside else 0
        room = self.height() - self.counts.sizeHint().height() - GAP - corner
        self.latest.setVisible(room >= _LEAST_HEIGHT + _A_LINE + GAP)
        self.pace.make_room(room - GAP)


class CountCard(Card):
    """In of registered, inside now, and the last five minutes."""

    def __init__(self) -> None:
        super().__init__()
        self._present, self._of = label("–", "number"), label(role="of")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._inside, self._recent = label(role="quiet"), label(role="quiet")
        self._title = label(self.tr("In"), "quiet")
        self.inside.addWidget(self._title)
        self.inside.addLayout(row(self._present, self._of, None, gap=8))
        self.inside.addWidget(self._bar)
        self.inside.addWidget(self._inside)
        self.inside.addWidget(self._recent)

    def show_overview(self, overview: Overview, *, today: bool) -> None:
        """Show the counts of one list."""
        self._title.setText(self.tr("In today") if today else self.tr("In on this list"))
        self._present.setText(str(overview.present))
        self._of.setText(self.tr("of {registered}").format(registered=overview.registered))
        self._bar.setRange(0, max(overview.registered, overview.present, 1))
        self._bar.setValue(overview.present)
        self._inside.setText(self.tr("{count} inside now").format(count=overview.inside))
        self._recent.setText(self.tr("{count} in the last 5 minutes").format(count=overview.recent))


class LatestCard(Card):
    """The latest scans, the newest on top."""

    def __init__(self) -> None:
        super().__init__()
        self.inside.addWidget(label(self.tr("Latest"), "quiet"))
        self._lines = [_Line() for _ in range(LATEST_SHOWN)]
        self._filled = 0
        for line in self._lines:
            self.inside.addWidget(line)
        self.inside.addStretch(1)
        # The lines give way; the card never asks for more room than the page has.
        self.setMinimumHeight(_LEAST_HEIGHT)

    def show_latest(self, scans: Sequence[LatestScan], event: Event) -> None:
        """Show scans, as many as there is room for."""
        self._filled = len(scans)
        for line, scan in zip(self._lines, scans, strict=False):
            line.show_scan(scan, event)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _LEAST_HEIGHT)

    def _make_room(self) -> None:
        a_line = self._lines[0].sizeHint().height() + self.inside.spacing()
        room = (self.height() - _LEAST_HEIGHT) // a_line
        for number, line in enumerate(self._lines):
            line.setVisible(number < min(room, self._filled))


class _Line(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._mark = ShapeMark(QSize(13, 13))
        self._mark.setObjectName("latest")
        self._time, self._who = label(), ElidedLabel()
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 1, 0, 1)
        inside.setSpacing(8)
        inside.addWidget(self._mark)
        inside.addWidget(self._time)
        inside.addWidget(self._who, 1)

    def show_scan(self, scan: LatestScan, event: Event) -> None:
        tone, shape = marks_of(scan.reason)
        if scan.direction is Direction.EXIT and scan.reason is None:
            shape = Shape.ARROW
        tone = "calm" if scan.annulled else tone
        if tone != self._mark.property("tone"):
            self._mark.setProperty("tone", tone)
            restyle(self._mark)
        self._mark.show_shape(Shape.NONE if scan.annulled else shape)
        self._time.setText(clock(scan.at, event))
        self._who.show_text(self._words(scan))

    def _words(self, scan: LatestScan) -> str:
        if scan.annulled:
            return self.tr("undone: {name}").format(name=scan.name)
        if scan.name:
            left = scan.reason is Reason.INCOMPLETE
            return self.tr("not yet in: {name}").format(name=scan.name) if left else scan.name
        return REFUSALS[Reason.INVALID][0] if scan.reason else self.tr("Badge not known here yet")
