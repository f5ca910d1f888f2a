"""Ticks who of an organisation has arrived: nobody at first, all by one key, some by a letter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from checkin.domain.people import Attendee, Status
from checkin.domain.text import fold
from checkin.errors import CheckinError
from checkin.ui.dialog import Dialog
from checkin.ui.listening import ListeningField
from checkin.ui.parts import action, label, literal
from checkin.ui.reception.people import status_words

_PERSON = Qt.ItemDataRole.UserRole
_WORDS = Qt.ItemDataRole.UserRole + 1
_WIDTH, _HEIGHT = 640, 200
_LONGEST_TITLE = 80
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class GroupDialog(Dialog):
    """The field narrows the list; Space and the arrows go to the list all the same."""

    def __init__(
        self, parent: QWidget | None, organisation: str, people: Sequence[Attendee]
    ) -> None:
        super().__init__(parent, _WIDTH)
        self.entitle(self.tr("Who of {name} is here?").format(name=_short(organisation)), "")
        self.field = _NarrowField(self.tr("Letters of a name narrow the list"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("People not in yet"))
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(_HEIGHT)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for one in people:
            self.list.addItem(self._item(one))
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(lambda _: self._count())
        self.field.textChanged.connect(self._narrow)
        self.field.moved.connect(self._move)
        self.field.ticked.connect(self._tick)
        everybody = action(self, self.tr("Tick all shown"), "Ctrl+A", "tick all")
        everybody.triggered.connect(self._tick_all)
        hint = self.tr("Space ticks who is marked, Ctrl+A all who are shown, or none again.")
        self.body.addWidget(self.field)
        self.body.addWidget(self.list)
        self.body.addWidget(label(hint, "quiet", wraps=True))
        self.field.setFocus()
        self._count()

    def ticked(self) -> list[Attendee]:
        """Return who is ticked, also of those not shown now."""
        return [item.data(_PERSON) for item in self._items() if _is_ticked(item)]

    def accept(self) -> None:
        if self.ticked():
            super().accept()
        else:
            self.fail(CheckinError("nobody-ticked"))

    def _item(self, one: Attendee) -> QListWidgetItem:
        about = one.job_title or one.email
        if one.status is not Status.REGISTERED:
            about = status_words(self, one.status)
        item = QListWidgetItem(" · ".join(part for part in (one.name, about) if part))
        item.setData(_PERSON, one)
        item.setData(_WORDS, fold(f"{one.name} {one.job_title} {one.email}"))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        return item

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _shown(self) -> list[QListWidgetItem]:
        return [item for item in self._items() if not item.isHidden()]

    def _narrow(self, text: str) -> None:
        wanted = fold(text)
        for item in self._items():
            item.setHidden(wanted not in item.data(_WORDS))
        shown = self._shown()
        if shown and self.list.currentItem() not in shown:
            self.list.setCurrentItem(shown[0])

    def _move(self, key: int) -> None:
        shown = self._shown()
        if not shown:
            return
        current = self.list.currentItem()
        step = -1 if key in {Qt.Key.Key_Up, Qt.Key.Key_PageUp} else 1
        at = shown.index(current) + step if current in shown else 0
        self.list.setCurrentItem(shown[max(0, min(at, len(shown) - 1))])

    def _tick(self) -> None:
        item = self.list.currentItem()
        if item and not item.isHidden():
            _set_ticked(item, not _is_ticked(item))
            self._move(Qt.Key.Key_Down)

    def _tick_all(self) -> None:
        shown = self._shown()
        on = not all(map(_is_ticked, shown))
        self.list.blockSignals(True)
        for item in shown:
            _set_ticked(item, on)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self._count()

    def _count(self) -> None:
        count = len(self.ticked())
        words = self.tr("Check in {count} of {all}  Enter")
        self.accept_button.setText(literal(words.format(count=count, all=self.list.count())))


class _NarrowField(ListeningField):
    """Signals: `moved` with a key that moves in the list, `ticked` for Space."""

    moved = Signal(int)
    ticked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self.moved.emit(event.key())
        elif event.key() == Qt.Key.Key_Space:
            self.ticked.emit()
        else:
            super().keyPressEvent(event)

    def is_elsewhere(self, event: QKeyEvent) -> bool:
        # All who are shown are ticked by it, no letters marked.
        return event.matches(QKeySequence.StandardKey.SelectAll) or super().is_elsewhere(event)


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked


def _set_ticked(item: QListWidgetItem, on: bool) -> None:
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def _short(organisation: str) -> str:
    too_long = len(organisation) > _LONGEST_TITLE
    return f"{organisation[:_LONGEST_TITLE]}…" if too_long else organisation
