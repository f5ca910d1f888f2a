"""What is said of a person, by a list or at the desk, and how it differs from what is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from checkin.domain.consent import consent_of, consent_word
from checkin.domain.names import join_name, split_name
from checkin.domain.people import Attendee
from checkin.domain.questions import CONTACTS
from checkin.domain.text import fold
from checkin.domain.things import BOOKING, CUSTOM, DAY

TEXTS = (
    "name",
    "given_name",
    "family_name",
    "email",
    "country",
    "job_title",
    "category",
    "status",
    "notes",
    "instruction",
    "offers",
    "seeks",
    "registration",
    "ticket_code",
    "imported",
)
TOPICS = ("offers", "seeks")
_NAMES = frozenset({"name", "given_name", "family_name"})
# What a door asks of somebody who walks in, and may put right.
_ASKED_AT_THE_DOOR = _NAMES | {"organisation", "job_title", "email", CONTACTS, *TOPICS}
_NUMBERS = frozenset({"registration", "ticket_code"})


@dataclass(frozen=True, slots=True)
class Details:
    """Fields of a person by name; one not named is not spoken of, an empty text clears it.

    `texts` may also hold `organisation` (its name), `organisation_kind` and `contacts`, which is
    `yes`, `no`, or empty for not asked. `days` None is not
    spoken of, empty is every day. `bookings` are ids of sessions, None not spoken of.
    """

    texts: Mapping[str, str]
    days: tuple[date, ...] | None = None
    custom: Mapping[str, str] = field(default_factory=dict)
    bookings: tuple[str, ...] | None = None

    @property
    def empty(self) -> bool:
        """Tell whether they speak of nothing at all."""
        said = self.texts or self.custom or self.days is not None or self.bookings is not None
        return not said

    @property
    def door_may_say(self) -> bool:
        """Tell whether they speak only of name, organisation, job title, e-mail and contacts."""
        only = self.texts.keys() <= _ASKED_AT_THE_DOOR
        return only and self.days is None and not self.custom and self.bookings is None

    def whole(self) -> "Details":
        """Return the same with full, given and family name filled in from one another."""
        texts = dict(self.texts)
        given, family = texts.get("given_name", ""), texts.get("family_name", "")
        if given or family:
            texts["name"] = texts.get("name") or join_name(given, family)
        elif texts.get("name"):
            texts["given_name"], texts["family_name"] = split_name(texts["name"])
            texts["name"] = join_name(texts["given_name"], texts["family_name"])
        return replace(self, texts=texts)


def changed_fields(
    known: Attendee | None, details: Details, organisation: str | None
) -> dict[str, object]:
    """Return the body that makes `known` (nobody yet: None) what `details` say; None clears.

    `organisation` is the id of the organisation named in `details`, None when they name none.
    """
    body: dict[str, object] = {}
    for name in TEXTS:
        if name in details.texts:
            before = text_of(known, name) if known else ""
            _put(body, name, before, details.texts[name])
    _put_consent(body, known, details)
    for name, text in details.custom.items():
        _put(body, CUSTOM + name, known.custom.get(name, "") if known else "", text)
    if "organisation" in details.texts:
        before = known.organisation if known else ""
        if fold(before) != fold(details.texts["organisation"]):
            body["organisation"] = organisation
    if details.days is not None:
        before_days = set(known.days if known else ())
        for day in sorted(before_days ^ set(details.days)):
            body[DAY + day.isoformat()] = True if day in details.days else None
    _put_bookings(body, known, details)
    if known is None:
        body = {name: value for name, value in body.items() if value is not None}
    return body


def text_of(attendee: Attendee, name: str) -> str:
    """Return what somebody's field of that name says, as `texts` have it."""
    value = getattr(attendee, name)
    return consent_word(value) if name == CONTACTS else str(value)


def corrections(record: Attendee, details: Details, *, own: bool) -> Details:
    """Return what `details` say otherwise than a record has it; a name that differs, as a whole.

    If it is not the person's `own`, its numbers are no corrections of theirs. Nor is the kind of
    an organisation that stays as it was.
    """
    texts = {
        name: text
        for name, text in details.texts.items()
        if (own or name not in _NUMBERS) and _differs(record, name, text)
    }
    if not _NAMES.isdisjoint(texts):
        texts |= {name: text for name, text in details.texts.items() if name in _NAMES}
    if "organisation" not in texts:
        texts.pop("organisation_kind", None)
    days = None if details.days is None or set(details.days) == set(record.days) else details.days
    custom = {
        name: text for name, text in details.custom.items() if record.custom.get(name, "") != text
    }
    bookings = details.bookings
    if bookings is not None and set(bookings) == set(record.bookings):
        bookings = None
    return Details(texts, days, custom, bookings)


def _differs(record: Attendee, name: str, text: str) -> bool:
    before = text_of(record, name)
    return fold(before) != fold(text) if name == "organisation" else before != text


def _put_bookings(body: dict[str, object], known: Attendee | None, details: Details) -> None:
    if details.bookings is not None:
        before = set(known.bookings if known else ())
        for one in sorted(before ^ set(details.bookings)):
            body[BOOKING + one] = True if one in details.bookings else None


def _put_consent(body: dict[str, object], known: Attendee | None, details: Details) -> None:
    if CONTACTS in details.texts:
        agreed = consent_of(details.texts[CONTACTS])
        if agreed is not (known.contacts if known else None):
            body[CONTACTS] = agreed


def _put(body: dict[str, object], name: str, before: str, after: str) -> None:
    if before != after:
        body[name] = after or None
