"""Folds what is about to be written beside the event, so that no door waits for it meanwhile."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from secrets import token_hex
from typing import Self

import peewee as pw

from checkin.domain.entry import Entry, Kind
from checkin.store import pouring
from checkin.store.draft import Draft
from checkin.store.folding import Folding
from checkin.store.journal import Journal
from checkin.store.lookups import rows_of
from checkin.store.tail import Tail

# All tables but the journal and the search index, and of the indexes only what folding asks.
_LAID_OUT = (
    "SELECT sql FROM main.sqlite_master WHERE name IN ('attendee_id', 'attendee_organisation',"
    " 'attendee_same_as', 'attendee_person')"
    " OR type = 'table' AND name NOT LIKE 'search%' AND name NOT IN ('entry', 'sqlite_sequence')"
)
_OWN_TABLES = (
    # The words of each person, of which only the event makes an index.
    "CREATE TABLE search (words TEXT NOT NULL)",
    "CREATE TABLE draft (seq INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL,"
    " subject BLOB NOT NULL, body TEXT NOT NULL, body_digest BLOB NOT NULL)",
)
_STATION = "00" * 16
_ABOUT_PEOPLE = (Kind.ATTENDEE_SET, Kind.BADGE_ISSUED)
_AT_ONCE = 2000
_LATER_THAN_ANY = 1 << 62
_CACHE_MEANWHILE = -16384

_COPY_ALL = "INSERT INTO scratch.{0} SELECT * FROM main.{0}"
_COPY_PEOPLE = "INSERT INTO scratch.attendee SELECT * FROM main.attendee WHERE id"
_COPY_WORDS = (
    "INSERT INTO scratch.search (rowid, words) SELECT s.rowid, s.words FROM main.attendee a"
    " JOIN main.search s ON s.rowid = a.number WHERE a.id"
)
# New people are numbered after the last one of the event.
_LAST_PERSON = "SELECT id FROM main.attendee ORDER BY number DESC LIMIT 1"
_WHO_COMES_FROM = "SELECT id FROM main.attendee WHERE organisation"
# What only the journal can fold: about somebody erased, or a person of several records.
_LATE_PEOPLE = (
    "SELECT id FROM main.attendee WHERE (erased OR same_as IS NOT NULL) AND id",
    "SELECT same_as FROM main.attendee WHERE same_as",
)
_LATE_ORGANISATIONS = (
    "SELECT organisation FROM main.attendee WHERE (same_as IS NOT NULL OR id IN"
    " (SELECT same_as FROM main.attendee WHERE same_as IS NOT NULL)) AND organisation"
)
_PUT_DOWN = "INSERT INTO draft (seq, kind, subject, body, body_digest) VALUES (?, ?, ?, ?, ?)"


class Scratch:
    """What the drafts taken so far come to, in a database in memory of its own.

    It starts from copies of the rows that they speak of, so it is good only as long as nothing but
    scans was appended to the event after `heads`. `late` are drafts about people who
    were erased or have several records, which only the whole event can fold; `count` is the number
    of the others.
    """

    def __init__(self, event: pw.SqliteDatabase, journal: Journal, own: pw.SqliteDatabase) -> None:
        # Before anything is copied: what is appended meanwhile must not be overlooked.
        self.heads = journal.heads()
        self._event = event
        self._own = own
        self._known: set[bytes] = set()
        self._waiting: list[Draft] = []
        self.late: list[Draft] = []
        self.count = 0
        for sql in (*(row[0] for row in event.execute_sql(_LAID_OUT)), *_OWN_TABLES):
            own.execute_sql(sql)
        for table in ("station", "organisation"):
            event.execute_sql(_COPY_ALL.format(table))
        self._copy_people(row[0] for row in event.execute_sql(_LAST_PERSON))
        (self._last_number,) = own.execute_sql("SELECT max(number) FROM attendee").fetchone()
        self._journal = Journal(own, "")
        self._folding = Folding(own, self._journal)
        # Later than anything anybody writes, so that what is taken here is the last word. Should
        # the copies be of something that came meanwhile, it is not poured in.
        self._clock = _LATER_THAN_ANY

    @classmethod
    @contextmanager
    def beside(cls, event: pw.SqliteDatabase, journal: Journal) -> Iterator[Self]:
        """Give a scratch for one connection to an event; nothing is left of it afterwards."""
        name = f"file:/{token_hex(16)}?vfs=memdb"
        own = pw.SqliteDatabase(name, uri=True, autoconnect=False)
        own.connect()
        event.execute_sql("ATTACH ? AS scratch", (name,))
        (cache,) = event.execute_sql("PRAGMA main.cache_size").fetchone()
        # A scratch of 100,000 people needs the memory more than the event does meanwhile.
        event.execute_sql(f"PRAGMA main.cache_size = {_CACHE_MEANWHILE}")
        try:
            yield cls(event, journal, own)
        finally:
            own.close()
            event.execute_sql(f"PRAGMA main.cache_size = {cache}")
            event.execute_sql("DETACH scratch")

    def take(self, drafts: Iterable[Draft]) -> None:
        """Take drafts that set organisations or people, or issue badges, to follow the others."""
        for draft in drafts:
            self._waiting.append(draft)
            if len(self._waiting) == _AT_ONCE:
                self.settle()

    def pour(self, tail: Tail, first_id: int, told: Callable[[int], None]) -> None:
        """Write everything into the event, inside its transaction, as what follows `tail`.

        `first_id` is the id of the first entry there; `told` hears how many entries are in.
        """
        self.settle()
        if not self.count:
            return
        place = pouring.Place(
            first_id=first_id,
            first_clock=tail.next_clock(),
            scratch_id=self._journal.id_of(_STATION, 1),
            scratch_clock=self._clock - self.count + 1,
            last_number=self._last_number or 0,
        )
        connection = self._event.connection()
        pouring.pour_entries(connection, tail, place, self.count, told)
        pouring.pour_rows(connection, place)
        pouring.pour_words(connection, place)

    def new_badges(self) -> list[tuple[int, bytes]]:
        """Return number and attendee of the badges that were scanned before they were issued."""
        return list(self._event.execute_sql(pouring.SCANNED_BEFORE))

    def settle(self) -> None:
        """Fold what was taken and not folded yet."""
        drafts, self._waiting = self._without_late_ones(self._waiting), []
        if not drafts:
            return
        self._copy_people(bytes.fromhex(one.subject) for one in drafts)
        self._copy_people(
            row[0] for row in rows_of(self._event, _WHO_COMES_FROM, _organisations(drafts))
        )
        with self._own.atomic():
            rows = [
                (self.count + at, kind, bytes.fromhex(subject), body, bytes.fromhex(body_digest))
                for at, (kind, subject, body, body_digest) in enumerate(drafts, 1)
            ]
            self._own.connection().executemany(_PUT_DOWN, rows)
            self._folding.apply(list(map(self._entry, drafts)))

    def _entry(self, draft: Draft) -> Entry:
        self.count += 1
        self._clock += 1
        kind, subject, body, body_digest = draft
        return Entry(_STATION, self.count, kind, subject, self._clock, "", body, body_digest, "")

    def _without_late_ones(self, drafts: list[Draft]) -> list[Draft]:
        people = {bytes.fromhex(one.subject) for one in drafts if one.kind in _ABOUT_PEOPLE}
        rows = [*(rows_of(self._event, query, people) for query in _LATE_PEOPLE)]
        rows.append(rows_of(self._event, _LATE_ORGANISATIONS, _organisations(drafts)))
        late = {subject.hex() for some in rows for (subject,) in some}
        self.late += [one for one in drafts if one.subject in late]
        return [one for one in drafts if one.subject not in late]

    def _copy_people(self, wanted: Iterable[bytes]) -> None:
        missing = set(wanted) - self._known
        self._known |= missing
        for copying in (_COPY_PEOPLE, _COPY_WORDS):
            for _ in rows_of(self._event, copying, missing):
                pass


def _organisations(drafts: Iterable[Draft]) -> set[bytes]:
    return {bytes.fromhex(one.subject) for one in drafts if one.kind == Kind.ORGANISATION_SET}
