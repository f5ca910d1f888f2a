"""The append-only record of everything that ever changed, as it lies in the file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import peewee as pw

from checkin.domain.entry import IMPERSONAL, SCANS, Entry, digest_of
from checkin.store.lookups import row_of

_BATCH = 1000
_SEQ_BITS = 40
# Of one station.
MOST_ENTRIES = (1 << _SEQ_BITS) - 1

_COLUMNS = "e.id, e.kind, e.subject, e.clock, e.actor, e.body, e.body_digest, e.digest"
_INSERT = (
    "INSERT INTO entry (id, kind, subject, clock, actor, body, body_digest, digest)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_HEAD = "SELECT id, digest, clock FROM entry WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1"
_HEADS = (
    "SELECT s.station, e.id, e.digest, e.clock FROM station s JOIN entry e ON e.id ="
    " (SELECT max(id) FROM entry"
    f" WHERE id BETWEEN s.number << 40 AND s.number << 40 | {MOST_ENTRIES})"
)
_OF_STATION = f"SELECT {_COLUMNS} FROM entry e WHERE e.id BETWEEN ? AND ? ORDER BY e.id LIMIT ?"
_OF_SUBJECT = (
    f"SELECT {_COLUMNS} FROM entry e JOIN station s ON s.number = e.station_number"
    " WHERE e.subject = ? AND e.kind NOT IN ('check-in.recorded', 'check-in.annulled')"
    " ORDER BY e.clock, s.station, e.id"
)
_IN_ORDER = (
    f"SELECT {_COLUMNS} FROM entry e JOIN station s ON s.number = e.station_number"
    " ORDER BY e.clock, s.station, e.id"
)
_KINDS = "SELECT DISTINCT kind FROM entry WHERE id BETWEEN ? AND ?"
_EMPTY = "UPDATE entry SET body = '', body_digest = ? WHERE id = ? AND body <> ''"


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a station; `digest` is the event's id before the first one."""

    seq: int
    digest: str
    clock: int


