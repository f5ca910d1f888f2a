"""Closes a day: what is open is said first, then the seal's fingerprint is shown for the papers."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from checkin.domain.seals import Seal
from checkin.services.desk import Desk
from checkin.services.sealing import AnnexItem, DayToClose, Late, day_to_close, seal_day
from checkin.ui.bench import Bench
from checkin.ui.dates import day_name, moment
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label

_WIDTH = 560
_MOST_NAMED = 8


class CloseDialog(Dialog):
    """`told` is what was read of the chosen day, None before."""

    def __init__(self, parent: QWidget, bench: Bench, days: Sequence[date], day: int) -> None:
        super().__init__(parent, _WIDTH)
        self.entitle(self.tr("Close the day"), self.tr("Close the day  Enter"))
        self.cancel_button.setText(self.tr("Close  Esc"))
        self._bench = bench
        self._days = days
        self.told: DayToClose | None = None
        self.day = QComboBox()
        for one in days:
            self.day.addItem(day_name(one))
        self.day.setCurrentIndex(day)
        self.add_field(self.tr("Day"), self.day)
        self.state, self.seals = label(wraps=True), label(wraps=True)
        self.seals.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(self.state)
        self.body.addWidget(self.seals)
        words = self.tr(
            "A seal names the last entry of every laptop known here. Check-ins that come later"
            " still count and are listed as its annex; corrections then need a word of why."
        )
        self.body.addWidget(label(words, "quiet", wraps=True))
        self.day.currentIndexChanged.connect(lambda _: self._read())
        self._read()

    def accept(self) -> None:
        day = self._days[self.day.currentIndex()]
        self.accept_button.setEnabled(False)

        def work(desk: Desk) -> Seal:
            return seal_day(desk.store, desk.operator, day)

        self._bench.door.ask(work, self._on_sealed, self._on_failed)

    def _on_sealed(self, seal: Seal) -> None:
        words = self.tr("{day} is closed: {fingerprint}")
        self._bench.notices.done(words.format(day=day_name(seal.day), fingerprint=seal.fingerprint))
        if not self.over:
            self._read()

    def _on_failed(self, error: Exception) -> None:
        if self.over:
            self._bench.notices.fail(error)
        else:
            self.fail(error)
            self.accept_button.setEnabled(True)

    def _read(self) -> None:
        day = self._days[self.day.currentIndex()]
        self.told = None
        self.accept_button.setEnabled(False)

        def work(desk: Desk) -> DayToClose:
            return day_to_close(desk.store, desk.operator, day)

        self._bench.door.ask(work, self._show, self._on_failed)

    def _show(self, told: DayToClose) -> None:
        if self.over or told.day != self._days[self.day.currentIndex()]:
            return
        self.told = told
        self.state.setText("\n".join(self._open(told)))
        sealed = [self._sealed(one) for one in told.seals]
        self.seals.setText("\n".join([*sealed, *self._annex(told)]))
        self.seals.setVisible(bool(told.seals))
        again = told.seals and told.annex
        done = bool(told.seals) and not told.annex
        words = self.tr("Seal once more  Enter") if again else self.tr("Close the day  Enter")
        self.accept_button.setText(words)
        self.accept_button.setEnabled(not done)
        self._grow()

    def _grow(self) -> None:
        """Make room for all that is said: a dialog that is open keeps its size by itself."""
        inside = self.layout()
        assert inside
        inside.activate()
        self.resize(self.width(), max(self.height(), inside.totalHeightForWidth(self.width())))

    def _open(self, told: DayToClose) -> list[str]:
        """Return what somebody should know first, a line each."""
        lines = [
            self.tr("{present} of {registered} were present.").format(
                present=told.present, registered=told.registered
            )
        ]
        if told.open:
            lines.append(self.tr("! The day is not over yet."))
        for people, words in (
            (
                told.without_exit,
                self.tr("{count} were not scanned out: {names}. Their stays last to the end."),
            ),
            (
                told.in_twice,
                self.tr("{count} are in twice at two doors: {names}. Each counts once."),
            ),
        ):
            if people:
                lines.append(words.format(count=len(people), names=self._named(people)))
        if told.stations > 1:
            words = self.tr("{count} laptops are known here; exchange with all of them first.")
            lines.append(words.format(count=told.stations))
        return lines

    def _named(self, people: Sequence[str]) -> str:
        names = ", ".join(people[:_MOST_NAMED])
        more = len(people) - _MOST_NAMED
        if more <= 0:
            return names
        return self.tr("{names} and {count} more").format(names=names, count=more)

    def _sealed(self, seal: Seal) -> str:
        event, now = self._bench.programme().event, self._bench.outside.now()
        return self.tr("Seal {number}, {when}, by {operator}: {fingerprint}").format(
            number=seal.number,
            when=moment(seal.at, event, now),
            operator=seal.operator,
            fingerprint=seal.fingerprint,
        )

    def _annex(self, told: DayToClose) -> list[str]:
        """Return what came after the latest seal, a line each."""
        if not told.annex:
            return []
        words = self.tr("After the last seal: {count}").format(count=len(told.annex))
        lines = [words, *map(self._late, told.annex[:_MOST_NAMED])]
        return [*lines, "…"] if len(told.annex) > _MOST_NAMED else lines

    def _late(self, item: AnnexItem) -> str:
        words = (
            self.tr("{when}, annulled by {operator}: {name}, {list}, {at}")
            if item.late is Late.ANNULLED
            else self.tr("{when}, by {operator}: {name}, {list}, {at}")
        )
        event, now = self._bench.programme().event, self._bench.outside.now()
        said = words.format(
            when=moment(item.arrived, event, now),
            operator=item.operator,
            name=item.scan.name,
            list=item.scan.list,
            at=moment(item.scan.at, event, now),
        )
        return f"{said} ({item.why})" if item.why else said
