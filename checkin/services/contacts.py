"""The contact desk: who scanned their badges one after the other have met; whom else to meet.

Whatever is read here is of those alone whose contact may be passed on now.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checkin.domain.code import LONGEST_SCAN, printed, read, tidy
from checkin.domain.contacts import Partners, Suggestion, passes_on
from checkin.domain.entry import Kind
from checkin.domain.identity import meeting_id
from checkin.domain.keyboards import put_back
from checkin.domain.people import Attendee
from checkin.domain.roles import Action, Operator
from checkin.domain.text import clean
from checkin.errors import CheckinError
from checkin.services.admission import echo_of
from checkin.services.permission import require
from checkin.services.registration import attendee_now, find_attendee
from checkin.store.meetings import pairs_met, stands
from checkin.store.pen import Pen
from checkin.store.roster import by_name
from checkin.store.store import Store

FEWEST_WHO_MEET = 2


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody whom one met, and when (Unix ms)."""

    attendee: Attendee
    at: int


@dataclass(frozen=True, slots=True)
class Scanned:
    """Who held their badge to the desk: whom of the group they `met` by it, whom they had before.

    Neither is anybody whose contact may not be passed on; if that is `person`, `agreed` is False.
    """

    person: Attendee
    agreed: bool
    met: tuple[Attendee, ...] = ()
    before: tuple[Attendee, ...] = ()


def meet(store: Store, operator: Operator, codes: Sequence[str]) -> list[Scanned]:
    """Take badges one after the other, and record that those who agreed have met, each pair.

    A badge is named as `find_badge` takes it. CheckinError, with nothing recorded, for one that is
    nobody's, for fewer than two people, and where fewer than two agreed.
    """
    require(store, operator, Action.SCAN)
    people = {one.id: one for one in (find_badge(store, code) for code in codes)}
    if len(people) < FEWEST_WHO_MEET:
        raise CheckinError("meeting-alone")
    silent = [one.name for one in people.values() if not passes_on(one)]
    if len(people) - len(silent) < FEWEST_WHO_MEET:
        raise CheckinError("meeting-without-consent", names=", ".join(silent))
    with store.write(operator) as pen:
        return [
            _join(store, pen, one, [*people.values()][:at])
            for at, one in enumerate(people.values())
        ]


def join(store: Store, operator: Operator, group: Sequence[str], code: str) -> Scanned:
    """Take a badge, and record that its wearer has met those of a `group`, who are named by id.

    CheckinError where the badge is nobody's.
    """
    require(store, operator, Action.SCAN)
    person = find_badge(store, code)
    others = [store.roster.by_id(one) for one in group]
    with store.write(operator) as pen:
        return _join(store, pen, person, [one for one in others if one and one.id != person.id])


def unmeet(store: Store, operator: Operator, one: Attendee, others: Sequence[Attendee]) -> None:
    """Take back that somebody met others; `not-met` for whom they did not."""
    require(store, operator, Action.SCAN)
    first = set(store.roster.records(one.id))
    with store.write(operator) as pen:
        for other in others:
            meetings = [
                meeting
                for record in first
                for another in store.roster.records(other.id)
                if stands(store.database, meeting := meeting_id(store.key, record, another))
            ]
            if not meetings:
                raise CheckinError("not-met", one=one.name, other=other.name)
            for meeting in meetings:
                pen.append(Kind.CONTACT_MET, meeting, {"removed": True})


def met(store: Store, operator: Operator, attendee: Attendee) -> list[Contact]:
    """Return whom somebody met, the first first."""
    require(store, operator, Action.SEARCH)
    people = _agreeing(store)
    return _contacts(store, people).get(attendee.id, [])


def everyones_contacts(
    store: Store, operator: Operator
) -> list[tuple[Attendee, Sequence[Contact]]]:
    """Return all who met anybody, by name, and whom."""
    require(store, operator, Action.EXPORT)
    people = _agreeing(store)
    found = _contacts(store, people)
    return sorted(((people[one], found[one]) for one in found), key=lambda pair: by_name(pair[0]))


def agreeing(store: Store, operator: Operator) -> list[Attendee]:
    """Return all whose contact may be passed on, by name."""
    require(store, operator, Action.EXPORT)
    return sorted(_agreeing(store).values(), key=by_name)


def suggest(store: Store, operator: Operator, attendee: Attendee) -> list[Suggestion]:
    """Return whom somebody might want to meet and has not, the best first.

    `contact-not-agreed` for who is not passed on themselves.
    """
    require(store, operator, Action.SEARCH)
    person = attendee_now(store, attendee.id)
    if not passes_on(person):
        raise CheckinError("contact-not-agreed", name=person.name)
    people = _agreeing(store)
    known = {one.attendee.id for one in _contacts(store, people).get(person.id, ())}
    return Partners(people.values()).suggested(person.id, known)


def find_badge(store: Store, code: str) -> Attendee:
    """Return who wears the badge of a code or number, or whom an id or another's ticket names.

    CheckinError for nobody, and for a badge that was replaced.
    """
    reading = read(store.key, code, put_back)
    if reading is None:
        return _named(store, code)
    person = store.roster.by_badge(reading.number)
    if person is None:
        raise CheckinError("contact-badge-unknown", badge=printed(reading.number))
    if any(one.revoked for one in store.roster.issues(person.id) if one.number == reading.number):
        raise CheckinError("contact-badge-replaced", name=person.name)
    return person


def _named(store: Store, code: str) -> Attendee:
    text = clean(tidy(code[:LONGEST_SCAN]))
    try:
        return store.roster.by_ticket_code(text) or find_attendee(store, text)
    except CheckinError as error:
        if error.code != "attendee-unknown":
            raise
        raise CheckinError("contact-badge-unknown", badge=echo_of(code)) from error


def _join(store: Store, pen: Pen, person: Attendee, group: Sequence[Attendee]) -> Scanned:
    if not passes_on(person):
        return Scanned(person, agreed=False)
    new: list[Attendee] = []
    before: list[Attendee] = []
    for other in filter(passes_on, group):
        meeting = meeting_id(store.key, person.id, other.id)
        if stands(store.database, meeting):
            before.append(other)
            continue
        one, another = sorted((person.id, other.id))
        body = {"one": one, "other": another, "at": store.now(), "removed": False}
        pen.append(Kind.CONTACT_MET, meeting, body)
        new.append(other)
    return Scanned(person, True, tuple(new), tuple(before))


def _agreeing(store: Store) -> Mapping[str, Attendee]:
    return {one.id: one for one in store.roster.agreeing() if passes_on(one)}


def _contacts(store: Store, people: Mapping[str, Attendee]) -> dict[str, list[Contact]]:
    found: dict[str, list[Contact]] = {}
    for pair in pairs_met(store.database):
        if pair.one in people and pair.other in people:
            found.setdefault(pair.one, []).append(Contact(people[pair.other], pair.at))
            found.setdefault(pair.other, []).append(Contact(people[pair.one], pair.at))
    return found
