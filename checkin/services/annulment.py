"""Annuls check-ins: they stay in the journal and no longer count."""

import re
from collections.abc import Iterable

from checkin.domain.entry import Kind
from checkin.domain.roles import Action, Operator
from checkin.domain.text import clean
from checkin.errors import CheckinError
from checkin.services.afterseal import require_reason_on_list
from checkin.services.explaining import explain
from checkin.services.permission import require
from checkin.store.door import RecordedCheckIn
from checkin.store.pen import Pen
from checkin.store.store import Store

UNDO_WINDOW_MS = 15 * 60_000
_CHECK_IN = re.compile(r"([0-9a-f]{32}):([0-9]{1,12})")


def undo(
    store: Store, operator: Operator, name: str | None = None, why: str = ""
) -> tuple[str, RecordedCheckIn]:
    """Annul a check-in, by default the operator's own last one; return its name and what it was.

    Everybody may undo their own for 15 minutes after it was recorded; a coordinator any, at any
    time, saying `why`: CheckinError("undo-why-missing") without.
    """
    require(store, operator, Action.UNDO_OWN)
    station, seq = _last_own(store, operator) if name is None else named(name)
    recorded = _undoable(store, operator, station, seq, why)
    with store.write(operator) as pen:
        annul(store, pen, f"{station}:{seq}", recorded, why)
    return f"{station}:{seq}", recorded


def undo_together(store: Store, operator: Operator, names: Iterable[str], why: str = "") -> int:
    """Annul the check-ins of a group, all or none; return how many, without those annulled before.

    Who may, and when, is as for one.
    """
    require(store, operator, Action.UNDO_OWN)
    group: dict[tuple[str, int], RecordedCheckIn] = {}
    for place in map(named, names):
        try:
            group[place] = _undoable(store, operator, *place, why)
        except CheckinError as error:
            if error.code != "check-in-annulled":
                raise
    with store.write(operator) as pen:
        for place, recorded in group.items():
            annul(store, pen, f"{place[0]}:{place[1]}", recorded, why)
    return len(group)


def _undoable(
    store: Store, operator: Operator, station: str, seq: int, why: str
) -> RecordedCheckIn:
    """Return a check-in that this operator may undo now, saying why; else CheckinError."""
    recorded = store.door.check_in(station, seq)
    if recorded is None:
        raise CheckinError("check-in-unknown", check_in=f"{station}:{seq}")
    if recorded.annulled:
        raise CheckinError("check-in-annulled", check_in=f"{station}:{seq}")
    if recorded.reason:
        raise CheckinError("check-in-refused", check_in=f"{station}:{seq}")
    if recorded.operator != operator.name or store.now() - recorded.recorded > UNDO_WINDOW_MS:
        require(store, operator, Action.UNDO_ANY)
        if not clean(why):
            raise CheckinError("undo-why-missing")
    require_reason_on_list(store, recorded.list, why)
    return recorded


def annul(store: Store, pen: Pen, name: str, recorded: RecordedCheckIn, why: str) -> None:
    """Append that a check-in no longer counts, and with the person the word of why, if any."""
    station, seq = named(name)
    pen.append(Kind.CHECK_IN_ANNULLED, recorded.list, {"station": station, "seq": seq})
    attendee = store.roster.by_badge(recorded.badge) if clean(why) else None
    if attendee:
        explain(pen, attendee.id, name, why, annulled=True)


def named(name: str) -> tuple[str, int]:
    """Return station and number of a check-in by its name; CheckinError("check-in-unknown")."""
    if not (match := _CHECK_IN.fullmatch(name.strip().lower())):
        raise CheckinError("check-in-unknown", check_in=name)
    return match[1], int(match[2])


def _last_own(store: Store, operator: Operator) -> tuple[str, int]:
    station = store.station
    last = store.door.last_accepted_by(station, operator.name) if station else None
    if last is None:
        raise CheckinError("nothing-to-undo")
    return last
