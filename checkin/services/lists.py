"""Finds, adds, changes and removes check-in lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from checkin.domain.entry import Kind
from checkin.domain.event import CheckInList
from checkin.domain.identity import random_id
from checkin.domain.roles import Action, Operator
from checkin.domain.text import clean, fold
from checkin.errors import CheckinError
from checkin.services.permission import require
from checkin.store.store import Store

LONGEST_NAME = 100
MOST_PLACES = 1_000_000
CLEARABLE = frozenset({"opens", "closes", "capacity"})


@dataclass(frozen=True, slots=True)
class ListRules:
    """What is to change on a list; None leaves a rule as it is.

    `cleared` names those of `opens`, `closes` and `capacity` that are no longer to hold.
    """

    several_entries: bool | None = None
    entry_after_exit: bool | None = None
    categories: tuple[str, ...] | None = None
    opens: time | None = None
    closes: time | None = None
    capacity: int | None = None
    cleared: frozenset[str] = frozenset()

    def body(self) -> dict[str, object]:
        """Return the fields of a `list.set` body."""
        fields: Mapping[str, object] = {
            "several_entries": self.several_entries,
            "entry_after_exit": self.entry_after_exit,
            "categories": _cleaned(self.categories),
            "opens": self.opens.isoformat() if self.opens else None,
            "closes": self.closes.isoformat() if self.closes else None,
            "capacity": self.capacity,
        }
        kept = {name: value for name, value in fields.items() if value is not None}
        return kept | dict.fromkeys(self.cleared & CLEARABLE)


def _cleaned(categories: tuple[str, ...] | None) -> list[str] | None:
    if categories is None:
        return None
    return [name for name in map(clean, categories) if name]


def find_list(store: Store, text: str | None, at: int) -> CheckInList:
    """Return the list meant by a name, an entrance's day or a unique beginning.

    Without `text` it is the entrance of the day of `at` (Unix ms).
    """
    lists = store.programme.lists()
    if text is None:
        day = store.programme.event().day_of(at)
        found = [one for one in lists if one.entrance and one.day == day]
        if not found:
            raise CheckinError("no-entrance-today", day=day, lists=_names(lists))
        return found[0]
    wanted = fold(text)
    tries = (
        [one for one in lists if fold(one.name) == wanted],
        [one for one in lists if one.entrance and one.day.isoformat() == text.strip()],
        [one for one in lists if wanted and fold(one.name).startswith(wanted)],
    )
    found = next((some for some in tries if some), [])
    if len(found) != 1:
        code = "list-ambiguous" if found else "list-unknown"
        raise CheckinError(code, list=text, lists=_names(found or lists))
    return found[0]


def _names(lists: list[CheckInList]) -> str:
    return ", ".join(one.name for one in lists)


def add_list(
    store: Store, operator: Operator, name: str, day: date, rules: ListRules
) -> CheckInList:
    """Add a list for a day of the event."""
    require(store, operator, Action.CHANGE_PROGRAMME)
    event = store.programme.event()
    if day not in event.days:
        raise CheckinError("not-an-event-day", day=day, first=event.first_day, last=event.last_day)
    _check(rules)
    identity, body = random_id(), {"name": check_list_name(store, name), "day": day.isoformat()}
    with store.write(operator) as pen:
        pen.append(Kind.LIST_SET, identity, body | rules.body())
    return next(one for one in store.programme.lists() if one.id == identity)


def change_list(
    store: Store, operator: Operator, door: CheckInList, rules: ListRules, name: str | None = None
) -> CheckInList:
    """Change what is named in `rules`, and the list's name if one is given."""
    require(store, operator, Action.CHANGE_PROGRAMME)
    _check(rules)
    body = rules.body()
    if name is not None:
        body["name"] = check_list_name(store, name, but=door.id)
    if not body:
        raise CheckinError("nothing-to-change")
    with store.write(operator) as pen:
        pen.append(Kind.LIST_SET, door.id, body)
    return next(one for one in store.programme.lists() if one.id == door.id)


def remove_list(store: Store, operator: Operator, door: CheckInList) -> None:
    """Remove a list nobody was scanned against."""
    require(store, operator, Action.CHANGE_PROGRAMME)
    if store.programme.has_check_ins(door.id):
        raise CheckinError("list-in-use", list=door.name)
    with store.write(operator) as pen:
        pen.append(Kind.LIST_SET, door.id, {"removed": True})


def _check(rules: ListRules) -> None:
    if rules.capacity is not None and not 1 <= rules.capacity <= MOST_PLACES:
        raise CheckinError("capacity-wrong", most=MOST_PLACES)


def check_list_name(store: Store, name: str, but: str = "") -> str:
    """Return a name as a list keeps it; CheckinError if it is none or another list's than `but`."""
    kept = clean(name)
    if not kept:
        raise CheckinError("list-name-missing")
    if len(kept) > LONGEST_NAME:
        raise CheckinError("text-too-long", field="name", most=LONGEST_NAME)
    others = store.programme.lists()
    if any(fold(one.name) == fold(kept) and one.id != but for one in others):
        raise CheckinError("list-name-taken", list=kept)
    return kept
