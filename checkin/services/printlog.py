"""Tells whose badge was printed when and by whom, of every print there was."""

from dataclasses import dataclass

from checkin.domain.roles import Action, Operator
from checkin.services.permission import require
from checkin.store.personal import operators
from checkin.store.printings import print_log
from checkin.store.store import Store


@dataclass(frozen=True, slots=True)
class Print:
    """A badge that came out; `attendee` is the person's id, `badge` twelve letters.

    `at` is Unix milliseconds. `first` tells that the person had none before, of any number.
    """

    attendee: str
    name: str
    badge: str
    at: int
    operator: str
    station: str
    first: bool


def prints(store: Store, operator: Operator) -> list[Print]:
    """Return every print of anybody who was not erased, the latest first."""
    require(store, operator, Action.PRINT_BADGES)
    names = operators(store.database)
    had: set[str] = set()
    found = []
    for one in sorted(print_log(store.database, store.journal), key=lambda one: one.author.order):
        by = one.author
        who = names.get(by.operator, "")
        first = one.attendee not in had
        found.append(Print(one.attendee, one.name, one.badge, by.at, who, by.station, first))
        had.add(one.attendee)
    return found[::-1]
