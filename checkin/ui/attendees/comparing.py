"""Two people side by side, field by field: where they differ, somebody chooses what is kept."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from checkin.domain.code import printed
from checkin.domain.details import TOPICS, text_of
from checkin.domain.event import Event
from checkin.domain.merging import CHOICES, Side
from checkin.domain.people import Attendee
from checkin.domain.questions import CONTACTS
from checkin.domain.things import CUSTOM
from checkin.services.duplicates import Comparison, Seen
from checkin.ui.attendees.wording import breakable, field_words, value_words
from checkin.ui.dates import moment
from checkin.ui.parts import label

_FIELD_WIDTH = 96
_LONGEST_PART = 18
# Each record keeps its own, so there is nothing to choose.
_OWN = ("registration", "ticket_code")
_SHOWN = (*CHOICES[:3], "organisation_kind", *CHOICES[3:], CONTACTS, *TOPICS)


class Option(QWidget):
    """A value that can be chosen: a button with a text beside it that wraps."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self.button = QRadioButton()
        self.button.setAccessibleName(name)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(label(breakable(text, _LONGEST_PART), wraps=True), 1)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.button.setChecked(True)
        self.button.setFocus()


class ComparisonGrid(QWidget):
    """Where two differ, the field is marked ≠ and each value can be chosen; `both` where joined.

    `options` are the buttons by field and side, None for both.
    """

    def __init__(self, found: Comparison, event: Event, now: int) -> None:
        super().__init__()
        self.options: dict[tuple[str, Side | None], QRadioButton] = {}
        self._event, self._now = event, now
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnMinimumWidth(0, _FIELD_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        first, second = found.first, found.second
        for field in _fields(first.attendee, second.attendee):
            one, another = (_text(seen.attendee, field) for seen in (first, second))
            if field in found.differing:
                self._add_choice(field, one, another, found.differing[field])
            elif one != another:
                self._add_texts("≠", field_words(field), one, another)
            elif _value(first.attendee, field):
                self._add_texts("=", field_words(field), one)
        self._add_texts("", self.tr("Badges"), *(_badges(seen) for seen in (first, second)))
        checked_in = (self._checked_in(seen) for seen in (first, second))
        self._add_texts("", self.tr("Check-ins"), *checked_in)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def choices(self) -> Mapping[str, Side]:
        """Return whose each field is that is not of both."""
        chosen = (where for where, button in self.options.items() if button.isChecked())
        return {field: side for field, side in chosen if side}

    def _add_choice(self, field: str, one: str, another: str, taken: Side | None) -> None:
        name, row = field_words(field), self._grid.rowCount()
        self._add_name("≠", name, row)
        group = QButtonGroup(self)
        sides: list[tuple[Side | None, str]] = [(Side.KEPT, one), (Side.OTHER, another)]
        if taken is None:
            sides.append((None, self.tr("Both")))
        for at, (side, text) in enumerate(sides):
            option = Option(text, f"{name}: {text}")
            group.addButton(option.button)
            option.button.setChecked(side is taken)
            self.options[field, side] = option.button
            if side:
                self._grid.addWidget(option, row, at + 1, Qt.AlignmentFlag.AlignTop)
            else:
                self._grid.addWidget(option, row + 1, 1, 1, 2)

    def _add_texts(self, mark: str, name: str, *texts: str) -> None:
        row = self._grid.rowCount()
        self._add_name(mark, name, row)
        span = 3 - len(texts)
        for at, text in enumerate(texts, 1):
            shown = label(
                breakable(text, _LONGEST_PART), "quiet" if mark == "=" else "", wraps=True
            )
            self._grid.addWidget(shown, row, at, 1, span, Qt.AlignmentFlag.AlignTop)

    def _add_name(self, mark: str, name: str, row: int) -> None:
        text = f"{mark} {name}" if mark else name
        shown = label(breakable(text, _LONGEST_PART), "quiet", wraps=True)
        shown.setMaximumWidth(_FIELD_WIDTH + 20)
        self._grid.addWidget(shown, row, 0, Qt.AlignmentFlag.AlignTop)

    def _checked_in(self, seen: Seen) -> str:
        if seen.last_at is None:
            return self.tr("none")
        text = self.tr("{count}, the last {when}")
        when = moment(seen.last_at, self._event, self._now)
        return text.format(count=seen.check_ins, when=when)


def _fields(*people: Attendee) -> Iterator[str]:
    yield from _SHOWN
    yield from dict.fromkeys(f"{CUSTOM}{name}" for one in people for name in one.custom)
    yield from _OWN


def _value(attendee: Attendee, field: str) -> str:
    if field.startswith(CUSTOM):
        return attendee.custom.get(field[len(CUSTOM) :], "")
    if field == "days":
        return ",".join(day.isoformat() for day in attendee.days)
    return text_of(attendee, field)


def _text(attendee: Attendee, field: str) -> str:
    return value_words(field, _value(attendee, field))


def _badges(seen: Seen) -> str:
    return "\n".join(map(printed, seen.badges)) or "–"
