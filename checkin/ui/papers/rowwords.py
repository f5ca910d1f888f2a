"""Says of rows that were typed in from a sheet what becomes of each."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from checkin.domain.event import Event
from checkin.domain.paperrows import EnteredRow, Mark, Outcome
from checkin.ui.dates import clock
from checkin.ui.words import code_words


def _tr(text: str) -> str:
    return QCoreApplication.translate("Papers", text)


def row_words(row: EnteredRow, event: Event) -> str:
    """Return a row in words, such as `12  Ada Ozola — in 09:05, out 16:40`."""
    if row.gone:
        name = row.name or _tr("Nobody")
        return f"{row.number}  {name} — {_tr('not registered any more, or without a badge')}"
    came = _mark_words(_tr("in {time}"), row.came, event) if row.came else _tr("in: not yet")
    left = f", {_mark_words(_tr('out {time}'), row.left, event)}" if row.left else ""
    return f"{row.number}  {row.name} — {came}{left}"


def written(rows: Sequence[EnteredRow]) -> int:
    """Return how many check-ins of some rows are written down."""
    return sum(mark.outcome is Outcome.WRITTEN for row in rows for mark in row.marks)


def _mark_words(words: str, mark: Mark, event: Event) -> str:
    said = words.format(time=clock(mark.at, event))
    match mark.outcome:
        case Outcome.WRITTEN:
            return said
        case Outcome.THERE:
            return _tr("{said} already").format(said=said)
    why = code_words(mark.reason.value) if mark.reason else ""
    return _tr("{said} refused ({why})").format(said=said, why=why)
