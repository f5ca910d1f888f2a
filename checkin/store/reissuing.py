"""Mends a fork: writes an event file anew in which one copy's forked entries are a new station's.

Nothing in a journal is ever changed in place, so the file is written again from its entries.
"""

import json
import secrets
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from checkin.domain.entry import ENCODER, Entry, Kind, chain, digest_of
from checkin.store.copying import check_whole
from checkin.store.database import create
from checkin.store.faults import explained
from checkin.store.journal import Journal
from checkin.store.rebuilding import rebuild_tables
from checkin.store.stations import Mark
from checkin.store.store import Store

_BATCH = 1000


def first_difference(ours: Journal, theirs: Journal, station: str) -> int:
    """Return the number of the first entry that differs, the two chains having parted there."""
    low, high = 0, min(ours.head(station).seq, theirs.head(station).seq)
    while high - low > 1:
        middle = (low + high) // 2
        same = ours.digest_at(station, middle) == theirs.digest_at(station, middle)
        low, high = (middle, high) if same else (low, middle)
    return high


def write_reissued(store: Store, station: str, first: int, target: Path) -> Mark:
    """Write the event to `target`, entries of `station` from `first` on under a new station.

    What they say, when and by whom stays; references among them to check-ins follow. Return the
    mark of the new station.
    """
    born = secrets.token_hex(16)
    with explained(target):
        database = create(target)
        try:
            meta = store.database.execute_sql("SELECT name, value FROM meta").fetchall()
            database.connection().executemany("INSERT INTO meta VALUES (?, ?)", meta)
            journal = Journal(database, store.event_id)
            with database.atomic():
                batch: list[Entry] = []
                for entry in _reissued(store.journal, station, first, born):
                    batch.append(entry)
                    if len(batch) == _BATCH:
                        journal.insert(batch)
                        batch.clear()
                journal.insert(batch)
            rebuild_tables(database, target)
            head = journal.head(born)
            database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            database.close()
    check_whole(target)
    return Mark(born, head.seq, head.digest)


def _reissued(journal: Journal, station: str, first: int, born: str) -> Iterator[Entry]:
    for known in journal.heads():
        entries = journal.all_of(known)
        yield from islice(entries, first - 1) if known == station else entries
    previous = journal.head(born).digest
    for seq, entry in enumerate(journal.all_of(station, first - 1), 1):
        body = _renamed(entry, station, first, born)
        body_digest = digest_of(body) if body else entry.body_digest
        digest = chain(
            previous, born, seq, entry.kind, entry.subject, entry.clock, entry.actor, body_digest
        )
        yield replace(
            entry, station=born, seq=seq, body=body, body_digest=body_digest, digest=digest
        )
        previous = digest


def _renamed(entry: Entry, station: str, first: int, born: str) -> str:
    """Return the body with the check-in it names, if that is re-issued too, under its new name."""
    if not entry.body or entry.kind not in {Kind.CHECK_IN_ANNULLED, Kind.CHECK_IN_EXPLAINED}:
        return entry.body
    body = json.loads(entry.body)
    if entry.kind == Kind.CHECK_IN_ANNULLED:
        named, seq = body.get("station"), body.get("seq")
    else:
        named, _, text = str(body.get("check_in")).partition(":")
        seq = int(text)
    if named != station or seq < first:
        return entry.body
    seq += 1 - first
    if entry.kind == Kind.CHECK_IN_ANNULLED:
        return ENCODER.encode(body | {"station": born, "seq": seq})
    return ENCODER.encode(body | {"check_in": f"{born}:{seq}"})
