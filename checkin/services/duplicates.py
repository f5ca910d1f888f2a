"""Finds who is on the roster twice, most likely, and shows two of them beside each other."""

from dataclasses import dataclass

from checkin.domain.duplicates import Pair, likely_pairs
from checkin.domain.people import Attendee
from checkin.domain.roles import Action, Operator
from checkin.services.permission import require
from checkin.store.personal import scans_of
from checkin.store.store import Store


@dataclass(frozen=True, slots=True)
class Beside:
    """One of two: their badges that open a door, check-ins that count, when last (Unix ms)."""

    attendee: Attendee
    badges: tuple[str, ...]
    check_ins: int
    last_at: int | None


def likely_duplicates(store: Store, operator: Operator) -> list[Pair]:
    """Return the pairs who are likely one person, the likeliest first, of the whole roster."""
    require(operator, Action.CHANGE_ROSTER)
    return likely_pairs(store.roster.everyone(), store.merging.apart())


def beside(store: Store, operator: Operator, pair: Pair) -> tuple[Beside, Beside]:
    """Return what is to be seen of a pair when somebody compares them."""
    require(operator, Action.CHANGE_ROSTER)
    return _beside(store, pair.first), _beside(store, pair.second)


def _beside(store: Store, attendee: Attendee) -> Beside:
    scans = scans_of(store.database, store.journal, attendee.id)
    counted = [one.author.at for one in scans if one.reason is None and not one.annulled]
    return Beside(
        attendee=attendee,
        badges=tuple(one.number for one in store.roster.issues(attendee.id) if not one.revoked),
        check_ins=len(counted),
        last_at=max(counted, default=None),
    )
