"""Attendance: cards of each day, when people came, and everybody with their times."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from checkin.domain.arrivals import arrivals
from checkin.domain.roles import Action
from checkin.domain.turnout import Turnout
from checkin.services.turnout import Twice
from checkin.services.watching import Changed
from checkin.ui.attendance.cards import Cards
from checkin.ui.attendance.corrections import CorrectionsDialog
from checkin.ui.attendance.counting import Counting
from checkin.ui.attendance.export import Export
from checkin.ui.attendance.more import More
from checkin.ui.attendance.organisations import OrganisationsDialog
from checkin.ui.attendance.people import People
from checkin.ui.attendance.plot import ArrivalsPlot
from checkin.ui.bench import Bench
from checkin.ui.certificates.desk import CertificatesDesk
from checkin.ui.dates import clock, day_name
from checkin.ui.page import Page
from checkin.ui.papers.desk import SheetsDesk
from checkin.ui.parts import ActionButton, Card, ElidedLabel, action, column, label, row
from checkin.ui.plots.desk import PlotsDesk
from checkin.ui.proof.desk import ProofDesk
from checkin.ui.shapes import Shape, ShapeMark
from checkin.ui.trust import may

_ATTENDEES_PAGE = 1
_MOST_NAMED = 20
# In a lower window the table has the plot's place.
_ROOM_FOR_PLOT = 560


class AttendancePage(Page):
    """`turnout` is what is shown now, None before it was counted; `day` is the one chosen."""

    reads = Changed.EVENT | Changed.LISTS | Changed.ATTENDEES | Changed.CHECK_INS

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench, self.tr("Attendance"))
        self.turnout: Turnout | None = None
        self.day = 0
        self.export = Export(bench, self)
        self.proof = ProofDesk(bench, self)
        self.papers = SheetsDesk(bench, self)
        self.certificates = CertificatesDesk(bench, self)
        self.plots = PlotsDesk(bench, self)
        self._counting = Counting(bench, self)
        self.cards, self.plot = Cards(), ArrivalsPlot()
        self._make_actions()
        self.people = People(bench, self)
        self.people.table.activated.connect(lambda _index: self.correct())
        self._lay_out()
        self._counting.counted.connect(self._show)
        self.cards.chosen.connect(self._choose_day)
        self.plot.read_out.connect(self._read_out.setText)

    def first_focus(self) -> QWidget:
        return self.people.field

    def let_go(self) -> None:
        self.certificates.designing.let_go()

    def refresh(self, changed: Changed) -> None:
        self._counting.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._plot_card.setVisible(self.height() >= _ROOM_FOR_PLOT)

    def _make_actions(self) -> None:
        self._export_day = action(self, self.tr("Export day"), "Ctrl+Shift+E", "export day")
        self._export_day.triggered.connect(self._write_day)
        self._export = action(self, self.tr("Export…"), "Ctrl+E", "export")
        self._export.triggered.connect(self._choose_export)
        self._correct = action(self, self.tr("Corrections…"), "Ctrl+Return", "corrections")
        self._correct.triggered.connect(lambda _on: self.correct())
        self._origins = action(self, self.tr("Organisations…"), "Ctrl+Shift+O", "organisations")
        self._origins.triggered.connect(lambda _on: self.show_organisations())
        for text, keys, step in (
            (self.tr("Earlier day"), "Alt+Left", -1),
            (self.tr("Later day"), "Alt+Right", 1),
        ):
            made = action(self, text, keys)
            made.triggered.connect(lambda _on=False, step=step: self.cards.choose(step))

    def _lay_out(self) -> None:
        self.head.addStretch(1)
        self.more = More()
        self.more.add(self._correct, self._origins)
        self.more.add(*self.plots.actions)
        self.more.add(*self.papers.actions)
        self.more.add(*self.certificates.actions)
        self.more.add(*self.proof.actions)
        self.head.addWidget(self.more)
        self.head.addWidget(ActionButton(self._export_day))
        self.head.addWidget(ActionButton(self._export, primary=True))
        self._twice, self._twice_line = _twice_line()
        self._twice_words = ElidedLabel()
        self._twice_line.addWidget(self._twice_words, 1)
        whole = QWidget()
        self._plot_card = self._around_plot()
        inside = column(self._twice, self.cards, self._plot_card, self.people)
        inside.setStretch(3, 1)
        whole.setLayout(inside)
        self._middle = QStackedWidget()
        self._middle.addWidget(whole)
        self._middle.addWidget(self._empty())
        self.body.addWidget(self._middle, 1)

    def _around_plot(self) -> QWidget:
        card = Card(margin=14, gap=2)
        self._plot_title, self._read_out = label(role="quiet"), label(role="quiet")
        card.inside.addLayout(row(self._plot_title, None, self._read_out))
        card.inside.addWidget(self.plot)
        return card

    def _empty(self) -> QWidget:
        card = Card()
        words = label(
            self.tr(
                "Nobody is registered yet. Import a list, or add people, on the page Attendees."
            ),
            wraps=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        go = QPushButton(self.tr("Attendees  Ctrl+2"))
        go.setObjectName("to attendees")
        go.setProperty("primary", True)
        go.clicked.connect(lambda: self.bench.news.page_wanted.emit(_ATTENDEES_PAGE))
        card.inside.addStretch(1)
        card.inside.addWidget(words)
        card.inside.addLayout(row(None, go, None))
        card.inside.addStretch(1)
        return card

    def _show(self, turnout: Turnout, twice: Sequence[Twice]) -> None:
        first, self.turnout = self.turnout is None, turnout
        days = [one.day for one in turnout.days]
        self._middle.setCurrentIndex(0 if turnout.visitors else 1)
        self.cards.show_turnout(turnout)
        if first:
            today = self.bench.programme().event.day_of(self.bench.outside.now())
            self.cards.choose_day(days.index(today) if today in days else 0)
        self._show_twice(twice)
        self._show_plot()
        self.people.show_visitors(days, turnout.visitors)

    def _choose_day(self, day: int) -> None:
        self.day = self.proof.day = day
        self.people.choose_day(day)
        self._show_plot()

    def _show_plot(self) -> None:
        if not self.turnout:
            return
        self.day = min(self.day, len(self.turnout.days) - 1)
        day = self.turnout.days[self.day]
        counted = arrivals(day.minutes)
        self.plot.show_arrivals(counted)
        words = (
            self.tr("Arrivals every {width} minutes — {day}")
            if counted.counts
            else self.tr("Nobody has come on {day} yet.")
        )
        self._plot_title.setText(words.format(width=counted.width, day=day_name(day.day)))

    def _show_twice(self, twice: Sequence[Twice]) -> None:
        event = self.bench.programme().event
        line = self.tr("{name} on {list} at {first} by {one} and {second} by {other}")
        named = [
            line.format(
                name=one.name,
                list=one.list,
                first=clock(one.first_at, event),
                one=one.first_by,
                second=clock(one.second_at, event),
                other=one.second_by,
            )
            for one in twice[:_MOST_NAMED]
        ]
        self._twice.setVisible(bool(twice))
        words = self.tr("{count} in twice, while doors were apart; each counts once: {who}")
        self._twice_words.show_text(words.format(count=len(twice), who="; ".join(named)))

    def correct(self) -> None:
        """Correct the attendance of who is marked in the table."""
        current = self.people.table.currentIndex()
        if current.isValid() and may(self.bench, Action.UNDO_ANY):
            visitor = self.people.model.visitor(current.row())
            CorrectionsDialog(self, self.bench, visitor, self.day).exec()
            self.certificates.say_fallen()

    def show_organisations(self) -> None:
        """Show which organisations came, and then the people of one that is chosen."""
        if self.turnout:
            days = [one.day for one in self.turnout.days]
            dialog = OrganisationsDialog(self, self.bench, days, self.turnout.visitors)
            if dialog.exec() and dialog.chosen:
                self.people.field.setText(dialog.chosen.name)

    def _choose_export(self) -> None:
        if self.turnout:
            self.export.choose(self.turnout.days[self.day].day)

    def _write_day(self) -> None:
        if self.turnout:
            self.export.begin(self.turnout.days[self.day].day)


def _twice_line() -> tuple[QFrame, QHBoxLayout]:
    """Return a line in the colour of what somebody should look at, to be filled."""
    line = QFrame()
    line.setObjectName("notice")
    line.setProperty("tone", "careful")
    inside = QHBoxLayout(line)
    inside.setContentsMargins(14, 7, 14, 7)
    mark = ShapeMark(QSize(16, 16))
    mark.show_shape(Shape.EXCLAMATION)
    inside.addWidget(mark)
    return line, inside
