"""Applies entries to the tables, so that they are what the whole journal folds to, in any order."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence

import peewee as pw

from checkin.domain.entry import Entry, Kind
from checkin.store.badges import BadgeFold
from checkin.store.checkins import CheckInFold
from checkin.store.imports import ImportFold
from checkin.store.journal import Journal
from checkin.store.photos import PhotoFold
from checkin.store.pictures import PictureFold
from checkin.store.printings import printing_fold
from checkin.store.things import ThingFold
from checkin.store.tickets import ticket_fold

_THINGS = (
    Kind.EVENT_SET,
    Kind.LIST_SET,
    Kind.ORGANISATION_SET,
    Kind.OPERATOR_SET,
    Kind.ORGANIZER_SET,
    Kind.PIN_SET,
    Kind.QUESTION_SET,
    Kind.TEMPLATE_SET,
    Kind.SESSION_SET,
    Kind.DAY_SEALED,
    Kind.SHEET_SET,
    Kind.CERTIFICATE_SET,
    Kind.CONTACT_MET,
)
_ABOUT_ATTENDEES = (Kind.ATTENDEE_SET, Kind.PERSONAL_DATA_ERASED)

Fold = Callable[[Sequence[Entry]], None]


class Folding:
    """Folds entries into the tables of one database; the journal may lie in another."""

    def __init__(self, database: pw.SqliteDatabase, journal: Journal) -> None:
        self._badges = BadgeFold(database, journal)
        self._check_ins = CheckInFold(database, journal)
        self._printings = printing_fold(database, journal)
        self._tickets = ticket_fold(database, journal)
        self._pictures = PictureFold(database, journal)
        self._photos = PhotoFold(database, journal)
        self._things = things = ThingFold(database, journal)
        imports = ImportFold(database, journal)
        # In this order each kind finds what it asks about already there, which spares a refold.
        self._folds: tuple[tuple[tuple[str, ...], Fold], ...] = (
            *(((kind,), things.apply) for kind in _THINGS),
            (_ABOUT_ATTENDEES, self._about_attendees),
            ((Kind.BADGE_ISSUED,), self._issue),
            ((Kind.BADGE_REVOKED,), self._badges.revoke),
            ((Kind.BADGE_PRINTED,), self._print),
            ((Kind.TICKET_SENT,), self._send),
            ((Kind.PICTURE_ADDED,), self._add_pictures),
            ((Kind.PHOTO_SET,), self._set_photos),
            ((Kind.CHECK_IN_RECORDED,), self._check_ins.record),
            ((Kind.CHECK_IN_ANNULLED,), self._check_ins.annul),
            ((Kind.LIST_IMPORTED,), imports.remember),
            ((Kind.IMPORT_UNDONE,), imports.undo),
        )

    def apply(self, entries: Sequence[Entry]) -> None:
        """Fold entries that are in the journal now; kinds without a table are left out.

        They are taken kind by kind, as the order of arrival makes no difference.
        """
        by_kind: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            by_kind[entry.kind].append(entry)
        for kinds, fold in self._folds:
            if news := [entry for kind in kinds for entry in by_kind.pop(kind, ())]:
                fold(news)
        if left_out := [entry for entries_of in by_kind.values() for entry in entries_of]:
            self._things.without_the_erased(left_out)

    def count_scans_of(self, badges: Collection[tuple[int, bytes]]) -> None:
        """Count the check-ins of badges, by number and attendee, made before they were issued."""
        self._check_ins.recount(badges)

    def _about_attendees(self, entries: Sequence[Entry]) -> None:
        self._check_ins.follow(self._things.apply_to_attendees(entries))
        erased = [one.subject for one in entries if one.kind == Kind.PERSONAL_DATA_ERASED]
        self._printings.forget(erased)
        self._tickets.forget(erased)
        self._pictures.forget(erased)
        self._photos.forget(erased)

    def _print(self, entries: Sequence[Entry]) -> None:
        self._printings.record(self._things.without_the_erased(entries))

    def _send(self, entries: Sequence[Entry]) -> None:
        self._tickets.record(self._things.without_the_erased(entries))

    def _add_pictures(self, entries: Sequence[Entry]) -> None:
        self._pictures.add(self._things.without_the_erased(entries))

    def _set_photos(self, entries: Sequence[Entry]) -> None:
        self._photos.set(self._things.without_the_erased(entries))

    def _issue(self, entries: Sequence[Entry]) -> None:
        self._check_ins.recount(self._badges.issue(entries))
