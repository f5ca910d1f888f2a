"""Writes a station's own entries, inside one transaction, and folds them at once."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from secrets import token_bytes
from typing import NamedTuple, Self

import peewee as pw

from checkin.domain.clock import milliseconds, tick
from checkin.domain.entry import Entry, Kind, chain, digest_of, write_body
from checkin.domain.identity import operator_id
from checkin.domain.roles import Operator
from checkin.store.folding import Folding
from checkin.store.journal import Head, Journal
from checkin.store.lookups import row_of
from checkin.store.stations import Mark

# Bodies of these kinds may hold personal data: a salt keeps an erased one from being guessed.
_SALTED = frozenset(
    {Kind.ATTENDEE_SET, Kind.OPERATOR_SET, Kind.CHECK_IN_EXPLAINED, Kind.BADGE_PRINTED}
)
_SALT_BYTES = 16
_STATION_BYTES = 16
_AT_ONCE = 2000


class Draft(NamedTuple):
    """What is to be appended, its body written already: all that need not wait for its turn."""

    kind: str
    subject: str
    body: str
    body_digest: str

    @classmethod
    def of(cls, kind: str, subject: str, fields: Mapping[str, object]) -> Self:
        """Write the body from its fields by name, those at their default left out."""
        salt = token_bytes(_SALT_BYTES).hex() if kind in _SALTED else ""
        body = write_body(fields, salt)
        return cls(kind, subject, body, digest_of(body))


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
        self._actor = operator_id(key, operator.name, operator.role)
        self._now_ms = now_ms
        self.station = station or token_bytes(_STATION_BYTES).hex()
        self._head = heads.get(self.station, journal.birth)
        # A station's own clock never goes back, so the latest of all is among the last ones.
        self._clock = max((head.clock for head in heads.values()), default=0)
        self._operator_named = False

    @property
    def mark(self) -> Mark | None:
        """Return this station's last entry, if there is one."""
        if not self._head.seq:
            return None
        return Mark(self.station, self._head.seq, self._head.digest)

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

    def next_clock_ms(self) -> int:
        """Return the time of day that the next entry's clock will say, in Unix milliseconds."""
        self._name_operator()
        return milliseconds(tick(self._clock, self._now_ms))

    def _name_operator(self) -> None:
        if self._operator_named:
            return
        self._operator_named = True
        known = row_of(
            self._database, "SELECT 1 FROM operator WHERE id = ?", (bytes.fromhex(self._actor),)
        )
        if not known:
            who = {"name": self._operator.name, "role": self._operator.role.value}
            self._write([Draft.of(Kind.OPERATOR_SET, self._actor, who)])

    def _write(self, drafts: Sequence[Draft]) -> list[Entry]:
        entries = self._sealed(drafts)
        self._journal.insert(entries)
        self._folding.apply(entries)
        return entries

    def _sealed(self, drafts: Sequence[Draft]) -> list[Entry]:
        """Return the entries that continue this station's chain with `drafts`."""
        station, actor, now_ms = self.station, self._actor, self._now_ms
        seq, digest, clock = self._head.seq, self._head.digest, self._clock
        entries = []
        for kind, subject, body, body_digest in drafts:
            seq, clock = seq + 1, tick(clock, now_ms)
            digest = chain(digest, station, seq, kind, subject, clock, actor, body_digest)
            entries.append(
                Entry(station, seq, kind, subject, clock, actor, body, body_digest, digest)
            )
        self._head, self._clock = Head(seq, digest, clock), clock
        return entries
