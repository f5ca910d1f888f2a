"""Finds people by name, to look at their badge or to tick it for printing."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from checkin.domain.people import Attendee
from checkin.services.browsing import listing, rows
from checkin.services.desk import Desk
from checkin.ui.badges.deck import is_printed
from checkin.ui.bench import Bench
from checkin.ui.parts import Card, label, tip

_PAUSE_MS = 60
_MOST_SHOWN = 200
_NUMBER = Qt.ItemDataRole.UserRole
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_TURNS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home})

Found = list[tuple[int, Attendee]]


class Picker(Card):
    """Signals: `looked` with the number of somebody whose badge is to be shown; `ticked` when
    other badges are ticked than before. `shown_for` is the text whose people are shown.
    """

    looked = Signal(int)
    ticked = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._ticks: dict[int, None] = {}
        self.shown_for = ""
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find somebody  Ctrl+F"))
        self.field.setAccessibleName(self.tr("Find somebody to look at or to tick"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("People found, else people ticked"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nobody = label(role="quiet", wraps=True)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.inside.addWidget(self.field)
        self.inside.addWidget(self.list, 1)
        self.inside.addWidget(self._nobody, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.read)
        self.field.textChanged.connect(self._wait)
        self.list.itemChanged.connect(self._on_item_changed)
        self.list.currentItemChanged.connect(self._on_current)
        self._show("", [])

    @property
    def ticks(self) -> Sequence[int]:
        """The numbers of those ticked, in the order they were."""
        return list(self._ticks)

    def tick(self, numbers: Iterable[int]) -> None:
        """Tick these and nobody else."""
        self._ticks = dict.fromkeys(numbers)
        self.read()
        self.ticked.emit()

    def keep(self, numbers: Iterable[int]) -> None:
        """Untick whoever is not among these any more."""
        left = set(numbers)
        self._ticks = {one: None for one in self._ticks if one in left}

    def read(self) -> None:
        """Show who is found, or who is ticked where nobody is looked for."""
        text, ticks = self.field.text().strip(), list(self._ticks)[:_MOST_SHOWN]

        def find(desk: Desk) -> Found:
            numbers = listing(desk.store, desk.operator, text)[:_MOST_SHOWN] if text else ticks
            people = rows(desk.store, desk.operator, numbers)
            both = zip(numbers, people, strict=True)
            return [(number, one) for number, one in both if one and is_printed(one)]

        self._bench.reading.ask(find, lambda found: self._show(text, found))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and event.key() in _TURNS:
                # An empty field has no use for them: they turn to another badge then.
                event.setAccepted(bool(self.field.text()))
                return not self.field.text()
            if event.type() is QEvent.Type.KeyPress:
                return self._on_key(event)
        return super().eventFilter(watched, event)

    def _wait(self, _text: str) -> None:
        self._pause.start()

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            return True
        if key in _MOVES:
            if self.list.isVisible():
                self.list.setFocus()
            step = -1 if key in {Qt.Key.Key_Up, Qt.Key.Key_PageUp} else 1
            self.list.setCurrentRow(
                max(0, min(self.list.currentRow() + step, self.list.count() - 1))
            )
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (item := self.list.currentItem()):
            self._toggle(item)
            self.field.selectAll()
            return True
        return False

    def _toggle(self, item: QListWidgetItem) -> None:
        on = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _show(self, text: str, found: Found) -> None:
        if text != self.field.text().strip():
            return
        self.shown_for = text
        current = self.list.currentItem()
        marked = current.data(_NUMBER) if current else None
        self.list.blockSignals(True)
        self.list.clear()
        for number, one in found:
            self.list.addItem(self._item(number, one))
        self.list.setVisible(bool(found))
        self._nobody.setVisible(not found)
        self._nobody.setText(
            self.tr("Nobody is found.")
            if text
            else self.tr("Type a name to look at a badge. Enter ticks it to be printed.")
        )
        numbers = [number for number, _ in found]
        self.list.setCurrentRow(numbers.index(marked) if marked in numbers else 0 if text else -1)
        self.list.blockSignals(False)
        if text and found:
            self._on_current()

    def _item(self, number: int, one: Attendee) -> QListWidgetItem:
        text = " · ".join(part for part in (one.name, one.organisation) if part)
        item = QListWidgetItem(text)
        item.setToolTip(tip(text))
        item.setData(_NUMBER, number)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        on = number in self._ticks
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        return item

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        number = item.data(_NUMBER)
        if item.checkState() is Qt.CheckState.Checked:
            self._ticks[number] = None
        else:
            self._ticks.pop(number, None)
        self.ticked.emit()

    def _on_current(self) -> None:
        item = self.list.currentItem()
        if item and item.data(_NUMBER) is not None:
            self.looked.emit(item.data(_NUMBER))
