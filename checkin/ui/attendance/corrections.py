"""Corrects the attendance of one person: their check-ins, and what is done about one of them."""

from collections.abc import Callable, Sequence
from datetime import time

from PySide6.QtCore import QTime
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTimeEdit,
    QWidget,
)

from checkin.domain.event import CheckInList
from checkin.domain.turnout import Visitor
from checkin.domain.verdict import Direction
from checkin.errors import CheckinError
from checkin.services.correcting import (
    Correction,
    add_check_in,
    annul_check_in,
    move_check_in,
    take_back,
)
from checkin.services.desk import Desk
from checkin.services.history import Happening, What, history
from checkin.services.registration import attendee_now
from checkin.ui.attendance.scanline import scan_line
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.parts import ActionButton, action, label, row, tip

_WIDTH, _LIST_HEIGHT = 660, 72


class CorrectionsDialog(Dialog):
    """`scans` are the person's, the latest first; `busy` while something is being written."""

    def __init__(self, parent: QWidget, bench: Bench, visitor: Visitor, day: int) -> None:
        super().__init__(parent, _WIDTH)
        self._bench = bench
        self._visitor = visitor
        programme = bench.programme()
        self._event = programme.event
        self._lists: Sequence[CheckInList] = programme.lists
        self._done: list[Correction] = []
        self.scans: Sequence[Happening] = ()
        self.busy = False
        self.entitle(self.tr("Corrections: {name}").format(name=visitor.name), "")
        self.accept_button.hide()
        self.cancel_button.setText(self.tr("Close  Esc"))
        self._make_fields(day)
        self._make_actions()
        self._read()

    def accept(self) -> None:
        """Enter in a field closes nothing: it does what the field is for."""

    def _make_fields(self, day: int) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Check-ins, the latest first"))
        self.list.setMinimumHeight(_LIST_HEIGHT)
        self.list.currentRowChanged.connect(self._take_over)
        self.body.insertWidget(0, self.list)
        self.where, self.way = QComboBox(), QComboBox()
        for one in self._lists:
            self.where.addItem(one.name)
        days = [one.day for one in self._lists]
        wanted = self._event.days[min(day, len(self._event.days) - 1)]
        self.where.setCurrentIndex(days.index(wanted) if wanted in days else 0)
        self.way.addItem(self.tr("In"), Direction.ENTRY)
        self.way.addItem(self.tr("Out"), Direction.EXIT)
        self.time = QTimeEdit()
        self.time.setDisplayFormat("HH:mm")
        self.time.setTime(self._clock(self._bench.outside.now()))
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("Needed: what happened, or who said so"))
        self.add_field(self.tr("List"), self.where)
        at = QWidget()
        at.setLayout(row(self.way, self.time, None))
        self.way.setAccessibleName(self.tr("In or out"))
        self.time.setAccessibleName(self.tr("Time"))
        self.form.addRow(label(self.tr("When")), at)
        self.add_field(self.tr("Why"), self.why)
        words = self.tr(
            "What was recorded stays in the journal; a correction says what holds, who and why."
        )
        self.body.addWidget(label(words, "quiet", wraps=True))

    def _make_actions(self) -> None:
        self.actions_by_name: dict[str, QAction] = {}
        for name, text, keys, does in (
            ("add", self.tr("Add"), "Ctrl+N", self.add),
            ("move", self.tr("Change time"), "Ctrl+T", self.move_time),
            ("annul", self.tr("Annul"), "Ctrl+Del", self.annul),
            ("take back", self.tr("Undo"), "Ctrl+Z", self.take_back),
        ):
            made = action(self, text, keys, name)
            made.triggered.connect(lambda _on=False, does=does: does())
            self.actions_by_name[name] = made
        buttons = [ActionButton(one) for one in self.actions_by_name.values()]
        for button in buttons:
            button.setAutoDefault(False)
        self.body.addLayout(row(*buttons, None, gap=8))
        self._allow()

    @property
    def chosen(self) -> Happening | None:
        """The check-in that is marked."""
        place = self.list.currentRow()
        return self.scans[place] if 0 <= place < len(self.scans) else None

    def add(self) -> None:
        """Add the check-in that the fields describe."""
        door, at, why = self._door(), self._moment(self._door()), self.why.text()
        way = Direction(self.way.currentData())
        who = self._visitor.id

        def work(desk: Desk) -> Correction:
            attendee = attendee_now(desk.store, who)
            return add_check_in(desk.store, desk.operator, attendee, door, at, why, way)

        self._do(work, self._remember)

    def move_time(self) -> None:
        """Give the marked check-in the time in the field."""
        scan = self.chosen
        if scan:
            door = next((one for one in self._lists if one.name == scan.list), self._door())
            at, why = self._moment(door), self.why.text()
            name = scan.check_in
            self._do(
                lambda desk: move_check_in(desk.store, desk.operator, name, at, why),
                self._remember,
            )

    def annul(self) -> None:
        """Annul the marked check-in."""
        scan, why = self.chosen, self.why.text()
        if scan:
            name = scan.check_in
            self._do(
                lambda desk: annul_check_in(desk.store, desk.operator, name, why), self._remember
            )

    def take_back(self) -> None:
        """Take back what was last done here."""
        if self._done:
            last, why = self._done[-1], self.why.text().strip() or self.tr("taken back")
            self._do(
                lambda desk: take_back(desk.store, desk.operator, last, why),
                lambda _done: self._done.pop(),
            )

    def _do(self, work: Callable[[Desk], Correction], then: Callable[[Correction], object]) -> None:
        if self.busy:
            return
        self.busy = True
        self.wrong.hide()
        self._allow()

        def done(correction: Correction) -> None:
            then(correction)
            if not self.over:
                self.why.clear()
                self._read()

        def failed(error: Exception) -> None:
            self.busy = False
            if self.over:
                self._bench.notices.fail(error)
                return
            self._allow()
            asks_why = isinstance(error, CheckinError) and error.code.endswith("why-missing")
            self.fail(error, self.why if asks_why else None)

        self._bench.door.ask(work, done, failed)

    def _remember(self, correction: Correction) -> None:
        self._done.append(correction)

    def _read(self) -> None:
        who = self._visitor.id

        def work(desk: Desk) -> list[Happening]:
            told = history(desk.store, desk.operator, who)
            return [one for one in told if one.what is What.SCANNED]

        self._bench.door.ask(work, self._show)

    def _show(self, scans: Sequence[Happening]) -> None:
        self.busy = False
        if self.over:
            return
        self.scans = scans
        self.list.clear()
        now = self._bench.outside.now()
        for one in scans:
            text = scan_line(one, self._event, now)
            item = QListWidgetItem(text)
            item.setToolTip(tip(text))
            self.list.addItem(item)
        self._allow()

    def _take_over(self) -> None:
        """Fill the fields from the check-in that is marked."""
        if scan := self.chosen:
            self.time.setTime(self._clock(scan.at))
            names = [one.name for one in self._lists]
            if scan.list in names:
                self.where.setCurrentIndex(names.index(scan.list))
            self.way.setCurrentIndex(1 if scan.direction is Direction.EXIT else 0)
        self._allow()

    def _allow(self) -> None:
        scan = self.chosen
        counts = bool(scan and not scan.reason and not scan.annulled)
        for name, possible in (
            ("add", bool(self._lists)),
            ("move", counts),
            ("annul", counts),
            ("take back", bool(self._done)),
        ):
            self.actions_by_name[name].setEnabled(possible and not self.busy)

    def _clock(self, at: int) -> QTime:
        local = self._event.local(at)
        return QTime(local.hour, local.minute)

    def _door(self) -> CheckInList:
        return self._lists[self.where.currentIndex()]

    def _moment(self, door: CheckInList) -> int:
        shown = self.time.time()
        return self._event.moment(door.day, time(shown.hour(), shown.minute()))
