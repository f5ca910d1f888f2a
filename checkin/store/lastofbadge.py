"""Folds what was last done with each badge of each attendee, such as printing it."""

from collections.abc import Callable, Collection, Sequence

import peewee as pw

from checkin.domain.entry import Entry, read_body
from checkin.store.badges import badge_integer
from checkin.store.journal import Journal
from checkin.store.lookups import Row, rows_of
from checkin.store.winning import winning


class LastOfBadge:
    """Keeps one `table`, by attendee and badge so that erasure finds a person's rows.

    `field` is both its column and the field of the entries' bodies; an entry whose text does not
    `fit` is left out, as one that a later version may write.
    """

    def __init__(
        self,
        database: pw.SqliteDatabase,
        journal: Journal,
        table: str,
        field: str,
        fits: Callable[[str], bool],
    ) -> None:
        self._database = database
        self._journal = journal
        self._field = field
        self._fits = fits
        self._known = f"SELECT attendee, badge, clock, entry FROM {table} WHERE attendee"
        self._put = (
            f"INSERT INTO {table} (attendee, badge, {field}, clock, entry) VALUES (?, ?, ?, ?, ?)"
            f" ON CONFLICT (attendee, badge) DO UPDATE SET {field} = excluded.{field},"
            " clock = excluded.clock, entry = excluded.entry"
        )
        self._forget = f"DELETE FROM {table} WHERE attendee = ?"

    def record(self, entries: Sequence[Entry]) -> None:
        """Fold entries; the latest about a badge stands."""
        rows = [row for entry in entries if (row := self._row(entry))]
        known = rows_of(self._database, self._known, {row[0] for row in rows})
        won = winning(self._journal, rows, known, keys=2, latest=True)
        self._database.connection().executemany(self._put, sorted(won))

    def forget(self, subjects: Collection[str]) -> None:
        """Leave nothing of those who were erased."""
        rows = [(bytes.fromhex(subject),) for subject in subjects]
        self._database.connection().executemany(self._forget, rows)

    def _row(self, entry: Entry) -> Row | None:
        body = read_body(entry.body)
        badge, text = badge_integer(body), body.get(self._field)
        if badge is None or not isinstance(text, str) or not self._fits(text):
            return None
        entry_id = self._journal.id_of(entry.station, entry.seq)
        return bytes.fromhex(entry.subject), badge, text, entry.clock, entry_id
