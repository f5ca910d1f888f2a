"""The people that what is typed may mean: chosen with the arrows, checked in with Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from checkin.domain.code import printed
from checkin.domain.event import Event
from checkin.domain.people import Status
from checkin.services.reception import Suggestion
from checkin.ui.dates import clock

_ROW_HEIGHT = 64
_NAME_PIXELS = 20
_PERSON = Qt.ItemDataRole.UserRole
_WHERE = Qt.ItemDataRole.UserRole + 1
_STATE = Qt.ItemDataRole.UserRole + 2


class PeopleList(QListWidget):
    """`chosen` tells who is to be checked in."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("people")
        self.setItemDelegate(_PersonDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("People found"))
        self.itemClicked.connect(self._choose)

    def show_people(self, found: Sequence[Suggestion], event: Event) -> None:
        """Show who was found. Somebody alone is marked; among several nobody is, until chosen."""
        self.clear()
        for one in found:
            item = QListWidgetItem(one.attendee.name)
            item.setData(_PERSON, one)
            item.setData(_WHERE, _where(one))
            item.setData(_STATE, self._state(one, event))
            item.setSizeHint(QSize(0, _ROW_HEIGHT))
            self.addItem(item)
        self.setCurrentRow(0 if len(found) == 1 else -1)

    def move(self, key: int) -> None:  # type: ignore[override]
        """Mark the next person or the one before."""
        step = -1 if key in {Qt.Key.Key_Up, Qt.Key.Key_PageUp} else 1
        if self.count():
            before = self.currentRow()
            last = self.count() - 1
            after = 0 if before < 0 and step > 0 else before + step
            self.setCurrentRow(last if after < 0 else min(after, last))

    def marked(self) -> Suggestion | None:
        """Return who is marked."""
        item = self.currentItem()
        return item.data(_PERSON) if item else None

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_PERSON))

    def _state(self, one: Suggestion, event: Event) -> str:
        if one.attendee.status is not Status.REGISTERED:
            return _status_words(self, one.attendee.status)
        if one.entered_at is None:
            return ""
        return self.tr("in since {at}").format(at=clock(one.entered_at, event))


def _status_words(widget: QWidget, status: Status) -> str:
    return {
        Status.REGISTERED: "",
        Status.UNAPPROVED: widget.tr("not approved"),
        Status.UNPAID: widget.tr("not paid"),
        Status.CANCELED: widget.tr("canceled"),
        Status.BLOCKED: widget.tr("blocked"),
    }[status]


def _where(one: Suggestion) -> str:
    person = one.attendee
    badge = printed(person.badge)[:9]
    return " · ".join(part for part in (person.organisation, person.email, badge) if part)


class _PersonDelegate(QStyledItemDelegate):
    """Draws a person on two lines: the name, and what tells them from another of that name."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        area: QRect = option.rect.adjusted(6, 3, -6, -3)
        palette = option.palette
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.highlight())
            painter.drawRoundedRect(area, 8, 8)
            painter.setPen(palette.highlightedText().color())
            quiet = palette.highlightedText().color()
        else:
            painter.setPen(palette.text().color())
            quiet = QApplication.palette().placeholderText().color()
        inside = area.adjusted(14, 6, -14, -6)
        state = str(index.data(_STATE) or "")
        small = QFont(option.font)
        width = QFontMetrics(small).horizontalAdvance(state)
        name_font = QFont(small)
        name_font.setPixelSize(_NAME_PIXELS)
        name_font.setWeight(QFont.Weight.DemiBold)
        upper = QRect(
            inside.left(), inside.top(), inside.width() - width - 16, inside.height() // 2
        )
        lower = QRect(inside.left(), upper.bottom() + 2, inside.width(), inside.height() // 2)
        _line(painter, upper, str(index.data()), name_font)
        painter.setPen(quiet)
        painter.setFont(small)
        painter.drawText(
            QRect(inside.right() - width, inside.top(), width + 1, upper.height()),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight),
            state,
        )
        _line(painter, lower, str(index.data(_WHERE) or ""), small)
        painter.restore()


def _line(painter: QPainter, area: QRect, text: str, font: QFont) -> None:
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(
        area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), shown
    )
