"""Notices what kind of thing changed in an event, whoever changed it."""

from collections.abc import Mapping
from enum import Flag, auto

from checkin.domain.entry import Kind
from checkin.store.store import Store


class Changed(Flag):
    """What sort of thing was changed, so that a page reads anew only what it shows."""

    EVENT = auto()
    LISTS = auto()
    ATTENDEES = auto()
    BADGES = auto()
    CHECK_INS = auto()
    ORGANIZERS = auto()
    IMPORTS = auto()
    PINS = auto()
    TEMPLATES = auto()
    PROOF = auto()
    MEETINGS = auto()


_OF_KIND: Mapping[str, Changed] = {
    Kind.EVENT_SET: Changed.EVENT,
    Kind.LIST_SET: Changed.LISTS,
    Kind.SESSION_SET: Changed.LISTS,
    Kind.ATTENDEE_SET: Changed.ATTENDEES,
    Kind.ORGANISATION_SET: Changed.ATTENDEES,
    Kind.PHOTO_SET: Changed.ATTENDEES,
    Kind.PERSONAL_DATA_ERASED: Changed.ATTENDEES,
    Kind.BADGE_ISSUED: Changed.BADGES,
    Kind.BADGE_REVOKED: Changed.BADGES,
    Kind.BADGE_PRINTED: Changed.BADGES,
    Kind.TICKET_SENT: Changed.BADGES,
    Kind.CHECK_IN_RECORDED: Changed.CHECK_INS,
    Kind.CHECK_IN_ANNULLED: Changed.CHECK_INS,
    Kind.CHECK_IN_EXPLAINED: Changed.CHECK_INS,
    Kind.ORGANIZER_SET: Changed.ORGANIZERS,
    Kind.PICTURE_ADDED: Changed.ORGANIZERS,
    Kind.TEMPLATE_SET: Changed.TEMPLATES,
    Kind.DAY_SEALED: Changed.PROOF,
    Kind.SHEET_SET: Changed.PROOF,
    Kind.CERTIFICATE_SET: Changed.PROOF,
    Kind.CONTACT_MET: Changed.MEETINGS,
    Kind.LIST_IMPORTED: Changed.IMPORTS,
    Kind.IMPORT_UNDONE: Changed.IMPORTS,
    Kind.PIN_SET: Changed.PINS,
    Kind.QUESTION_SET: Changed.EVENT,
}


class Watch:
    """Tells what was appended since it last looked, by this process or another one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version = store.version()
        self._heads = store.journal.heads()

    def look(self) -> Changed:
        """Return what changed since the last look; next to nothing to ask when nothing did."""
        version = self._store.version()
        if version == self._version:
            return Changed(0)
        self._version, before = version, self._heads
        self._heads = self._store.journal.heads()
        changed = Changed(0)
        for kind in self._store.journal.kinds_since(before):
            changed |= _OF_KIND.get(kind, Changed(0))
        return changed
