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

_ROW_HEIGHT, _NUMBERED_HEIGHT = 64, 88
_NAME_PIXELS = 20
_NUMBER_WIDTH = 28
_PERSON = Qt.ItemDataRole.UserRole
_WHERE = Qt.ItemDataRole.UserRole + 1
_STATE = Qt.ItemDataRole.UserRole + 2
_MORE = Qt.ItemDataRole.UserRole + 3
_NUMBER = Qt.ItemDataRole.UserRole + 4


class PeopleList(QListWidget):
    """`chosen` tells who is to be checked in.

    A `numbered` one tells apart people who may be taken for one another: by number, and by more.
    """

    chosen = Signal(object)

    def __init__(self, *, numbered: bool = False) -> None:
        super().__init__()
        self._numbered = numbered
        self._row_height = _NUMBERED_HEIGHT if numbered else _ROW_HEIGHT
        self.setObjectName("people")
        self.setItemDelegate(_PersonDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("People found"))
        self.itemClicked.connect(self._choose)

    def show_people(self, found: Sequence[Suggestion], event: Event) -> None:
        """Show who was found. Somebody alone is marked; among several nobody is, until chosen."""
        self.clear()
        for number, one in enumerate(found, 1):
            item = QListWidgetItem(one.attendee.name)
            item.setData(_PERSON, one)
            item.setData(_WHERE, _where(one))
            item.setData(_STATE, self._state(one, event))
            if self._numbered:
                item.setData(_NUMBER, str(number))
                origin = one.attendee.organisation or self.tr("no organisation")
                item.setData(_WHERE, _joined(origin, one.attendee.job_title))
                item.setData(_MORE, self._more(one))
            item.setSizeHint(QSize(0, self._row_height))
            self.addItem(item)
        self.setCurrentRow(0 if len(found) == 1 else -1)

    def whole_height(self) -> int:
        """Return how high the list is when everybody is to be seen."""
        return self.count() * self._row_height + 2 * self.frameWidth() + 8

    def move(self, key: int) -> None:  # type: ignore[override]
        """Mark the next person or the one before."""
        step = -1 if key in {Qt.Key.Key_Up, Qt.Key.Key_PageUp} else 1
        if self.count():
            before = self.currentRow()
            last = self.count() - 1
            after = 0 if before < 0 and step > 0 else before + step
            self.setCurrentRow(last if after < 0 else min(after, last))

    def mark(self, who: Suggestion | None) -> None:
        """Mark somebody, if they are shown."""
        for row in range(self.count()):
            if who and self.item(row).data(_PERSON).attendee.id == who.attendee.id:
                self.setCurrentRow(row)

    def marked(self) -> Suggestion | None:
        """Return who is marked."""
        item = self.currentItem()
        return item.data(_PERSON) if item else None

    def _more(self, one: Suggestion) -> str:
        person = one.attendee
        number = self.tr("no. {number}").format(number=person.registration)
        badge = self.tr("badge {badge}").format(badge=_badge(one))
        return _joined(person.email, number if person.registration else "", badge)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_PERSON))

    def _state(self, one: Suggestion, event: Event) -> str:
        if one.attendee.status is not Status.REGISTERED:
            return status_words(self, one.attendee.status)
        if one.entered_at is None:
            return ""
        return self.tr("in since {at}").format(at=clock(one.entered_at, event))


def status_words(widget: QWidget, status: Status) -> str:
    """Return in a word why somebody may not be let in, empty where nothing is in the way."""
    return {
        Status.REGISTERED: "",
        Status.UNAPPROVED: widget.tr("not approved"),
        Status.UNPAID: widget.tr("not paid"),
        Status.CANCELED: widget.tr("canceled"),
        Status.BLOCKED: widget.tr("blocked"),
    }[status]


def _where(one: Suggestion) -> str:
    return _joined(one.attendee.organisation, one.attendee.email, _badge(one))


def _badge(one: Suggestion) -> str:
    return printed(one.attendee.badge)[:9]


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


class _PersonDelegate(QStyledItemDelegate):
    """Draws a person on lines: the name, and what tells them from another of that name."""

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
        small = QFont(option.font)
        if number := str(index.data(_NUMBER) or ""):
            painter.setFont(_name_font(small))
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), number)
            inside.setLeft(inside.left() + _NUMBER_WIDTH)
        lines = [text for role in (_WHERE, _MORE) if (text := str(index.data(role) or ""))]
        state = str(index.data(_STATE) or "")
        width = QFontMetrics(small).horizontalAdvance(state)
        height = inside.height() // (1 + len(lines)) if lines else inside.height()
        upper = QRect(inside.left(), inside.top(), inside.width() - width - 16, height)
        _line(painter, upper, str(index.data()), _name_font(small))
        painter.setPen(quiet)
        for at, text in enumerate(lines, 1):
            lower = QRect(inside.left(), inside.top() + at * height + 2, inside.width(), height)
            _line(painter, lower, text, small)
        painter.drawText(
            QRect(inside.right() - width, inside.top(), width + 1, upper.height()),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight),
            state,
        )
        painter.restore()


def _name_font(of: QFont) -> QFont:
    font = QFont(of)
    font.setPixelSize(_NAME_PIXELS)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _line(painter: QPainter, area: QRect, text: str, font: QFont) -> None:
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(
        area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), shown
    )