class Journal:
    """Reads and appends entries. Only the store's pen and exchange append."""

    def __init__(self, database: pw.SqliteDatabase, event: str) -> None:
        self._database = database
        self._event = event
        self._numbers: dict[str, int] = {}
        self._stations: dict[int, str] = {}

    # Stations: interned, and never renumbered within a file.

    def number_of(self, station: str) -> int:
        """Return this file's number for a station, giving it one if need be."""
        if not self.knows(station):
            self._database.execute_sql(
                "INSERT INTO station (station) VALUES (?) ON CONFLICT DO NOTHING",
                (bytes.fromhex(station),),
            )
            self._read_stations()
        return self._numbers[station]

    def station_of(self, entry_id: int) -> str:
        """Return the station that wrote the entry with that id."""
        number = entry_id >> _SEQ_BITS
        if number not in self._stations:
            self._read_stations()
        return self._stations[number]

    def knows(self, station: str) -> bool:
        """Tell whether this file has heard of a station."""
        if station not in self._numbers:
            self._read_stations()
        return station in self._numbers

    def _read_stations(self) -> None:
        rows = self._database.execute_sql("SELECT number, station FROM station").fetchall()
        self._stations = {number: bytes(station).hex() for number, station in rows}
        self._numbers = {station: number for number, station in self._stations.items()}

    def forget_stations(self) -> None:
        """Drop what was learnt of stations in a transaction that was rolled back."""
        self._numbers, self._stations = {}, {}

    def id_of(self, station: str, seq: int) -> int:
        """Return the id under which this file keeps that entry, here yet or not."""
        return self.number_of(station) << _SEQ_BITS | seq

    def ids_of(self, station: str) -> tuple[int, int]:
        """Return the lowest and highest id this file can keep a station's entries under."""
        first = self.number_of(station) << _SEQ_BITS
        return first, first | MOST_ENTRIES

    def name_of(self, entry_id: int) -> tuple[str, int]:
        """Return the station and number of the entry with that id."""
        return self.station_of(entry_id), entry_id & MOST_ENTRIES

    def order_of(self, entry_id: int, clock: int) -> tuple[int, str, int]:
        """Return what folding sorts by, from an entry's id and clock."""
        return clock, self.station_of(entry_id), entry_id & MOST_ENTRIES

    # Heads

    @property
    def birth(self) -> Head:
        """What the first entry of a station follows."""
        return Head(0, self._event, 0)

    def head(self, station: str) -> Head:
        """Return a station's last entry here."""
        row = row_of(self._database, _HEAD, self.ids_of(station))
        if not row:
            return self.birth
        entry_id, digest, clock = row
        return Head(entry_id & MOST_ENTRIES, digest.hex(), clock)

    def heads(self) -> dict[str, Head]:
        """Return the last entry of every station that has written one: the version vector."""
        rows = self._database.connection().execute(_HEADS)
        return {
            station.hex(): Head(entry_id & MOST_ENTRIES, digest.hex(), clock)
            for station, entry_id, digest, clock in rows
        }

    def roster_changed_since(self, heads: Mapping[str, Head]) -> bool:
        """Tell whether anything but check-ins was appended after `heads`."""
        return bool(self.kinds_since(heads) - SCANS)

    def kinds_since(self, heads: Mapping[str, Head]) -> set[str]:
        """Return the kinds of the entries that were appended after `heads`."""
        kinds: set[str] = set()
        for station, head in self.heads().items():
            first, last = self.ids_of(station)
            after = heads[station].seq if station in heads else 0
            if head.seq > after:
                ends = first + after + 1, last
                kinds.update(kind for (kind,) in self._database.execute_sql(_KINDS, ends))
        return kinds

    # Reading

    def digest_at(self, station: str, seq: int) -> str | None:
        """Return the digest of one entry, or None if it is not here."""
        if seq == 0:
            return self._event
        if not self.knows(station):
            return None
        row = row_of(
            self._database, "SELECT digest FROM entry WHERE id = ?", (self.id_of(station, seq),)
        )
        return row[0].hex() if row else None

    def after(self, station: str, seq: int, limit: int = -1) -> list[Entry]:
        """Return a station's entries after `seq`, in its order."""
        first, last = self.ids_of(station)
        rows = self._database.execute_sql(_OF_STATION, (first + seq + 1, last, limit)).fetchall()
        return [self._entry(row) for row in rows]

    def all_of(self, station: str, seq: int = 0) -> Iterator[Entry]:
        """Yield a station's entries after `seq`, read a batch at a time."""
        while batch := self.after(station, seq, _BATCH):
            yield from batch
            seq = batch[-1].seq

    def about(self, subject: str) -> list[Entry]:
        """Return the entries about a subject in the order of folding; a list's, without scans."""
        rows = self._database.execute_sql(_OF_SUBJECT, (bytes.fromhex(subject),)).fetchall()
        return [self._entry(row) for row in rows]

    def in_order(self) -> Iterator[Entry]:
        """Yield every entry in the order of folding."""
        cursor = self._database.execute_sql(_IN_ORDER)
        while rows := cursor.fetchmany(_BATCH):
            yield from map(self._entry, rows)

    def count(self) -> int:
        """Return how many entries there are."""
        (count,) = self._database.execute_sql("SELECT count(*) FROM entry").fetchone()
        return int(count)

    def _entry(self, row: Sequence[Any]) -> Entry:
        entry_id, kind, subject, clock, actor, body, body_digest, digest = row
        text = str(body)
        return Entry(
            station=self.station_of(entry_id),
            seq=entry_id & MOST_ENTRIES,
            kind=str(kind),
            subject=_hex(subject),
            clock=clock,
            actor=_hex(actor),
            body=text,
            body_digest=digest_of(text) if text else _hex(body_digest),
            digest=_hex(digest),
        )

    # Writing

    def insert(self, entries: Sequence[Entry]) -> None:
        """Append entries as they are; folding them is the caller's next step."""
        self._database.connection().executemany(_INSERT, map(self._row, entries))

    def _row(self, entry: Entry) -> tuple[object, ...]:
        return (
            self.id_of(entry.station, entry.seq),
            entry.kind,
            bytes.fromhex(entry.subject),
            entry.clock,
            bytes.fromhex(entry.actor),
            entry.body,
            None if entry.body else bytes.fromhex(entry.body_digest),
            bytes.fromhex(entry.digest),
        )

    def erase(self, subject: str) -> None:
        """Empty every body about a person that may hold personal data; an erasure is there."""
        for entry in self.about(subject):
            if entry.kind not in IMPERSONAL and entry.body:
                digest = bytes.fromhex(entry.body_digest)
                entry_id = self.id_of(entry.station, entry.seq)
                self._database.execute_sql(_EMPTY, (digest, entry_id))


def _hex(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)
