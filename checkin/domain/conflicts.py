"""What laptops that were apart decided differently: facts to show, not errors."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checkin.domain.attendance import Counted
from checkin.domain.event import CheckInList
from checkin.domain.verdict import Direction


@dataclass(frozen=True, slots=True)
class InTwice:
    """One attendee admitted on one list at two stations, with no exit between."""

    first: Counted
    second: Counted


def admitted_twice(lists: Sequence[CheckInList], counted: Iterable[Counted]) -> list[InTwice]:
    """Return the double admissions on lists of a single entry; `counted` is in order."""
    single = {one.id for one in lists if not one.several_entries}
    latest: dict[tuple[str, str], Counted] = {}
    found = []
    for check_in in counted:
        where = check_in.list, check_in.attendee
        before = latest.get(where)
        latest[where] = check_in
        if before is None or check_in.list not in single:
            continue
        both_in = before.direction is check_in.direction is Direction.ENTRY
        if both_in and before.station != check_in.station:
            found.append(InTwice(before, check_in))
    return found
