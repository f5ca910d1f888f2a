"""Finds who is on the roster twice, most likely, and compares two of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checkin.domain.duplicates import Pair, likely_pairs
from checkin.domain.merging import Side, differing
from checkin.domain.people import Attendee
from checkin.domain.roles import Action, Operator
from checkin.services.browsing import roster_counts
from checkin.services.merging import Merged, two_people
from checkin.services.permission import require
from checkin.store.personal import scans_of
from checkin.store.store import Store

# So many are looked through unasked, in a moment that no door notices; more only when asked for.
MOST_UNASKED = 2_000


@dataclass(frozen=True, slots=True)
class Seen:
    """One of two: their badges that open a door, check-ins that count, when last (Unix ms)."""

    attendee: Attendee
    badges: tuple[str, ...]
    check_ins: int
    last_at: int | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two people as they are now; `differing` says what a merger takes of where they differ."""

    first: Seen
    second: Seen
    differing: Mapping[str, Side | None]


def likely_duplicates(store: Store, operator: Operator) -> list[Pair]:
    """Return the pairs who are likely one person, the likeliest first, of the whole roster."""
    require(store, operator, Action.CHANGE_ROSTER)
    return likely_pairs(store.roster.everyone(), store.merging.apart())


def duplicates_at_a_glance(store: Store, operator: Operator) -> int | None:
    """Return how many pairs are likely one person; None of a roster too long to look unasked."""
    if roster_counts(store, operator).total > MOST_UNASKED:
        return None
    return len(likely_duplicates(store, operator))


def compare(store: Store, operator: Operator, pair: Pair) -> Comparison:
    """Return what is to be seen of a pair; CheckinError if they are not two people any more."""
    require(store, operator, Action.CHANGE_ROSTER)
    first, second = two_people(store, pair.first, pair.second)
    fields = (store.merging.fields(one.id) for one in (first, second))
    return Comparison(_seen(store, first), _seen(store, second), differing(*fields))


def without(pairs: Sequence[Pair], settled: Pair, merged: Merged | None = None) -> list[Pair]:
    """Return the pairs that are left once one is settled; those of who was merged are theirs."""
    left: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        if pair is settled:
            continue
        two = [pair.first, pair.second]
        if merged:
            records = {merged.record, merged.person.id}
            two = [merged.person if one.id in records else one for one in two]
        first, second = sorted(two, key=lambda one: one.id)
        if first.id != second.id:
            left.setdefault((first.id, second.id), Pair(first, second, pair.reasons))
    return list(left.values())


def _seen(store: Store, attendee: Attendee) -> Seen:
    scans = scans_of(store.database, store.journal, attendee.id)
    counted = [one.author.at for one in scans if one.reason is None and not one.annulled]
    return Seen(
        attendee=attendee,
        badges=tuple(one.number for one in store.roster.issues(attendee.id) if not one.revoked),
        check_ins=len(counted),
        last_at=max(counted, default=None),
    )
