"""Who is who: whether a row of a list is somebody known, and what id a new person gets."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from checkin.domain.identity import subject
from checkin.domain.people import Attendee
from checkin.domain.text import fold, same_text
from checkin.domain.values import read_email


def identity_of(key: bytes, texts: Mapping[str, str]) -> str:
    """Return the id that any station gives to the new person a row describes."""
    if registration := texts.get("registration"):
        return subject(key, "attendee", "registration", registration)
    name = same_text(texts["name"])
    if email := texts.get("email"):
        return subject(key, "attendee", "email", email.casefold(), name)
    return subject(key, "attendee", "name", name, fold(texts.get("organisation", "")))


def email_key(text: str) -> str:
    """Return what two writings of one e-mail have in common; a wrong one is left as it is."""
    try:
        return read_email(text).casefold()
    except ValueError:
        return text


class Found(NamedTuple):
    """The known person a row speaks of, and the record by which they were found, mostly theirs."""

    person: Attendee
    record: Attendee


class WhoIsWho:
    """Finds the known person a row speaks of.

    In this order: the same id; the same registration number; the same e-mail and name; an e-mail
    found once in the list and once among the known, one part of the name equal; without an e-mail,
    the same name and organisation. `records` are all those of people who have several, and whose.
    """

    def __init__(
        self,
        known: Iterable[Attendee],
        emails_in_list: Counter[str],
        records: Iterable[tuple[Attendee, Attendee]] = (),
    ) -> None:
        self._emails_in_list = emails_in_list
        self._by_id: dict[str, Found] = {}
        self._by_registration: dict[str, Found] = {}
        self._by_email: defaultdict[str, list[Found]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], Found] = {}
        for record, person in records:
            self._remember(Found(person, record))
        for person in known:
            if person.id not in self._by_id:
                self._remember(Found(person, person))

    def _remember(self, found: Found) -> None:
        record = found.record
        self._by_id[record.id] = found
        if record.registration:
            self._by_registration.setdefault(record.registration, found)
        if record.email:
            self._by_email[record.email.casefold()].append(found)
        name_and_origin = same_text(record.name), fold(record.organisation)
        self._by_name.setdefault(name_and_origin, found)

    def find(self, identity: str, texts: Mapping[str, str]) -> Found | None:
        """Return the known person; ValueError `registration` if the number is another person's."""
        if known := self._by_registration.get(texts.get("registration", "")):
            if not (_could_be(known.record, texts) or _could_be(known.person, texts)):
                raise ValueError("registration")
            return known
        if known := self._by_id.get(identity):
            return known
        name = same_text(texts["name"])
        if not (email := texts.get("email", "").casefold()):
            return self._by_name.get((name, fold(texts.get("organisation", ""))))
        same_email = self._by_email.get(email, [])
        same_name = [one for one in same_email if same_text(one.record.name) == name]
        if same_name:
            return same_name[0]
        people = {one.person.id for one in same_email}
        if len(people) == 1 and self._emails_in_list[email] == 1:
            words = set(fold(texts["name"]).split())
            return next((one for one in same_email if words & _words(one.record)), None)
        return None


def _words(known: Attendee) -> set[str]:
    return set(fold(known.name).split())


def _could_be(known: Attendee, texts: Mapping[str, str]) -> bool:
    same_name = fold(known.name) == fold(texts["name"])
    return same_name or known.email.casefold() == texts.get("email", "").casefold()
