"""Takes back what was typed in from a signed sheet."""

from collections.abc import Iterator, Sequence

from checkin.domain.paperrows import EnteredRow, Outcome
from checkin.domain.people import Attendee
from checkin.domain.roles import Operator
from checkin.errors import CheckinError
from checkin.services.annulment import undo_together
from checkin.services.paperentry import EVER, people_on, rows_typed
from checkin.store.sheets import KeptSheet, is_from_paper
from checkin.store.store import Store


def take_back(store: Store, operator: Operator, rows: Sequence[EnteredRow], why: str = "") -> int:
    """Annul all that was written of some rows; return how many check-ins that were."""
    names = [mark.check_in for row in rows for mark in row.marks if mark.outcome is Outcome.WRITTEN]
    return undo_together(store, operator, names, why)


def take_back_rows(
    store: Store, operator: Operator, sheet: KeptSheet, text: str, why: str = ""
) -> int:
    """Annul what was typed in from paper, by whomever, of the people on some rows of a sheet.

    Raises CheckinError("sheet-nothing-typed") where nothing was.
    """
    numbers = [row.number for row in rows_typed(sheet, text)]
    people = people_on(store, sheet, numbers).values()
    names = [name for one in people if one for name in _typed_in(store, sheet, one)]
    undone = undo_together(store, operator, names, why)
    if not undone:
        raise CheckinError("sheet-nothing-typed")
    return undone


def _typed_in(store: Store, sheet: KeptSheet, attendee: Attendee) -> Iterator[str]:
    """Yield the names of somebody's check-ins from paper."""
    for _, check_in in store.door.counted(attendee.badge, attendee.id, sheet.list, EVER):
        if is_from_paper(store.database, check_in):
            station, seq = store.journal.name_of(check_in)
            yield f"{station}:{seq}"
