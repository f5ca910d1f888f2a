"""Brings two copies of an event to the same journal; to repeat or break off is harmless."""

from collections.abc import Collection
from dataclasses import dataclass, field
from heapq import merge
from itertools import islice

from checkin.domain.clock import too_far_ahead
from checkin.domain.entry import Entry, continues
from checkin.domain.roles import Action, Operator
from checkin.errors import CheckinError
from checkin.services.permission import refuse_in_rehearsal, require
from checkin.store.faults import explained
from checkin.store.store import Store

BATCH = 500


@dataclass(slots=True)
class Exchanged:
    """What went each way, and the stations that were left out, by id.

    `forked` have two different entries under one number; `broken` a chain that does not hold;
    `ahead` a clock more than seven days ahead of this computer's.
    """

    received: int = 0
    sent: int = 0
    forked: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)
    ahead: set[str] = field(default_factory=set)

    @property
    def whole(self) -> bool:
        """Tell whether no station was left out."""
        return not (self.forked or self.broken or self.ahead)


def exchange(
    store: Store, other: Store, operator: Operator, trusted_clocks: Collection[str] = ()
) -> Exchanged:
    """Pull what this copy lacks, then push what the other lacks.

    `trusted_clocks` names the stations (by a beginning of their id) whose clock is right although
    it is far ahead.
    """
    require(store, operator, Action.SAFEKEEPING)
    if store.event_id != other.event_id:
        raise CheckinError("other-event", path=other.path)
    if store.path.samefile(other.path):
        raise CheckinError("same-file", path=other.path)
    for copy in (store, other):
        refuse_in_rehearsal(copy)
        if copy.read_only:
            raise CheckinError("event-read-only", path=copy.path)
    result = Exchanged()
    result.forked |= forked_stations(store, other)
    result.received = _pull(store, other, result, trusted_clocks)
    result.sent = _pull(other, store, result, trusted_clocks)
    return result


def forked_stations(store: Store, other: Store) -> set[str]:
    """Return the stations of which both copies hold, somewhere in common, different entries."""
    with explained(store.path):
        ours = store.journal.heads()
    with explained(other.path):
        theirs = other.journal.heads()
    forked = set()
    for station in ours.keys() & theirs.keys():
        seq = min(ours[station].seq, theirs[station].seq)
        if store.journal.digest_at(station, seq) != other.journal.digest_at(station, seq):
            forked.add(station)
    return forked


def _pull(into: Store, source: Store, result: Exchanged, trusted: Collection[str]) -> int:
    """Take over, in clock order, what `into` lacks; return how many entries that were."""
    heads = into.journal.heads()
    lacking = {
        station: heads[station].seq if station in heads else 0
        for station, head in source.journal.heads().items()
        if station not in result.forked and (station not in heads or heads[station].seq < head.seq)
    }
    streams = [source.journal.all_of(station, seq) for station, seq in lacking.items()]
    merged = merge(*streams, key=lambda entry: entry.order)
    taken = 0
    while batch := list(islice(merged, BATCH)):
        with into.transaction():
            taken += _receive(into, batch, result, trusted)
    return taken


def _receive(into: Store, batch: list[Entry], result: Exchanged, trusted: Collection[str]) -> int:
    """Append what of `batch` is still lacking and continues its chain."""
    heads: dict[str, tuple[int, str]] = {}
    good = []
    for entry in batch:
        if entry.station in result.broken | result.ahead | result.forked:
            continue
        if entry.station not in heads:
            head = into.journal.head(entry.station)
            heads[entry.station] = head.seq, head.digest
        seq, digest = heads[entry.station]
        if entry.seq <= seq:
            if into.journal.digest_at(entry.station, entry.seq) != entry.digest:
                result.forked.add(entry.station)
        elif entry.seq != seq + 1 or not continues(digest, entry):
            result.broken.add(entry.station)
        elif too_far_ahead(entry.clock, into.now()) and not entry.station.startswith(
            tuple(trusted)
        ):
            result.ahead.add(entry.station)
        else:
            good.append(entry)
            heads[entry.station] = entry.seq, entry.digest
    into.receive(good)
    return len(good)
