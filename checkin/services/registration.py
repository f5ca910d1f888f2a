"""Keeps the roster: registers, corrects, cancels and blocks people, each with a badge at once."""

from collections.abc import Mapping
from dataclasses import replace

from checkin.domain.code import ALPHABET, NUMBER_LETTERS, tidy
from checkin.domain.consent import consent_word
from checkin.domain.details import TOPICS, Details
from checkin.domain.identity import random_id
from checkin.domain.mixups import Called
from checkin.domain.people import Attendee, Status
from checkin.domain.questions import CONTACTS
from checkin.domain.roles import Action, Operator
from checkin.domain.text import clean, fold
from checkin.domain.topics import read_topics
from checkin.domain.values import clean_name, read_consent, read_email, read_kind
from checkin.errors import CheckinError
from checkin.services.drafting import Drafting
from checkin.services.permission import require
from checkin.store.namesakes import namesakes
from checkin.store.roster import by_name
from checkin.store.store import Store

LONGEST_TEXT = 1000
LONGEST_FIELD_NAME = 200
_SHORTEST_ID = 6
# Of so many who share an address somebody is likely to be one.
_SHARING = 50


def roster(store: Store, operator: Operator, search: str = "") -> list[Attendee]:
    """Return everybody by family name, or those whom `search` may mean, the likeliest first."""
    require(store, operator, Action.SEARCH)
    if wanted := clean(search):
        return store.roster.search(wanted, limit=-1)
    return sorted(store.roster.everyone(), key=by_name)


def find_attendee(store: Store, reference: str) -> Attendee:
    """Return whom an id, its beginning, a badge number or a registration number names."""
    text = clean(reference)
    letters = tidy(text).replace("-", "").upper()
    if attendee := store.roster.by_badge(
        letters[:NUMBER_LETTERS] if not set(letters) - set(ALPHABET) else ""
    ):
        return attendee
    found = store.roster.by_registration(text) if text else []
    if not found and len(text) >= _SHORTEST_ID and not set(text.lower()) - set("0123456789abcdef"):
        found = store.roster.by_id_beginning(text.lower())
    if not found:
        raise CheckinError("attendee-unknown", reference=reference)
    if len(found) > 1:
        raise CheckinError(
            "attendee-ambiguous", reference=reference, names=", ".join(one.name for one in found)
        )
    return found[0]


def attendee_now(store: Store, record: str) -> Attendee:
    """Return the person whose record that is, as they are now; CheckinError if they are gone."""
    found = store.roster.by_id(record)
    if found is None:
        raise CheckinError("attendee-unknown", reference=record)
    return found


def register(store: Store, operator: Operator, details: Details) -> tuple[Attendee, list[Attendee]]:
    """Add a person; return them, and the people already there whom they may duplicate."""
    require(store, operator, Action.ADD_ATTENDEE)
    wanted = checked(details)
    alike = already_there(store, wanted.texts)
    identity = random_id()
    with store.write(operator) as pen:
        pen.append_all(Drafting.of(store).add(identity, wanted))
    added = store.roster.by_id(identity)
    assert added
    return added, alike


def edit(store: Store, operator: Operator, attendee: Attendee, details: Details) -> Attendee:
    """Change what `details` speak of; the code on the badge stays."""
    require(store, operator, Action.CORRECT if details.door_may_say else Action.CHANGE_ROSTER)
    # Whoever was merged since is another record's person by now.
    known = replace(attendee, id=attendee_now(store, attendee.id).id)
    drafts = Drafting.of(store).change(known, checked(details, known=known))
    if not drafts:
        raise CheckinError("nothing-to-change")
    with store.write(operator) as pen:
        pen.append_all(drafts)
    return attendee_now(store, known.id)


def set_status(store: Store, operator: Operator, attendee: Attendee, status: Status) -> Attendee:
    """Cancel, block or take back: say where a registration stands."""
    require(store, operator, Action.CHANGE_ROSTER)
    if attendee.status is status:
        raise CheckinError("status-already", name=attendee.name, status=status.value)
    return edit(store, operator, attendee, Details({"status": status.value}))


def checked(details: Details, known: Attendee | None = None) -> Details:
    """Return details typed in by hand as they may be stored; CheckinError names a wrong field."""
    texts = {name: _checked_text(name, text) for name, text in details.texts.items()}
    custom = {_field_name(name): _checked_text(name, text) for name, text in details.custom.items()}
    if known is None and not any(texts.get(name) for name in ("name", "given_name", "family_name")):
        raise CheckinError("name-missing")
    whole = replace(details, texts=texts, custom=custom).whole()
    if "name" in whole.texts and not whole.texts["name"]:
        raise CheckinError("name-missing")
    return whole


def _field_name(text: str) -> str:
    name = clean(text)
    if not name:
        raise CheckinError("field-name-missing")
    if len(name) > LONGEST_FIELD_NAME:
        raise CheckinError("text-too-long", field="custom", most=LONGEST_FIELD_NAME)
    return name


def _checked_text(name: str, text: str) -> str:
    try:
        if name in {"name", "given_name", "family_name"} and text.strip():
            return clean_name(clean(text))
        if name == "email":
            return read_email(text)
        if name == "organisation_kind" and text.strip():
            return read_kind(text).value
        if name == CONTACTS:
            return consent_word(read_consent(text))
    except ValueError as error:
        raise CheckinError(
            "field-wrong", field=name, reason=str(error), value=clean(text)
        ) from error
    if len(text) > LONGEST_TEXT:
        raise CheckinError("text-too-long", field=name, most=LONGEST_TEXT)
    return read_topics(text) if name in TOPICS else clean(text)


def already_there(store: Store, texts: Mapping[str, str]) -> list[Attendee]:
    """Return people of the same name or nearly, or of the same e-mail address, likeliest first."""
    called = Called(texts.get("name", ""), texts.get("email", ""))
    found = store.roster.by_numbers(namesakes(store.database, called))
    people = {one.id: one for one in found.values()}
    name, email = fold(called.name), called.email.casefold()
    if email:
        same = store.roster.search(email, limit=_SHARING)
        people |= {one.id: one for one in same if one.email.casefold() == email}
    return sorted(
        people.values(),
        key=lambda one: (
            bool(email) and one.email.casefold() != email,
            fold(one.name) != name,
            by_name(one),
        ),
    )
