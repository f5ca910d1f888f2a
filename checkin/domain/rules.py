"""Whether somebody may pass: a tuple of questions, asked in order, about facts already gathered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from checkin.domain.event import CheckInList, Event
from checkin.domain.people import Status
from checkin.domain.verdict import OVERRIDABLE, Direction, Reason


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a rule may look at. `genuine` is false for a code that is not of this event.

    `entries` and `latest` are what the accepted check-ins of the attendee on this list say;
    `occupancy` is how many are inside it, asked only of a list with a capacity. `incomplete` tells
    that something is still to be acknowledged or asked.
    """

    event: Event
    list: CheckInList
    direction: Direction
    at: int
    genuine: bool = True
    revoked: bool = False
    status: Status = Status.REGISTERED
    days: tuple[date, ...] = ()
    category: str = ""
    entries: int = 0
    latest: Direction | None = None
    occupancy: int = 0
    incomplete: bool = False


Rule = Callable[[Facts], bool]


def _status_is(status: Status) -> Rule:
    return lambda facts: facts.status is status


def _invalid_time(facts: Facts) -> bool:
    event, door = facts.event, facts.list
    if event.day_of(facts.at) != door.day:
        return True
    hour = event.hour_of(event.local(facts.at).time())
    too_early = door.opens is not None and hour < event.hour_of(door.opens)
    too_late = door.closes is not None and hour > event.hour_of(door.closes)
    return too_early or too_late


def _not_admitted(facts: Facts) -> bool:
    wrong_day = bool(facts.days) and facts.list.day not in facts.days
    return wrong_day or not admits_category(facts.list, facts.category)


def admits_category(door: CheckInList, category: str) -> bool:
    """Tell whether a list admits people of a category."""
    admitted = {name.casefold() for name in door.categories}
    return not admitted or category.casefold() in admitted


def _already_redeemed(facts: Facts) -> bool:
    if facts.list.several_entries or facts.entries == 0:
        return False
    return not (facts.list.entry_after_exit and facts.latest is Direction.EXIT)


def _full(facts: Facts) -> bool:
    capacity = facts.list.capacity
    inside = facts.latest is Direction.ENTRY
    return capacity is not None and not inside and facts.occupancy >= capacity


ENTRY_RULES: tuple[tuple[Reason, Rule], ...] = (
    (Reason.INVALID, lambda facts: not facts.genuine),
    (Reason.REVOKED, lambda facts: facts.revoked),
    (Reason.CANCELED, _status_is(Status.CANCELED)),
    (Reason.BLOCKED, _status_is(Status.BLOCKED)),
    (Reason.UNAPPROVED, _status_is(Status.UNAPPROVED)),
    (Reason.UNPAID, _status_is(Status.UNPAID)),
    (Reason.INVALID_TIME, _invalid_time),
    (Reason.CATEGORY, _not_admitted),
    (Reason.ALREADY_REDEEMED, _already_redeemed),
    (Reason.FULL, _full),
    (Reason.INCOMPLETE, lambda facts: facts.incomplete),
)
EXIT_RULES = ENTRY_RULES[:2]


def objections(facts: Facts) -> list[Reason]:
    """Return every reason against letting somebody pass, in the order they are asked."""
    rules = EXIT_RULES if facts.direction is Direction.EXIT else ENTRY_RULES
    return [reason for reason, holds in rules if holds(facts)]


def ruling(found: Sequence[Reason], *, force: bool) -> tuple[Reason | None, Reason | None]:
    """Return why somebody is not let in, and which reason is set aside by force, if any is.

    What is to be acknowledged or asked cannot be set aside; it is left when all else is.
    """
    if not found:
        return None, None
    against = [one for one in found if one is not Reason.INCOMPLETE]
    if force and against and OVERRIDABLE.issuperset(against):
        return (Reason.INCOMPLETE if Reason.INCOMPLETE in found else None), against[0]
    return found[0], None
