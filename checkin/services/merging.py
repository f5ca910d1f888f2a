"""Makes one person of two records, or says that they are two people; takes either back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from checkin.domain.details import TEXTS
from checkin.domain.entry import Kind
from checkin.domain.merging import Side, merged_fields, merging_body
from checkin.domain.people import Attendee, known_status
from checkin.domain.questions import CONTACTS
from checkin.domain.roles import Action, Operator
from checkin.domain.things import APART, CUSTOM, SAME_AS, bookings_in, days_in
from checkin.errors import CheckinError
from checkin.services.drafting import Drafting
from checkin.services.permission import require
from checkin.services.registration import attendee_now, find_attendee
from checkin.store.store import Store


@dataclass(frozen=True, slots=True)
class Merged:
    """The person two records are now, and the id of the record that is listed no more."""

    person: Attendee
    record: str


@dataclass(frozen=True, slots=True)
class Separated:
    """Two people again: who kept the id, and who is listed once more."""

    person: Attendee
    again: Attendee


def merge(
    store: Store,
    operator: Operator,
    keep: Attendee,
    other: Attendee,
    choices: Mapping[str, Side] | None = None,
) -> Merged:
    """Say that two are one person, who keeps what `keep` says where nothing else is chosen.

    The smaller id is the person's from now on; all badges and numbers of both are theirs. Fields
    that can be chosen are `domain.merging.CHOICES` and those of somebody's own, `custom.NAME`.
    """
    require(store, operator, Action.CHANGE_ROSTER)
    with store.write(operator) as pen:
        keep, other = two_people(store, keep, other)
        person, record = sorted((keep.id, other.id))
        fields = {one: store.merging.fields(one) for one in (person, record)}
        try:
            wanted = merged_fields(fields[keep.id], fields[other.id], choices or {})
        except ValueError as error:
            raise CheckinError("no-such-choice", field=str(error)) from error
        body = merging_body(fields[person], record, wanted)
        pen.append(Kind.ATTENDEE_SET, person, body)
        pen.append(Kind.ATTENDEE_SET, record, {SAME_AS: person})
    return Merged(attendee_now(store, person), record)


def take_back_merger(store: Store, operator: Operator, reference: str) -> Separated:
    """Make two of a person again, who is named by id, badge or registration number.

    A record that was merged names its own merger, a person the last one. What the merger gave the
    person goes back, unless it was changed since. CheckinError if the person was merged with
    somebody else since: what the merger gave is theirs too by now.
    """
    require(store, operator, Action.CHANGE_ROSTER)
    with store.write(operator) as pen:
        record = _merged_record(store, reference)
        person = str(store.merging.fields(record)[SAME_AS])
        if store.merging.fields(person).get(SAME_AS):
            raise CheckinError("merged-since", name=attendee_now(store, person).name, last=person)
        if body := store.merging.story(person, record).taken_back():
            pen.append(Kind.ATTENDEE_SET, person, body)
        pen.append(Kind.ATTENDEE_SET, record, {SAME_AS: None})
        again = attendee_now(store, record)
        if not again.badge:
            # All badges were revoked when the person's was replaced.
            last = max((one.issue for one in store.roster.issues(record)), default=0)
            pen.append_all([Drafting.of(store).badge(record, last + 1)])
    return Separated(attendee_now(store, person), attendee_now(store, record))


def keep_apart(store: Store, operator: Operator, one: Attendee, other: Attendee) -> None:
    """Remember that two are different people; they are not offered as one again."""
    _say_apart(store, operator, one, other, apart=True)


def take_back_apart(store: Store, operator: Operator, one: Attendee, other: Attendee) -> None:
    """Forget that two were said to be different people."""
    _say_apart(store, operator, one, other, apart=False)


def records_of_several(store: Store) -> list[tuple[Attendee, Attendee]]:
    """Return the records of people who have several, and whose: each as it says of itself."""
    merged = store.roster.merged()
    people = {person.id: person for _, person in merged}
    own = [(_as_of_itself(store, person), person) for person in people.values()]
    return own + [(_as_of_itself(store, record), person) for record, person in merged]


def _as_of_itself(store: Store, record: Attendee) -> Attendee:
    fields = store.merging.own_fields(record.id)
    texts: dict[str, Any] = {
        name: str(fields.get(name) or "") for name in TEXTS if name != "status"
    }
    origin, kind = store.roster.organisation(str(fields.get("organisation") or "")) or ("", "")
    return replace(
        record,
        **texts,
        contacts=contacts if isinstance(contacts := fields.get(CONTACTS), bool) else None,
        organisation=origin,
        organisation_kind=kind or str(fields.get("organisation_kind") or ""),
        status=known_status(str(fields.get("status") or "")),
        days=days_in(fields),
        bookings=bookings_in(fields),
        custom={n[len(CUSTOM) :]: str(t) for n, t in fields.items() if n.startswith(CUSTOM)},
    )


def _say_apart(
    store: Store, operator: Operator, one: Attendee, other: Attendee, *, apart: bool
) -> None:
    require(store, operator, Action.CHANGE_ROSTER)
    with store.write(operator) as pen:
        one, other = two_people(store, one, other)
        smaller, larger = sorted((one.id, other.id))
        if ((smaller, larger) in store.merging.apart()) is apart:
            code = "apart-already" if apart else "not-apart"
            raise CheckinError(code, one=one.name, other=other.name)
        if apart:
            pen.append(Kind.ATTENDEE_SET, smaller, {APART + larger: True})
            return
        for record, said in _said_apart(store, smaller, larger):
            pen.append(Kind.ATTENDEE_SET, record, {said: None})


def _said_apart(store: Store, one: str, other: str) -> list[tuple[str, str]]:
    """Return where it was said, of whichever of their records: the record and its field."""
    return [
        (smaller, APART + larger)
        for record in store.roster.records(one)
        for another in store.roster.records(other)
        for smaller, larger in [sorted((record, another))]
        if APART + larger in store.merging.fields(smaller)
    ]


def two_people(store: Store, one: Attendee, other: Attendee) -> tuple[Attendee, Attendee]:
    """Return two people as they are now; CheckinError if they are gone, or one by now."""
    one, other = attendee_now(store, one.id), attendee_now(store, other.id)
    if one.id == other.id:
        raise CheckinError("same-person", name=one.name)
    return one, other


def _merged_record(store: Store, reference: str) -> str:
    person = find_attendee(store, reference)
    records = store.roster.records(person.id)
    merged = [one for one in records if one != person.id]
    if not merged:
        raise CheckinError("not-merged", name=person.name)
    named = [one for one in merged if one.startswith(reference.strip().lower())]
    return named[0] if len(named) == 1 else max(merged, key=store.merging.merged_at)
