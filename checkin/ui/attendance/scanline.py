"""One check-in as a line: when, in or out, where, by whom, and what became of it."""

from PySide6.QtCore import QCoreApplication

from checkin.domain.event import Event
from checkin.domain.verdict import Direction
from checkin.services.history import Happening
from checkin.ui.dates import moment
from checkin.ui.words import code_words


def scan_line(one: Happening, event: Event, now: int) -> str:
    """Return a check-in in words."""
    way = _tr("Out") if one.direction is Direction.EXIT else _tr("In")
    parts = [moment(one.at, event, now), f"{way}: {one.list}", one.operator]
    if one.reason:
        parts.append(_tr("refused: {why}").format(why=code_words(one.reason.value)))
    if one.forced:
        parts.append(_tr("admitted anyway"))
    if one.annulled:
        parts.append(_tr("annulled"))
    if one.why:
        parts.append(f"“{one.why}”")
    return " · ".join(filter(None, parts))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ScanLine", text)
