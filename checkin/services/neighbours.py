"""Tells of which other event a badge is, where that event is known on this computer."""

from collections.abc import Iterable
from pathlib import Path

from checkin.domain import code
from checkin.domain.event import Event
from checkin.domain.keyboards import put_back
from checkin.domain.roles import Action, Operator
from checkin.services.permission import require
from checkin.store.neighbours import neighbour_at
from checkin.store.store import Store

_FILES = "*.checkin"
# Beside an event there may lie an archive of years.
_MOST_FILES = 50


def event_of_code(
    store: Store, operator: Operator, text: str, recent: Iterable[Path]
) -> Event | None:
    """Return the event whose badge a code is, among `recent` files and those beside this one."""
    require(store, operator, Action.SCAN)
    if not code.may_be_code(text, put_back):
        return None
    beside = sorted(store.path.parent.glob(_FILES))
    for path in list(dict.fromkeys([*recent, *beside]))[:_MOST_FILES]:
        found = neighbour_at(path, store.event_id)
        reading = found and code.read(found.key, text, put_back)
        if found and reading and reading.proven:
            return found.event
    return None
