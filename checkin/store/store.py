"""The one door to an event's data: opens the file, reads it, and lets one pen write it."""

import secrets
import sqlite3
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

import peewee as pw

from checkin.domain.entry import Entry
from checkin.domain.roles import Operator
from checkin.errors import CheckinError
from checkin.store import database as files
from checkin.store.door import DoorReader
from checkin.store.faults import explained
from checkin.store.folding import Folding
from checkin.store.inspection import Inspection
from checkin.store.journal import Head, Journal
from checkin.store.lockfile import LockFile
from checkin.store.merging import Merging
from checkin.store.pastimports import PastImports
from checkin.store.pen import Pen
from checkin.store.pins import Pins
from checkin.store.programme import Programme
from checkin.store.roster import Roster
from checkin.store.scratch import Scratch
from checkin.store.stations import StationBook
from checkin.store.strangewal import check_wal
from checkin.store.updating import bring_up_to_date

EVENT_KEY_BYTES = 32
_WAL_LIMIT = 16 << 20

Now = Callable[[], int]


class Store:
    """An open event file. `now` gives Unix milliseconds; `read_only` files can be looked at."""

    def __init__(
        self,
        path: Path,
        connection: pw.SqliteDatabase,
        book: StationBook,
        now: Now,
        *,
        read_only: bool,
        rehearsal: bool = False,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.rehearsal = rehearsal
        self.now = now
        self.event_id, self.key = identity(connection, path)
        self.database = connection
        self.journal = Journal(connection, self.event_id)
        self.roster = Roster(connection)
        self.programme = Programme(connection)
        self.inspection = Inspection(connection, self.journal, self.event_id)
        self.door = DoorReader(connection, self.journal)
        self.imports = PastImports(connection)
        self.merging = Merging(connection, self.journal)
        self._folding = Folding(connection, self.journal)
        self.pins = Pins(connection, self.key)
        self.tries = book.tries(self.event_id)
        self._memory = book.memory(self.event_id, path)
        self._lock = LockFile(files.companion(path, "-lock"))
        self._place = files.place_of(path)

    @classmethod
    def create(cls, path: Path, book: StationBook, now: Now) -> Self:
        """Make an empty event file at `path`, which must not exist."""
        connection = files.create(path)
        with explained(path):
            connection.execute_sql(
                "INSERT INTO meta (name, value) VALUES ('event', ?), ('key', ?)",
                (uuid.uuid4().bytes, secrets.token_bytes(EVENT_KEY_BYTES)),
            )
        return cls(path, connection, book, now, read_only=False)

    @classmethod
    def open(
        cls,
        path: Path,
        book: StationBook,
        now: Now,
        *,
        read_only: bool = False,
        rehearsal: bool = False,
        migrations: Path = files.MIGRATIONS,
    ) -> Self:
        """Open an event file, bringing an older one up to date; raise CheckinError if it is none.

        A file that cannot be written opens to look and export. A copy made to practise on opens
        with `rehearsal` and nothing else does.
        """
        files.check_is_event(path, rehearsal=rehearsal)
        with explained(path):
            wal = files.companion(path, "-wal")
            check_wal(path, wal, lambda event: book.recall(event, path))
        read_only = read_only or not files.can_write(path)
        connection = files.connect(path, writable=not read_only)
        try:
            older = files.pending(connection, path, migrations)
            if older and read_only:
                raise CheckinError("event-older", path=path)
            if not read_only:
                files.begin_writing(connection, path)
            if older:
                bring_up_to_date(connection, path, migrations)
            return cls(path, connection, book, now, read_only=read_only, rehearsal=rehearsal)
        except BaseException:
            connection.close()
            raise

    @contextmanager
    def write(self, operator: Operator) -> Iterator[Pen]:
        """Give a pen for one transaction: all it wrote is on disk at the end, or nothing."""
        with self.transaction():
            heads = self.journal.heads()
            pen = Pen(
                self.database,
                self.journal,
                self._folding,
                key=self.key,
                station=self._station_among(heads),
                heads=heads,
                operator=operator,
                now_ms=self.now(),
            )
            yield pen
        if mark := pen.mark:
            # Committed already: without the mark the file merely goes on as a new station.
            with suppress(OSError):
                self._memory.write(mark)

    @contextmanager
    def scratch(self) -> Iterator[Scratch]:
        """Give a place to fold what a pen is to pour, before anybody has to wait for it."""
        with explained(self.path), Scratch.beside(self.database, self.journal) as scratch:
            yield scratch

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the file's lock and one IMMEDIATE transaction; roll all back on any exception."""
        if self.read_only:
            raise CheckinError("event-read-only", path=self.path)
        self.check_still_there()
        try:
            with (
                explained(self.path),
                self._lock.held(),
                self.database.atomic("IMMEDIATE"),
            ):
                yield
        except BaseException:
            self.journal.forget_stations()
            raise

    @property
    def station(self) -> str | None:
        """The station this installation last wrote the file as, if the file still holds it."""
        return self._station_among(self.journal.heads())

    def _station_among(self, heads: Mapping[str, Head]) -> str | None:
        mark = self._memory.read()
        if mark is None or mark.station not in heads:
            return None
        head = heads[mark.station]
        same = head.seq == mark.seq
        digest = head.digest if same else self.journal.digest_at(mark.station, mark.seq)
        return mark.station if digest == mark.digest else None

    def receive(self, entries: Sequence[Entry]) -> None:
        """Append and fold entries of other stations; to be called inside `transaction`."""
        self.journal.insert(entries)
        self._folding.apply(entries)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other writers away, for work that makes its own transaction."""
        if self.read_only:
            raise CheckinError("event-read-only", path=self.path)
        with explained(self.path), self._lock.held():
            yield

    def check_still_there(self) -> None:
        """Raise CheckinError("event-gone") if another file, or none, is now where ours was.

        A file moved or deleted while open would go on taking what nobody finds afterwards.
        """
        if files.place_of(self.path) != self._place:
            raise CheckinError("event-gone", path=self.path)

    def version(self) -> tuple[int, int]:
        """Return what differs once anybody, this connection or another one, wrote the file."""
        connection = self.database.connection()
        (of_others,) = connection.execute("PRAGMA data_version").fetchone()
        return of_others, connection.total_changes

    @contextmanager
    def lenient_text(self) -> Iterator[None]:
        """Read text that is no longer UTF-8 as something else rather than fail, while checking."""
        connection = self.database.connection()
        before, connection.text_factory = connection.text_factory, _lenient
        try:
            yield
        finally:
            connection.text_factory = before

    def rest(self) -> None:
        """Fold the WAL into the file if it has grown; for a moment when nobody waits."""
        wal = files.companion(self.path, "-wal")
        if wal.exists() and wal.stat().st_size > _WAL_LIMIT:
            with self.alone():
                self.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Fold the WAL in, so that the closed file is whole, and let go."""
        if not self.read_only and not self.database.is_closed():
            with self.alone():
                self.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                self.database.close()
        self.database.close()
        self._lock.close()
        self._memory.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        with explained(self.path):
            self.close()
            if isinstance(error, pw.DatabaseError | sqlite3.DatabaseError):
                raise error


def _lenient(raw: bytes) -> str:
    return raw.decode(errors="replace")


def identity(connection: pw.SqliteDatabase, path: Path) -> tuple[str, bytes]:
    """Return the event's id and the key of its codes. Raises CheckinError event-damaged."""
    with explained(path):
        rows = dict(connection.execute_sql("SELECT name, value FROM meta").fetchall())
    if {"event", "key"} - rows.keys():
        raise CheckinError("event-damaged", path=path)
    return bytes(rows["event"]).hex(), bytes(rows["key"])
