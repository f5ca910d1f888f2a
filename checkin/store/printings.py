"""Folds prints: what the badge of each attendee looked like when it was last printed."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import peewee as pw

from checkin.domain.clock import milliseconds
from checkin.domain.code import as_integer, from_integer
from checkin.domain.entry import Entry, read_body
from checkin.store.badges import badge_integer
from checkin.store.journal import Journal
from checkin.store.lookups import Row, rows_of
from checkin.store.personal import Author
from checkin.store.winning import winning

_KNOWN = "SELECT attendee, badge, clock, entry FROM printing WHERE attendee"
_PUT = (
    "INSERT INTO printing (attendee, badge, face, clock, entry) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (attendee, badge) DO UPDATE SET face = excluded.face,"
    " clock = excluded.clock, entry = excluded.entry"
)
_FORGET = "DELETE FROM printing WHERE attendee = ?"
_LAST = (
    "SELECT p.badge, p.face FROM printing p"
    " JOIN badge b ON b.number = p.badge AND b.attendee = p.attendee"
)
# Of whom the table knows, who are all but the erased, so that no scan is looked at.
_LOG = (
    "SELECT p.id, p.name, e.body, e.actor, e.clock, e.id"
    " FROM (SELECT DISTINCT attendee FROM printing) who JOIN entry e ON e.subject = who.attendee"
    " JOIN attendee r ON r.id = e.subject JOIN attendee p ON p.id = coalesce(r.person, r.id)"
    " WHERE e.kind NOT IN ('check-in.recorded', 'check-in.annulled') AND e.kind = 'badge.printed'"
)
_OF_BADGE = f"{_LAST} WHERE p.badge = ? LIMIT 1"
_FACE = re.compile(r"[0-9a-f]{16}")


class LoggedPrint(NamedTuple):
    """A badge that came out: whose, by the id of the person, and who printed it where and when."""

    attendee: str
    name: str
    badge: str
    author: Author


class PrintingFold:
    """Keeps the printing table, by attendee and badge so that erasure finds a person's rows."""

    def __init__(self, database: pw.SqliteDatabase, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def record(self, entries: Sequence[Entry]) -> None:
        """Fold `badge.printed`; the latest print of a badge stands."""
        rows = [row for entry in entries if (row := self._row(entry))]
        known = rows_of(self._database, _KNOWN, {row[0] for row in rows})
        won = winning(self._journal, rows, known, keys=2, latest=True)
        self._database.connection().executemany(_PUT, sorted(won))

    def forget(self, subjects: Collection[str]) -> None:
        """Leave nothing of those who were erased."""
        rows = [(bytes.fromhex(subject),) for subject in subjects]
        self._database.connection().executemany(_FORGET, rows)

    def _row(self, entry: Entry) -> Row | None:
        body = read_body(entry.body)
        badge, face = badge_integer(body), body.get("face")
        if badge is None or not isinstance(face, str) or not _FACE.fullmatch(face):
            return None
        entry_id = self._journal.id_of(entry.station, entry.seq)
        return bytes.fromhex(entry.subject), badge, face, entry.clock, entry_id


def last_faces(database: pw.SqliteDatabase) -> dict[str, str]:
    """Return what each badge looked like when it was last printed for its wearer."""
    rows = database.execute_sql(_LAST).fetchall()
    return {from_integer(badge): face for badge, face in rows}


def print_log(database: pw.SqliteDatabase, journal: Journal) -> Iterator[LoggedPrint]:
    """Yield every print of a badge, in no particular order."""
    for person, name, body, actor, clock, entry in database.connection().execute(_LOG):
        badge = badge_integer(read_body(body))
        if badge is not None:
            by = Author(milliseconds(clock), actor.hex(), journal.order_of(entry, clock))
            yield LoggedPrint(person.hex(), name or "", from_integer(badge), by)


def is_printed(database: pw.SqliteDatabase, badge: str) -> bool:
    """Tell whether the badge of a number was ever printed for its wearer."""
    return bool(database.execute_sql(_OF_BADGE, (as_integer(badge),)).fetchone())
