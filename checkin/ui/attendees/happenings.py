"""What happened to a person, in words, the latest first."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from checkin.domain.changes import FieldChange
from checkin.domain.code import printed
from checkin.domain.event import Event
from checkin.domain.verdict import Direction
from checkin.services.badges import Why
from checkin.services.history import Happening, What
from checkin.ui.attendees.wording import breakable, field_words, value_words
from checkin.ui.dates import moment
from checkin.ui.parts import label, literal
from checkin.ui.words import code_words

_SHOWN_AT_ONCE = 25
_LONGEST_VALUE = 60
# Kept for the program's own use.
_NOT_TOLD = frozenset({"imported", "sort_name"})


_IN_ONE_LINE = {
    What.PHOTO_SET: "Photo set",
    What.PHOTO_REMOVED: "Photo taken away",
    What.MERGED: "Merged with {name}",
    What.SEPARATED: "No longer merged with {name}",
    What.KEPT_APART: "Kept apart from {name}",
    What.NOT_APART: "No longer kept apart from {name}",
}
_REVOKED: Mapping[str, str] = {
    Why.LOST: "Badge {badge} revoked: it was lost",
    Why.DAMAGED: "Badge {badge} revoked: it was damaged",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Happenings", text)


def printed_at(history: Sequence[Happening], badge: str) -> int | None:
    """Return when a badge was last printed, None if it never was."""
    return next(
        (one.at for one in history if one.what is What.BADGE_PRINTED and one.badge == badge), None
    )


def told(one: Happening) -> str:
    """Return what happened, as a line."""
    match one.what:
        case What.REGISTERED:
            return _tr("Registered")
        case What.CHANGED:
            return _changed(one.changes)
        case What.BADGE_ISSUED:
            return _tr("Badge {badge} issued").format(badge=printed(one.badge))
        case What.BADGE_REVOKED:
            words = _tr(_REVOKED.get(one.why, "Badge {badge} revoked"))
            return words.format(badge=printed(one.badge))
        case What.BADGE_PRINTED:
            return _tr("Badge {badge} printed").format(badge=printed(one.badge))
        case What.SCANNED:
            return _scanned(one)
        case What.ANNULLED:
            return _tr("Undone: {what}").format(what=_scanned(one))
        case What.ERASED:
            return _tr("Personal data erased")
        case _:
            return _tr(_IN_ONE_LINE[one.what]).format(name=one.name)


def _changed(changes: Sequence[FieldChange]) -> str:
    lines = [_change(one) for one in changes if one.field not in _NOT_TOLD]
    return "\n".join(lines) or _tr("Changed")


def _change(change: FieldChange) -> str:
    if change.field == "removed":
        return _tr("Removed from the list") if change.after else _tr("Back on the list")
    before, after = (
        _short(value_words(change.field, value)) for value in (change.before, change.after)
    )
    return f"{field_words(change.field)}: {before} → {after}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"


def _scanned(one: Happening) -> str:
    if one.reason is not None:
        refused = _tr("Refused at {list}: {why}")
        return refused.format(list=one.list, why=code_words(one.reason.value))
    leaving = one.direction is Direction.EXIT
    line = (_tr("Out of {list}") if leaving else _tr("In at {list}")).format(list=one.list)
    if one.forced is not None:
        anyway = _tr("{line}, admitted anyway ({reason}): {why}")
        line = anyway.format(line=line, reason=code_words(one.forced.value), why=one.why)
    return line


class HistoryBlock(QWidget):
    """The latest things that happened; the rest when asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._inside.addWidget(label(self.tr("History"), "quiet"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(1)
        self._inside.addLayout(self._lines)
        self._more = QPushButton()
        self._more.setProperty("flat", True)
        self._inside.addWidget(self._more)
        self._more.clicked.connect(self._show_rest)
        self._rest: tuple[Sequence[Happening], Event, int] | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that nothing is known yet."""
        self._clear()
        self._more.hide()

    def show_history(self, history: Sequence[Happening], event: Event, now: int) -> None:
        """Show what happened."""
        self._clear()
        for one in history[:_SHOWN_AT_ONCE]:
            self._add(one, event, now)
        self._rest = (history[_SHOWN_AT_ONCE:], event, now)
        earlier = len(history) - _SHOWN_AT_ONCE
        self._more.setVisible(earlier > 0)
        self._more.setText(literal(self.tr("Show {count} earlier").format(count=earlier)))

    def _show_rest(self) -> None:
        if self._rest:
            history, event, now = self._rest
            for one in history:
                self._add(one, event, now)
        self._more.hide()

    def _add(self, one: Happening, event: Event, now: int) -> None:
        who = " · ".join(part for part in (moment(one.at, event, now), one.operator) if part)
        line = label(breakable(told(one)), wraps=True)
        line.setContentsMargins(0, 5, 0, 0)
        self._lines.addWidget(line)
        self._lines.addWidget(label(who, "quiet"))

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                # Gone at once from the eye; Qt ends it when no event of its own is running.
                widget.hide()
                widget.deleteLater()
