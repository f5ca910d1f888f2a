"""Writes a station's own entries, inside one transaction, and folds them at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from secrets import token_bytes

import peewee as pw

from checkin.domain.entry import Entry, Kind
from checkin.domain.identity import operator_id
from checkin.domain.roles import Operator
from checkin.store.draft import Draft
from checkin.store.folding import Folding
from checkin.store.journal import Head, Journal
from checkin.store.lookups import row_of
from checkin.store.scratch import Scratch
from checkin.store.stations import Mark
from checkin.store.tail import Tail

_STATION_BYTES = 16
_AT_ONCE = 2000


class Pen:
    """The one way to write, as `station`, for one transaction; `mark` is its last entry.

    Without a station the first entry is the birth of a new one. `heads` are the last entries of
    all stations, read within the transaction.
    """

    def __init__(
        self,
        database: pw.SqliteDatabase,
        journal: Journal,
        folding: Folding,
        *,
        key: bytes,
        station: str | None,
        heads: Mapping[str, Head],
        operator: Operator,
        now_ms: int,
    ) -> None:
        self._database = database
        self._journal = journal
        self._folding = folding
        self._operator = operator
        # A station's own clock never goes back, so the latest of all is among the last ones.
        seen = max((head.clock for head in heads.values()), default=0)
        own = station or token_bytes(_STATION_BYTES).hex()
        actor = operator_id(key, operator.name, operator.role)
        self._tail = Tail(own, actor, heads.get(own, journal.birth), seen, now_ms)
        self._operator_named = False

    @property
    def station(self) -> str:
        """The station that writes."""
        return self._tail.station

    @property
    def mark(self) -> Mark | None:
        """Return this station's last entry, if there is one."""
        tail = self._tail
        return Mark(tail.station, tail.seq, tail.digest) if tail.seq else None

    def append(self, kind: str, subject: str, fields: Mapping[str, object]) -> Entry:
        """Append one entry and fold it."""
        self._name_operator()
        (entry,) = self._write([Draft.of(kind, subject, fields)])
        return entry

    def append_all(self, drafts: Iterable[Draft]) -> None:
        """Append entries in order and fold them."""
        self._name_operator()
        rest = iter(drafts)
        while some := list(islice(rest, _AT_ONCE)):
            self._write(some)

    def pour(self, scratch: Scratch, told: Callable[[int], None]) -> None:
        """Append what was taken and folded in `scratch`; `told` hears how many entries are in."""
        self._name_operator()
        scratch.pour(self._tail, self._journal.id_of(self.station, self._tail.seq + 1), told)
        self._folding.count_scans_of(scratch.new_badges())
        self.append_all(scratch.late)

    def next_clock_ms(self) -> int:
        """Return the time of day that the next entry's clock will say, in Unix milliseconds."""
        self._name_operator()
        return self._tail.next_clock_ms()

    def _name_operator(self) -> None:
        if self._operator_named:
            return
        self._operator_named = True
        actor = self._tail.actor
        known = row_of(
            self._database, "SELECT 1 FROM operator WHERE id = ?", (bytes.fromhex(actor),)
        )
        if not known:
            who = {"name": self._operator.name, "role": self._operator.role.value}
            self._write([Draft.of(Kind.OPERATOR_SET, actor, who)])

    def _write(self, drafts: Sequence[Draft]) -> list[Entry]:
        entries = [self._sealed(*draft) for draft in drafts]
        self._journal.insert(entries)
        self._folding.apply(entries)
        return entries

    def _sealed(self, kind: str, subject: str, body: str, body_digest: str) -> Entry:
        """Return the entry that continues this station's chain."""
        tail = self._tail
        seq, clock, digest = tail.add(kind, subject, body_digest)
        return Entry(tail.station, seq, kind, subject, clock, tail.actor, body, body_digest, digest)
