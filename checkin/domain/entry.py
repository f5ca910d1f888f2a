"""One line of the journal, and the chain that shows nobody touched it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_decode = json.JSONDecoder().decode


class Kind:
    """The kinds of entry this version folds. They are stored: never rename one."""

    EVENT_SET = "event.set"
    LIST_SET = "list.set"
    ORGANISATION_SET = "organisation.set"
    OPERATOR_SET = "operator.set"
    ATTENDEE_SET = "attendee.set"
    ORGANIZER_SET = "organizer.set"
    PICTURE_ADDED = "picture.added"
    PHOTO_SET = "photo.set"
    BADGE_ISSUED = "badge.issued"
    BADGE_REVOKED = "badge.revoked"
    BADGE_PRINTED = "badge.printed"
    TICKET_SENT = "ticket.sent"
    CHECK_IN_RECORDED = "check-in.recorded"
    CHECK_IN_ANNULLED = "check-in.annulled"
    CHECK_IN_EXPLAINED = "check-in.explained"
    PERSONAL_DATA_ERASED = "personal-data.erased"
    LIST_IMPORTED = "list.imported"
    IMPORT_UNDONE = "import.undone"
    PIN_SET = "pin.set"
    QUESTION_SET = "question.set"
    TEMPLATE_SET = "template.set"
    SESSION_SET = "session.set"
    DAY_SEALED = "day.sealed"
    SHEET_SET = "sheet.set"
    CERTIFICATE_SET = "certificate.set"
    CONTACT_MET = "contact.met"


# What a door writes; their subject is a list.
SCANS = frozenset({Kind.CHECK_IN_RECORDED, Kind.CHECK_IN_ANNULLED})
# Entries about a person whose body holds nothing personal; every other one is emptied by erasure.
IMPERSONAL = frozenset({Kind.BADGE_ISSUED, Kind.BADGE_REVOKED, Kind.PERSONAL_DATA_ERASED})


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as every station keeps it, byte for byte.

    `station`, `subject` and `actor` are 32 hexadecimal digits; the digests are SHA-256 as 64.
    `body` is empty once erased, while `body_digest` stays.
    """

    station: str
    seq: int
    kind: str
    subject: str
    clock: int
    actor: str
    body: str
    body_digest: str
    digest: str

    @property
    def order(self) -> tuple[int, str, int]:
        """What folding sorts by: the clock, ties broken the same way on every station."""
        return self.clock, self.station, self.seq


def write_body(fields: Mapping[str, object], salt: str = "") -> str:
    """Return the text of a body; `salt` goes into those that may hold personal data."""
    return ENCODER.encode({**fields, "salt": salt} if salt else fields)


def read_body(body: str) -> dict[str, object]:
    """Return the fields of a body, nothing for one that is erased or not ours to read."""
    if not body:
        return {}
    try:
        fields = _decode(body)
        if "\\u" in body:
            # Half a letter, which JSON can write and a table cannot, is an error here.
            ENCODER.encode(fields).encode()
    except (ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}


def digest_of(body: str) -> str:
    """Return the digest of a body's text."""
    return sha256(body.encode()).hexdigest()


def chain(
    previous: str,
    station: str,
    seq: int,
    kind: str,
    subject: str,
    clock: int,
    actor: str,
    body_digest: str,
) -> str:
    """Return an entry's digest; `previous` of a station's first entry is the event's id.

    It is taken from a compact JSON array, in which all texts but the kind are hexadecimal.
    """
    line = (
        f'["{previous}","{station}",{seq},{ENCODER.encode(kind)},"{subject}",{clock},"{actor}",'
        f'"{body_digest}"]'
    )
    return sha256(line.encode()).hexdigest()


def linked(previous: str, entry: Entry) -> str:
    """Return the digest that `entry` must have where it follows the one with digest `previous`."""
    return chain(
        previous,
        entry.station,
        entry.seq,
        entry.kind,
        entry.subject,
        entry.clock,
        entry.actor,
        entry.body_digest,
    )


def continues(previous: str, entry: Entry) -> bool:
    """Tell whether an entry, its body included, continues the chain that ends in `previous`."""
    body_holds = not entry.body or digest_of(entry.body) == entry.body_digest
    return body_holds and entry.digest == linked(previous, entry)
