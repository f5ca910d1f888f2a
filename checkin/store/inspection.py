"""Looks for what is wrong in a journal: broken chains, unreadable bodies, odd stations."""

from collections.abc import Iterator

import peewee as pw

from checkin.domain.entry import IMPERSONAL, Entry, Kind, linked
from checkin.store.journal import Journal
from checkin.store.seals import seals

_BATCH = 1000


class Inspection:
    """Each question yields what is wrong, in words for somebody who looks into it."""

    def __init__(self, database: pw.SqliteDatabase, journal: Journal, event: str) -> None:
        self._database = database
        self._journal = journal
        self._event = event

    def pages_hold(self) -> bool:
        """Tell whether the file is whole as far as its pages and indexes tell."""
        rows = self._database.execute_sql("PRAGMA integrity_check(1)").fetchall()
        return [tuple(row) for row in rows] == [("ok",)]

    def broken_chains(self) -> Iterator[str]:
        """Yield, station by station, the first entry whose chain or body does not hold."""
        for station in self._journal.heads():
            for fault in self._faults(station):
                yield f"station {station[:8]}, entry {fault}"
                break

    def _faults(self, station: str) -> Iterator[str]:
        previous, expected = self._event, 1
        for entry in self._journal.all_of(station):
            if entry.seq != expected:
                yield f"{expected}: missing"
            if entry.digest != linked(previous, entry):
                yield f"{entry.seq}: changed"
            if not entry.body and not self._may_be_empty(entry):
                yield f"{entry.seq}: emptied without an erasure"
            previous, expected = entry.digest, entry.seq + 1

    def _may_be_empty(self, entry: Entry) -> bool:
        kinds = {other.kind for other in self._journal.about(entry.subject)}
        return entry.kind not in IMPERSONAL and Kind.PERSONAL_DATA_ERASED in kinds

    def unreadable_bodies(self) -> Iterator[str]:
        """Yield the entries whose body is neither readable nor properly erased."""
        for name in self._names(
            "CASE WHEN body = '' THEN body_digest IS NULL"
            " ELSE body_digest IS NOT NULL OR NOT json_valid(body) END"
        ):
            yield f"{name}: body not readable"

    def broken_seals(self) -> Iterator[str]:
        """Yield the seals that name an entry which is not here as it was when they were made."""
        for seal in seals(self._database):
            for station, seq, digest in seal.heads:
                if self._journal.digest_at(station, seq) != digest:
                    yield (
                        f"{seal.day}, seal {seal.number}: station {station[:8]}, entry {seq}"
                        " is missing or was changed"
                    )

    def odd_stations(self) -> Iterator[str]:
        """Yield what cannot be: entries of no station, stations whose clock went back."""
        rows = self._database.execute_sql(
            "SELECT DISTINCT station_number FROM entry"
            " WHERE station_number NOT IN (SELECT number FROM station)"
        ).fetchall()
        for (number,) in rows:
            yield f"entries of an unknown station, number {number}"
        if not rows:
            for name in self._names(
                "clock <= (SELECT before.clock FROM entry before WHERE before.id = entry.id - 1)"
            ):
                yield f"{name}: clock behind the one before"

    def _names(self, condition: str) -> Iterator[str]:
        rows = self._database.execute_sql(f"SELECT id FROM entry WHERE {condition}").fetchall()
        for (entry_id,) in rows:
            station, seq = self._journal.name_of(entry_id)
            yield f"station {station[:8]}, entry {seq}"
