"""Who is likely on the list twice, pair by pair: merged, kept apart, or left for later."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QListWidget, QScrollArea, QWidget

from checkin.domain.duplicates import Pair
from checkin.domain.event import Event
from checkin.domain.merging import Side
from checkin.services.duplicates import Comparison
from checkin.ui.attendees.comparing import ComparisonGrid
from checkin.ui.attendees.wording import number, why_words
from checkin.ui.dialog import Dialog
from checkin.ui.parts import ActionButton, action, column, label, row

_SIZE = QSize(860, 470)
_LIST_WIDTH = 210


class DuplicatesDialog(Dialog):
    """Signals: `looked` at a pair, to be answered by `show_pair`; `merging` a pair with what was
    chosen, `parting` a pair, `undoing` the last of either, all to be answered by `show_pairs`.
    """

    looked = Signal(object)
    merging = Signal(object, object)
    parting = Signal(object)
    undoing = Signal()

    def __init__(self, parent: QWidget | None, event: Event, now: int) -> None:
        super().__init__(parent, _SIZE.width())
        self.resize(_SIZE)
        self.entitle(self.tr("Likely duplicates"), self.tr("Merge"))
        self.pairs: Sequence[Pair] = ()
        self.compared: ComparisonGrid | None = None
        self._event, self._now = event, now
        self._make_actions()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Likely duplicates"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._look)
        self._why = label(wraps=True)
        self._advice = label(role="quiet", wraps=True)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._done = label(role="quiet", wraps=True)
        self._lay_out()

    def accept(self) -> None:
        """Enter, which might be pressed by habit, does nothing: merging has a key of its own."""

    def show_pairs(self, pairs: Sequence[Pair], at: int = 0, said: str = "") -> None:
        """Show other pairs, the one `at` a place first, and what was done that can be undone."""
        self.pairs = pairs
        self.wrong.hide()
        self._done.setText(said)
        self._last.setVisible(bool(said))
        self._undo.setEnabled(bool(said))
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([self._line(pair) for pair in pairs])
        self.list.setCurrentRow(min(at, len(pairs) - 1))
        self.list.blockSignals(False)
        self.list.setVisible(bool(pairs))
        self._look(self.list.currentRow())
        self.list.setFocus()

    def show_pair(self, pair: Pair, found: Comparison) -> None:
        """Show the two of a pair beside each other, unless another one is looked at by now."""
        if pair is not self._pair:
            return
        self.compared = ComparisonGrid(found, self._event, self._now)
        self.compared.setObjectName("inner")
        self._scroll.setWidget(self.compared)
        self._allow(True)

    @property
    def _pair(self) -> Pair | None:
        at = self.list.currentRow()
        return self.pairs[at] if 0 <= at < len(self.pairs) else None

    def _make_actions(self) -> None:
        self._merge = action(self, self.tr("Merge"), "Ctrl+Return", "merge")
        self._apart = action(self, self.tr("Keep apart"), "Ctrl+K", "keep apart")
        self._next = action(self, self.tr("Next"), "F3", "next")
        self._undo = action(self, self.tr("Undo"), "Ctrl+Z", "undo")
        self._merge.triggered.connect(self._ask_merge)
        self._apart.triggered.connect(lambda: self.parting.emit(self._pair))
        self._next.triggered.connect(self._go_on)
        self._undo.triggered.connect(lambda _checked: self.undoing.emit())

    def _lay_out(self) -> None:
        self.accept_button.hide()
        self.accept_button.setDefault(False)
        self.cancel_button.setText(self.tr("Close  Esc"))
        right = column(self._why, self._advice, gap=8)
        right.addWidget(self._scroll, 1)
        right.addStretch(0)
        beside = row(self.list)
        beside.addLayout(right, 1)
        self.body.addLayout(beside, 1)
        self._last = QWidget()
        done = row(self._done, self._button(self._undo))
        done.setStretch(0, 1)
        self._last.setLayout(done)
        self._last.hide()
        self.body.addWidget(self._last)
        for one in (self._next, self._apart):
            self.buttons.addWidget(self._button(one))
        self.buttons.addWidget(self._button(self._merge, primary=True))

    def _button(self, of: QAction, *, primary: bool = False) -> ActionButton:
        made = ActionButton(of, primary=primary)
        made.setAutoDefault(False)
        return made

    def _line(self, pair: Pair) -> str:
        return f"{pair.first.name}\n{pair.second.name}"

    def _look(self, _row: int) -> None:
        """Show why the pair is one; nothing can be done about it until it is read."""
        pair = self._pair
        self.compared = None
        if shown := self._scroll.takeWidget():
            shown.deleteLater()
        self._allow(False)
        self._next.setEnabled(len(self.pairs) > 1)
        self._advice.setVisible(pair is not None)
        self._scroll.setVisible(pair is not None)
        if pair is None:
            self._why.setText(self.tr("No likely duplicates."))
            return
        reasons = ", ".join(map(why_words, pair.reasons))
        self._why.setText(reasons[:1].upper() + reasons[1:])
        told = self.tr("{at} of {count}. Where they differ, choose what is kept; both badges stay.")
        place = self.list.currentRow() + 1
        self._advice.setText(told.format(at=number(place), count=number(len(self.pairs))))
        self.looked.emit(pair)

    def _ask_merge(self) -> None:
        if self.compared:
            choices: Mapping[str, Side] = self.compared.choices()
            self.merging.emit(self._pair, choices)

    def _go_on(self) -> None:
        self.list.setCurrentRow((self.list.currentRow() + 1) % len(self.pairs))

    def _allow(self, ready: bool) -> None:
        self._merge.setEnabled(ready)
        self._apart.setEnabled(ready)
