"""Drafts the entries that register or correct a person: organisation, person, badge."""

from collections.abc import Callable
from typing import Self

from checkin.domain.code import badge_number
from checkin.domain.details import Details, changed_fields
from checkin.domain.entry import Kind
from checkin.domain.identity import organisation_id
from checkin.domain.people import Attendee
from checkin.domain.things import APART, SAME_AS, Fields
from checkin.store.draft import Draft
from checkin.store.store import Store

Origin = tuple[str, str]


class Drafting:
    """Drafts for any number of people, remembering what its own drafts will have brought.

    `organisation` gives name and kind by id, `taken` tells whether a badge number is in use.
    """

    def __init__(
        self,
        key: bytes,
        organisation: Callable[[str], Origin | None],
        taken: Callable[[str], bool],
    ) -> None:
        self._key = key
        self._organisation = organisation
        self._taken = taken
        self._identities: dict[str, str] = {}
        self._named: set[str] = set()
        self._sorted: set[str] = set()

    @classmethod
    def of(cls, store: Store) -> Self:
        """Look things up as they are asked for: right for one person."""
        return cls(store.key, store.roster.organisation, store.roster.badge_taken)

    @classmethod
    def for_many(cls, store: Store) -> Self:
        """Read everything that may be asked for at once: right for a list."""
        organisations, numbers = store.roster.organisations(), store.roster.badge_numbers()
        return cls(store.key, organisations.get, numbers.__contains__)

    def add(self, identity: str, details: Details) -> list[Draft]:
        """Return the entries of a new person: organisation if new, the person, a first badge."""
        drafts, body = self._first_words(details)
        drafts.append(Draft.of(Kind.ATTENDEE_SET, identity, body))
        drafts.append(self.badge(identity, 1))
        return drafts

    def bring_back(self, identity: str, before: Fields, details: Details) -> list[Draft]:
        """Return the entries that put a person who was removed back, as if new; a badge is theirs.

        `before` are the fields they had, of which nothing is left that `details` do not say.
        """
        drafts, body = self._first_words(details)
        stays = {name for name in before if name == SAME_AS or name.startswith(APART)}
        cleared = dict.fromkeys(before.keys() - body.keys() - stays)
        body = {name: one for name, one in body.items() if before.get(name) != one}
        drafts.append(Draft.of(Kind.ATTENDEE_SET, identity, {**cleared, **body, "removed": False}))
        return drafts

    def _first_words(self, details: Details) -> tuple[list[Draft], dict[str, object]]:
        """Return the entry about a new person's organisation, if one is due, and their own body."""
        organisation, drafts = self._origin(details)
        body = changed_fields(None, details, organisation)
        if not organisation and (kind := details.texts.get("organisation_kind")):
            body["organisation_kind"] = kind
        return drafts, body

    def change(self, known: Attendee, details: Details) -> list[Draft]:
        """Return the entries that make a known person what `details` say; none if they are."""
        organisation, drafts = self._origin(details, known)
        if body := changed_fields(known, details, organisation):
            drafts.append(Draft.of(Kind.ATTENDEE_SET, known.id, body))
        return drafts

    def badge(self, attendee: str, issue: int) -> Draft:
        """Return the entry that issues a badge, skipping a number that is in use."""
        while self._taken(number := badge_number(self._key, attendee, issue)):
            issue += 1
        return Draft.of(Kind.BADGE_ISSUED, attendee, {"badge": number, "issue": issue})

    def _origin(
        self, details: Details, known: Attendee | None = None
    ) -> tuple[str | None, list[Draft]]:
        """Return the organisation named, and the entry that says something new of it."""
        name = details.texts.get("organisation", known.organisation if known else "")
        if not name:
            return None, []
        kind = details.texts.get("organisation_kind", "")
        identity = self._identity(name)
        there = self._organisation(identity)
        body = {"name": name} if there is None and identity not in self._named else {}
        self._named.add(identity)
        if kind and identity not in self._sorted:
            # Rows that disagree on one organisation's kind: the first is taken, at every import.
            self._sorted.add(identity)
            if there is None or there[1] != kind:
                body["kind"] = kind
        return identity, [Draft.of(Kind.ORGANISATION_SET, identity, body)] if body else []

    def _identity(self, organisation: str) -> str:
        if organisation not in self._identities:
            self._identities[organisation] = organisation_id(self._key, organisation)
        return self._identities[organisation]
