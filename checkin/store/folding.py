"""Applies entries to the tables, so that they are what the whole journal folds to, in any order."""

from collections.abc import Callable, Mapping, Sequence

import peewee as pw

from checkin.domain.entry import Entry, Kind, read_body
from checkin.store.badges import BadgeFold
from checkin.store.checkins import CheckInFold
from checkin.store.journal import Journal
from checkin.store.things import ThingFold

_THINGS = (Kind.EVENT_SET, Kind.LIST_SET, Kind.ORGANISATION_SET, Kind.OPERATOR_SET)


class Folding:
    """Folds entries into the tables of one database; the journal may lie in another."""

    def __init__(self, database: pw.SqliteDatabase, journal: Journal) -> None:
        self._journal = journal
        self._things = ThingFold(database, journal)
        self._badges = BadgeFold(database, journal)
        self._check_ins = CheckInFold(database, journal)
        self._folds: Mapping[str, Callable[[Entry], None]] = {
            **dict.fromkeys(_THINGS, self._things.apply),
            Kind.ATTENDEE_SET: self._things.apply,
            Kind.PERSONAL_DATA_ERASED: self._things.erase,
            Kind.BADGE_ISSUED: self._badge_issued,
            Kind.BADGE_REVOKED: self._badges.revoke,
            Kind.CHECK_IN_RECORDED: self._check_ins.record,
            Kind.CHECK_IN_ANNULLED: self._check_ins.annul,
        }

    def apply(self, entries: Sequence[Entry]) -> None:
        """Fold entries that are in the journal now; kinds not known here are left out."""
        for entry in entries:
            if fold := self._folds.get(entry.kind):
                fold(entry)

    def _badge_issued(self, entry: Entry) -> None:
        for attendee in self._badges.issue(entry):
            self._check_ins.recount_badge(read_body(entry.body), attendee)
